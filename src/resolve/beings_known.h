// BeingsKnown: what words tell of the beings they name, read from lexicon/en/beings.tsv and
// lexicon/en/given_names.tsv.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "values/chain.h"

namespace sitrep::resolve {

enum class WordKind : std::uint8_t {
    Noun,     // "minister", "foreign minister"
    Title,    // "Mr.": stands before a name and is none of it
    Ending,   // of nouns: "woman"
    Speaks,   // a verb that tells what somebody said or thought
    Name,     // a being: what any named one of it may be called
    Empty,    // said of an "it" that means nobody: "rain", "seem"
    Time,     // a noun that names a time or a measure: never a mention here
    Pronoun,  // called: its person and what else it is ("third many reflexive")
    Article,  // called: "definite", "demonstrative", "indefinite" or "other"
};

struct BeingWord {
    values::Being being = values::Being::Unknown;
    values::Gender gender = values::Gender::Unknown;
    bool many = false;                // a plural by meaning: "police", "people"
    std::vector<std::string> called;  // what such a one may also be called: "official"

    bool is(std::string_view word) const;  // among `called`
};

class BeingsKnown {
public:
    static base::Result<BeingsKnown> from(const lookup::Table& beings,
                                          const lookup::Table& given_names);

    // By lower-cased word; null where nothing is known.
    const BeingWord* find(WordKind kind, std::string_view word) const;
    // A noun by its whole, else by its ending.
    const BeingWord* noun(std::string_view lemma) const;
    // Of a given name, folded; Unknown also where it is borne by both.
    values::Gender gender(std::string_view given_name) const;
    bool is_given_name(std::string_view name) const { return given_names_.contains(name); }

private:
    std::array<std::map<std::string, BeingWord, std::less<>>, 9> words_;
    std::map<std::string, values::Gender, std::less<>> given_names_;
};

}  // namespace sitrep::resolve
