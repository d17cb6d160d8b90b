// Features: which kind of place a gazetteer's own code means: GeoNames' "PPLA2", Who's On First's
// "county".
//
// Errors  a row of an unknown source, kind or seat: file and line
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "lookup/gazetteer.h"
#include "lookup/table.h"
#include "values/place.h"

namespace sitrep::lookup {

class Features {
public:
    struct Feature {
        std::optional<values::PlaceKind> kind;  // empty: passed over, as what is no more
        Seat seat = Seat::None;
    };

    // Columns: source code kind seat; kind "-" for what is passed over, seat "-" for none.
    static base::Result<Features> from(const Table& table);

    // source: "geonames", "wof"
    std::optional<Feature> of(std::string_view source, std::string_view code) const;

private:
    std::map<std::pair<std::string, std::string>, Feature, std::less<>> features_;
};

}  // namespace sitrep::lookup
