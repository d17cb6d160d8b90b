// KindWords: words beside a name that tell its kind: "Takhar province", "Viloyati Khatlon".
//
// Errors  a row without a word, of an unknown kind or side: file and line
#pragma once

#include <cstdint>
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

    // A folded name without such a word, and the kinds that the word may tell; empty where there is
    // none or nothing else is left.
    struct Bare {
        std::string name;
        std::uint32_t kinds = 0;  // a bit each

        // Whether a place of this kind may be meant: a town by "village" too.
        bool fits(values::PlaceKind kind) const;
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

// Whether two sources may call one place by these kinds: a town, a village or a neighbourhood.
bool alike(values::PlaceKind a, values::PlaceKind b);

}  // namespace sitrep::lookup
