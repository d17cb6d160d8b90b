#include "quality/scores/timexes.h"

namespace sitrep::quality {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

TimexScore& TimexScore::operator+=(const TimexScore& more) {
    relaxed += more.relaxed;
    strict += more.strict;
    type += more.type;
    value += more.value;
    alike += more.alike;
    return *this;
}

std::string rewritten(const std::string& value) {
    std::string out = value;
    while (out.size() > 4 && out.ends_with("-XX")) out.resize(out.size() - 3);
    if (out.size() == 4 && out[3] == 'X' && out[0] != 'X') out.pop_back();
    const auto week = out.find("-W");
    const bool digit =
        week != std::string::npos && week + 2 < out.size() && is_digit(out[week + 2]);
    if (digit && (week + 3 == out.size() || !is_digit(out[week + 3]))) out.insert(week + 2, "0");
    const auto time = out.find('T');
    if (!out.starts_with("P") && time != std::string::npos && time + 3 == out.size() &&
        is_digit(out[time + 1]) && is_digit(out[time + 2])) {
        out += ":00";
    }
    return out;
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
    for (Counts* counts :
         {&score.relaxed, &score.strict, &score.type, &score.value, &score.alike}) {
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
        score.alike.right += rewritten(ours.value) == rewritten(expected[i].value) ? 1U : 0U;
    }
    return score;
}

}  // namespace sitrep::quality
