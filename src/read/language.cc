#include "read/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

namespace sitrep::read {
namespace {

constexpr std::size_t heard_bytes_max = 1U << 16U;  // more tells no more
constexpr int text_bytes_min = 40;                  // below it CLD2 guesses by names

}  // namespace

std::string language(std::string_view text) {
    std::size_t bytes = std::min(text.size(), heard_bytes_max);
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
        --bytes;
    }
    std::array<CLD2::Language, 3> found{};
    std::array<int, 3> percent{};
    int text_bytes = 0;
    bool reliable = false;
    const auto best =
        CLD2::DetectLanguageSummary(text.data(), static_cast<int>(bytes), true, found.data(),
                                    percent.data(), &text_bytes, &reliable);
    if (!reliable || text_bytes < text_bytes_min || best == CLD2::UNKNOWN_LANGUAGE) return "und";
    std::string code = CLD2::LanguageCode(best);
    return code.substr(0, code.find('-'));  // the script says nothing here: "zh-Hant"
}

}  // namespace sitrep::read
