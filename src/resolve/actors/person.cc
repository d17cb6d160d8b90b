#include "resolve/actors/person.h"

#include <algorithm>

namespace sitrep::resolve {
namespace {

using values::Holds;

// A family name alone must be at least so long to tell a person.
constexpr std::size_t lone_name_letters_min = 5;

// The last run of words with capitals that no table knows, in the head part.
struct Run {
    std::size_t first = 0;  // pieces
    std::size_t last = 0;
};
std::optional<Run> last_run(const Phrase& phrase) {
    for (std::size_t i = phrase.cut; i > phrase.begin; --i) {
        const auto unknown = [&](std::size_t at) {
            const Piece& piece = phrase.pieces[at];
            const bool place = piece.aside && piece.told != nullptr &&
                               is_state(piece.told->tells) && !phrase.words[piece.last].hyphen;
            return (piece.told == nullptr || place) && phrase.capital(piece);
        };
        if (!unknown(i - 1)) continue;
        Run run{i - 1, i - 1};
        while (run.first > phrase.begin && unknown(run.first - 1)) --run.first;
        return run;
    }
    return std::nullopt;
}

bool is_office(const Piece& piece) { return piece.tells(Tells::Role) || piece.tells(Tells::Post); }

// What the words around a name ask of its holder.
struct Asked {
    std::string office;               // of the role before it: "president"
    std::vector<std::string> codes;   // of the states in the head part
    std::vector<std::string> before;  // folded first names
    bool titled = false;
};
Asked asked(const Phrase& phrase, const Run& run) {
    Asked asked;
    for (std::size_t i = phrase.begin; i < phrase.cut; ++i) {
        const Piece& piece = phrase.pieces[i];
        if (piece.told == nullptr || piece.aside) continue;
        if (is_state(piece.told->tells)) {
            asked.codes.insert(asked.codes.end(), piece.told->codes.begin(),
                               piece.told->codes.end());
        }
        if (i < run.first && is_office(piece)) {
            asked.office = piece.told->name;
            asked.titled = true;
        }
        if (i < run.first && piece.tells(Tells::Title)) asked.titled = true;
        if (i > run.last && is_head(piece.told->tells))
            asked.titled = true;  // "Bush administration"
    }
    for (std::size_t i = run.first; i < run.last; ++i) {
        asked.before.push_back(phrase.form(phrase.pieces[i]));
    }
    return asked;
}

bool holds_name(const Telling& person, const std::vector<std::string>& before) {
    const auto words = folded(person.name);
    for (const auto& name : before) {
        const bool there = std::any_of(words.begin(), words.end(), [&](const FoldedWord& word) {
            return word.form == name || (name.size() == 1 && word.form[0] == name[0]);
        });
        if (!there) return false;
    }
    return true;
}

bool shares(const std::vector<std::string>& some, const std::vector<std::string>& others) {
    return std::any_of(some.begin(), some.end(), [&](const std::string& code) {
        return std::find(others.begin(), others.end(), code) != others.end();
    });
}

bool could_be(const Telling& person, const Asked& asked) {
    if (!holds_name(person, asked.before)) return false;
    if (!asked.codes.empty() && !shares(person.codes, asked.codes)) return false;
    return true;
}

}  // namespace

std::optional<PersonFound> person_named(const Phrase& phrase, const ActorsKnown& known,
                                        const std::optional<values::Date>& day) {
    const auto run = last_run(phrase);
    if (!run) return std::nullopt;
    const Piece& family = phrase.pieces[run->last];
    const auto words = asked(phrase, *run);
    const std::string form = phrase.form(family);
    if (!words.titled && words.codes.empty() && words.before.empty() &&
        form.size() < lone_name_letters_min) {
        return std::nullopt;
    }
    std::vector<PersonFound> could;
    const auto& exact = known.persons_named(form);
    // With a title a name may be misspelt or transcribed otherwise: "President Habyariman".
    const bool office = !words.office.empty();
    for (const auto id : exact.empty() && office ? known.persons_sounding(form) : exact) {
        const Telling& person = known.at(id);
        if (!could_be(person, words)) continue;
        could.push_back({&person, values::holds_on(person.lasting, day),
                         phrase.pieces[run->first].first, family.last, true});
    }
    // The office said, then the day, then the order of the table.
    std::stable_sort(could.begin(), could.end(), [&](const auto& a, const auto& b) {
        const bool office_a = a.told->office == words.office;
        const bool office_b = b.told->office == words.office;
        return office_a != office_b ? office_a : a.holds > b.holds;
    });
    if (could.empty()) return std::nullopt;
    for (const auto& other : could) {
        const bool equal =
            (other.told->office == words.office) == (could[0].told->office == words.office) &&
            other.holds == could[0].holds;
        if (equal && other.told->codes != could[0].told->codes) return std::nullopt;
    }
    return could[0];
}

std::optional<PersonFound> person_by_office(const Telling& role, const std::string& country,
                                            const ActorsKnown& known,
                                            const std::optional<values::Date>& day) {
    for (const auto id : known.holders(role.name, country)) {
        const Telling& person = known.at(id);
        if (day && values::holds_on(person.lasting, day) == Holds::Yes) {
            return PersonFound{&person, Holds::Yes, 0, 0, false};
        }
    }
    return std::nullopt;
}

}  // namespace sitrep::resolve
