#include "quality/readers/label_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace sitrep::quality {
namespace {

bool key_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::size_t key_length(std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), key_letter) -
                                    text.begin());
}

// "words"#2 off the front of `rest`; empty, and `rest` untouched, where none stands there.
std::optional<LabelField> take_quoted(std::string_view& rest) {
    if (!rest.starts_with('"')) return std::nullopt;
    const std::size_t close = rest.find('"', 1);
    if (close == std::string_view::npos) return std::nullopt;
    LabelField field;
    field.words = rest.substr(1, close - 1);
    rest.remove_prefix(close + 1);
    if (!rest.starts_with('#')) return field;
    const char* last = rest.data() + rest.size();
    const auto read = std::from_chars(rest.data() + 1, last, field.occurrence);
    if (read.ec == std::errc{}) {
        rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
    }
    return field;
}

// A blank here ends what is meant: the next field, the next mouth or a mark of the line follows.
bool ends_meaning(std::string_view rest) {
    if (rest.starts_with(">\"")) return true;
    if (!rest.starts_with(' ')) return false;
    rest.remove_prefix(1);
    if (rest == "background") return true;
    constexpr std::array<std::string_view, 3> marks = {"total", "share", "direct"};
    const std::size_t length = key_length(rest);
    for (const std::string_view mark : marks) {
        if (rest.substr(0, length) == mark) return true;
    }
    return length > 0 && length + 1 < rest.size() && rest[length] == '=' &&
           (rest[length + 1] == '"' || key_letter(rest[length + 1]));
}

// =who is meant, off the front of `rest`.
std::string take_meaning(std::string_view& rest) {
    if (!rest.starts_with('=')) return {};
    std::size_t end = 1;
    while (end < rest.size() && !ends_meaning(rest.substr(end))) ++end;
    std::string meant(rest.substr(1, end - 1));
    rest.remove_prefix(end);
    return meant;
}

// A field, or several mouths of one `via`; false, and `rest` untouched, where none stands there.
bool take_field(std::string_view& rest, std::vector<LabelField>& into) {
    const std::size_t length = key_length(rest);
    if (length == 0 || !rest.substr(length).starts_with('=')) return false;
    const std::string key(rest.substr(0, length));
    std::string_view behind = rest.substr(length + 1);
    auto field = take_quoted(behind);
    if (!field) return false;
    while (field) {
        field->key = key;
        field->meant = take_meaning(behind);
        into.push_back(*std::move(field));
        field.reset();
        if (key != "via" || !behind.starts_with(">\"")) break;
        std::string_view next = behind.substr(1);
        field = take_quoted(next);
        if (field) behind = next;
    }
    rest = behind;
    return true;
}

}  // namespace

LabelFields label_fields(std::string_view line) {
    LabelFields read;
    while (!line.empty()) {
        if (line.front() == ' ') {
            line.remove_prefix(1);
        } else if (!take_field(line, read.fields)) {
            const std::size_t end = std::min(line.find(' '), line.size());
            read.bare.emplace_back(line.substr(0, end));
            line.remove_prefix(end);
        }
    }
    return read;
}

}  // namespace sitrep::quality
