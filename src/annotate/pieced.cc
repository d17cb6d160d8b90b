#include "annotate/pieced.h"

#include <algorithm>

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

}  // namespace

PiecedReport pieced(std::string_view text, const std::vector<values::Sentence>& sentences,
                    const nn::Pieces& pieces) {
    PiecedReport found = room_for(sentences);
    std::vector<std::string_view> forms;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const values::Sentence& sentence = sentences[i];
        const bool read = values::is_news(sentence.kind) && !sentence.tokens.empty();
        if (read) {
            forms.clear();
            for (const auto token : sentence.tokens) forms.push_back(token.of(text));
            const auto casing = nn::sentence_casing(forms);
            for (std::size_t word = 0; word < forms.size(); ++word) {
                if (word % stretch_words_max == 0) {
                    Stretch stretch;
                    stretch.sentence = static_cast<std::uint32_t>(i);
                    stretch.offset = static_cast<std::uint32_t>(word);
                    stretch.first_word = static_cast<std::uint32_t>(found.starts.size());
                    stretch.first_piece = static_cast<std::uint32_t>(found.pieces.size());
                    found.stretches.push_back(stretch);
                }
                found.starts.push_back(static_cast<std::uint32_t>(found.pieces.size()));
                pieces.append(forms[word], found.pieces);
                found.casing.resize(found.pieces.size(), casing[word]);
                Stretch& stretch = found.stretches.back();
                ++stretch.words;
                stretch.pieces =
                    static_cast<std::uint32_t>(found.pieces.size()) - stretch.first_piece;
            }
        }
        if (sentence.ends_paragraph && !found.stretches.empty()) {
            found.stretches.back().ends_paragraph = true;
        }
    }
    return found;
}

}  // namespace sitrep::annotate
