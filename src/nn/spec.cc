#include "nn/spec.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "base/file.h"

namespace sitrep::nn {
namespace {

constexpr std::size_t spec_bytes_max = 4U << 20U;
constexpr std::uint32_t dimension_max = 1U << 20U;
constexpr std::size_t list_rows_max = 1U << 16U;
constexpr std::string_view format = "sitrep-annotator-1";
constexpr std::string_view again = "; write the folder again with training/export.py";

class Lines {
public:
    explicit Lines(std::string_view text) : text_(text) {}

    std::optional<std::string_view> next() {
        if (at_ >= text_.size()) return std::nullopt;
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        const std::string_view line = text_.substr(at_, end - at_);
        at_ = end + 1;
        ++number_;
        return line;
    }
    base::Error error(const std::string& fault) const {
        return base::Error(fault + std::string(again)).at("line " + std::to_string(number_));
    }

private:
    std::string_view text_;
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

using Sizes = std::array<std::pair<std::string_view, std::uint32_t*>, 12>;

Sizes sizes(Spec& spec) {
    return {{{"layers", &spec.layers},
             {"hidden", &spec.hidden},
             {"heads", &spec.heads},
             {"intermediate", &spec.intermediate},
             {"vocabulary", &spec.vocabulary},
             {"positions", &spec.positions},
             {"casing", &spec.casing},
             {"window_pieces", &spec.window_pieces},
             {"window_paragraph_pieces", &spec.window_paragraph_pieces},
             {"arc", &spec.arc},
             {"relation", &spec.relation},
             {"pointer", &spec.pointer}}};
}

using Lists = std::array<std::pair<std::string_view, std::vector<std::string>*>, 5>;

Lists lists(Spec& spec) {
    return {{{"upos", &spec.upos_names},
             {"features", &spec.feature_names},
             {"lemma", &spec.lemma_names},
             {"entity", &spec.entity_names},
             {"relation", &spec.relation_names}}};
}

base::Result<base::Done> read_list(std::string_view value, Lines& lines, Spec& spec) {
    const std::size_t blank = value.find(' ');
    const auto count =
        blank == value.npos ? std::nullopt : number<std::size_t>(value.substr(blank + 1));
    if (!count || *count == 0 || *count > list_rows_max) {
        return lines.error("a list needs a name and a count from 1 to " +
                           std::to_string(list_rows_max));
    }
    for (const auto& [name, rows] : lists(spec)) {
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
                                  Spec& spec) {
    const std::string named = "\"" + std::string(key) + " " + std::string(value) + "\"";
    if (key == "format") {
        if (value == format) return base::Done{};
        return lines.error(named + ": this program reads " + std::string(format));
    }
    if (key == "weights_sha256") {
        spec.weights_sha256 = value;
        return base::Done{};
    }
    if (key == "layer_norm_epsilon") {
        const auto read = number<float>(value);
        if (!read || !(*read >= 0) || !(*read < 1)) return lines.error(named + " is no epsilon");
        spec.layer_norm_epsilon = *read;
        return base::Done{};
    }
    for (const auto& [name, size] : sizes(spec)) {
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
base::Result<base::Done> whole(Spec& spec) {
    const auto fault = [](const std::string& words) { return base::Error(words + std::string(again)); };
    for (const auto& [name, size] : sizes(spec)) {
        if (*size == 0) return fault("the key \"" + std::string(name) + "\" is missing");
    }
    for (const auto& [name, rows] : lists(spec)) {
        if (rows->empty()) return fault("the list \"" + std::string(name) + "\" is missing");
    }
    if (spec.weights_sha256.empty()) return fault("the key \"weights_sha256\" is missing");
    if (spec.hidden % spec.heads != 0) return fault("hidden is no multiple of heads");
    if (spec.window_pieces > spec.positions || spec.positions < 4) {
        return fault("a window of window_pieces does not fit into positions");
    }
    return base::Done{};
}

}  // namespace

base::Result<Spec> parse_spec(std::string_view text) {
    Spec spec;
    Lines lines(text);
    bool format_seen = false;
    while (const auto line = lines.next()) {
        const std::size_t blank = line->find(' ');
        if (blank == line->npos) return lines.error("not \"key value\"");
        const std::string_view key = line->substr(0, blank);
        const std::string_view value = line->substr(blank + 1);
        if (!format_seen && key != "format") return lines.error("the first key must be format");
        format_seen = true;
        const auto read =
            key == "list" ? read_list(value, lines, spec) : read_key(key, value, lines, spec);
        if (!read) return read.error();
    }
    if (const auto complete = whole(spec); !complete) return complete.error();
    return spec;
}

base::Result<Spec> open_spec(const std::string& path) {
    const auto text = base::read_file(path, spec_bytes_max);
    if (!text) return text.error();
    auto spec = parse_spec(*text);
    if (!spec) return std::move(spec).error().at(path);
    return spec;
}

}  // namespace sitrep::nn
