// variants: spellings held out of a table of places, and the table without them.
//
// Form    queries: a head, then wof_id, held-out spelling and its folded form, parted by tabs;
//         table: Who's On First as in data/gazetteer/wof-af-tj-uz, names in `name` and `altnames`
// Errors  a row that is none, a place that the table lacks: path and line
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep::quality {

struct SpellingQuery {
    std::uint64_t number = 0;  // the place's, as in wof_id
    std::string place;         // "wof:NUMBER"
    std::string district;      // "wof:NUMBER", or empty
    std::string spelling;
    std::string folded;  // as the data folds it
};

// path is read; table gives each place's district.
base::Result<std::vector<SpellingQuery>> spelling_queries(const std::string& path,
                                                          std::string_view table);
// The same from text in memory; path is only named in errors.
base::Result<std::vector<SpellingQuery>> spelling_queries_of(std::string_view text,
                                                             const std::string& path,
                                                             std::string_view table);

// The table without each query's spelling at its own place, and without any other name of that
// place that folds to the same by the data's folding or ours. A held-out `name` becomes empty.
std::string without_spellings(std::string_view table, const std::vector<SpellingQuery>& queries);

}  // namespace sitrep::quality
