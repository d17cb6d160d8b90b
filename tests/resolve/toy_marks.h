// toy_marks: marks for one line of plain text, by rules that a reader of a test can foresee.
//
// Words    cut at blanks and before , . ; : ( ) - "
// Parts    digits and number words NUM; plurals in -s, "people" and "men" NOUN with Number=Plur;
//          capitalised words but the first PROPN; of, in … ADP; "/A" behind a word makes it ADJ,
//          "/V" VERB, "/N" NOUN, "/P" a person's name, "/T" a particle; the mark is cut from the
//          text
// Tree     what stands before a noun hangs on it when only NUM, ADJ, PROPN, NOUN part them; all
// else
//          on the first word
#pragma once

#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "values/marks.h"

namespace sitrep::tests {

struct Toy {
    std::string text;
    values::Marks marks;
};

inline bool toy_number(const std::string& word) {
    static constexpr std::array<std::string_view, 24> words{
        "one",      "two",     "three",   "four",   "five",   "six",   "seven", "eight",
        "nine",     "ten",     "twelve",  "twenty", "thirty", "forty", "fifty", "hundred",
        "thousand", "million", "billion", "dozen",  "bn",     "half",  "third", "sixty"};
    if (std::isdigit(static_cast<unsigned char>(word[0])) != 0) return true;
    for (const auto one : words) {
        if (word == one) return true;
    }
    return false;
}

inline std::string toy_part(const std::string& word, char mark, bool first) {
    if (mark == 'A') return "ADJ";
    if (mark == 'V') return "VERB";
    if (mark == 'N') return "NOUN";
    if (mark == 'P') return "PROPN";
    if (mark == 'T') return "ADP";
    if (toy_number(word)) return "NUM";
    if (word == "of" || word == "in" || word == "to" || word == "by") return "ADP";
    if (word == "the" || word == "its" || word == "a" || word == "no" || word == "No") return "DET";
    if (std::isalpha(static_cast<unsigned char>(word[0])) == 0) return "PUNCT";
    if (word == "people" || word == "men" || (word.size() > 3 && word.ends_with("s")))
        return "NOUN";
    if (!first && std::isupper(static_cast<unsigned char>(word[0])) != 0) return "PROPN";
    return "X";
}

inline void toy_tree(values::MarkedSentence& sentence) {
    auto& words = sentence.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i].head = i == 0 ? -1 : 0;
        words[i].relation = i == 0 ? "root" : words[i].relation;
        const auto& part = words[i].part;
        const auto nominal = [&](std::size_t at) {
            if (at == words.size()) return false;
            const auto& p = words[at].part;
            return p == "NUM" || p == "ADJ" || p == "PROPN" || p == "NOUN";
        };
        if (part != "DET" && !nominal(i)) continue;
        std::size_t noun = i;
        while (nominal(noun + 1)) ++noun;
        if (noun == i || words[noun].part != "NOUN") continue;
        words[i].head = static_cast<std::int32_t>(noun);
        words[i].relation = part == "NUM"   ? "nummod"
                            : part == "ADJ" ? "amod"
                            : part == "DET" ? "det"
                                            : "compound";
    }
}

inline Toy toy_marks(const std::string& marked) {
    Toy toy;
    std::vector<std::pair<std::size_t, std::size_t>> places;
    std::vector<char> hints;
    bool after_sign = false;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const char c = marked[i];
        const bool mark = c == '/' && i + 1 < marked.size() && !places.empty() &&
                          std::string_view("AVNPT").find(marked[i + 1]) != std::string_view::npos &&
                          (i + 2 == marked.size() ||
                           std::isalnum(static_cast<unsigned char>(marked[i + 2])) == 0);
        if (mark) {
            hints.back() = marked[++i];
            continue;
        }
        const bool joins = (c == ',' || c == '.' || c == ':') && i + 1 < marked.size() &&
                           std::isdigit(static_cast<unsigned char>(marked[i + 1])) != 0;
        const bool sign = !joins && std::string_view(",.;:()-\"").find(c) != std::string_view::npos;
        const bool blank = c == ' ';
        const bool opens = !blank && (sign || after_sign || places.empty() ||
                                      places.back().second != toy.text.size());
        after_sign = sign;
        if (opens) {
            places.emplace_back(toy.text.size(), toy.text.size());
            hints.push_back(' ');
        }
        toy.text += c;
        if (!blank) places.back().second = toy.text.size();
    }
    auto& sentence = toy.marks.sentences.emplace_back();
    sentence.span = values::Span::in(toy.text, 0, toy.text.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        values::Word word;
        word.span = values::Span::in(toy.text, places[i].first, places[i].second);
        const std::string form(word.span.of(toy.text));
        word.part = toy_part(form, hints[i], i == 0);
        word.lemma = form;
        word.relation = hints[i] == 'T' ? "compound:prt" : "dep";
        if (word.part == "NOUN" && form != "people" && form.ends_with("s")) word.lemma.pop_back();
        if (word.part == "NOUN" && (form.ends_with("s") || form == "people" || form == "men"))
            word.features = "Number=Plur";
        if (word.part == "VERB") word.features = "VerbForm=Part";
        sentence.words.push_back(std::move(word));
        const auto at = static_cast<std::uint32_t>(i);
        if (hints[i] == 'P') sentence.entities.push_back({values::EntityType::Person, at, at, 1});
    }
    toy_tree(sentence);
    return toy;
}

}  // namespace sitrep::tests
