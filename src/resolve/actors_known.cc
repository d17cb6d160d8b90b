#include "resolve/actors_known.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sitrep::resolve {
namespace {

constexpr std::array<std::string_view, 8> table_names{"countries", "places",  "groups",  "bodies",
                                                      "parties",   "outlets", "holders", "roles"};

struct PartNamed {
    std::string_view name;
    Tells tells;
};
constexpr std::array<PartNamed, 25> parts{
    {{"people", Tells::People}, {"capital", Tells::Capital},     {"adjective", Tells::Adjective},
     {"region", Tells::Region}, {"city", Tells::City},           {"metonym", Tells::Metonym},
     {"group", Tells::Group},   {"body", Tells::Body},           {"party", Tells::Party},
     {"outlet", Tells::Outlet}, {"role", Tells::Role},           {"post", Tells::Post},
     {"organ", Tells::Organ},   {"frame", Tells::Frame},         {"collective", Tells::Collective},
     {"town", Tells::Town},     {"anonymous", Tells::Anonymous}, {"thing", Tells::Thing},
     {"tint", Tells::Tint},     {"former", Tells::Former},       {"toward", Tells::Toward},
     {"by", Tells::By},         {"leads", Tells::Leads},         {"carries", Tells::Carries},
     {"parts", Tells::Parts}}};

std::optional<Tells> tells_named(std::string_view name) {
    if (name == "title") return Tells::Title;
    for (const auto& part : parts) {
        if (part.name == name) return part.tells;
    }
    return std::nullopt;
}

std::vector<std::string> cut(std::string_view cell, char at) {
    std::vector<std::string> pieces;
    while (!cell.empty() && cell != "-") {
        const auto end = cell.find(at);
        pieces.emplace_back(cell.substr(0, end));
        cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
    }
    return pieces;
}

std::optional<std::vector<std::string>> codes_in(std::string_view cell) {
    auto codes = cut(cell, '+');
    for (const auto& code : codes) {
        if (code.size() != 3) return std::nullopt;
        for (const char c : code) {
            if (c < 'A' || c > 'Z') return std::nullopt;
        }
    }
    return codes;
}

base::Error no_code(const std::string& cell) {
    return base::Error("\"" + cell + "\" is no code of three capitals, nor several joined by +");
}
base::Error no_time(const std::string& cell) {
    return base::Error("\"" + cell + "\" is no time; write 1999-12..2000-05, 1999.. or -");
}

bool inflects(Tells tells) {
    return tells == Tells::Role || tells == Tells::Post || tells == Tells::Organ ||
           tells == Tells::Frame || tells == Tells::Collective || tells == Tells::Town ||
           tells == Tells::Anonymous || tells == Tells::Thing;
}

// "minister" to "ministers", "policeman" to "policemen", "deputy" to "deputies"; of a phrase with
// "of" the word before it ("chiefs of staff").
std::string plural(const std::string& words) {
    const auto of = words.find(" of ");
    if (of != std::string::npos) return plural(words.substr(0, of)) + words.substr(of);
    if (words.ends_with("man")) return words.substr(0, words.size() - 2) + "en";
    if (words.size() < 2 || words.ends_with("men") || words.ends_with("people")) return words;
    const char before = words[words.size() - 2];
    const bool vowel = std::string_view("aeiou").find(before) != std::string_view::npos;
    if (words.ends_with('y') && !vowel) return words.substr(0, words.size() - 1) + "ies";
    const bool hisses = words.ends_with('s') || words.ends_with('x') || words.ends_with("ch") ||
                        words.ends_with("sh");
    return words + (hisses ? "es" : "s");
}

// A name by its consonants, as transcriptions keep them: bouteflicka and bouteflika are btflk.
// Shorter ones would meet too many others.
constexpr std::size_t sound_letters_min = 4;
std::string consonants(std::string_view form) {
    std::string out;
    for (std::size_t i = 0; i < form.size(); ++i) {
        char c = form[i];
        if (c == 'q' || c == 'c') c = 'k';
        if (c == 'w') c = 'v';
        const bool vowel = std::string_view("aeiouyh").find(c) != std::string_view::npos;
        if (vowel && i > 0) continue;
        if (out.empty() || out.back() != c) out += c;
    }
    return out;
}

}  // namespace

base::Result<ActorsKnown> ActorsKnown::open(const std::string& folder) {
    ActorsKnown known;
    for (const auto name : table_names) {
        const auto table = lookup::table(folder + "/" + std::string(name) + ".tsv");
        if (!table) return table.error();
        if (const auto added = known.add(*table); !added) return added.error();
    }
    return known;
}

base::Result<base::Done> ActorsKnown::add(const lookup::Table& table) {
    using Adds = base::Result<base::Done> (ActorsKnown::*)(const std::vector<std::string>&);
    struct Form {
        std::vector<std::string> columns;
        Adds adds;
    };
    const std::array<Form, 4> forms{
        {{{"code", "names", "adjectives", "people", "capitals", "metonyms"},
          &ActorsKnown::add_country},
         {{"part", "codes", "sectors", "during", "names"}, &ActorsKnown::add_name},
         {{"codes", "office", "during", "names"}, &ActorsKnown::add_holder},
         {{"part", "codes", "sectors", "words"}, &ActorsKnown::add_role}}};
    for (const auto& form : forms) {
        if (form.columns != table.columns) continue;
        for (const auto& row : table.rows) {
            auto added = (this->*form.adds)(row.cells);
            if (!added) {
                return std::move(added).error().at(table.path + ":" + std::to_string(row.line));
            }
        }
        return base::Done{};
    }
    return base::Error("its columns are those of no table of actors; compare lexicon/actors/")
        .at(table.path);
}

