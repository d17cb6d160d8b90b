#include "annotate/lemmas.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

namespace sitrep::annotate {
namespace {

struct Script {
    bool lowers = false;
    std::size_t cut = 0;  // code points
    std::string_view add;
};

std::optional<Script> script_of(std::string_view text) {
    if (text.size() < 4 || text[1] != ';') return std::nullopt;
    Script script;
    script.lowers = text[0] == 'l';
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + 2, end, script.cut);
    if (read.ec != std::errc{} || read.ptr == end || *read.ptr != ';') return std::nullopt;
    script.add = text.substr(static_cast<std::size_t>(read.ptr + 1 - text.data()));
    return script;
}

// Bytes that are left when so many code points fall from the end; empty where there are not so
// many.
std::optional<std::size_t> bytes_kept(std::string_view word, std::size_t cut) {
    std::size_t end = word.size();
    for (; cut > 0; --cut) {
        if (end == 0) return std::nullopt;
        do --end;
        while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U);
    }
    return end;
}

bool ascii(std::string_view word) {
    return std::none_of(word.begin(), word.end(),
                        [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

}  // namespace

std::string lemma(std::string_view script, std::string_view form) {
    if (script.size() > 1 && script.front() == '=') return std::string(script.substr(1));
    const auto edit = script_of(script);
    std::string word = edit && edit->lowers ? lower(form) : std::string(form);
    if (!edit) return word;
    const auto kept = bytes_kept(word, edit->cut);
    // The twin gives an empty lemma, or counts a cut past the front from the end again.
    if (!kept || (*kept == 0 && edit->add.empty())) return word;
    word.resize(*kept);
    word += edit->add;
    return word;
}

std::string lower(std::string_view form) {
    std::string out;
    if (ascii(form)) {
        out = form;
        std::transform(out.begin(), out.end(), out.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return out;
    }
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece piece(form.data(), static_cast<std::int32_t>(form.size()));
    icu::CaseMap::utf8ToLower("", 0, piece, sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(form);
}

}  // namespace sitrep::annotate
