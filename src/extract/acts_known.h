// ActsKnown: the words that tell an act, read from lexicon/en/acts.tsv.
//
// Verbs and nouns match by lemma or by any of their forms: the regular ones are made here, the
// irregular stand as rows "form went go". A model's lemma is a guess, its word is not.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"

namespace sitrep::extract {

enum class Told : std::uint8_t {
    Verb,       // tells an act
    Noun,       // tells an act with a light verb, or below a hedge
    Harmed,     // tells harm where it stands as a noun: "four wounded"
    Light,      // a verb that lends itself to act nouns: "launch", "hold"
    Hedge,      // binds the act below it: modal, future, attempted, reported, negated
    Condition,  // opens a condition: "if", "in the event of"
    Time,       // names a time
    Count,      // counts without a digit: "dozens", "half"
    Place,      // a kind of place: "province"
    Where,      // a preposition of place
    Phrase,     // the verb of a phrase
};

// A verb with a particle or a noun: "pull out", "take control", "fall into hand", "fall to *",
// "hold #".
struct Phrase {
    std::string preposition;  // of the noun; empty where it is an object or a particle
    std::string noun;         // lemma, particle, * for any holder, # for any place
    std::string type;         // "-": such words tell no act
    bool loses = false;       // its subject is what changes hands
};

class ActsKnown {
public:
    struct Entry {
        std::string lemma;
        std::string type;
    };

    static base::Result<ActsKnown> from(const lookup::Table& table);

    // What a word tells, by its lower-cased form, else its lemma; null where it tells nothing.
    const Entry* find(Told told, std::string_view form, std::string_view lemma = {}) const;
    const std::vector<Phrase>& phrases(std::string_view form, std::string_view lemma) const;

private:
    using Map = std::map<std::string, Entry, std::less<>>;

    void add(Told told, const std::string& lemma, const std::string& type,
             const std::vector<std::string>& forms);
    void add_phrase(const std::string& words, const std::string& type, bool loses,
                    const std::vector<std::string>& forms);

    std::array<Map, static_cast<std::size_t>(Told::Phrase) + 1> maps_;
    std::map<std::string, std::vector<Phrase>, std::less<>> phrases_;  // by the verb's lemma
};

}  // namespace sitrep::extract
