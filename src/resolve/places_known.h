// PlacesKnown: words beside names of places, read from lexicon/en/places/beside.tsv.
//
// Errors  a row of no known role or kind: file and line
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "lookup/table.h"
#include "values/place.h"

namespace sitrep::resolve {

class PlacesKnown {
public:
    // Columns: role word kind example; role being kind, line, link, says or notplace.
    static base::Result<PlacesKnown> from(const lookup::Table& table);

    // What a noun beside a name says it is, in the singular or the plural, any case; a bit for
    // each kind, 0 where it says nothing.
    std::uint32_t kinds(std::string_view noun) const;
    bool line(std::string_view noun) const;       // "border"
    bool link(std::string_view word) const;       // stands between a place and what it lies in
    bool says(std::string_view lemma) const;      // who does this is no ground but a government
    bool not_place(std::string_view word) const;  // a name so written is seldom a place

private:
    std::map<std::string, std::uint32_t, std::less<>> kinds_;
    std::set<std::string, std::less<>> lines_, links_, says_, not_places_;
};

constexpr std::uint32_t kind_bit(values::PlaceKind kind) {
    return std::uint32_t{1} << static_cast<unsigned>(kind);
}

}  // namespace sitrep::resolve
