#include "resolve/chains/folding.h"

#include "base/utf8.h"

namespace sitrep::resolve::chains {
namespace {

// The base letters of U+00C0 to U+017F, in order; "." where there is none.
constexpr char32_t table_begin = 0xC0;
constexpr std::string_view bases =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(bases.size() == 0x180 - 0xC0);

bool is_apostrophe(char32_t letter) {
    return letter == '\'' || letter == '`' || letter == 0x2018 || letter == 0x2019 ||
           letter == 0x02BB || letter == 0x02BC || letter == 0x02BF || letter == 0x02BE;
}

}  // namespace

std::string lowered(std::string_view word) {
    std::string out(word);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string folded(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const base::CodePoint here = base::code_point_at(word, at);
        at += here.bytes;
        if (here.value >= 'A' && here.value <= 'Z') {
            out += static_cast<char>(here.value - 'A' + 'a');
        } else if (here.value >= table_begin && here.value < table_begin + bases.size()) {
            out += bases[here.value - table_begin];
        } else if (!is_apostrophe(here.value)) {
            base::append_utf8(out, here.value);
        }
    }
    return out;
}

}  // namespace sitrep::resolve::chains
