#include "extract/acts_known.h"

namespace sitrep::extract {

base::Result<ActsKnown> ActsKnown::from(const lookup::Table& table) {
    ActsKnown known;
    for (const auto& row : table.rows) {
        const auto& part = row.cells[0];
        Map* into = part == "verb"    ? &known.verbs_
                    : part == "noun"  ? &known.nouns_
                    : part == "hedge" ? &known.hedges_
                    : part == "time"  ? &known.times_
                                      : nullptr;
        if (into == nullptr) {
            return base::Error("\"" + part +
                               "\" is no part: verb, noun, hedge or time; mend the row")
                .at(table.path + ":" + std::to_string(row.line));
        }
        into->emplace(row.cells[1], row.cells[2]);
    }
    return known;
}

std::string_view ActsKnown::type(std::string_view lemma, std::string_view part) const {
    const Map& map = part == "NOUN" ? nouns_ : verbs_;
    if (part != "NOUN" && part != "VERB") return {};
    const auto found = map.find(lemma);
    return found == map.end() ? std::string_view{} : std::string_view(found->second);
}

std::string_view ActsKnown::hedge(std::string_view lemma) const {
    const auto found = hedges_.find(lemma);
    return found == hedges_.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace sitrep::extract
