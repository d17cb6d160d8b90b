// folded: a name as it is compared: without case, diacritics, apostrophes, dots and hyphens.
//
// Form    lower-case ASCII letters and digits, words parted by one blank. Cyrillic and Arabic
//         letters become Latin ones (Arabic ones without the vowels nobody writes); letters of
//         other scripts stay as they are, lower-case.
//         "Qal'ah-ye Zāl" -> "qalah ye zal", "U.S." -> "us", "Пяндж" -> "pyandzh"
// Source  Unicode NFKD; BGN/PCGN romanisation of Russian (1947), with Tajik, Kazakh, Uzbek and
//         Ukrainian letters by their neighbours'; of Persian and Pashto its consonants
#pragma once

#include <string>
#include <string_view>

namespace sitrep::lookup {

std::string folded(std::string_view name);

// The same without its blanks.
std::string glued(std::string_view folded_name);

// Whether it holds letters that were not made Latin.
bool has_other_script(std::string_view folded_name);

}  // namespace sitrep::lookup
