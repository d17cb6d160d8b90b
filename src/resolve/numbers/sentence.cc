#include "resolve/numbers/sentence.h"

namespace sitrep::resolve::numbers {

Sentence sentence(std::string_view text, const values::MarkedSentence& marks) {
    Sentence out{text, &marks, pieces(text, marks.span.begin(), marks.span.end()), {}};
    out.word_of.assign(out.pieces.size(), -1);
    std::size_t word = 0;
    for (std::size_t i = 0; i < out.pieces.size(); ++i) {
        while (word < marks.words.size() && marks.words[word].span.end() <= out.pieces[i].begin) {
            ++word;
        }
        if (word == marks.words.size()) break;
        if (marks.words[word].span.begin() < out.pieces[i].end) {
            out.word_of[i] = static_cast<std::int32_t>(word);
        }
    }
    return out;
}

}  // namespace sitrep::resolve::numbers
