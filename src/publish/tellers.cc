#include "publish/tellers.h"

#include <algorithm>

namespace sitrep::publish {
namespace {

using values::ActLine;
using values::ClaimLine;
using values::Quoted;
using values::ReportPart;

std::size_t length(const Quoted& quoted) {
    return quoted.spans.empty() ? 0 : quoted.spans.front().joined(quoted.spans.back()).size();
}

// Is the act the very saying: "rejects" in "the ministry rejects the assertion"?
bool is_cue(const ActLine& line, const ClaimLine& claim) {
    for (const auto cue : claim.said.cue.spans) {
        for (const auto verb : line.reason.evidence) {
            if (cue.contains(verb)) return true;
        }
    }
    return false;
}

bool within(const Quoted& inner, const Quoted& outer) {
    return std::all_of(inner.spans.begin(), inner.spans.end(), [&](values::Span span) {
        return std::any_of(outer.spans.begin(), outer.spans.end(),
                           [&](values::Span other) { return other.contains(span); });
    });
}

}  // namespace

std::optional<std::size_t> teller(const ReportPart& part, const ActLine& line) {
    std::optional<std::size_t> best;
    std::optional<std::size_t> made;
    for (std::size_t i = 0; i < part.claims.size(); ++i) {
        const auto& claim = part.claims[i];
        if (is_cue(line, claim)) made = i;
        const bool tells = std::any_of(line.says.begin(), line.says.end(),
                                       [&](const auto& said) { return said.claim == claim.id; });
        if (!tells) continue;
        if (!best || length(claim.content) < length(part.claims[*best].content)) best = i;
    }
    return best ? best : made;
}

std::optional<std::size_t> holder(const ReportPart& part, std::size_t act) {
    const auto& clause = part.acts[act].clause;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < part.acts.size(); ++i) {
        const auto& other = part.acts[i].clause;
        const bool same = other == clause && i > act;  // of two that share a clause the first holds
        if (i == act || same || !within(clause, other)) continue;
        if (!best || length(other) > length(part.acts[*best].clause)) best = i;
    }
    return best;
}

bool shows(const Quoted& quoted, values::Span word) {
    return std::any_of(quoted.spans.begin(), quoted.spans.end(),
                       [&](values::Span span) { return span.contains(word); });
}

}  // namespace sitrep::publish
