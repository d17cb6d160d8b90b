// The door's layer_bytes: drafts as sections of rows.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

#include "base/check.h"
#include "lookup/folded.h"
#include "lookup/layer.h"
#include "lookup/layer/format.h"

namespace sitrep::lookup {
namespace {

using values::PlaceKind;

// What of a place nothing else speaks for: countries and provinces are meant before towns, towns
// by their people. Ties only; the resolve room weighs with more.
double weight(const Draft& draft) {
    constexpr double a_magnitude = 0.06;  // of people
    double weight = 0.05;
    switch (draft.kind) {
        case PlaceKind::Country:
            weight = 0.5;
            break;
        case PlaceKind::Continent:
        case PlaceKind::Region:
            weight = 0.7;
            break;
        case PlaceKind::Province:
            weight = 0.4;
            break;
        case PlaceKind::District:
            weight = 0.15;
            break;
        case PlaceKind::Town:
            weight = 0.1;
            break;
        default:
            break;
    }
    switch (draft.seat) {
        case Seat::OfCountry:
            weight += 0.3;
            break;
        case Seat::OfProvince:
            weight += 0.15;
            break;
        case Seat::OfDistrict:
            weight += 0.06;
            break;
        case Seat::None:
            break;
    }
    const double people = std::log10(static_cast<double>(draft.population) + 1);
    return std::min(1.0, weight + a_magnitude * people);
}

class Writing {
public:
    Writing(const std::vector<Draft>& places, const Making& making)
        : places_(places), making_(making) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            numbers_.emplace(places[i].id, static_cast<std::uint32_t>(i));
            for (const auto& id : places[i].also) {
                numbers_.emplace(id, static_cast<std::uint32_t>(i));
            }
        }
    }