std::uint32_t ActorsKnown::keep(Telling telling) {
    tellings_.push_back(std::move(telling));
    return static_cast<std::uint32_t>(tellings_.size() - 1);
}

void ActorsKnown::add_names(const std::vector<std::string>& names, const Telling& telling) {
    if (names.empty()) return;
    const auto id = keep(telling);
    for (const auto& name : names) {
        const auto words = folded(name);
        const bool acronym = words.size() == 1 && words[0].upper;
        const bool small = std::none_of(words.begin(), words.end(),
                                        [](const FoldedWord& word) { return word.capital; });
        phrases_.add(words, id | (acronym ? acronym_bit : 0) | (small ? any_case_bit : 0));
    }
}

base::Result<base::Done> ActorsKnown::add_country(const std::vector<std::string>& cells) {
    const auto codes = codes_in(cells[0]);
    if (!codes) return no_code(cells[0]);
    const auto names = cut(cells[1], '|');
    if (names.empty()) return base::Error("a country without a name; mend or delete the row");
    constexpr std::array<Tells, 5> columns{Tells::Country, Tells::Adjective, Tells::People,
                                           Tells::Capital, Tells::Metonym};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Telling telling{columns[i], *codes, {}, names.front(), {}, {}};
        if (columns[i] == Tells::People) telling.sectors = {"CVL"};
        if (columns[i] == Tells::Capital || columns[i] == Tells::Metonym) {
            telling.sectors = {"GOV"};
        }
        add_names(cut(cells[i + 1], '|'), telling);
    }
    return base::Done{};
}

base::Result<base::Done> ActorsKnown::add_name(const std::vector<std::string>& cells) {
    const auto tells = tells_named(cells[0]);
    const auto codes = codes_in(cells[1]);
    const auto sectors = codes_in(cells[2]);
    const auto lasting = values::Lasting::parse(cells[3] == "-" ? "" : cells[3]);
    const auto names = cut(cells[4], '|');
    if (!tells || inflects(*tells)) {
        return base::Error("\"" + cells[0] + "\" is no part of a table of names; mend the row");
    }
    if (!codes) return no_code(cells[1]);
    if (!sectors) return no_code(cells[2]);
    if (!lasting) return no_time(cells[3]);
    if (names.empty()) return base::Error("no name; mend or delete the row");
    add_names(names, {*tells, *codes, *sectors, names.front(), {}, *lasting});
    return base::Done{};
}

base::Result<base::Done> ActorsKnown::add_holder(const std::vector<std::string>& cells) {
    const auto codes = codes_in(cells[0]);
    const auto lasting = values::Lasting::parse(cells[2] == "-" ? "" : cells[2]);
    const auto names = cut(cells[3], '|');
    if (!codes) return no_code(cells[0]);
    if (!lasting) return no_time(cells[2]);
    if (names.empty()) return base::Error("no name; mend or delete the row");
    const std::string sector = cells[1] == "opposition leader" ? "OPP" : "GOV";
    const auto id = keep({Tells::Person, *codes, {sector}, names.front(), cells[1], *lasting});
    for (const auto& name : names) {
        const auto words = folded(name);
        if (words.size() > 1) phrases_.add(words, id);
        // A name of one word, or the last of several, is a family name.
        if (words.empty()) continue;
        families_[words.back().form].push_back(id);
        const auto sound = consonants(words.back().form);
        if (sound.size() >= sound_letters_min) sounds_[sound].push_back(id);
    }
    for (const auto& code : *codes) offices_[cells[1] + " " + code].push_back(id);
    return base::Done{};
}

base::Result<base::Done> ActorsKnown::add_role(const std::vector<std::string>& cells) {
    if (cells[0] == "where") {
        where_ = cut(cells[3], '|');
        return base::Done{};
    }
    const auto tells = tells_named(cells[0]);
    const auto codes = codes_in(cells[1]);
    const auto sectors = codes_in(cells[2]);
    if (!tells) return base::Error("\"" + cells[0] + "\" is no part of this table; mend the row");
    if (!codes) return no_code(cells[1]);
    if (!sectors) return no_code(cells[2]);
    const auto words = cut(cells[3], '|');
    if (words.empty()) return base::Error("no words; mend or delete the row");
    const auto id = keep({*tells, *codes, *sectors, words.front(), {}, {}});
    for (const auto& word : words) {
        phrases_.add(folded(word), id);
        if (!inflects(*tells)) continue;
        phrases_.add(folded(plural(word)), id);
        for (const auto& form : {word, plural(word)}) {
            for (const auto& one : folded(form)) role_words_.insert(one.form);
        }
    }
    return base::Done{};
}

bool ActorsKnown::in_role(std::string_view word) const {
    std::string lower(word);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return role_words_.find(lower) != role_words_.end();
}

bool ActorsKnown::tells_where(std::string_view word) const {
    const auto words = folded(word);
    return words.size() == 1 &&
           std::find(where_.begin(), where_.end(), words[0].form) != where_.end();
}

const std::vector<std::uint32_t>& ActorsKnown::persons_named(std::string_view family) const {
    static const std::vector<std::uint32_t> none;
    const auto found = families_.find(family);
    return found == families_.end() ? none : found->second;
}

const std::vector<std::uint32_t>& ActorsKnown::persons_sounding(std::string_view family) const {
    static const std::vector<std::uint32_t> none;
    const auto found = sounds_.find(consonants(family));
    return found == sounds_.end() ? none : found->second;
}

const std::vector<std::uint32_t>& ActorsKnown::holders(std::string_view office,
                                                       std::string_view code) const {
    static const std::vector<std::uint32_t> none;
    const auto found = offices_.find(std::string(office) + " " + std::string(code));
    return found == offices_.end() ? none : found->second;
}

}  // namespace sitrep::resolve
