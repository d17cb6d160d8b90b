#include "extract/contents.h"

#include <algorithm>
#include <cstdint>

#include "extract/tree.h"

namespace sitrep::extract {
namespace {

using values::Attribution;
using values::Marks;
using values::WordAt;
using values::WordRange;

constexpr std::uint32_t sentences_whole = 2;  // longer contents are shown by both ends

bool is(const Marks& marks, WordAt at, std::string_view text, std::string_view form) {
    return marks.at(at).span.of(text) == form;
}

std::uint32_t last_word(const Marks& marks, std::uint32_t sentence) {
    return static_cast<std::uint32_t>(marks.sentences[sentence].words.size()) - 1;
}

// The words of range in one sentence; nothing where it has none there.
std::optional<WordRange> within(const Marks& marks, WordRange range, std::uint32_t sentence) {
    const auto& words = marks.sentences[sentence].words;
    if (words.empty() || range.first.sentence > sentence || range.last.sentence < sentence) {
        return std::nullopt;
    }
    const WordAt first{sentence, range.first.sentence == sentence ? range.first.word : 0};
    const WordAt last{
        sentence, range.last.sentence == sentence ? range.last.word : last_word(marks, sentence)};
    return WordRange{first, last};
}

// The side of range that does not hold the cut; the longer where both are left.
std::optional<WordRange> beside(WordRange range, WordRange cut) {
    if (cut.last < range.first || range.last < cut.first) return range;
    const auto left = cut.first.word > range.first.word ? cut.first.word - range.first.word : 0;
    const auto right = range.last.word > cut.last.word ? range.last.word - cut.last.word : 0;
    if (left == 0 && right == 0) return std::nullopt;
    const auto sentence = cut.first.sentence;
    if (left >= right) return WordRange{range.first, {sentence, cut.first.word - 1}};
    return WordRange{{sentence, cut.last.word + 1}, range.last};
}

// Is a quotation open where that byte stands, counted from begin?
bool in_quotes(std::string_view text, std::size_t begin, std::size_t at) {
    const auto words = text.substr(begin, at - begin);
    const auto count = [&](std::string_view mark) {
        std::size_t found = 0;
        for (auto i = words.find(mark); i != std::string_view::npos; i = words.find(mark, i + 1)) {
            ++found;
        }
        return found;
    };
    const auto open = count("\xE2\x80\x9C");
    const auto closed = count("\xE2\x80\x9D");
    return count("\"") % 2 == 1 || open > closed;
}

// Is that sentence of the content its source's own words?
bool quoted(const Marks& marks, WordRange content, std::uint32_t sentence, std::string_view text) {
    const auto begin = marks.at(content.first).span.begin();
    const auto& first = marks.sentences[sentence].words.front();
    const auto form = first.span.of(text);
    return form == "\"" || form == "\xE2\x80\x9C" || form == "[" ||
           (first.span.begin() > begin && in_quotes(text, begin, first.span.begin()));
}

// The run of sentences around the cue's that belong to the content.
WordRange run(const Marks& marks, WordRange content, std::uint32_t cue, std::string_view text) {
    const auto first = content.first.sentence;
    const auto last = content.last.sentence;
    const auto other_says = [&](std::uint32_t s) {
        return std::any_of(marks.attributions.begin(), marks.attributions.end(),
                           [&](const Attribution& a) { return a.cue.first.sentence == s; });
    };
    const auto belongs = [&](std::uint32_t s) {
        if (s != cue && other_says(s)) return false;
        return s == cue || marks.sentences[s].words.empty() || quoted(marks, content, s, text);
    };
    const auto middle = std::clamp(cue, first, last);
    auto from = middle;
    auto to = middle;
    while (from > first && belongs(from - 1)) --from;
    while (to < last && belongs(to + 1)) ++to;
    while (from < middle && marks.sentences[from].words.empty()) ++from;
    while (to > middle && marks.sentences[to].words.empty()) --to;
    WordRange out = content;
    if (from > first) out.first = {from, 0};
    if (to < last) out.last = {to, last_word(marks, to)};
    return out;
}

// No comma, dash or colon at the edges: they are the sentence's.
WordRange without_edges(const Marks& marks, WordRange range, std::string_view text) {
    const auto loose = [&](WordAt at) {
        return is(marks, at, text, ",") || is(marks, at, text, ":") || is(marks, at, text, ";") ||
               is(marks, at, text, "-") || is(marks, at, text, ".");
    };
    while (range.first < range.last && range.last.word > 0 && loose(range.last)) --range.last.word;
    while (range.first < range.last && loose(range.first) &&
           range.first.word < last_word(marks, range.first.sentence)) {
        ++range.first.word;
    }
    return range;
}

// The subject of the cue's own verb, for a saying whose source the head passed over.
std::optional<WordRange> subject_of_cue(const Marks& marks, const WordRange& cue) {
    const auto s = cue.first.sentence;
    const Tree tree(marks.sentences[s], {});
    for (std::uint32_t i = cue.first.word; i < tree.size() && WordAt{s, i} <= cue.last; ++i) {
        if (tree.word(i).part != "VERB") continue;
        for (const auto c : tree.children(i)) {
            const bool points = tree.has_feature(c, "PronType=Rel") || tree.word(c).part == "DET";
            if (tree.word(c).relation != "nsubj" || points) continue;
            auto first = c;
            auto last = c;
            for (const auto w : tree.below(c)) {
                first = std::min(first, w);
                last = std::max(last, w);
            }
            // What explains ends the name: "Orlin, who came on Sunday".
            for (auto w = c; w <= last; ++w) {
                if (!tree.is(w, {"acl", "advcl", "parataxis"})) continue;
                last = tree.below(w).front() - 1;
            }
            if (last >= c) return WordRange{{s, first}, {s, last}};
        }
    }
    return std::nullopt;
}

// The cue with its source where they share a sentence: the words that are not said but tell who
// says.
WordRange saying(const Marks& marks, const Attribution& attribution, std::string_view text) {
    WordRange own = attribution.cue;
    const auto source = source_range(marks, attribution, text);
    if (source && source->first.sentence == own.first.sentence) {
        own.first = std::min(own.first, source->first);
        own.last = std::max(own.last, source->last);
    }
    return own;
}

// The word before at, in this sentence or the last one before it that has words; at itself where
// it is the first of all.
WordAt previous(const Marks& marks, WordAt at) {
    if (at.word > 0) return {at.sentence, at.word - 1};
    for (auto s = at.sentence; s-- > 0;) {
        if (!marks.sentences[s].words.empty()) return {s, last_word(marks, s)};
    }
    return at;
}

// The first word behind at, punctuation passed over, that is not behind last.
std::optional<WordAt> next_said(const Marks& marks, WordAt at, WordAt last) {
    ++at.word;
    while (at.sentence <= last.sentence) {
        const auto& words = marks.sentences[at.sentence].words;
        for (; at.word < words.size() && at <= last; ++at.word) {
            const bool opens = at.sentence > 0 && at.word == 0;
            if (opens || words[at.word].part != "PUNCT") return at;
        }
        at = {at.sentence + 1, 0};
    }
    return std::nullopt;
}

// Behind a saying that the range swallowed: of "the minister said, NDTV" (reports) the carrier.
void pass_inner_saying(const Marks& marks, std::string_view text, WordRange& range) {
    for (const Attribution& inner : marks.attributions) {
        const WordAt comma = {inner.cue.last.sentence, inner.cue.last.word + 1};
        const bool swallowed = range.first < inner.cue.first && comma < range.last;
        if (swallowed && is(marks, comma, text, ",")) {
            range.first = {comma.sentence, comma.word + 1};
        }
    }
}

}  // namespace

std::optional<WordRange> source_range(const Marks& marks, const Attribution& attribution,
                                      std::string_view text) {
    const auto cue = attribution.cue.first.sentence;
    // A source in a later sentence is the next saying's.
    const bool given = attribution.source && attribution.source->first.sentence <= cue;
    const auto found = given ? attribution.source : subject_of_cue(marks, attribution.cue);
    if (!found) return std::nullopt;
    auto range = *found;
    if (range.first.sentence != range.last.sentence) {
        const auto clipped = within(marks, range, cue);
        if (!clipped) return std::nullopt;
        const auto side = beside(*clipped, attribution.cue);
        if (!side) return std::nullopt;
        range = *side;
    }
    if (range.last < attribution.cue.first) pass_inner_saying(marks, text, range);
    for (auto i = range.first; i < range.last; ++i.word) {
        const auto& next = marks.sentences[i.sentence].words[i.word + 1];
        const bool circumstance = next.part == "VERB" || next.part == "SCONJ" ||
                                  (next.part == "ADP" && next.relation != "case");
        if (i.word > range.first.word && is(marks, i, text, ",") && circumstance) {
            range.last = i;
            break;
        }
    }
    return without_edges(marks, range, text);
}

std::optional<WordRange> content_range(const Marks& marks, const Attribution& attribution,
                                       std::string_view text) {
    if (!attribution.content) return std::nullopt;
    const auto cue = attribution.cue.first.sentence;
    WordRange range = run(marks, *attribution.content, cue, text);
    if (const auto here = within(marks, range, cue)) {
        const auto own = saying(marks, attribution, text);
        const auto side = own.first.sentence == own.last.sentence ? beside(*here, own) : here;
        if (side && range.first.sentence == cue) range.first = side->first;
        if (side && range.last.sentence == cue) range.last = side->last;
        if (!side && range.first.sentence == range.last.sentence) return std::nullopt;
    }
    return without_edges(marks, range, text);
}

std::vector<values::Span> content_pieces(const Marks& marks, const Attribution& attribution,
                                         WordRange content, std::string_view text) {
    std::vector<WordRange> pieces{content};
    if (content.last.sentence - content.first.sentence >= sentences_whole) {
        const WordAt end{content.first.sentence, last_word(marks, content.first.sentence)};
        pieces = {{content.first, end}, {{content.last.sentence, 0}, content.last}};
    }
    const auto own = saying(marks, attribution, text);
    std::vector<values::Span> out;
    for (const auto& piece : pieces) {
        const bool holds = piece.first < own.first && own.last < piece.last;
        if (!holds) {
            out.push_back(marks.span(piece));
            continue;
        }
        out.push_back(marks.span({piece.first, previous(marks, own.first)}));
        const auto next = next_said(marks, own.last, piece.last);
        if (next) out.push_back(marks.span({*next, piece.last}));
    }
    return out;
}

}  // namespace sitrep::extract
