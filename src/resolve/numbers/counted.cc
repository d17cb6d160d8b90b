#include "resolve/numbers/counted.h"

#include "resolve/numbers/apart.h"

namespace sitrep::resolve::numbers {
namespace {

constexpr std::int32_t phrase_words_max = 10;

class Phrase {
public:
    explicit Phrase(const Sentence& s) : s_(s), words_(s.marks->words) {}

    std::int32_t size() const { return static_cast<std::int32_t>(words_.size()); }
    const values::Word& at(std::int32_t i) const { return words_[static_cast<std::size_t>(i)]; }
    std::string_view form(std::int32_t i) const { return at(i).span.of(s_.text); }

    bool modifies(std::int32_t i) const {
        const auto& word = at(i);
        const auto& part = word.part;
        if (part == "ADJ" || part == "NOUN" || part == "PROPN") return true;
        if (part == "VERB") return word.relation == "amod" || word.relation == "compound";
        if (part == "ADV")
            return word.relation == "advmod" && word.head > i && at(word.head).part == "ADJ";
        if (part == "NUM") return word.head > i && i > 0;
        return form(i) == "-" || form(i) == "&" || joins(i);
    }
    // "Kia and Hyundai vehicles": two modifiers of one noun.
    bool joins(std::int32_t i) const {
        if (at(i).part != "CCONJ" || i == 0 || i + 2 >= size()) return false;
        const auto& before = at(i - 1).part;
        const bool modifiers = before == at(i + 1).part && (before == "PROPN" || before == "ADJ");
        return modifiers && at(i + 2).part == "NOUN";
    }
    bool noun(std::int32_t i) const { return at(i).part == "NOUN" || at(i).part == "PROPN"; }

    // The head of the noun phrase that opens at `first`; -1 where none does.
    std::int32_t head_from(std::int32_t first) const {
        std::int32_t last = -1;
        for (std::int32_t i = first; i < size() && i < first + phrase_words_max; ++i) {
            if (!modifies(i)) break;
            if (!noun(i)) continue;
            last = i;
            // A noun whose head is no later word of the phrase ends it.
            const auto& word = at(i);
            const bool inner =
                word.head > i && word.head < first + phrase_words_max &&
                (word.relation == "compound" || word.relation == "amod" ||
                 word.relation == "nmod" || word.relation == "flat" || word.relation == "nummod");
            const bool named_on =
                i + 1 < size() && at(i + 1).head == i &&
                (at(i + 1).relation == "flat" || at(i + 1).relation == "compound");
            if (i + 1 < size() && joins(i + 1)) continue;
            if (!inner && !named_on) break;
        }
        return last;
    }

    Counted noted(std::int32_t first, std::int32_t last) const {
        Counted out;
        for (std::int32_t i = first; i <= last; ++i) {
            if (at(i).part == "DET" || joins(i)) continue;
            if (at(i).part == "PUNCT" || form(i) == "-") {
                glue_ = !out.words.empty();
                if (glue_) out.words += "-";
                continue;
            }
            if (!out.words.empty() && !glue_) out.words += " ";
            glue_ = false;
            const bool lemma = at(i).part == "NOUN" || at(i).part == "ADJ" ||
                               (i == last && at(i).features.find("Plur") != std::string::npos);
            out.words += lemma ? at(i).lemma : std::string(form(i));
        }
        out.nouns.push_back(at(first).span.joined(at(last).span));
        out.last = last;
        return out;
    }

private:
    const Sentence& s_;
    const std::vector<values::Word>& words_;
    mutable bool glue_ = false;
};

// "wounded, killed and captured": kinds in a row that share one sum.
Counted kinds(const Phrase& phrase, std::int32_t first) {
    Counted out;
    const auto kind = [&](std::int32_t i) {
        if (i >= phrase.size()) return false;
        const auto& word = phrase.at(i);
        return (word.part == "VERB" || word.part == "ADJ") &&
               (word.features.find("Part") != std::string::npos || word.part == "ADJ");
    };
    std::int32_t i = first;
    while (kind(i)) {
        if (!out.words.empty()) out.words += ", ";
        out.words += phrase.form(i);
        out.nouns.push_back(phrase.at(i).span);
        out.last = i++;
        out.fared = true;
        const std::int32_t before = i;
        while (i < phrase.size() &&
               (phrase.form(i) == "," || phrase.form(i) == "and" || phrase.form(i) == "or"))
            ++i;
        if (i == before) break;
    }
    return out;
}

}  // namespace

Counted counted(const Sentence& s, const Figure& f) {
    const Phrase phrase(s);
    const std::int32_t number = s.word_of[f.end - 1];
    if (number < 0) return {};
    std::int32_t first = number + 1;
    if (first >= phrase.size()) return {};
    const bool of =
        phrase.form(first) == "of" || (f.end < s.pieces.size() && phrase.form(number) == "of");
    if (phrase.form(first) == "of") ++first;
    while (of && first < phrase.size() &&
           (phrase.at(first).part == "DET" || phrase.at(first).relation == "nmod:poss"))
        ++first;
    if (first < phrase.size() && phrase.form(first) == "-") ++first;
    if (first >= phrase.size()) return {};
    const std::int32_t told = of ? -1 : noun_of(*s.marks, s.word_of[f.number.end - 1]);
    std::int32_t last = phrase.head_from(first);
    if (told > last && told - first < phrase_words_max) {
        bool whole = true;
        for (std::int32_t i = first; i < told; ++i) whole = whole && phrase.modifies(i);
        if (whole) last = told;
    }
    if (last >= 0) {
        Counted out = phrase.noted(first, last);
        // "the previous two sessions"
        const std::int32_t before = s.word_of[f.first] - 1;
        if (!of && before >= 0 && phrase.at(before).part == "ADJ" &&
            phrase.at(before).head == last && f.begin == f.first &&
            !phrase.at(before).features.empty()) {
            out.words = phrase.at(before).lemma + " " + out.words;
        }
        return out;
    }
    return of ? Counted() : kinds(phrase, first);
}

Counted whole(const Sentence& s, const Figure& f) {
    const Phrase phrase(s);
    const std::int32_t number = s.word_of[f.end - 1];
    if (number < 0) return {};
    std::int32_t first = number + 1;
    const bool of = first < phrase.size() && phrase.form(first) == "of";
    if (of) ++first;
    std::int32_t begin = first;
    while (begin < phrase.size() &&
           (phrase.at(begin).part == "DET" || phrase.at(begin).part == "NUM" ||
            phrase.at(begin).relation == "nmod:poss"))
        ++begin;
    if (begin == phrase.size() || (!of && begin == first)) return {};
    const std::int32_t last = phrase.head_from(begin);
    if (last < 0) return {};
    Counted out = phrase.noted(begin, last);
    out.nouns = {phrase.at(first).span.joined(phrase.at(last).span)};
    return out;
}

}  // namespace sitrep::resolve::numbers
