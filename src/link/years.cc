#include "link/years.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "values/date.h"

namespace sitrep::link {
namespace {

constexpr int siblings_days_max = 183;  // further away, the year before or after is as near

// The one year in which the date stands near a sibling; empty where there is none or several.
std::optional<int> year_among(const values::PartialDate& date,
                              const std::vector<values::Date>& siblings) {
    std::optional<int> found;
    for (const auto& sibling : siblings) {
        for (int year = sibling.year() - 1; year <= sibling.year() + 1; ++year) {
            const auto whole = values::Date::of(year, *date.month, *date.day);
            if (!whole || (date.weekday && *date.weekday != whole->weekday())) continue;
            const int away = std::abs(whole->day_number() - sibling.day_number());
            if (away > siblings_days_max) continue;
            if (found && *found != year) return std::nullopt;
            found = year;
        }
    }
    return found;
}

}  // namespace

void years(std::vector<values::Report>& reports) {
    std::vector<values::Date> siblings;
    for (const auto& report : reports) {
        if (const auto whole = report.published.date.whole()) siblings.push_back(*whole);
    }
    // Reports of one day say the same; what is left is small.
    std::sort(siblings.begin(), siblings.end());
    siblings.erase(std::unique(siblings.begin(), siblings.end()), siblings.end());
    for (auto& report : reports) {
        auto& date = report.published.date;
        if (date.year || !date.month || !date.day) continue;
        const auto year = year_among(date, siblings);
        if (!year) continue;
        date.year = year;
        date.weekday.reset();  // the whole date says it
        report.published.rule = "sibling";
    }
}

}  // namespace sitrep::link
