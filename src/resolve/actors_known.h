// ActorsKnown: countries, groups, bodies, holders of offices and role words, from lexicon/actors/.
//
// Names match with a capital letter somewhere unless their row has none, role words in any case and
// in singular and plural. Errors  a table that cannot be read, a part, a code or a time that is
// none: file, line, next step Source  lexicon/actors/*.tsv say what each part means
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "resolve/actors/folded.h"
#include "resolve/actors/trie.h"
#include "values/actor.h"

namespace sitrep::resolve {

// What the words of a row tell.
enum class Tells : std::uint8_t {
    Country,     // "Afghanistan"
    Adjective,   // "Afghan"
    People,      // "Afghans", "Kurds"
    Capital,     // "Kabul": the government, or the town
    Metonym,     // "the Kremlin": the government
    Region,      // "Darfur"
    City,        // "Kandahar"
    Group,       // "Taliban"
    Body,        // "NATO", "Knesset"
    Party,       // "Fatah"
    Outlet,      // "Reuters"
    Person,      // "Hamid Karzai", holder of an office
    Role,        // "minister": of its sector whoever it serves
    Post,        // "spokesman": of the sector of whom it serves, else of its own
    Organ,       // "police", "court": a body's noun
    Frame,       // "group", "forces": a body's noun, of the sector of what stands before it
    Collective,  // "residents"
    Town,        // "town": its people, or the place
    Anonymous,   // "sources", "gunmen"
    Thing,       // "tanks": stand for those who use them
    Tint,        // "opposition", "rebel": lends its sector to a post or frame
    Former,      // "ousted"
    Toward,      // "pro" in "pro-Iranian": not the country
    By,          // "backed" in "U.S.-backed": not the country
    Leads,       // "led" in "Velian-led": the country only where nothing else tells one
    Carries,     // "of", "in": the country may stand behind it
    Parts,       // "to", "who": what stands behind it is somebody else
    Title,       // "Ayatollah", "Gen": no sector by itself
};

struct Telling {
    Tells tells = Tells::Role;
    std::vector<std::string> codes;    // countries; of role words: where nothing else tells one
    std::vector<std::string> sectors;  // the first leads
    std::string name;                  // canonical: the first of the row
    std::string office;                // of a Person: "president"
    values::Lasting lasting;
};

class ActorsKnown {
public:
    // The tables of a folder: countries, places, groups, bodies, parties, outlets, holders, roles.
    static base::Result<ActorsKnown> open(const std::string& folder);
    // Lays the rows of one more table over those there are; its columns say which kind it is.
    base::Result<base::Done> add(const lookup::Table& table);

    // The longest row that begins at a word; ids are of at(), with acronym_bit of a short form
    // that is itself only in capitals ("WHO").
    const Trie& phrases() const { return phrases_; }
    static constexpr std::uint32_t acronym_bit = 1U << 31U;
    // A name that its row writes without a capital ("peshmerga").
    static constexpr std::uint32_t any_case_bit = 1U << 30U;
    const Telling& at(std::uint32_t id) const {
        return tellings_[id & ~(acronym_bit | any_case_bit)];
    }
    std::size_t size() const { return tellings_.size(); }

    // A word of a row that can head a phrase: a cheap first look, lower-cased in ASCII alone.
    bool in_role(std::string_view word) const;
    // A preposition of place: "in", "to".
    bool tells_where(std::string_view word) const;

    // Persons by a folded family name, and by office and country ("president FRA").
    const std::vector<std::uint32_t>& persons_named(std::string_view family) const;
    // The same by consonants: of a name spelt otherwise than in the table.
    const std::vector<std::uint32_t>& persons_sounding(std::string_view family) const;
    const std::vector<std::uint32_t>& holders(std::string_view office, std::string_view code) const;

private:
    using Index = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;

    std::uint32_t keep(Telling telling);
    void add_names(const std::vector<std::string>& names, const Telling& telling);
    base::Result<base::Done> add_country(const std::vector<std::string>& cells);
    base::Result<base::Done> add_name(const std::vector<std::string>& cells);
    base::Result<base::Done> add_holder(const std::vector<std::string>& cells);
    base::Result<base::Done> add_role(const std::vector<std::string>& cells);

    Trie phrases_;
    std::vector<Telling> tellings_;
    Index families_;
    Index sounds_;  // families by consonants
    Index offices_;
    std::vector<std::string> where_;
    std::set<std::string, std::less<>> role_words_;
};

}  // namespace sitrep::resolve