    std::string bytes() {
        for (std::uint32_t row = 0; row < places_.size(); ++row) add(row);
        layer::Row end;
        end.first_name = static_cast<std::uint32_t>(names_.size());
        end.first_id = static_cast<std::uint32_t>(ids_.size());
        rows_.push_back(end);
        for (auto* keys : {&folded_, &bare_, &skeletons_}) {
            sort(*keys, [&](const layer::Key& key) { return names_[key.at].row; });
        }
        sort(id_keys_, [&](const layer::Key& key) { return ids_[key.at].row; });
        std::sort(cells_.begin(), cells_.end(), [](const auto& a, const auto& b) {
            return a.number != b.number ? a.number < b.number : a.row < b.row;
        });
        return laid_out();
    }

private:
    void add(std::uint32_t row) {
        const Draft& draft = places_[row];
        layer::Row made;
        if (draft.point) {
            made.latitude = degrees(draft.point->latitude);
            made.longitude = degrees(draft.point->longitude);
            cells_.push_back({layer::cell(made.latitude / layer::degree_units,
                                          made.longitude / layer::degree_units),
                              row});
        }
        if (!draft.parents.empty()) {
            const auto parent = numbers_.find(draft.parents.front());
            if (parent != numbers_.end()) {
                made.parent = parent->second;
            } else {
                made.parent_below = text(draft.parents.front());
            }
        }
        made.population =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(draft.population, layer::none));
        made.first_name = static_cast<std::uint32_t>(names_.size());
        made.first_id = static_cast<std::uint32_t>(ids_.size());
        made.kind = static_cast<std::uint8_t>(draft.kind);
        made.seat = static_cast<std::uint8_t>(draft.seat);
        made.weight = static_cast<std::uint8_t>(std::lround(weight(draft) * 255));
        if (draft.country.size() == 2) made.country = {draft.country[0], draft.country[1]};
        rows_.push_back(made);
        add_name(row, draft.name, NameKind::Primary);
        for (const DraftName& name : draft.names) add_name(row, name.text, name.kind);
        add_id(row, draft.id);
        for (const auto& id : draft.also) add_id(row, id);
    }

    static std::int32_t degrees(double degrees) {
        return static_cast<std::int32_t>(std::lround(degrees * layer::degree_units));
    }

    void add_id(std::uint32_t row, const std::string& id) {
        const auto at = static_cast<std::uint32_t>(ids_.size());
        ids_.push_back({text(id), row});
        id_keys_.push_back(key(id, at));
    }

    void add_name(std::uint32_t row, const std::string& name, NameKind kind) {
        const std::string plain = folded(name);
        const bool surely = kind == NameKind::Primary || kind == NameKind::Alias;
        const auto first = rows_[row].first_name;
        const auto at = static_cast<std::uint32_t>(names_.size());
        bool known = false;  // another name of this place that folds alike
        for (std::uint32_t i = first; i < at; ++i) {
            const bool same =
                names_[i].folded.bytes == plain.size() &&
                std::string_view(texts_).substr(names_[i].folded.at, plain.size()) == plain;
            if (!same) continue;
            if (names_[i].text.bytes == name.size() &&
                std::string_view(texts_).substr(names_[i].text.at, name.size()) == name) {
                return;
            }
            known =
                known || (surely && names_[i].kind <= static_cast<std::uint32_t>(NameKind::Alias));
        }
        names_.push_back({text(name), text(plain), row, static_cast<std::uint32_t>(kind)});
        if (known) return;  // shown among its names, met by the other
        folded_.push_back(key(glued(plain), at));
        if (!surely) return;
        const auto bare = making_.kinds.bare(plain);
        if (bare && bare->fits(places_[row].kind)) {
            bare_.push_back(key(glued(bare->name), at));
        }
        const std::string bones = skeleton(plain);
        if (bones.size() > 1) skeletons_.push_back(key(bones, at));
    }

    static layer::Key key(const std::string& text, std::uint32_t at) {
        const auto hash = layer::key_hash(text);
        return {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(hash), at};
    }

    template <class RowOf>
    void sort(std::vector<layer::Key>& keys, const RowOf& row_of) const {
        std::sort(keys.begin(), keys.end(), [&](const layer::Key& a, const layer::Key& b) {
            if (a.hash() != b.hash()) return a.hash() < b.hash();
            const auto mine = rows_[row_of(a)].weight;
            const auto its = rows_[row_of(b)].weight;
            return mine != its ? mine > its : a.at < b.at;
        });
    }

    layer::Text text(const std::string& text) {
        const auto known = pooled_.find(text);
        if (known != pooled_.end()) return known->second;
        CHECK(texts_.size() + text.size() < layer::none);
        const layer::Text added{static_cast<std::uint32_t>(texts_.size()),
                                static_cast<std::uint32_t>(text.size())};
        texts_ += text;
        pooled_.emplace(text, added);
        return added;
    }

    std::string laid_out() const {
        layer::Header header;
        header.magic = layer::magic;
        std::string out(sizeof header, '\0');
        const auto put = [&](layer::Part part, const auto& items) {
            out.resize((out.size() + 7) / 8 * 8, '\0');
            header.sections[part] = {out.size(), items.size()};
            if (items.empty()) return;
            out.append(reinterpret_cast<const char*>(items.data()),
                       items.size() * sizeof(items[0]));
        };
        put(layer::Texts, texts_);
        put(layer::Rows, rows_);
        put(layer::Names, names_);
        put(layer::Ids, ids_);
        put(layer::FoldedKeys, folded_);
        put(layer::BareKeys, bare_);
        put(layer::SkeletonKeys, skeletons_);
        put(layer::IdKeys, id_keys_);
        put(layer::Cells, cells_);
        put(layer::Costs, making_.spelling.costs());
        put(layer::Words, making_.kinds.print());
        put(layer::Title, making_.name);
        put(layer::Attribution, making_.attribution);
        header.bytes = out.size();
        std::memcpy(out.data(), &header, sizeof header);
        header.checksum = layer::checksum(std::string_view(out).substr(layer::checked_from));
        std::memcpy(out.data(), &header, sizeof header);
        return out;
    }

    const std::vector<Draft>& places_;
    const Making& making_;
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::string texts_;
    std::unordered_map<std::string, layer::Text> pooled_;
    std::vector<layer::Row> rows_;
    std::vector<layer::Name> names_;
    std::vector<layer::Id> ids_;
    std::vector<layer::Key> folded_;
    std::vector<layer::Key> bare_;
    std::vector<layer::Key> skeletons_;
    std::vector<layer::Key> id_keys_;
    std::vector<layer::Cell> cells_;
};

}  // namespace

std::string layer_bytes(const std::vector<Draft>& places, const Making& making) {
    CHECK(places.size() <= layer_places_max);
    return Writing(places, making).bytes();
}

base::Result<LayerInfo> layer_info(const std::string& path) {
    const auto view = layer::View::open(path);
    if (!view) return view.error();
    return LayerInfo{std::string(view->title()), std::string(view->attribution()), view->places(),
                     view->names().size(), view->bytes()};
}

}  // namespace sitrep::lookup
