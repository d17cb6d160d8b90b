#include "read/encoding.h"

#include <uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>

#include "base/utf8.h"

namespace sitrep::read {
namespace {

constexpr std::size_t sample_bytes = 1U << 16U;  // enough to know an encoding by
constexpr std::size_t controls_in_text_max_percent = 2;
constexpr int utf8_bytes_a_unit_max = 3;  // one UTF-16 unit in UTF-8

struct Mark {
    std::string_view bytes;
    const char* encoding;
};
// UTF-32LE begins like UTF-16LE and stands before it.
constexpr std::array<Mark, 5> marks{{{{"\xEF\xBB\xBF", 3}, "UTF-8"},
                                     {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                     {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                     {{"\xFF\xFE", 2}, "UTF-16LE"},
                                     {{"\xFE\xFF", 2}, "UTF-16BE"}}};

struct Signature {
    std::string_view bytes;
    std::string_view what;
};
constexpr std::array<Signature, 7> signatures{{{"%PDF-", "a PDF"},
                                               {"PK\x03\x04", "a ZIP archive or office document"},
                                               {"\x1F\x8B", "a gzip archive"},
                                               {"\x89PNG", "a PNG picture"},
                                               {"\xFF\xD8\xFF", "a JPEG picture"},
                                               {"GIF8", "a GIF picture"},
                                               {"\x7F"
                                                "ELF",
                                                "a program"}}};

base::Error binary(std::size_t byte, const std::string& what) {
    return base::Error("byte " + std::to_string(byte) + ": " + what +
                       "; save it as plain text (UTF-8)");
}

// How many bytes of each column are NUL, in rows of `width` bytes.
std::array<std::size_t, 4> nul_columns(std::string_view sample, std::size_t width) {
    std::array<std::size_t, 4> counts{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (sample[i] == '\0') ++counts[i % width];
    }
    return counts;
}

// UTF-16 or UTF-32 without a mark, by the NUL bytes of mostly Latin text; null where it is neither.
const char* wide_encoding(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, sample_bytes);
    const std::size_t quarter = sample.size() / 4;
    const std::size_t half = sample.size() / 2;
    if (quarter > 0 && bytes.size() % 4 == 0) {
        const auto nul = nul_columns(sample, 4);
        const std::size_t most = quarter - quarter / 10;
        if (nul[0] == 0 && nul[1] >= most && nul[2] >= most && nul[3] == quarter) return "UTF-32LE";
        if (nul[3] == 0 && nul[2] >= most && nul[1] >= most && nul[0] == quarter) return "UTF-32BE";
    }
    if (half > 0 && bytes.size() % 2 == 0) {
        const auto nul = nul_columns(sample, 2);
        if (nul[0] == 0 && nul[1] > half / 2) return "UTF-16LE";
        if (nul[1] == 0 && nul[0] > half / 2) return "UTF-16BE";
    }
    return nullptr;
}

// What ICU makes of the bytes; empty where it knows no such encoding.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> from(::ucnv_open(encoding, &code),
                                                                  &::ucnv_close);
    if (U_FAILURE(code) != 0) return std::nullopt;
    // In blocks, as ICU counts in 32 bits and one buffer of the worst size would be wasteful.
    std::array<UChar, 4096> units{};
    std::string text;
    text.reserve(bytes.size());
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    const std::unique_ptr<UConverter, void (*)(UConverter*)> to(::ucnv_open("UTF-8", &code),
                                                                &::ucnv_close);
    if (U_FAILURE(code) != 0) return std::nullopt;
    bool more = true;
    while (more) {
        UChar* unit = units.data();
        code = U_ZERO_ERROR;
        ::ucnv_toUnicode(from.get(), &unit, units.data() + units.size(), &source, end, nullptr, 1,
                         &code);
        more = code == U_BUFFER_OVERFLOW_ERROR;
        if (!more && U_FAILURE(code) != 0) return std::nullopt;
        std::array<char, units.size() * utf8_bytes_a_unit_max + 8> utf8{};
        char* out = utf8.data();
        const UChar* read = units.data();
        code = U_ZERO_ERROR;
        ::ucnv_fromUnicode(to.get(), &out, utf8.data() + utf8.size(), &read, unit, nullptr,
                           more ? 0 : 1, &code);
        if (U_FAILURE(code) != 0) return std::nullopt;
        text.append(utf8.data(), out);
    }
    return text;
}

struct Utf8Count {
    std::size_t whole = 0;   // sequences of two and more bytes
    std::size_t broken = 0;  // pieces
    std::size_t first_broken = std::string_view::npos;
    bool only_tail_broken = false;  // one character, cut off by the end of the file
};

Utf8Count count_utf8(std::string_view bytes) {
    Utf8Count count;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto point = base::code_point_at(bytes, at);
        if (!point.valid) {
            count.first_broken = std::min(count.first_broken, at);
            ++count.broken;
        } else if (point.bytes > 1) {
            ++count.whole;
        }
        at += point.bytes;
        if (!point.valid && at == bytes.size() && count.broken == 1 && point.bytes > 1) {
            count.only_tail_broken = true;
        }
    }
    return count;
}

