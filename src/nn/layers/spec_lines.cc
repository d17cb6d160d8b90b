#include "nn/layers/spec_lines.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace sitrep::nn {
namespace {

constexpr std::uint32_t dimension_max = 1U << 20U;
constexpr std::size_t list_rows_max = 1U << 16U;

class Lines {
public:
    Lines(std::string_view text, const SpecForm& form) : text_(text), form_(form) {}

    std::optional<std::string_view> next() {
        if (at_ >= text_.size()) return std::nullopt;
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        const std::string_view line = text_.substr(at_, end - at_);
        at_ = end + 1;
        ++number_;
        return line;
    }
    base::Error error(const std::string& fault) const {
        return form_.fault(fault).at("line " + std::to_string(number_));
    }

private:
    std::string_view text_;
    const SpecForm& form_;
    std::size_t at_ = 0;
    std::size_t number_ = 0;
};

template <class Number>
std::optional<Number> number(std::string_view words) {
    Number value{};
    const auto [end, fault] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (fault != std::errc() || end != words.data() + words.size()) return std::nullopt;
    return value;
}

base::Result<base::Done> read_list(std::string_view value, Lines& lines, const SpecForm& form) {
    const std::size_t blank = value.find(' ');
    const auto count =
        blank == value.npos ? std::nullopt : number<std::size_t>(value.substr(blank + 1));
    if (!count || *count == 0 || *count > list_rows_max) {
        return lines.error("a list needs a name and a count from 1 to " +
                           std::to_string(list_rows_max));
    }
    for (const auto& [name, rows] : form.lists) {
        if (name != value.substr(0, blank)) continue;
        if (!rows->empty()) return lines.error("the list " + std::string(name) + " comes twice");
        for (std::size_t i = 0; i < *count; ++i) {
            const auto row = lines.next();
            if (!row) return lines.error("the list " + std::string(name) + " is cut short");
            rows->emplace_back(*row);
        }
        return base::Done{};
    }
    return lines.error("no list is called \"" + std::string(value.substr(0, blank)) + "\"");
}

base::Result<base::Done> read_key(std::string_view key, std::string_view value, const Lines& lines,
                                  const SpecForm& form) {
    const std::string named = "\"" + std::string(key) + " " + std::string(value) + "\"";
    if (key == "format") {
        if (value == form.format) return base::Done{};
        return lines.error(named + ": this program reads " + std::string(form.format));
    }
    if (key == "weights_sha256") {
        *form.weights_sha256 = value;
        return base::Done{};
    }
    if (key == "layer_norm_epsilon") {
        const auto read = number<float>(value);
        if (!read || !(*read >= 0) || !(*read < 1)) return lines.error(named + " is no epsilon");
        *form.layer_norm_epsilon = *read;
        return base::Done{};
    }
    for (const auto& [name, size] : form.sizes) {
        if (name != key) continue;
        const auto read = number<std::uint32_t>(value);
        if (!read || *read == 0 || *read > dimension_max) {
            return lines.error(named + " is no size from 1 to " + std::to_string(dimension_max));
        }
        *size = *read;
        return base::Done{};
    }
    return lines.error("no key is called \"" + std::string(key) + "\"");
}

// What no single line can tell.
base::Result<base::Done> whole(const SpecForm& form) {
    for (const auto& [name, size] : form.sizes) {
        if (*size == 0) return form.fault("the key \"" + std::string(name) + "\" is missing");
    }
    for (const auto& [name, rows] : form.lists) {
        if (rows->empty()) {
            return form.fault("the list \"" + std::string(name) + "\" is missing");
        }
    }
    if (form.weights_sha256->empty()) {
        return form.fault("the key \"weights_sha256\" is missing");
    }
    return base::Done{};
}

}  // namespace

base::Error SpecForm::fault(const std::string& words) const {
    return base::Error(words + std::string(again));
}

base::Result<base::Done> read_spec(std::string_view text, const SpecForm& form) {
    Lines lines(text, form);
    bool format_seen = false;
    while (const auto line = lines.next()) {
        const std::size_t blank = line->find(' ');
        if (blank == line->npos) return lines.error("not \"key value\"");
        const std::string_view key = line->substr(0, blank);
        const std::string_view value = line->substr(blank + 1);
        if (!format_seen && key != "format") return lines.error("the first key must be format");
        format_seen = true;
        const auto read =
            key == "list" ? read_list(value, lines, form) : read_key(key, value, lines, form);
        if (!read) return read.error();
    }
    return whole(form);
}

}  // namespace sitrep::nn
