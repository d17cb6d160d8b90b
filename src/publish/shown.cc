#include "publish/shown.h"

#include <array>
#include <cstdio>

#include "base/utf8.h"

namespace sitrep::publish {
namespace {

bool steers(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || turns;
}

}  // namespace

std::string shown(std::string_view words) {
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const auto here = base::code_point_at(words, at);
        if (steers(here.value) || !here.valid) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(here.value));
            out += code.data();
        } else {
            out += words.substr(at, here.bytes);
        }
        at += here.bytes;
    }
    return out;
}

std::string escaped_markdown(std::string_view words) {
    std::string out;
    for (const char c : shown(words)) {
        if (std::string_view("\\`*_[]<>#|~&").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

}  // namespace sitrep::publish
