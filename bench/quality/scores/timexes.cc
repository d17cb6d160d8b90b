#include "quality/scores/timexes.h"

namespace sitrep::quality {

TimexScore& TimexScore::operator+=(const TimexScore& more) {
    relaxed += more.relaxed;
    strict += more.strict;
    type += more.type;
    value += more.value;
    return *this;
}

std::vector<int> pairs(const std::vector<Timex>& predicted, const std::vector<Timex>& expected) {
    std::vector<bool> used(predicted.size(), false);
    std::vector<int> out;
    for (const Timex& gold : expected) {
        int found = -1;
        for (std::size_t i = 0; i < predicted.size() && found < 0; ++i) {
            if (!used[i] && shared(predicted[i].span, gold.span) > 0) found = static_cast<int>(i);
        }
        if (found >= 0) used[static_cast<std::size_t>(found)] = true;
        out.push_back(found);
    }
    return out;
}

TimexScore compare(const std::vector<Timex>& predicted, const std::vector<Timex>& expected) {
    TimexScore score;
    for (Counts* counts : {&score.relaxed, &score.strict, &score.type, &score.value}) {
        counts->predicted = predicted.size();
        counts->expected = expected.size();
    }
    const auto paired = pairs(predicted, expected);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (paired[i] < 0) continue;
        const Timex& ours = predicted[static_cast<std::size_t>(paired[i])];
        ++score.relaxed.right;
        score.strict.right += ours.span == expected[i].span ? 1U : 0U;
        score.type.right += ours.type == expected[i].type ? 1U : 0U;
        score.value.right += ours.value == expected[i].value ? 1U : 0U;
    }
    return score;
}

}  // namespace sitrep::quality
