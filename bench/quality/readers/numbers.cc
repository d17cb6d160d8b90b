#include "quality/readers/numbers.h"

#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

using Json = nlohmann::json;

std::optional<double> number(std::string_view words) {
    while (!words.empty() && (words.front() == '(' || words.front() == ' ')) words.remove_prefix(1);
    while (!words.empty() && (words.back() == ')' || words.back() == '%' || words.back() == ' '))
        words.remove_suffix(1);
    double value = 0;
    const char* last = words.data() + words.size();
    const auto read = std::from_chars(words.data(), last, value);
    if (words.empty() || read.ec != std::errc{} || read.ptr != last) return std::nullopt;
    return value;
}

base::Result<Json> json_file(const std::string& path) {
    auto text = text_of(path);
    if (!text) return std::move(text).error();
    std::string_view bytes = *text;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    Json json = Json::parse(bytes, nullptr, false);
    if (!json.is_array()) {
        return base::Error("is no JSON array; fetch the file again").at(path);
    }
    return json;
}

std::string word(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// "30.0", "10-20", "4000.0-5000.0".
std::optional<ToldFigure> newsquant_value(const std::string& words) {
    ToldFigure figure;
    const auto dash = words.find('-', 1);
    const auto low = number(std::string_view(words).substr(0, dash));
    if (!low) return std::nullopt;
    figure.low = figure.high = *low;
    if (dash == std::string::npos) return figure;
    const auto high = number(std::string_view(words).substr(dash + 1));
    if (!high) return std::nullopt;
    figure.high = *high;
    figure.ranges = true;
    return figure;
}

// "12", "12%", "[20,35)", "(20,)".
std::optional<ToldFigure> spec_value(const std::string& words) {
    ToldFigure figure;
    const auto comma = words.find(',');
    if (comma == std::string::npos || words.size() < 3) {
        const auto value = number(words);
        if (!value) return std::nullopt;
        figure.low = figure.high = *value;
        return figure;
    }
    constexpr double open = std::numeric_limits<double>::infinity();
    const std::string_view whole = words;
    figure.ranges = true;
    figure.low = number(whole.substr(1, comma - 1)).value_or(-open);
    figure.high = number(whole.substr(comma + 1, whole.size() - comma - 2)).value_or(open);
    return figure;
}

}  // namespace

base::Result<std::vector<ToldText>> newsquant_file(const std::string& path) {
    const auto json = json_file(path);
    if (!json) return json.error();
    std::vector<ToldText> out;
    for (const auto& entry : *json) {
        ToldText& text = out.emplace_back();
        text.id = std::to_string(out.size());
        text.text = word(entry, "text");
        const auto quantities = entry.find("quantities");
        if (text.text.empty() || quantities == entry.end()) {
            return base::Error("entry " + text.id + " has no text or no quantities").at(path);
        }
        for (const auto& quantity : *quantities) {
            auto figure = newsquant_value(word(quantity, "value"));
            if (!figure) {
                return base::Error("entry " + text.id + " has a value that is no number").at(path);
            }
            figure->change = word(quantity, "change");
            figure->unit = word(quantity, "normalized_unit");
            text.figures.push_back(*std::move(figure));
        }
    }
    return out;
}

base::Result<std::vector<ToldText>> spec_file(const std::string& path) {
    const auto json = json_file(path);
    if (!json) return json.error();
    std::vector<ToldText> out;
    for (const auto& entry : *json) {
        ToldText& text = out.emplace_back();
        text.id = std::to_string(out.size());
        text.text = word(entry, "Input");
        const auto results = entry.find("Results");
        if (results == entry.end()) {
            return base::Error("case " + text.id + " has no Results").at(path);
        }
        for (const auto& result : *results) {
            const auto resolution = result.find("Resolution");
            const auto told = resolution == result.end() || !resolution->is_object()
                                  ? std::nullopt
                                  : spec_value(word(*resolution, "value"));
            text.odd = text.odd || !told;
            if (told) text.figures.push_back(*told);
        }
    }
    return out;
}

base::Result<std::vector<ToldText>> duckling_file(const std::string& path) {
    const auto bytes = text_of(path);
    if (!bytes) return bytes.error();
    std::vector<ToldText> out;
    for (const auto line : cut(*bytes, '\n')) {
        const auto cells = cut(line, '\t');
        constexpr std::string_view head = "NumeralValue ";
        if (cells.size() < 3 || !cells[1].starts_with(head)) continue;
        ToldText& text = out.emplace_back();
        text.id = std::to_string(out.size());
        text.text = cells[2];
        const auto value = number(cells[1].substr(head.size()));
        text.odd = !value;
        if (value) text.figures.push_back({*value, *value, false, "", ""});
    }
    if (out.empty()) return base::Error("holds no numeral; fetch the file again").at(path);
    return out;
}

}  // namespace sitrep::quality
