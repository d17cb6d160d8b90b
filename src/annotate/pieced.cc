#include "annotate/pieced.h"

#include <span>

namespace sitrep::annotate {
namespace {

constexpr std::size_t pieces_of_a_word = 2;  // more than the mean, for what is reserved

PiecedReport room_for(const std::vector<values::Sentence>& sentences) {
    std::size_t words = 0;
    for (const auto& sentence : sentences) words += sentence.tokens.size();
    PiecedReport room;
    room.starts.reserve(words);
    room.pieces.reserve(words * pieces_of_a_word);
    room.casing.reserve(words * pieces_of_a_word);
    room.stretches.reserve(sentences.size());
    return room;
}

// One sentence behind what is found already; casing: of each token.
void append(std::uint32_t sentence, std::span<const std::string_view> forms,
            std::span<const nn::Casing> casing, const nn::Pieces& pieces, PiecedReport& found) {
    const auto pieces_so_far = [&] { return static_cast<std::uint32_t>(found.pieces.size()); };
    for (std::size_t word = 0; word < forms.size(); ++word) {
        if (word % stretch_words_max == 0) {
            Stretch& opened = found.stretches.emplace_back();
            opened.sentence = sentence;
            opened.offset = static_cast<std::uint32_t>(word);
            opened.first_word = static_cast<std::uint32_t>(found.starts.size());
            opened.first_piece = pieces_so_far();
        }
        found.starts.push_back(pieces_so_far());
        pieces.append(forms[word], found.pieces);
        found.casing.resize(found.pieces.size(), casing[word]);
        Stretch& stretch = found.stretches.back();
        ++stretch.words;
        stretch.pieces = pieces_so_far() - stretch.first_piece;
    }
}

}  // namespace

PiecedReport pieced(std::string_view text, const std::vector<values::Sentence>& sentences,
                    const nn::Pieces& pieces) {
    PiecedReport found = room_for(sentences);
    std::vector<std::string_view> forms;
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
        const values::Sentence& sentence = sentences[i];
        if (values::is_news(sentence.kind) && !sentence.tokens.empty()) {
            forms.clear();
            for (const auto token : sentence.tokens) forms.push_back(token.of(text));
            append(i, forms, nn::sentence_casing(forms), pieces, found);
        }
        if (sentence.ends_paragraph && !found.stretches.empty()) {
            found.stretches.back().ends_paragraph = true;
        }
    }
    return found;
}

}  // namespace sitrep::annotate
