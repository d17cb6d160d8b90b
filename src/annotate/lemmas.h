// lemmas: a form and an edit script to its lemma.
//
// "CASE;CUT;ADD": CASE "l" lowers the form first, "k" keeps it; then CUT code points fall from its
// end and ADD follows. "=WORD" is the lemma itself.
// Source  docs/decisions/0003-annotator.md (heads); training/data.py, apply_script, is the twin
#pragma once

#include <string>
#include <string_view>

namespace sitrep::annotate {

// A script that is none, or that would leave nothing of the form, gives the form in its CASE.
std::string lemma(std::string_view script, std::string_view form);

// Unicode's full lower-case mapping, as Python's str.lower; valid UTF-8 in and out.
std::string lower(std::string_view form);

}  // namespace sitrep::annotate
