// records: is PLOVER's one event of a sentence among those that we send out, and how many are not.
//
// Type       right where some event has the gold type
// Countries  of the event that fits best (type first, then countries): right where each side that
//            the record names has exactly its countries, in any order. A record that names one side
//            alone, of two or more ("A and B agreed"), is right by both our sides together.
// Unmatched  all our events but the one that has the gold type
// Source     PLOVER_GSR_CAMEO_readme; the codes are compared as in affiliations.h
#pragma once

#include <string>
#include <vector>

#include "quality/exports.h"

namespace sitrep::quality {

struct GoldRecord {
    std::string type;  // by our name
    std::vector<std::string> from;
    std::vector<std::string> to;
};

struct RecordScore {
    bool type_right = false;
    bool countries_right = false;
    std::size_t unmatched = 0;
    std::size_t other_types = 0;  // of them, those of another type than the gold one

    friend bool operator==(const RecordScore&, const RecordScore&) = default;
};

bool countries_right(const Exported& ours, const GoldRecord& gold);
RecordScore score(const std::vector<Exported>& ours, const GoldRecord& gold);

}  // namespace sitrep::quality
