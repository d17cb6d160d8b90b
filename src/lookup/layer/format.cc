#include "lookup/layer/format.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "lookup/gazetteer.h"

namespace sitrep::lookup::layer {
namespace {

constexpr std::uint64_t prime1 = 0x9E3779B185EBCA87;
constexpr std::uint64_t prime2 = 0xC2B2AE3D27D4EB4F;
constexpr std::uint64_t prime3 = 0x165667B19E3779F9;
constexpr std::uint64_t prime4 = 0x85EBCA77C2B2AE63;
constexpr std::uint64_t prime5 = 0x27D4EB2F165667C5;

template <class Number>
Number at(std::string_view bytes, std::size_t where) {
    Number number{};
    std::memcpy(&number, bytes.data() + where, sizeof number);
    return number;
}

std::uint64_t round_of(std::uint64_t lane, std::uint64_t input) {
    return std::rotl(lane + input * prime2, 31) * prime1;
}

std::uint64_t merged(std::uint64_t hash, std::uint64_t lane) {
    return (hash ^ round_of(0, lane)) * prime1 + prime4;
}

// Steps 1 to 4 of the specification: stripes of 32 bytes over four lanes.
std::uint64_t striped(std::string_view bytes, std::size_t& where) {
    if (bytes.size() < 32) return prime5;
    std::array<std::uint64_t, 4> lanes = {prime1 + prime2, prime2, 0, 0 - prime1};
    for (; where + 32 <= bytes.size(); where += 32) {
        for (std::size_t i = 0; i < 4; ++i) {
            lanes[i] = round_of(lanes[i], at<std::uint64_t>(bytes, where + 8 * i));
        }
    }
    std::uint64_t hash = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) +
                         std::rotl(lanes[3], 18);
    for (const std::uint64_t lane : lanes) hash = merged(hash, lane);
    return hash;
}

template <class Item>
bool take(std::string_view bytes, const Section& section, std::span<const Item>& into) {
    if (section.at % 8 != 0 || section.at > bytes.size()) return false;
    if (section.count > (bytes.size() - section.at) / sizeof(Item)) return false;
    into = {reinterpret_cast<const Item*>(bytes.data() + section.at),
            static_cast<std::size_t>(section.count)};
    return true;
}

bool take(std::string_view bytes, const Section& section, std::string_view& into) {
    std::span<const char> chars;
    if (!take(bytes, section, chars)) return false;
    into = {chars.data(), chars.size()};
    return true;
}

bool inside(Text text, std::string_view texts) {
    return text.at <= texts.size() && text.bytes <= texts.size() - text.at;
}

bool keyed(std::span<const Key> keys, std::size_t count) {
    return std::all_of(keys.begin(), keys.end(), [&](const Key& key) { return key.at < count; });
}

base::Error unusable(const std::string& what) {
    return base::Error(what + "; build or import it again (docs/commands.md, gazetteer)");
}

}  // namespace

// Source  steps 5 to 7: what is left, by eights, fours and ones, then the avalanche.
std::uint64_t checksum(std::string_view bytes) {
    std::size_t where = 0;
    std::uint64_t hash = striped(bytes, where) + bytes.size();
    for (; where + 8 <= bytes.size(); where += 8) {
        hash = std::rotl(hash ^ round_of(0, at<std::uint64_t>(bytes, where)), 27) * prime1 + prime4;
    }
    if (where + 4 <= bytes.size()) {
        hash = std::rotl(hash ^ (at<std::uint32_t>(bytes, where) * prime1), 23) * prime2 + prime3;
        where += 4;
    }
    for (; where < bytes.size(); ++where) {
        hash = std::rotl(hash ^ (at<std::uint8_t>(bytes, where) * prime5), 11) * prime1;
    }
    hash = (hash ^ (hash >> 33U)) * prime2;
    hash = (hash ^ (hash >> 29U)) * prime3;
    return hash ^ (hash >> 32U);
}

// FNV-1a, with a last mix so that its high half is as good as its low one.
std::uint64_t key_hash(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    hash = (hash ^ (hash >> 32U)) * prime2;
    return hash ^ (hash >> 29U);
}

std::uint32_t cell(double latitude, double longitude) {
    const double row = std::min(std::floor(latitude + 90), 179.0);
    const double column = std::min(std::floor(longitude + 180), 359.0);
    return static_cast<std::uint32_t>(row) * 360 + static_cast<std::uint32_t>(column);
}

