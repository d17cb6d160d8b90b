// Date: a civil day of the proleptic Gregorian calendar; PartialDate: what a text gives of one.
//
// Invariant  Date holds only days that exist, years 1..9999
// Notation   2024-02-29; partial: 2024-02-29, 2024-02, 2024, ????-06-23, ????-06-23/wed,
// ????-??-??/thu Source     day numbers after Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms"
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep::values {

enum class Weekday : std::uint8_t {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday
};

class Date {
public:
    static std::optional<Date> of(int year, int month, int day);
    static std::optional<Date> parse(std::string_view notation);

    int year() const { return year_; }
    int month() const { return month_; }
    int day() const { return day_; }
    Weekday weekday() const;

    // Days since 1970-01-01, negative before it.
    std::int32_t day_number() const;
    // Empty where the result leaves years 1..9999.
    std::optional<Date> shifted(std::int32_t days) const;

    std::string print() const;

    friend bool operator==(const Date&, const Date&) = default;
    friend auto operator<=>(const Date&, const Date&) = default;

private:
    Date(int year, int month, int day)
        : year_(static_cast<std::int16_t>(year)),
          month_(static_cast<std::int8_t>(month)),
          day_(static_cast<std::int8_t>(day)) {}

    std::int16_t year_;
    std::int8_t month_;
    std::int8_t day_;
};

// Any part may be open. A whole one (year, month, day all given) gives a Date.
struct PartialDate {
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    std::optional<Weekday> weekday;

    std::optional<Date> whole() const;
    // The years from first to last in which month, day and weekday agree; all parts but the year
    // must be given, else empty.
    std::vector<int> years_proposed(int first, int last) const;

    std::string print() const;
    static std::optional<PartialDate> parse(std::string_view notation);

    friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

std::string_view name(Weekday weekday);  // "Monday"

}  // namespace sitrep::values
