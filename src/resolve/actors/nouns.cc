#include "resolve/actors/nouns.h"

#include <algorithm>

namespace sitrep::resolve {
namespace {

using values::MarkedSentence;
using values::Word;

bool is(const Word& word, std::string_view relation) {
    return word.relation == relation ||
           (word.relation.size() > relation.size() && word.relation.starts_with(relation) &&
            word.relation[relation.size()] == ':');
}

// What stands before its noun and narrows it, or is one name with it.
bool narrows(const Word& word) {
    return is(word, "det") || is(word, "amod") || is(word, "compound") || is(word, "nummod") ||
           is(word, "flat") || word.relation == "nmod:poss" || word.relation == "nmod:npmod" ||
           word.relation == "nmod:unmarked" || word.relation == "nmod:desc" || is(word, "appos");
}
bool follows(const Word& word) { return is(word, "nmod") && word.relation != "nmod:poss"; }
bool describes(const Word& word) { return is(word, "acl") || is(word, "advcl") || is(word, "obl"); }

// Words outermost below a word, itself included, by walking heads; bounded by the sentence.
struct Reach {
    std::uint32_t first;
    std::uint32_t last;
};
bool below(const MarkedSentence& sentence, std::uint32_t word, std::uint32_t top) {
    std::int32_t at = static_cast<std::int32_t>(word);
    for (std::size_t steps = 0; at >= 0 && steps < noun_phrase_words_max; ++steps) {
        if (static_cast<std::uint32_t>(at) == top) return true;
        at = sentence.words[static_cast<std::size_t>(at)].head;
    }
    return false;
}
Reach reach(const MarkedSentence& sentence, std::uint32_t top) {
    Reach out{top, top};
    while (out.first > 0 && top - out.first < noun_phrase_words_max &&
           below(sentence, out.first - 1, top)) {
        --out.first;
    }
    while (out.last + 1 < sentence.words.size() && out.last - top < noun_phrase_words_max &&
           below(sentence, out.last + 1, top)) {
        ++out.last;
    }
    return out;
}

std::uint32_t base_of(const MarkedSentence& sentence, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i <= last; ++i) {
        const auto head = sentence.words[i].head;
        if (head < static_cast<std::int32_t>(first) || head > static_cast<std::int32_t>(last)) {
            if (sentence.words[i].part != "PUNCT" && sentence.words[i].part != "ADP") return i;
        }
    }
    return first;
}

}  // namespace

Noun noun_within(const MarkedSentence& sentence, std::uint32_t first, std::uint32_t last) {
    Noun noun{first, last, base_of(sentence, first, last), last + 1};
    for (std::uint32_t i = noun.head + 1; i <= last; ++i) {
        const Word& word = sentence.words[i];
        if (word.head != static_cast<std::int32_t>(noun.head)) continue;
        if (!follows(word) && !describes(word)) continue;
        noun.cut = std::max(reach(sentence, i).first, noun.head + 1);
        break;
    }
    return noun;
}

Noun noun_of(const MarkedSentence& sentence, std::uint32_t head) {
    std::uint32_t first = head;
    std::uint32_t last = head;
    for (std::uint32_t i = head; i > 0 && head - i < noun_phrase_words_max; --i) {
        const Word& word = sentence.words[i - 1];
        if (word.head != static_cast<std::int32_t>(head) || !narrows(word)) continue;
        first = std::min(first, reach(sentence, i - 1).first);
    }
    for (std::uint32_t i = head + 1; i < sentence.words.size() && i - head < noun_phrase_words_max;
         ++i) {
        const Word& word = sentence.words[i];
        if (word.head != static_cast<std::int32_t>(head)) continue;
        if (!narrows(word) && !follows(word)) continue;
        last = std::max(last, reach(sentence, i).last);
    }
    return noun_within(sentence, first, last);
}

bool heads_noun(const MarkedSentence& sentence, std::uint32_t at) {
    const Word& word = sentence.words[at];
    if (word.part != "NOUN" && word.part != "PROPN") return false;
    if (word.head < 0) return true;
    const Word& head = sentence.words[static_cast<std::size_t>(word.head)];
    const bool inside = is(word, "compound") || is(word, "flat") || is(word, "amod") ||
                        is(word, "appos") || word.relation == "nmod:desc";
    return !inside || (head.part != "NOUN" && head.part != "PROPN");
}

bool is_whereabouts(std::string_view text, const MarkedSentence& sentence, std::uint32_t head,
                    const ActorsKnown& known) {
    const Word& word = sentence.words[head];
    if (!is(word, "obl") && !is(word, "nmod")) return false;
    for (std::uint32_t i = 0; i < head; ++i) {
        const Word& child = sentence.words[i];
        if (child.head == static_cast<std::int32_t>(head) && is(child, "case")) {
            return known.tells_where(child.span.of(text));
        }
    }
    return false;
}

}  // namespace sitrep::resolve
