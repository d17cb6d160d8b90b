#include "publish/meanings.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

namespace sitrep::publish {
namespace {

using values::Digest;
using values::Meaning;
using values::Moment;
using values::Quantity;
using values::Span;

constexpr std::size_t passed_shown = 3;    // of what was passed over
constexpr double coreference_score = 0.8;  // precision of its links (bench/runs)

template <class T>
Meaning meaning(const values::Decision<T>& decision, std::string shown) {
    Meaning out;
    out.notation = decision.choice->print();
    out.shown = std::move(shown);
    out.reason = decision.reason;
    out.reason.score = std::clamp(out.reason.score, 0.0, 1.0);
    for (const auto& passed : decision.passed) {
        if (out.passed.size() == passed_shown) break;
        out.passed.push_back(
            {passed.value.print(), passed.because, std::clamp(passed.score, 0.0, 1.0)});
    }
    return out;
}

// One end of a moment: "2024-05-12", "12 May" of an open year, "3 days before publication".
std::string day(std::int32_t number, values::Scale scale) {
    if (scale == values::Scale::FromPublication) {
        if (number == 0) return "the day of publication";
        return std::to_string(std::abs(number)) + (std::abs(number) == 1 ? " day" : " days") +
               (number < 0 ? " before" : " after") + " publication";
    }
    const auto date = values::Date::of(1970, 1, 1)->shifted(number);
    if (!date) return {};
    if (scale == values::Scale::Calendar) return date->print();
    constexpr std::array<std::string_view, 12> months = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return std::to_string(date->day()) + " " +
           std::string(months[static_cast<std::size_t>(date->month() - 1)]);
}

// "2024-05-12", "2024-05-10 to 2024-05-12", "since 2024-05-12".
std::string days(const Moment& moment) {
    std::string out;
    if (!moment.first && moment.last) {
        out = "until " + day(*moment.last, moment.scale);
    } else if (moment.first && !moment.last) {
        out = "since " + day(*moment.first, moment.scale);
    } else if (moment.first && *moment.first == *moment.last) {
        out = day(*moment.first, moment.scale);
    } else if (moment.first) {
        out = day(*moment.first, moment.scale) + " to " + day(*moment.last, moment.scale);
    }
    const bool part_of_day = moment.from_minute.has_value();
    return (moment.about && !part_of_day ? "about " : "") + out;
}

// Whether the words give month and day themselves: "June 22".
bool says_it(const values::TimeExpression& time) {
    return time.moment.reason.rule.starts_with("date") ||
           (time.moment.choice->scale != values::Scale::Calendar &&
            time.moment.reason.rule.starts_with("nearest-year"));
}

bool has_digit(std::string_view words) {
    return std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "24 to 99" where words count without a figure.
std::string range(const Quantity& quantity, std::string_view words) {
    if (has_digit(words) || quantity.exact()) return {};
    if (!quantity.low && !quantity.high) return {};
    if (!quantity.high) return values::print(*quantity.low) + " or more";
    if (!quantity.low) return "at most " + values::print(*quantity.high);
    if (*quantity.low == *quantity.high) return {};
    return values::print(*quantity.low) + " to " + values::print(*quantity.high);
}

}  // namespace

std::string lies_in(const values::Place& place) {
    std::string out;
    std::string_view before = place.name;
    for (const auto& parent : place.parents) {
        if (parent.name == before) continue;
        out += (out.empty() ? "" : ", ") + parent.name;
        before = parent.name;
    }
    return out;
}

std::optional<Meaning> moment_meaning(const Digest& digest, Span words) {
    for (const auto& time : digest.moments) {
        if (!words.contains(time.span) || !time.moment.choice) continue;
        const bool vague = time.value.find('_') != std::string::npos;
        const bool plain =
            vague || says_it(time) || time.moment.choice->grain == values::Grain::Year;
        return meaning(time.moment, plain ? std::string() : days(*time.moment.choice));
    }
    return std::nullopt;
}

std::optional<Meaning> place_meaning(const Digest& digest, Span words) {
    for (const auto& mention : digest.places) {
        if (!words.contains(mention.span) || !mention.place.choice) continue;
        if (mention.use == values::PlaceUse::InName || mention.use == values::PlaceUse::Adjective) {
            continue;
        }
        const auto& place = *mention.place.choice;
        std::string inside = lies_in(place);
        if (place.unplaced())
            inside = "not in the gazetteer" + (inside.empty() ? "" : ", in " + inside);
        return meaning(mention.place, inside);
    }
    return std::nullopt;
}

std::optional<Meaning> quantity_meaning(const Digest& digest, Span words) {
    for (const auto& decision : digest.quantities) {
        if (!decision.choice || !words.contains(decision.choice->span)) continue;
        const auto& quantity = *decision.choice;
        if (quantity.kind == values::QuantityKind::Ordinal) continue;
        return meaning(decision, range(quantity, quantity.span.of(digest.report.text)));
    }
    return std::nullopt;
}

std::optional<Meaning> actor_meaning(const Digest& digest, Span words) {
    for (const auto& one : digest.somebodies) {
        const auto mention = std::find_if(one.mentions.begin(), one.mentions.end(),
                                          [&](const auto& other) { return other.span == words; });
        if (mention == one.mentions.end()) continue;
        // A name says who it is; "he" and "the minister" are shown by their name.
        // (A noun that is no person's is another thing too often: "the republic".)
        const bool person = one.being == values::Being::Person && one.actor.choice &&
                            !one.actor.choice->name.empty();
        const bool other = one.naming.name && !mention->name && person;
        if (!one.actor.choice && !other) return std::nullopt;
        const auto naming = values::quoted(digest.report.text, {one.naming.span}).words;
        Meaning out;
        if (one.actor.choice) {
            out = meaning(one.actor, {});
        } else {
            out.notation = naming;
            out.reason = {"coreference", {one.naming.span}, coreference_score};
        }
        if (other) out.shown = naming;
        return out;
    }
    return std::nullopt;
}

}  // namespace sitrep::publish
