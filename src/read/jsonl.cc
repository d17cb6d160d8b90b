#include "read/jsonl.h"

#include <simdjson.h>

#include <array>
#include <utility>

#include "base/utf8.h"
#include "read/encoding.h"
#include "read/metadata.h"
#include "read/text.h"

namespace sitrep::read {
namespace {

constexpr std::array<std::string_view, 8> metadata_fields{
    "outlet", "agency", "title", "byline", "published", "url", "language", "author"};
constexpr std::size_t line_bytes_max = 4 * report_bytes_max;

bool metadata_field(std::string_view key) {
    for (const auto field : metadata_fields) {
        if (field == key) return true;
    }
    return false;
}

std::string type_of(simdjson::dom::element value) {
    switch (value.type()) {
        case simdjson::dom::element_type::ARRAY:
            return "a list";
        case simdjson::dom::element_type::OBJECT:
            return "an object";
        case simdjson::dom::element_type::BOOL:
            return "true or false";
        case simdjson::dom::element_type::STRING:
            return "a text";
        case simdjson::dom::element_type::NULL_VALUE:
            return "null";
        default:
            return "a number";
    }
}

// Where in line the value of a top-level key begins; 0 where it cannot be found.
std::size_t byte_of(const simdjson::padded_string& line, std::string_view key) {
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parser.iterate(line).get(document) != simdjson::SUCCESS) return 0;
    if (document.get_object().get(object) != simdjson::SUCCESS) return 0;
    for (auto field : object) {
        std::string_view name;
        if (field.unescaped_key().get(name) != simdjson::SUCCESS) return 0;
        if (name != key) continue;
        const char* at = nullptr;
        if (document.current_location().get(at) != simdjson::SUCCESS) return 0;
        return static_cast<std::size_t>(at - line.data());
    }
    return 0;
}

// The faults that a line has as JSON, in words.
std::string fault_of(simdjson::error_code code) {
    switch (code) {
        case simdjson::UNCLOSED_STRING:
            return "the line is cut off inside a text in quotes; fetch or delete it";
        case simdjson::TAPE_ERROR:
        case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
            return "the line is no whole JSON object; complete or delete it";
        case simdjson::DEPTH_ERROR:
            return "the line is nested too deep; delete it";
        case simdjson::STRING_ERROR:
            return "a text in quotes holds a wrong escape (\\); mend it";
        case simdjson::UNESCAPED_CHARS:
            return "a text in quotes holds a raw control character; write it as \\u00XX";
        default:
            return std::string("the line is no JSON (") + simdjson::error_message(code) +
                   "); mend or delete it";
    }
}

// A line's fields, before they become a report.
struct Fields {
    std::string text;
    Metadata given;
};

struct Place {
    std::string line;      // "FILE:LINE"
    std::size_t byte = 0;  // of the line in the file
};

base::Error bad(const Place& place, std::size_t byte, const std::string& fault) {
    return base::Error("byte " + std::to_string(place.byte + byte) + ": " + fault).at(place.line);
}

base::Error wrong_type(const Place& place, const simdjson::padded_string& json,
                       std::string_view key, simdjson::dom::element value) {
    return bad(place, byte_of(json, key),
               "\"" + std::string(key) + "\" is " + type_of(value) +
                   " where a text in quotes belongs; mend or delete the line");
}

base::Result<Fields> fields_of(simdjson::dom::object object, const simdjson::padded_string& json,
                               const Place& place) {
    Fields fields;
    fields.given.rule = "jsonl";
    for (const auto field : object) {
        const bool is_text = field.key == "text";
        if (!is_text && field.key != "id" && !metadata_field(field.key)) continue;
        if (field.value.is_null()) continue;
        std::string_view value;
        const bool is_string = field.value.get_string().get(value) == simdjson::SUCCESS;
        if (field.key == "id") {
            if (!is_string && !field.value.is_int64()) {
                return wrong_type(place, json, field.key, field.value);
            }
            continue;
        }
        if (!is_string) return wrong_type(place, json, field.key, field.value);
        if (is_text) {
            fields.text = value;
        } else if (auto set = fields.given.set(field.key, value); !set) {
            return bad(place, byte_of(json, field.key), set.error().message());
        }
    }
    return fields;
}

base::Result<values::Report> report_in(std::string_view line, const Place& place,
                                       simdjson::dom::parser& parser, const Known& know,
                                       std::optional<int> year) {
    if (line.size() > line_bytes_max) {
        return bad(place, 0,
                   "the line has more than " + std::to_string(line_bytes_max) +
                       " bytes; split it into its reports");
    }
    const auto sane = base::sanitised_utf8(line);
    const simdjson::padded_string json(sane.text);
    simdjson::dom::element root;
    if (const auto code = parser.parse(json).get(root); code != simdjson::SUCCESS) {
        return bad(place, 0, fault_of(code));
    }
    simdjson::dom::object object;
    if (root.get_object().get(object) != simdjson::SUCCESS) {
        return bad(place, 0, "the line is " + type_of(root) + ", not an object {…}; mend it");
    }
    auto fields = fields_of(object, json, place);
    if (!fields) return std::move(fields).error();
    if (fields->text.empty()) {
        return bad(place, 0, "\"text\" is missing or empty; add it or delete the line");
    }
    return report_of(std::move(fields->text), place.line, "UTF-8", know, fields->given, year);
}

void read_lines(std::string_view text, std::size_t text_begin, const std::string& path,
                const Known& know, std::optional<int> year, Bad when_bad, Lines& lines) {
    simdjson::dom::parser parser;
    std::size_t byte = text_begin;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        const auto taken = end == std::string_view::npos ? text.size() : end + 1;
        text.remove_prefix(taken);
        const Place place{path + ":" + std::to_string(number), byte};
        byte += taken;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        auto report = report_in(line, place, parser, know, year);
        if (report) {
            lines.reports.push_back(*std::move(report));
            continue;
        }
        lines.refused.push_back(std::move(report).error());
        if (when_bad == Bad::Stops) return;
    }
}

}  // namespace

Lines jsonl(std::string_view bytes, const std::string& path, const Known& know,
            std::optional<int> year, Bad when_bad) {
    Lines lines;
    const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                      bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4));
    if (wide) {
        auto decoding = decoded(bytes);
        if (!decoding) {
            lines.refused.push_back(std::move(decoding).error().at(path));
            return lines;
        }
        read_lines(decoding->text, 0, path, know, year, when_bad, lines);
    } else {
        const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        read_lines(bytes.substr(mark), mark, path, know, year, when_bad, lines);
    }
    if (lines.reports.empty() && lines.refused.empty()) {
        lines.refused.push_back(
            base::Error("holds no line; fill it with one JSON object a line, or delete it")
                .at(path));
    }
    return lines;
}

}  // namespace sitrep::read