std::span<const Key> View::matching(std::span<const Key> keys, std::uint64_t hash) {
    const auto first =
        std::lower_bound(keys.begin(), keys.end(), hash,
                         [](const Key& key, std::uint64_t b) { return key.hash() < b; });
    auto last = first;
    while (last != keys.end() && last->hash() == hash) ++last;
    return {first, last};
}

base::Result<View> View::open(const std::string& path) {
    auto file = base::MappedFile::open(path);
    if (!file) return std::move(file).error();
    auto view = over(file->bytes());
    if (!view) return std::move(view).error().at(path);
    view->file_.emplace(*std::move(file));
    return view;
}

base::Result<View> View::over(std::string_view bytes) {
    if (bytes.size() < sizeof(Header)) return unusable("too short for a layer of places");
    const auto header = at<Header>(bytes, 0);
    if (header.magic != magic) return unusable("no layer of places, or one of another version");
    if (header.bytes != bytes.size()) {
        return unusable("cut short: " + std::to_string(bytes.size()) + " of " +
                        std::to_string(header.bytes) + " bytes");
    }
    if (header.checksum != checksum(bytes.substr(checked_from))) {
        return unusable("damaged: its checksum is wrong");
    }
    View view;
    view.bytes_ = bytes.size();
    std::span<const float> costs;
    const auto& part = header.sections;
    const bool taken =
        take(bytes, part[Texts], view.texts_) && take(bytes, part[Rows], view.rows_) &&
        take(bytes, part[Names], view.names_) && take(bytes, part[Ids], view.ids_) &&
        take(bytes, part[FoldedKeys], view.folded_) && take(bytes, part[BareKeys], view.bare_) &&
        take(bytes, part[SkeletonKeys], view.skeletons_) &&
        take(bytes, part[IdKeys], view.id_keys_) && take(bytes, part[Cells], view.cells_) &&
        take(bytes, part[Costs], costs) && take(bytes, part[Words], view.words_) &&
        take(bytes, part[Title], view.title_) && take(bytes, part[Attribution], view.attribution_);
    if (!taken || costs.size() != view.costs_.size() || !view.whole()) {
        return unusable("a row of it points nowhere");
    }
    std::copy(costs.begin(), costs.end(), view.costs_.begin());
    return view;
}

// Every position that a reader follows lies inside, so that none need be checked again.
bool View::whole() const {
    if (rows_.empty() || rows_.size() > none) return false;
    std::uint32_t name = 0;
    std::uint32_t id = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        const bool last = i + 1 == rows_.size();
        if (row.first_name < name || row.first_id < id) return false;
        if (i > 0 && (row.first_name == name || row.first_id == id)) return false;  // none at all
        name = row.first_name;
        id = row.first_id;
        if (last) break;
        if (row.parent != none && row.parent >= places()) return false;
        if (row.kind >= values::place_kinds || row.seat > 3) return false;
        if (!inside(row.parent_below, texts_)) return false;
        const bool placed = row.latitude != no_degree;
        if (placed && !values::point(row.latitude / degree_units, row.longitude / degree_units)) {
            return false;
        }
    }
    if (rows_.front().first_name != 0 || rows_.front().first_id != 0) return false;
    if (name != names_.size() || id != ids_.size()) return false;
    const auto good_name = [&](const Name& n) {
        return n.row < places() && n.kind <= static_cast<std::uint32_t>(NameKind::Abbreviation) &&
               inside(n.text, texts_) && inside(n.folded, texts_);
    };
    const auto good_id = [&](const Id& i) { return i.row < places() && inside(i.text, texts_); };
    const auto good_cell = [&](const Cell& c) {
        return c.row < places() && rows_[c.row].latitude != no_degree;
    };
    return std::all_of(names_.begin(), names_.end(), good_name) &&
           std::all_of(ids_.begin(), ids_.end(), good_id) &&
           std::all_of(cells_.begin(), cells_.end(), good_cell) && keyed(folded_, names_.size()) &&
           keyed(bare_, names_.size()) && keyed(skeletons_, names_.size()) &&
           keyed(id_keys_, ids_.size());
}

}  // namespace sitrep::lookup::layer
