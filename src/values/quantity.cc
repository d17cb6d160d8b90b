#include "values/quantity.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace sitrep::values {
namespace {

constexpr std::array<std::string_view, 6> kinds{"count", "measure", "money",
                                                "share", "age",     "ordinal"};
constexpr std::array<std::string_view, 4> tallies{"", "total", "new", "earlier"};
constexpr double plain_digits_max = 1e21;  // from here on an exponent is shorter to read

std::optional<double> number(std::string_view words) {
    double value = 0;
    const char* last = words.data() + words.size();
    const auto read = std::from_chars(words.data(), last, value);
    if (read.ec != std::errc{} || read.ptr != last || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string value_words(const Quantity& q) {
    switch (q.bound) {
        case QuantityBound::AtLeast:
            return ">=" + (q.low ? print(*q.low) : "");
        case QuantityBound::MoreThan:
            return ">" + (q.low ? print(*q.low) : "");
        case QuantityBound::AtMost:
            return "<=" + (q.high ? print(*q.high) : "");
        case QuantityBound::LessThan:
            return "<" + (q.high ? print(*q.high) : "");
        case QuantityBound::Exact:
        case QuantityBound::About:
            break;
    }
    const std::string mark = q.bound == QuantityBound::About ? "~" : "";
    if (q.low && q.high && *q.low == *q.high) return mark + print(*q.low);
    return mark + (q.low ? print(*q.low) : "") + ".." + (q.high ? print(*q.high) : "");
}

bool take(std::string_view& words, std::string_view head) {
    if (!words.starts_with(head)) return false;
    words.remove_prefix(head.size());
    return true;
}

bool read_range(std::string_view words, Quantity& q) {
    const auto dots = words.find("..");
    if (dots == std::string_view::npos) {
        q.low = q.high = number(words);
        return q.low.has_value();
    }
    const auto low = words.substr(0, dots);
    const auto high = words.substr(dots + 2);
    if (!low.empty() && !(q.low = number(low))) return false;
    if (!high.empty() && !(q.high = number(high))) return false;
    return !q.low || !q.high || *q.low <= *q.high;
}

bool read_value(std::string_view words, Quantity& q) {
    const auto one = [&](QuantityBound bound, std::optional<double>& end) {
        q.bound = bound;
        return (end = number(words)).has_value();
    };
    if (take(words, ">=")) return one(QuantityBound::AtLeast, q.low);
    if (take(words, ">")) return one(QuantityBound::MoreThan, q.low);
    if (take(words, "<=")) return one(QuantityBound::AtMost, q.high);
    if (take(words, "<")) return one(QuantityBound::LessThan, q.high);
    if (take(words, "~")) q.bound = QuantityBound::About;
    return read_range(words, q);
}

std::string quoted(const std::string& words) {
    std::string out = "\"";
    for (const char c : words) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out + "\"";
}

// The quoted words at the front, taken off; empty where they do not close.
std::optional<std::string> unquoted(std::string_view& words) {
    if (!take(words, "\"")) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == '"') {
            words.remove_prefix(i + 1);
            return out;
        }
        if (words[i] == '\\' && i + 1 < words.size()) ++i;
        out += words[i];
    }
    return std::nullopt;
}

std::string_view word_off(std::string_view& rest) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

bool read_named(std::string_view& rest, Quantity& q, bool& known) {
    const std::array<std::pair<std::string_view, std::string*>, 4> fields{
        {{"unit=", &q.unit}, {"per=", &q.per}, {"of=", &q.of}, {"counted=", &q.counted}}};
    for (const auto& [head, into] : fields) {
        if (!take(rest, head)) continue;
        known = true;
        auto words = unquoted(rest);
        if (words) *into = *std::move(words);
        return words.has_value();
    }
    if (take(rest, "si=")) {
        known = true;
        Quantity si;
        const auto comma = rest.find(',');
        if (comma == std::string_view::npos || !read_range(rest.substr(0, comma), si)) return false;
        rest.remove_prefix(comma + 1);
        auto words = unquoted(rest);
        q.si_low = si.low;
        q.si_high = si.high;
        if (words) q.si_unit = *std::move(words);
        return words.has_value();
    }
    return true;
}

bool read_word(std::string_view word, Quantity& q) {
    if (take(word, "@")) {
        const auto span = Span::parse(word);
        if (span) q.span = *span;
        return span.has_value();
    }
    if (take(word, "currency=")) return !(q.currency = word).empty();
    if (take(word, "base=")) return (q.base = number(word)).has_value();
    if (take(word, "from=")) return (q.from = number(word)).has_value();
    if (word == "up" || word == "down") {
        q.change = word == "up" ? Change::Up : Change::Down;
        return true;
    }
    for (std::size_t i = 1; i < tallies.size(); ++i) {
        if (word != tallies[i]) continue;
        q.tally = static_cast<Tally>(i);
        return true;
    }
    return false;
}

}  // namespace

std::string_view name(QuantityKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::string print(double number) {
    std::array<char, 64> buffer{};
    char* const end = buffer.data() + buffer.size();
    const bool plain = std::abs(number) < plain_digits_max && std::abs(number) >= 1e-9;
    const auto written = plain || number == 0
                             ? std::to_chars(buffer.data(), end, number, std::chars_format::fixed)
                             : std::to_chars(buffer.data(), end, number);
    return {buffer.data(), written.ptr};
}

std::string Quantity::print() const {
    std::string out = std::string(name(kind)) + " " + value_words(*this);
    const auto field = [&](std::string_view head, const std::string& words) {
        if (!words.empty()) out += " " + std::string(head) + "=" + quoted(words);
    };
    field("unit", unit);
    field("per", per);
    if (!currency.empty()) out += " currency=" + currency;
    field("of", of);
    if (base) out += " base=" + values::print(*base);
    if (change != Change::None) out += change == Change::Up ? " up" : " down";
    if (tally != Tally::Unsaid) out += " " + std::string(tallies[static_cast<std::size_t>(tally)]);
    if (from) out += " from=" + values::print(*from);
    field("counted", counted);
    if (!si_unit.empty()) {
        Quantity si;
        si.low = si_low;
        si.high = si_high;
        out += " si=" + value_words(si) + "," + quoted(si_unit);
    }
    return out + " @" + span.print();
}

std::optional<Quantity> Quantity::parse(std::string_view notation) {
    Quantity q;
    std::string_view rest = notation;
    const auto kind_word = word_off(rest);
    std::size_t kind_at = 0;
    while (kind_at < kinds.size() && kinds[kind_at] != kind_word) ++kind_at;
    if (kind_at == kinds.size() || !take(rest, " ")) return std::nullopt;
    q.kind = static_cast<QuantityKind>(kind_at);
    if (!read_value(word_off(rest), q)) return std::nullopt;
    while (take(rest, " ")) {
        bool known = false;
        if (!read_named(rest, q, known)) return std::nullopt;
        if (!known && !read_word(word_off(rest), q)) return std::nullopt;
    }
    return rest.empty() ? std::optional(std::move(q)) : std::nullopt;
}

}  // namespace sitrep::values
