#include "resolve/beings_known.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace sitrep::resolve {
namespace {

using values::Being;
using values::Gender;

struct Part {
    std::string_view name;
    WordKind kind;
    Being being;
};
constexpr std::array<Part, 13> parts{{{"person", WordKind::Noun, Being::Person},
                                      {"body", WordKind::Noun, Being::Body},
                                      {"state", WordKind::Noun, Being::State},
                                      {"place", WordKind::Noun, Being::Place},
                                      {"thing", WordKind::Noun, Being::Thing},
                                      {"title", WordKind::Title, Being::Person},
                                      {"ending", WordKind::Ending, Being::Person},
                                      {"speaks", WordKind::Speaks, Being::Person},
                                      {"name", WordKind::Name, Being::Unknown},
                                      {"empty", WordKind::Empty, Being::Unknown},
                                      {"time", WordKind::Time, Being::Thing},
                                      {"pronoun", WordKind::Pronoun, Being::Unknown},
                                      {"article", WordKind::Article, Being::Unknown}}};

std::optional<Part> part_named(std::string_view name) {
    for (const Part& part : parts) {
        if (part.name == name) return part;
    }
    return std::nullopt;
}

std::optional<Gender> gender_named(std::string_view name) {
    if (name == "-") return Gender::Unknown;
    if (name == "male") return Gender::Male;
    if (name == "female") return Gender::Female;
    return std::nullopt;
}

base::Error wrong(const lookup::Table& table, const lookup::Table::Row& row,
                  const std::string& fault) {
    return base::Error(fault).at(table.path + ":" + std::to_string(row.line));
}

std::vector<std::string> listed(std::string_view words) {
    std::vector<std::string> out;
    if (words == "-") return out;
    while (!words.empty()) {
        const std::size_t blank = words.find(' ');
        out.emplace_back(words.substr(0, blank));
        words.remove_prefix(blank == std::string_view::npos ? words.size() : blank + 1);
    }
    return out;
}

}  // namespace

base::Result<BeingsKnown> BeingsKnown::from(const lookup::Table& beings,
                                            const lookup::Table& given_names) {
    constexpr std::size_t beings_columns = 6;  // part word gender number called example
    constexpr std::size_t names_columns = 3;   // name gender example
    if (beings.columns.size() != beings_columns || given_names.columns.size() != names_columns) {
        return base::Error("the columns are not those of beings and given names; mend the heads")
            .at(beings.path);
    }
    BeingsKnown known;
    for (const auto& row : beings.rows) {
        const auto part = part_named(row.cells[0]);
        if (!part) return wrong(beings, row, "\"" + row.cells[0] + "\" is no part; mend the row");
        const auto gender = gender_named(row.cells[2]);
        if (!gender) return wrong(beings, row, "the gender is not male, female or -; mend the row");
        if (row.cells[3] != "many" && row.cells[3] != "-") {
            return wrong(beings, row, "the number is not many or -; mend the row");
        }
        known.words_[static_cast<std::size_t>(part->kind)].try_emplace(
            row.cells[1],
            BeingWord{part->being, *gender, row.cells[3] == "many", listed(row.cells[4])});
    }
    for (const auto& row : given_names.rows) {
        const auto gender = gender_named(row.cells[1]);
        if (!gender) {
            return wrong(given_names, row, "the gender is not male, female or -; mend the row");
        }
        known.given_names_.try_emplace(row.cells[0], *gender);
    }
    return known;
}

bool BeingWord::is(std::string_view word) const {
    return std::find(called.begin(), called.end(), word) != called.end();
}

const BeingWord* BeingsKnown::find(WordKind kind, std::string_view word) const {
    const auto& words = words_[static_cast<std::size_t>(kind)];
    const auto found = words.find(word);
    return found == words.end() ? nullptr : &found->second;
}

const BeingWord* BeingsKnown::noun(std::string_view lemma) const {
    if (const BeingWord* whole = find(WordKind::Noun, lemma)) return whole;
    constexpr std::size_t ending_min = 3;
    for (std::size_t cut = 1; cut + ending_min <= lemma.size(); ++cut) {
        if (const BeingWord* ending = find(WordKind::Ending, lemma.substr(cut))) return ending;
    }
    return nullptr;
}

values::Gender BeingsKnown::gender(std::string_view given_name) const {
    const auto found = given_names_.find(given_name);
    return found == given_names_.end() ? values::Gender::Unknown : found->second;
}

}  // namespace sitrep::resolve
