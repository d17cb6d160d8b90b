#include "extract/claims.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/contents.h"
#include "extract/dateline.h"
#include "extract/ids.h"

namespace sitrep::extract {
namespace {

using values::Attribution;
using values::Claim;
using values::Directness;
using values::EntityType;
using values::Marks;
using values::Report;
using values::Span;
using values::WordRange;

bool is_quote(std::string_view word) {
    constexpr std::array<std::string_view, 6> quotes{"\"", "\xE2\x80\x9C", "\xE2\x80\x9D",
                                                     "''", "``",           "\xC2\xAB"};
    for (const auto quote : quotes) {
        if (word == quote) return true;
    }
    return false;
}

// Is the word at the edge of the content, or its neighbour outside, a quotation mark?
bool quoted_edge(std::string_view text, Span content, bool front) {
    for (const auto quote : {std::string_view("\""), std::string_view("\xE2\x80\x9C"),
                             std::string_view("\xE2\x80\x9D")}) {
        const auto inside = content.of(text);
        if (front ? inside.starts_with(quote) : inside.ends_with(quote)) return true;
        const auto outside = front ? text.substr(0, content.begin()) : text.substr(content.end());
        if (front ? outside.ends_with(quote) : outside.starts_with(quote)) return true;
    }
    return false;
}

Directness directness(const Report& report, const Marks& marks, const WordRange& content) {
    const Span span = marks.span(content);
    if (quoted_edge(report.text, span, true) && quoted_edge(report.text, span, false)) {
        return Directness::Direct;
    }
    for (const auto& sentence : marks.sentences) {
        for (const auto& word : sentence.words) {
            if (span.contains(word.span) && is_quote(word.span.of(report.text))) {
                return Directness::Mixed;
            }
        }
    }
    return Directness::Indirect;
}

// The name inside a source: a person before a body, a body before a state.
std::optional<Span> name_in(const Marks& marks, const WordRange& source) {
    for (const EntityType wanted : {EntityType::Person, EntityType::Organisation,
                                    EntityType::ArmedGroup, EntityType::GeoPolitical}) {
        const auto& sentence = marks.sentences[source.first.sentence];
        for (const auto& entity : sentence.entities) {
            const Span span =
                sentence.words[entity.first].span.joined(sentence.words[entity.last].span);
            if (entity.type == wanted && marks.span(source).contains(span)) return span;
        }
    }
    return std::nullopt;
}

// Is a word of the cue more than an adverb or auxiliary ("now", "also", "could")?
bool says(const Marks& marks, const WordRange& cue) {
    for (auto at = cue.first; at <= cue.last && at.sentence == cue.first.sentence; ++at.word) {
        const auto& part = marks.at(at).part;
        if (part != "ADV" && part != "AUX") return true;
        if (at.word + 1 == marks.sentences[at.sentence].words.size()) break;
    }
    return false;
}

// One content of one source is one claim: of two cues the one that says more stays.
void add(Claim claim, bool says, std::vector<Claim>& out) {
    for (auto& there : out) {
        if (there.content != claim.content || there.source != claim.source) continue;
        if (says && there.cue.size() < claim.cue.size()) there = std::move(claim);
        return;
    }
    out.push_back(std::move(claim));
}

}  // namespace

std::vector<Claim> claims(const Report& report, const Marks& marks) {
    std::vector<Claim> out;
    for (const Attribution& attribution : marks.attributions) {
        auto content = content_range(marks, attribution, report.text);
        if (!content) continue;  // nothing is said
        const auto front = dateline_words(report, marks.sentences[content->first.sentence]);
        content->first.word = std::max(content->first.word, front);
        if (content->last < content->first) continue;
        Claim claim;
        claim.cue = marks.span(attribution.cue);
        claim.content = marks.span(*content);
        claim.told = content_pieces(marks, attribution, *content, report.text);
        claim.directness = directness(report, marks, *content);
        if (const auto source = source_range(marks, attribution, report.text)) {
            claim.source = marks.span(*source);
            claim.name = name_in(marks, *source);
        }
        const bool telling = says(marks, attribution.cue);
        if (!telling && !claim.source) continue;  // neither who says it nor that it is said
        claim.sentence = attribution.cue.first.sentence;
        claim.reason = {"attribution-head", {claim.cue}, attribution.score};
        claim.id = id("c_", report.id + " " + claim.cue.print() + " " + claim.content->print());
        add(std::move(claim), telling, out);
    }
    return out;
}

}  // namespace sitrep::extract
