// format: how a layer lies in its file, and the view of one that was found whole.
//
// Form    Header, then sections, each at a multiple of 8 bytes; little endian
// Errors  cut short, another version, a checksum that is wrong, a row that points nowhere
// Source  XXH64 (github.com/Cyan4973/xxHash, doc/xxhash_spec.md) for the checksum, FNV-1a for keys
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"
#include "lookup/spelling.h"

namespace sitrep::lookup::layer {

static_assert(std::endian::native == std::endian::little, "layers are little endian");

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::int32_t no_degree = std::numeric_limits<std::int32_t>::min();
constexpr double degree_units = 1e5;  // about a metre

struct Text {
    std::uint32_t at = 0;
    std::uint32_t bytes = 0;
};

struct Row {
    std::int32_t latitude = no_degree;  // in 1 / degree_units
    std::int32_t longitude = no_degree;
    std::uint32_t parent = none;  // a row of this layer, before or behind
    Text parent_below;            // else the id of a place below
    std::uint32_t population = 0;
    std::uint32_t first_name = 0;  // up to the next row's; its own name first
    std::uint32_t first_id = 0;    // the same
    std::uint8_t kind = 0;
    std::uint8_t seat = 0;
    std::uint8_t weight = 0;  // of 255
    std::uint8_t spare = 0;
    std::array<char, 2> country{};
    std::array<char, 2> padding{};
};
static_assert(sizeof(Row) == 40);

struct Name {
    Text text;
    Text folded;
    std::uint32_t row = 0;
    std::uint32_t kind = 0;
};

struct Id {
    Text text;
    std::uint32_t row = 0;
};

// A name, skeleton or id by its hash; equals by falling weight of their rows.
struct Key {
    std::uint32_t high = 0;  // of the hash, so that rows need no padding
    std::uint32_t low = 0;
    std::uint32_t at = 0;  // position among names or ids

    std::uint64_t hash() const { return (std::uint64_t{high} << 32U) | low; }
};

struct Cell {
    std::uint32_t number = 0;
    std::uint32_t row = 0;
};

struct Section {
    std::uint64_t at = 0;
    std::uint64_t count = 0;
};

enum Part : std::size_t {
    Texts,
    Rows,  // one more than places: the last only ends the one before
    Names,
    Ids,
    FoldedKeys,
    BareKeys,
    SkeletonKeys,
    IdKeys,
    Cells,
    Costs,
    Words,
    Title,
    Attribution,
    Parts
};

constexpr std::array<char, 16> magic = {'s', 'i', 't', 'r', 'e', 'p', ' ', 'p',
                                        'l', 'a', 'c', 'e', 's', ' ', '1', '\n'};

struct Header {
    std::array<char, 16> magic{};
    std::uint64_t bytes = 0;
    std::uint64_t checksum = 0;  // of everything behind the header's first 32 bytes
    std::array<Section, Parts> sections{};
};
constexpr std::size_t checked_from = 32;

std::uint64_t checksum(std::string_view bytes);
std::uint64_t key_hash(std::string_view text);

// The whole degree a point lies in, 360 to a row of latitude.
std::uint32_t cell(double latitude, double longitude);

// A file found whole. Spans point into the mapping and live as long as it.
class View {
public:
    static base::Result<View> open(const std::string& path);
    // The same over bytes that outlive it, aligned to 8.
    static base::Result<View> over(std::string_view bytes);

    std::span<const Row> rows() const { return rows_; }  // with the ending one
    std::size_t places() const { return rows_.size() - 1; }
    std::span<const Name> names() const { return names_; }
    std::span<const Id> ids() const { return ids_; }
    std::span<const Key> folded_keys() const { return folded_; }
    std::span<const Key> bare_keys() const { return bare_; }
    std::span<const Key> skeleton_keys() const { return skeletons_; }
    std::span<const Key> id_keys() const { return id_keys_; }
    std::span<const Cell> cells() const { return cells_; }
    std::size_t bytes() const { return bytes_; }
    std::string_view words() const { return words_; }
    std::string_view title() const { return title_; }
    std::string_view attribution() const { return attribution_; }
    Spelling spelling() const { return Spelling(costs_); }
    std::string_view text(Text text) const { return texts_.substr(text.at, text.bytes); }

    std::span<const Name> names_of(std::uint32_t row) const {
        return names_.subspan(rows_[row].first_name,
                              rows_[row + 1].first_name - rows_[row].first_name);
    }
    std::span<const Id> ids_of(std::uint32_t row) const {
        return ids_.subspan(rows_[row].first_id, rows_[row + 1].first_id - rows_[row].first_id);
    }
    // The keys of one hash.
    static std::span<const Key> matching(std::span<const Key> keys, std::uint64_t hash);

private:
    View() = default;
    bool whole() const;

    std::optional<base::MappedFile> file_;
    std::size_t bytes_ = 0;
    std::string_view texts_;
    std::span<const Row> rows_;
    std::span<const Name> names_;
    std::span<const Id> ids_;
    std::span<const Key> folded_;
    std::span<const Key> bare_;
    std::span<const Key> skeletons_;
    std::span<const Key> id_keys_;
    std::span<const Cell> cells_;
    std::string_view words_;
    std::string_view title_;
    std::string_view attribution_;
    Spelling::Costs costs_{};
};

}  // namespace sitrep::lookup::layer
