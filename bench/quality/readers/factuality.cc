#include "quality/readers/factuality.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

using Parsed = nlohmann::json;

// The bytes of tokens [first, behind) of a text; empty where it has no such tokens.
std::optional<values::Span> tokens_of(const std::string& text, std::size_t first,
                                      std::size_t behind) {
    const auto tokens = cut(text, ' ');
    if (first >= behind || behind > tokens.size()) return std::nullopt;
    const auto begin = static_cast<std::size_t>(tokens[first].data() - text.data());
    const auto& last = tokens[behind - 1];
    const auto end = static_cast<std::size_t>(last.data() - text.data()) + last.size();
    return values::Span::in(text, begin, end);
}

std::optional<FactualityTarget> target_of(const Parsed& target, const std::string& text) {
    const auto span = target.find("span1");
    const auto label = target.find("label");
    if (span == target.end() || label == target.end()) return std::nullopt;
    if (!span->is_array() || span->size() != 2 || !label->is_number()) return std::nullopt;
    for (const auto& end : *span) {
        if (!end.is_number_unsigned()) return std::nullopt;
    }
    const auto words =
        tokens_of(text, (*span)[0].get<std::size_t>(), (*span)[1].get<std::size_t>());
    if (!words) return std::nullopt;
    return FactualityTarget{*words, label->get<double>()};
}

std::optional<FactualityText> text_from(const Parsed& line) {
    if (!line.is_object()) return std::nullopt;
    const auto text = line.find("text");
    const auto targets = line.find("targets");
    if (text == line.end() || targets == line.end()) return std::nullopt;
    if (!text->is_string() || !targets->is_array()) return std::nullopt;
    FactualityText out;
    out.text = text->get<std::string>();
    for (const auto& one : *targets) {
        if (!one.is_object()) return std::nullopt;
        const auto target = target_of(one, out.text);
        if (!target) return std::nullopt;
        out.targets.push_back(*target);
    }
    return out;
}

}  // namespace

base::Result<std::vector<FactualityText>> factuality_of(std::string_view lines,
                                                        const std::string& path) {
    std::vector<FactualityText> out;
    std::size_t number = 0;
    for (const std::string_view line : cut(lines, '\n')) {
        ++number;
        if (line.empty()) continue;
        auto read = text_from(Parsed::parse(line, nullptr, false));
        if (!read) {
            return base::Error("no text with targets inside it; fetch the file anew")
                .at(path + ":" + std::to_string(number));
        }
        read->id = std::to_string(number);
        out.push_back(*std::move(read));
    }
    return out;
}

base::Result<std::vector<FactualityText>> factuality_file(const std::string& path) {
    const auto text = text_of(path);
    if (!text) return text.error();
    return factuality_of(*text, path);
}

}  // namespace sitrep::quality
