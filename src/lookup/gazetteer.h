// Gazetteer: a stack of layers of places, looked up by name, by id and by nearness.
//
// A layer is one file (lookup/layer.h tells how it is made), mapped into memory. Upper layers
// stand before lower ones: where two know one place (they share an id), the upper row is the
// place, takes over what it lacks (point, population, parent) and the names of the lower.
//
// Units   costs lie in [0, 1], 0 is the very name; kilometres on a sphere
// Errors  a layer that cannot be opened, is cut short or of another version: path and next step
// Source  docs/decisions/0004-gazetteer.md
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "values/place.h"

namespace sitrep::lookup {

// A place of the stack opened; dense from 0, the same for the same layers in the same order.
using PlaceNumber = std::uint32_t;

enum class NameKind : std::uint8_t {
    Primary,
    Alias,         // another spelling or language
    Adjective,     // "Tajik", "Parisian"
    People,        // "Tajiks", "Parisians"
    Abbreviation,  // "Va.", "U.A.E.", "RSA"
};

// What of a seat of government a populated place is.
enum class Seat : std::uint8_t { None, OfDistrict, OfProvince, OfCountry };

// How a name was met, from the surest.
enum class Met : std::uint8_t {
    Folded,    // equal but for case, diacritics, hyphens and apostrophes
    Glued,     // and but for spaces
    Bare,      // and but for a word of kind ("Takhar province", "Panj River") or an article
    Skeleton,  // equal in its consonants
    Loose,     // equal in its consonants, one or two more confused or dropped
};
std::string_view code(Met met);  // "folded" …

struct Candidate {
    PlaceNumber place = 0;
    double cost = 0;  // of the name alone, learned from spellings of one place
    Met met = Met::Folded;
    NameKind kind = NameKind::Primary;
    std::string_view name;  // the spelling met; lives as long as the gazetteer
};

struct Wanted {
    std::size_t count_max = 64;
    bool variants = true;  // Skeleton and Loose too, beside the surer ones
    // Only places inside this one (Gazetteer::contains).
    std::optional<PlaceNumber> within;
};

class Gazetteer {
public:
    // Lowest layer first. No layer at all is a gazetteer that knows nothing.
    static base::Result<Gazetteer> open(const std::vector<std::string>& layer_paths);

    Gazetteer();
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;
    ~Gazetteer();

    std::size_t size() const;  // numbers run below it; those of hidden lower rows among them

    // One for each place, cheapest first; equals by the place's weight, then by its number. An
    // abbreviation is met only as it is written or in capitals ("Va.", "VA", never "va").
    std::vector<Candidate> candidates(std::string_view name, const Wanted& wanted = {}) const;

    std::optional<PlaceNumber> find(std::string_view id) const;  // any of its ids

    std::string_view id(PlaceNumber place) const;
    std::vector<std::string_view> ids(PlaceNumber place) const;  // its own first
    std::string_view name(PlaceNumber place) const;
    values::PlaceKind kind(PlaceNumber place) const;
    Seat seat(PlaceNumber place) const;
    std::optional<values::Point> point(PlaceNumber place) const;
    std::string_view country(PlaceNumber place) const;  // ISO 3166-1 alpha-2, or empty
    std::uint64_t population(PlaceNumber place) const;  // 0: not known
    std::string_view layer(PlaceNumber place) const;    // "world", "wof-af-tj-uz" …

    struct Name {
        std::string_view text;
        NameKind kind = NameKind::Primary;
    };
    std::vector<Name> names(PlaceNumber place) const;

    std::optional<PlaceNumber> parent(PlaceNumber place) const;
    std::vector<PlaceNumber> parents(PlaceNumber place) const;  // nearest first
    // Whether inner is outer or lies in it by its parents.
    bool contains(PlaceNumber outer, PlaceNumber inner) const;

    // How much one expects to read of a place that nothing else speaks for, in [0, 1]: kind, seat
    // and population; for ties only.
    double weight(PlaceNumber place) const;

    // Places with a point at most so far, nearest first.
    struct Near {
        PlaceNumber place = 0;
        double kilometres = 0;
    };
    std::vector<Near> near(values::Point point, double kilometres_max,
                           std::size_t count_max = 64) const;

    // The place with all its parents, as values hold it.
    values::Place place(PlaceNumber place) const;

    // Rows of several layers that are one place and disagree: far apart, of another kind or
    // another country. The upper one counts.
    struct Conflict {
        PlaceNumber upper = 0;
        PlaceNumber lower = 0;
        std::string what;  // "23 km apart", "town or district"
    };
    std::vector<Conflict> conflicts(PlaceNumber place) const;

    struct Stack;  // layer/stack.h

private:
    explicit Gazetteer(std::unique_ptr<Stack> stack);
    std::unique_ptr<Stack> stack_;
};

}  // namespace sitrep::lookup
