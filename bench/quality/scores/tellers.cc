#include "quality/scores/tellers.h"

#include <algorithm>
#include <optional>

#include "quality/scores/attributions.h"
#include "quality/scores/words.h"

namespace sitrep::quality {
namespace {

using Words = std::vector<Extent>;

bool alike(values::Span one, values::Span other, const Words& words) {
    const auto mine = touched(words, {one.begin(), one.end()});
    const auto theirs = touched(words, {other.begin(), other.end()});
    return mine && theirs && overlap_by_half(*mine, *theirs);
}

bool holds(const values::Claim& claim, const LabelledEvent& event) {
    return claim.content && claim.content->contains(event.trigger);
}

bool same_carriers(const values::Claim& predicted, const LabelledClaim& expected,
                   const Words& words) {
    return std::equal(predicted.via.begin(), predicted.via.end(), expected.via.begin(),
                      expected.via.end(), [&](values::Span one, const LabelledPhrase& other) {
                          return alike(one, other.span, words);
                      });
}

class Chains {
public:
    Chains(const std::vector<values::Claim>& predicted, const LabelledSentence& expected)
        : predicted_(predicted), expected_(expected), words_(words_of(expected.text)) {}

    TellerScore all() const {
        TellerScore score;
        for (const LabelledClaim& claim : expected_.claims) {
            if (claim.sources.empty()) score += chain(claim, std::nullopt);
            for (const LabelledPhrase& source : claim.sources) score += chain(claim, source.span);
        }
        for (std::size_t i = 0; i < expected_.events.size(); ++i) {
            if (!claimed(i)) score += report_itself(expected_.events[i]);
        }
        return score;
    }

private:
    TellerScore chain(const LabelledClaim& claim, const std::optional<values::Span>& source) const {
        TellerScore score{1, 0, 0};
        for (const values::Claim& ours : predicted_) {
            if (!covers(ours, claim) || ours.source.has_value() != source.has_value()) continue;
            if (source && !alike(*ours.source, *source, words_)) continue;
            score.ends_right = 1;
            if (same_carriers(ours, claim, words_)) score.whole_right = 1;
        }
        return score;
    }

    TellerScore report_itself(const LabelledEvent& event) const {
        const bool right = std::none_of(predicted_.begin(), predicted_.end(),
                                        [&](const auto& claim) { return holds(claim, event); });
        return {1, right ? 1U : 0U, right ? 1U : 0U};
    }

    bool covers(const values::Claim& ours, const LabelledClaim& claim) const {
        const auto held = std::count_if(claim.events.begin(), claim.events.end(), [&](auto event) {
            return holds(ours, expected_.events[event]);
        });
        return held > 0 && 2 * static_cast<std::size_t>(held) >= claim.events.size();
    }

    bool claimed(std::size_t event) const {
        return std::any_of(expected_.claims.begin(), expected_.claims.end(), [&](const auto& one) {
            return std::find(one.events.begin(), one.events.end(), event) != one.events.end();
        });
    }

    const std::vector<values::Claim>& predicted_;
    const LabelledSentence& expected_;
    const Words words_;
};

}  // namespace

TellerScore& TellerScore::operator+=(const TellerScore& more) {
    chains += more.chains;
    ends_right += more.ends_right;
    whole_right += more.whole_right;
    return *this;
}

TellerScore compare(const std::vector<values::Claim>& predicted, const LabelledSentence& expected) {
    return Chains(predicted, expected).all();
}

}  // namespace sitrep::quality
