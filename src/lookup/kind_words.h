// KindWords: words beside a name that tell its kind: "Takhar province", "Viloyati Khatlon".
//
// Errors  a row without a word, of an unknown kind or side: file and line
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "values/place.h"

namespace sitrep::lookup {

class KindWords {
public:
    // Columns: word kind side, side being before, after or both.
    static base::Result<KindWords> from(const Table& table);
    // From what print() gave; a line that is none is passed over.
    static KindWords parse(std::string_view printed);

    // A folded name without such a word, and the kind that it tells; empty where there is none or
    // nothing else is left.
    struct Bare {
        std::string name;
        values::PlaceKind kind;
    };
    std::optional<Bare> bare(std::string_view folded_name) const;

    std::string print() const;

private:
    enum class Side : std::uint8_t { Before, After };
    struct Row {
        std::string word;
        values::PlaceKind kind;
        Side side;
    };
    std::vector<Row> rows_;  // longest word first
};

// Whether a place of this kind may be named by a word of that one: a town by "village" too.
bool fits(values::PlaceKind place, values::PlaceKind word);

}  // namespace sitrep::lookup
