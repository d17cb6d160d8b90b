#include "extract/claims.h"

#include <array>
#include <string_view>

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

// "Sava Orlin, a spokesman," stands in its sentence with a comma that is none of its own.
WordRange without_commas(const Marks& marks, WordRange range, std::string_view text) {
    const auto comma = [&](values::WordAt at) { return marks.at(at).span.of(text) == ","; };
    const bool one_sentence = range.first.sentence == range.last.sentence;
    while (one_sentence && range.first < range.last && comma(range.last)) --range.last.word;
    while (one_sentence && range.first < range.last && comma(range.first)) ++range.first.word;
    return range;
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

}  // namespace

std::vector<Claim> claims(const Report& report, const Marks& marks) {
    std::vector<Claim> out;
    for (const Attribution& attribution : marks.attributions) {
        if (!attribution.content) continue;  // nothing is said
        Claim claim;
        claim.cue = marks.span(attribution.cue);
        claim.content = marks.span(*attribution.content);
        claim.directness = directness(report, marks, *attribution.content);
        if (attribution.source) {
            claim.source = marks.span(without_commas(marks, *attribution.source, report.text));
            claim.name = name_in(marks, *attribution.source);
        }
        claim.sentence = attribution.cue.first.sentence;
        claim.reason = {"attribution-head", {claim.cue}, attribution.score};
        claim.id = id("c_", report.id + " " + claim.cue.print() + " " + claim.content->print());
        out.push_back(std::move(claim));
    }
    return out;
}

}  // namespace sitrep::extract