// The encoding that uchardet names; empty where it names none but UTF-8 or ASCII.
std::string eight_bit_encoding(std::string_view bytes) {
    const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(::uchardet_new(),
                                                                   &::uchardet_delete);
    const auto sample = bytes.substr(0, sample_bytes);
    if (::uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return "";
    ::uchardet_data_end(detector.get());
    std::string name = ::uchardet_get_charset(detector.get());
    return name == "UTF-8" || name == "ASCII" ? "" : name;
}

// Control characters that no text holds: where the first stands, if they are too many for a slip.
std::optional<std::size_t> too_many_controls(std::string_view text) {
    std::size_t count = 0;
    std::size_t first = std::string_view::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if ((c >= 0x20 && c != 0x7F) || (c >= 0x09 && c <= 0x0D) || c == 0x1B) continue;
        first = std::min(first, i);
        ++count;
    }
    if (count * 100 <= text.size() * controls_in_text_max_percent) return std::nullopt;
    return first;
}

// bytes of a known wide encoding, as text.
base::Result<Decoded> wide(std::string_view bytes, const char* encoding, std::size_t mark_bytes) {
    auto text = converted(bytes.substr(mark_bytes), encoding);
    if (!text) return binary(mark_bytes, std::string("begins what cannot be read as ") + encoding);
    if (const auto nul = text->find('\0'); nul != std::string::npos) {
        return binary(mark_bytes, std::string("begins a text with NUL characters in ") + encoding);
    }
    return Decoded{*std::move(text), encoding, 0, mark_bytes};
}

// bytes in no wide encoding, after a mark of UTF-8 of mark_bytes.
base::Result<Decoded> narrow(std::string_view bytes, std::size_t mark_bytes) {
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
        return binary(mark_bytes + nul, "is NUL, which no text holds");
    }
    if (const auto control = too_many_controls(bytes)) {
        return binary(mark_bytes + *control, "is one of many control characters");
    }
    const auto count = count_utf8(bytes);
    if (count.broken == 0) return Decoded{std::string(bytes), "UTF-8", 0, mark_bytes};
    const bool utf8 = mark_bytes > 0 || count.whole >= count.broken || count.only_tail_broken;
    const std::string eight_bit = utf8 ? std::string() : eight_bit_encoding(bytes);
    if (!eight_bit.empty()) {
        auto text = converted(bytes, eight_bit.c_str());
        if (text && text->find('\0') == std::string::npos) {
            return Decoded{*std::move(text), eight_bit, 0, 0};
        }
    }
    if (count.broken * 4 > bytes.size()) {
        return binary(mark_bytes + count.first_broken,
                      "no text in any encoding that is known here");
    }
    auto sane = base::sanitised_utf8(bytes);
    return Decoded{std::move(sane.text), "UTF-8", sane.replaced, mark_bytes};
}

}  // namespace

base::Result<Decoded> decoded(std::string_view bytes) {
    for (const auto& signature : signatures) {
        if (bytes.starts_with(signature.bytes)) {
            return binary(0, "is the first of " + std::string(signature.what));
        }
    }
    for (const auto& mark : marks) {
        if (!bytes.starts_with(mark.bytes)) continue;
        const std::size_t mark_bytes = mark.bytes.size();
        if (mark.encoding == std::string_view("UTF-8")) {
            return narrow(bytes.substr(mark_bytes), mark_bytes);
        }
        return wide(bytes, mark.encoding, mark_bytes);
    }
    if (const char* encoding = wide_encoding(bytes)) return wide(bytes, encoding, 0);
    return narrow(bytes, 0);
}

}  // namespace sitrep::read
