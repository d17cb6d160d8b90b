#include "extract/acts_known.h"

#include <optional>
#include <utility>

namespace sitrep::extract {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::string lowered(std::string words) {
    for (char& c : words) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return words;
}

// "strikes", "crosses", "carries".
std::string with_s(const std::string& lemma) {
    if (lemma.size() < 2) return lemma + "s";
    const char last = lemma.back();
    const char before = lemma[lemma.size() - 2];
    if (last == 'y' && !is_vowel(before)) return lemma.substr(0, lemma.size() - 1) + "ies";
    const bool hisses = last == 's' || last == 'x' || last == 'z' || last == 'o' ||
                        lemma.ends_with("ch") || lemma.ends_with("sh");
    return lemma + (hisses ? "es" : "s");
}

// The regular forms of a verb; a last consonant stands both single and doubled ("kidnaped",
// "kidnapped"), for stress is not written.
std::vector<std::string> verb_forms(const std::string& lemma) {
    std::vector<std::string> out{lemma, with_s(lemma)};
    if (lemma.size() < 2) return out;
    const char last = lemma.back();
    const std::string stem = lemma.substr(0, lemma.size() - 1);
    if (last == 'e') {
        out.push_back(lemma + "d");
        out.push_back(lemma.ends_with("ee") ? lemma + "ing" : stem + "ing");
        return out;
    }
    out.push_back(last == 'y' && !is_vowel(stem.back()) ? stem + "ied" : lemma + "ed");
    out.push_back(lemma + "ing");
    if (!is_vowel(last) && is_vowel(stem.back())) {
        out.push_back(lemma + last + "ed");
        out.push_back(lemma + last + "ing");
    }
    return out;
}

struct PartNamed {
    std::string_view name;
    Told told;
};
constexpr std::array<PartNamed, 11> parts{{{"verb", Told::Verb},
                                           {"noun", Told::Noun},
                                           {"harmed", Told::Harmed},
                                           {"light", Told::Light},
                                           {"hedge", Told::Hedge},
                                           {"bound", Told::Hedge},
                                           {"condition", Told::Condition},
                                           {"time", Told::Time},
                                           {"count", Told::Count},
                                           {"place", Told::Place},
                                           {"where", Told::Where}}};

std::optional<Told> told_named(std::string_view name) {
    for (const auto& part : parts) {
        if (part.name == name) return part.told;
    }
    return std::nullopt;
}

using Irregular = std::multimap<std::string, std::string, std::less<>>;  // lemma to form

std::vector<std::string> forms(std::string_view part, const std::string& lemma,
                               const Irregular& irregular) {
    const bool verb = part == "verb" || part == "light" || part == "hedge" || part == "phrase";
    const bool noun = part == "noun" || part == "time" || part == "place";
    std::vector<std::string> out = verb   ? verb_forms(lemma)
                                   : noun ? std::vector<std::string>{lemma, with_s(lemma)}
                                          : std::vector<std::string>{lemma};
    const auto [first, last] = irregular.equal_range(lemma);
    for (auto at = first; at != last; ++at) out.push_back(at->second);
    return out;
}

}  // namespace

base::Result<ActsKnown> ActsKnown::from(const lookup::Table& table) {
    ActsKnown known;
    Irregular irregular;
    for (const auto& row : table.rows) {
        if (row.cells[0] == "form") irregular.emplace(row.cells[2], row.cells[1]);
    }
    for (const auto& row : table.rows) {
        const auto& part = row.cells[0];
        const std::string lemma = lowered(row.cells[1]);
        if (part == "form") continue;
        if (part == "phrase" || part == "loss") {
            const std::string verb = lemma.substr(0, lemma.find(' '));
            known.add_phrase(lemma, row.cells[2], part == "loss", forms("phrase", verb, irregular));
            continue;
        }
        const auto told = told_named(part);
        if (!told) {
            std::string names = "form, phrase, loss";
            for (const auto& known_part : parts) names += ", " + std::string(known_part.name);
            return base::Error("\"" + part + "\" is none of the parts " + names + "; mend the row")
                .at(table.path + ":" + std::to_string(row.line));
        }
        known.add(*told, lemma, row.cells[2], forms(part, lemma, irregular));
    }
    return known;
}

void ActsKnown::add(Told told, const std::string& lemma, const std::string& type,
                    const std::vector<std::string>& forms) {
    Map& map = maps_[static_cast<std::size_t>(told)];
    for (const auto& form : forms) map.try_emplace(form, Entry{lemma, type});
}

void ActsKnown::add_phrase(const std::string& words, const std::string& type, bool loses,
                           const std::vector<std::string>& forms) {
    const auto first = words.find(' ');
    const auto last = words.rfind(' ');
    const std::string verb = words.substr(0, first);
    Phrase phrase{{}, {}, type, loses};
    if (first != std::string::npos) phrase.noun = words.substr(last + 1);
    if (first != last) phrase.preposition = words.substr(first + 1, last - first - 1);
    phrases_[verb].push_back(std::move(phrase));
    add(Told::Phrase, verb, type, forms);
}

const ActsKnown::Entry* ActsKnown::find(Told told, std::string_view form,
                                        std::string_view lemma) const {
    const Map& map = maps_[static_cast<std::size_t>(told)];
    auto found = map.find(form);
    if (found == map.end() && !lemma.empty()) found = map.find(lemma);
    return found == map.end() ? nullptr : &found->second;
}

const std::vector<Phrase>& ActsKnown::phrases(std::string_view form, std::string_view lemma) const {
    static const std::vector<Phrase> none;
    const Entry* verb = find(Told::Phrase, form, lemma);
    if (verb == nullptr) return none;
    const auto found = phrases_.find(verb->lemma);
    return found == phrases_.end() ? none : found->second;
}

}  // namespace sitrep::extract
