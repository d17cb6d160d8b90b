#include "lookup/folded.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/check.h"
#include "base/utf8.h"

namespace sitrep::lookup {
namespace {

struct Letter {
    char32_t from;
    std::string_view to;
};

// By code point. What NFKD parts (ō, ģ, й, أ) is not here: its base letter is.
constexpr std::array letters = {
    Letter{U'ß', "ss"},
    Letter{U'æ', "ae"},
    Letter{U'ð', "d"},
    Letter{U'ø', "o"},
    Letter{U'þ', "th"},
    Letter{U'đ', "d"},
    Letter{U'ħ', "h"},
    Letter{U'ı', "i"},
    Letter{U'ł', "l"},
    Letter{U'ŋ', "ng"},
    Letter{U'œ', "oe"},
    Letter{U'ŧ', "t"},
    Letter{U'ƙ', "k"},
    Letter{U'ƣ', "gh"},
    Letter{U'ɓ', "b"},
    Letter{U'ɗ', "d"},
    Letter{U'ə', "a"},
    // Cyrillic
    Letter{U'а', "a"},
    Letter{U'б', "b"},
    Letter{U'в', "v"},
    Letter{U'г', "g"},
    Letter{U'д', "d"},
    Letter{U'е', "e"},
    Letter{U'ж', "zh"},
    Letter{U'з', "z"},
    Letter{U'и', "i"},
    Letter{U'к', "k"},
    Letter{U'л', "l"},
    Letter{U'м', "m"},
    Letter{U'н', "n"},
    Letter{U'о', "o"},
    Letter{U'п', "p"},
    Letter{U'р', "r"},
    Letter{U'с', "s"},
    Letter{U'т', "t"},
    Letter{U'у', "u"},
    Letter{U'ф', "f"},
    Letter{U'х', "kh"},
    Letter{U'ц', "ts"},
    Letter{U'ч', "ch"},
    Letter{U'ш', "sh"},
    Letter{U'щ', "shch"},
    Letter{U'ъ', ""},
    Letter{U'ы', "y"},
    Letter{U'ь', ""},
    Letter{U'э', "e"},
    Letter{U'ю', "yu"},
    Letter{U'я', "ya"},
    Letter{U'ђ', "dj"},
    Letter{U'є', "ye"},
    Letter{U'ѕ', "dz"},
    Letter{U'і', "i"},
    Letter{U'ј', "y"},
    Letter{U'љ', "lj"},
    Letter{U'њ', "nj"},
    Letter{U'ћ', "c"},
    Letter{U'џ', "dzh"},
    Letter{U'ґ', "g"},
    Letter{U'ғ', "gh"},
    Letter{U'қ', "q"},
    Letter{U'ҡ', "q"},
    Letter{U'ң', "ng"},
    Letter{U'ү', "u"},
    Letter{U'ұ', "u"},
    Letter{U'ҳ', "h"},
    Letter{U'ҷ', "j"},
    Letter{U'һ', "h"},
    Letter{U'ә', "a"},
    Letter{U'ө', "o"},
    // Arabic, Persian, Pashto
    Letter{U'ء', ""},
    Letter{U'ا', "a"},
    Letter{U'ب', "b"},
    Letter{U'ة', "h"},
    Letter{U'ت', "t"},
    Letter{U'ث', "s"},
    Letter{U'ج', "j"},
    Letter{U'ح', "h"},
    Letter{U'خ', "kh"},
    Letter{U'د', "d"},
    Letter{U'ذ', "z"},
    Letter{U'ر', "r"},
    Letter{U'ز', "z"},
    Letter{U'س', "s"},
    Letter{U'ش', "sh"},
    Letter{U'ص', "s"},
    Letter{U'ض', "z"},
    Letter{U'ط', "t"},
    Letter{U'ظ', "z"},
    Letter{U'ع', ""},
    Letter{U'غ', "gh"},
    Letter{U'ـ', ""},
    Letter{U'ف', "f"},
    Letter{U'ق', "q"},
    Letter{U'ك', "k"},
    Letter{U'ل', "l"},
    Letter{U'م', "m"},
    Letter{U'ن', "n"},
    Letter{U'ه', "h"},
    Letter{U'و', "w"},
    Letter{U'ى', "y"},
    Letter{U'ي', "y"},
    Letter{U'ټ', "t"},
    Letter{U'پ', "p"},
    Letter{U'ځ', "dz"},
    Letter{U'څ', "ts"},
    Letter{U'چ', "ch"},
    Letter{U'ډ', "d"},
    Letter{U'ړ', "r"},
    Letter{U'ږ', "g"},
    Letter{U'ژ', "zh"},
    Letter{U'ښ', "kh"},
    Letter{U'ک', "k"},
    Letter{U'ګ', "g"},
    Letter{U'گ', "g"},
    Letter{U'ڼ', "n"},
    Letter{U'ھ', "h"},
    Letter{U'ہ', "h"},
    Letter{U'ۇ', "u"},
    Letter{U'ی', "y"},
    Letter{U'ې', "e"},
    Letter{U'ە', "a"},
};
static_assert(std::is_sorted(letters.begin(), letters.end(),
                             [](const Letter& a, const Letter& b) { return a.from < b.from; }));

// Marks that stand for a glottal stop, a soft sign or an abbreviation: they join what they part.
constexpr std::u32string_view joining = U".'`´ʹʻʼʽʾʿˈ‘’‛′";

void part_words(std::string& out) {
    if (!out.empty() && out.back() != ' ') out += ' ';
}

void append_folded(std::string& out, char32_t c) {
    if (c < 0x80) {
        const auto byte = static_cast<char>(c);
        if (byte >= 'A' && byte <= 'Z') {
            out += static_cast<char>(byte + ('a' - 'A'));
        } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
            out += byte;
        } else if (joining.find(c) == std::u32string_view::npos) {
            part_words(out);
        }
        return;
    }
    if (joining.find(c) != std::u32string_view::npos) return;
    const auto code = static_cast<UChar32>(c);
    const auto category = u_charType(code);
    if (category == U_NON_SPACING_MARK || category == U_FORMAT_CHAR) return;
    c = static_cast<char32_t>(u_tolower(code));
    const auto found = std::lower_bound(letters.begin(), letters.end(), c,
                                        [](const Letter& a, char32_t b) { return a.from < b; });
    if (found != letters.end() && found->from == c) {
        out += found->to;
    } else if (u_isalnum(code) != 0) {
        base::append_utf8(out, c);
    } else {
        part_words(out);
    }
}

void append_parted(std::string& out, char32_t c, const icu::Normalizer2& compatible) {
    icu::UnicodeString parts;
    if (compatible.getDecomposition(static_cast<UChar32>(c), parts) == 0) {
        append_folded(out, c);
        return;
    }
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        append_folded(out, static_cast<char32_t>(parts.char32At(i)));
    }
}

const icu::Normalizer2& compatible() {
    UErrorCode fault = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKDInstance(fault);
    CHECK(U_SUCCESS(fault) != 0);
    return *found;
}

}  // namespace

std::string folded(std::string_view name) {
    std::string out;
    out.reserve(name.size());
    for (std::size_t at = 0; at < name.size();) {
        const auto point = base::code_point_at(name, at);
        at += point.bytes;
        if (point.value < 0x80) {
            append_folded(out, point.value);
        } else if (point.valid) {
            append_parted(out, point.value, compatible());
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string glued(std::string_view folded_name) {
    std::string out(folded_name);
    std::erase(out, ' ');
    return out;
}

bool has_other_script(std::string_view folded_name) {
    return std::any_of(folded_name.begin(), folded_name.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace sitrep::lookup
