// layer: places as an importer read them, made into one file that a Gazetteer opens.
//
// Form    sections of fixed-width rows behind a header with a checksum (layer/format.h), little
//         endian; sorted hashes of names, skeletons and ids; a grid of whole degrees
// Errors  a place that cannot be kept whole is a Fault with its row; the rest is built
// Source  docs/decisions/0004-gazetteer.md
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "lookup/gazetteer.h"
#include "lookup/kind_words.h"
#include "lookup/spelling.h"
#include "values/place.h"

namespace sitrep::lookup {

constexpr std::size_t layer_places_max = 20'000'000;
constexpr std::size_t layer_bytes_max = 4'000'000'000;
constexpr std::size_t name_bytes_max = 200;  // longer names are left out
constexpr std::size_t names_of_place_max = 2000;
constexpr std::size_t place_depth_max = 12;  // of parents

struct DraftName {
    std::string text;
    NameKind kind = NameKind::Alias;
};

struct Draft {
    std::string id;
    std::vector<std::string> also;  // its ids elsewhere, of which a lower layer may know one
    std::string name;
    std::vector<DraftName> names;  // beside its own
    values::PlaceKind kind = values::PlaceKind::Town;
    Seat seat = Seat::None;
    std::optional<values::Point> point;
    std::string country;  // ISO 3166-1 alpha-2, or empty
    std::uint64_t population = 0;
    // Ids of this layer or one below, narrowest first: the first that is known counts, and after
    // mend() it stands alone.
    std::vector<std::string> parents;
    std::size_t line = 0;  // of its file, counted from 1
};

// What could not be taken as it stood, and what was done about it.
struct Fault {
    std::size_t line = 0;
    std::string what;
};

// What one or several files gave.
struct Drafts {
    std::vector<Draft> places;
    std::vector<Fault> faults;
    std::size_t faults_dropped = 0;  // beyond what is kept
};

// What every layer is made with.
struct Making {
    std::string name;         // "world", "wof-af-tj-uz"
    std::string attribution;  // whose data it is, by licence to be shown
    KindWords kinds;
    Spelling spelling;
};

// The same id twice, a name too long, a parent that nothing is, a ring of parents: mended, counted
// in drafts.faults. A parent's missing point becomes the middle of what lies in it.
void mend(Drafts& drafts, const Gazetteer& below);

// Gives a draft the id of the place below that it is: same country and kind, a name alike, near by.
// How many there were.
std::size_t join(std::vector<Draft>& places, const Gazetteer& below);

// The bytes of the file. Drafts must be mended.
std::string layer_bytes(const std::vector<Draft>& places, const Making& making);

// What stands in a layer's header, and whether its bytes are whole.
struct LayerInfo {
    std::string name;
    std::string attribution;
    std::size_t places = 0;
    std::size_t names = 0;
    std::size_t bytes = 0;
};
base::Result<LayerInfo> layer_info(const std::string& path);

}  // namespace sitrep::lookup
