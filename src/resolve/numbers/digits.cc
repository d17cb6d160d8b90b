// Digits as they are written, with points and commas.
#include <algorithm>
#include <charconv>
#include <string>

#include "resolve/numbers/numerals.h"

namespace sitrep::resolve::numbers {

std::optional<double> digits(std::string_view written) {
    if (written.size() > digits_max) return std::nullopt;
    std::string plain;
    const auto last_comma = written.rfind(',');
    const auto first_point = written.find('.');
    const bool has_comma = last_comma != std::string_view::npos;
    const bool has_point = first_point != std::string_view::npos;
    char decimal = '.';
    if (has_comma && has_point && first_point < last_comma) decimal = ',';  // 1.111,11
    const char group = decimal == '.' ? ',' : '.';
    const auto point = written.rfind(decimal);
    if (written.find(decimal) != point) return std::nullopt;
    const auto whole = written.substr(0, std::min(point, written.size()));
    // Groups of three from the right, or two and two before the last three (lakh, crore).
    std::size_t run = 0;
    std::size_t groups = 0;
    for (std::size_t i = whole.size(); i > 0; --i) {
        if (whole[i - 1] != group) {
            plain.insert(plain.begin(), whole[i - 1]);
            ++run;
            continue;
        }
        if (run != 3 && !(groups > 0 && run == 2)) return std::nullopt;
        ++groups;
        run = 0;
    }
    if (groups > 0 && (run == 0 || run > 3)) return std::nullopt;
    if (point != std::string_view::npos) plain += "." + std::string(written.substr(point + 1));
    if (plain.starts_with('.')) plain.insert(plain.begin(), '0');
    double value = 0;
    const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    const bool all = read.ec == std::errc{} && read.ptr == plain.data() + plain.size();
    return all ? std::optional(value) : std::nullopt;
}

}  // namespace sitrep::resolve::numbers
