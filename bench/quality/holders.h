// Holders: who holds a place by what a report tells, first to last.
//
// Rule    events that happened or go on, in text order, whoever says so; an event that names other
//         places than this one is passed over. A facet CONTROL (taken retaken held, or none said)
//         or COERCE:seize gives the place to the side of its actor, who claims it where it has
//         none; handed-over to that of its recipient or to; lost, and RETREAT:withdraw,
//         MOVE:withdraw or MOVE:flee take it from the side of their actor; contested makes it
//         contested, besieged changes nothing. Two sides at once contest it, and a part is
//         contested (its place named by a common noun: "southern parts").
// Answer  a side of the table, "contested", "none" (its holder left), or empty: it is not told
// Source  bench/quality/scope/control_sides.tsv
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "values/digest.h"

namespace sitrep::quality {

class Holders {
public:
    static base::Result<Holders> from(const lookup::Table& sides);

    std::string holder(const values::Digest& digest, std::string_view place) const;

private:
    struct Side {
        bool by_country = false;
        std::string what;
        std::string side;
    };

    std::vector<std::string> sides_of(const values::Digest& digest, const values::Event& event,
                                      values::Role role) const;
    void add_sides(const values::Digest& digest, values::Span phrase, values::Span head,
                   std::vector<std::string>& into) const;
    void tell(const values::Digest& digest, const values::Event& event, std::string_view place,
              std::string& holder) const;

    std::vector<Side> sides_;
};

}  // namespace sitrep::quality
