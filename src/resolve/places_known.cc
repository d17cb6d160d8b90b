#include "resolve/places_known.h"

#include "lookup/folded.h"

namespace sitrep::resolve {

base::Result<PlacesKnown> PlacesKnown::from(const lookup::Table& table) {
    PlacesKnown known;
    for (const auto& row : table.rows) {
        const std::string where = table.path + ":" + std::to_string(row.line);
        if (row.cells.size() < 3) {
            return base::Error("columns are needed: role word kind example").at(where);
        }
        const std::string& role = row.cells[0];
        const std::string word = lookup::folded(row.cells[1]);
        const auto kind = values::place_kind(row.cells[2]);
        if (word.empty() || (role == "kind") != kind.has_value()) {
            return base::Error("a word, and a kind of place in rows of kind alone; mend it")
                .at(where);
        }
        if (role == "kind") {
            known.kinds_[word] |= kind_bit(*kind);
        } else if (role == "line") {
            known.lines_.insert(word);
        } else if (role == "link") {
            known.links_.insert(word);
        } else if (role == "says") {
            known.says_.insert(word);
        } else if (role == "notplace") {
            known.not_places_.insert(word);
        } else {
            return base::Error("\"" + role + "\" is no role: kind, line, link, says, notplace")
                .at(where);
        }
    }
    return known;
}

std::uint32_t PlacesKnown::kinds(std::string_view noun) const {
    std::string word = lookup::folded(noun);
    const auto of = [&](const std::string& form) {
        const auto found = kinds_.find(form);
        return found == kinds_.end() ? 0U : found->second;
    };
    if (const auto kinds = of(word); kinds != 0) return kinds;
    if (word.ends_with("ies")) return of(word.substr(0, word.size() - 3) + "y");
    if (word.ends_with("s")) {
        word.pop_back();
        if (const auto kinds = of(word); kinds != 0) return kinds;
        if (word.ends_with("e")) word.pop_back();
        return of(word);
    }
    return 0;
}

bool PlacesKnown::line(std::string_view noun) const {
    std::string word = lookup::folded(noun);
    if (lines_.contains(word)) return true;
    if (!word.ends_with("s")) return false;
    word.pop_back();
    return lines_.contains(word);
}

bool PlacesKnown::link(std::string_view word) const {
    return links_.contains(lookup::folded(word));
}
bool PlacesKnown::says(std::string_view lemma) const { return says_.contains(lemma); }
bool PlacesKnown::not_place(std::string_view word) const {
    return not_places_.contains(lookup::folded(word));
}

}  // namespace sitrep::resolve
