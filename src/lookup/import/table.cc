// A table of one's own: the columns that its head names, the rest left open.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "lookup/folded.h"
#include "lookup/import/forms.h"
#include "lookup/import/rows.h"

namespace sitrep::lookup::imported {
namespace {

using values::PlaceKind;

constexpr std::array<std::string_view, 11> columns = {
    "name",     "id",       "kind",       "latitude", "longitude", "country",
    "province", "district", "population", "aliases",  "seat"};
enum Column : std::size_t {
    Name,
    Id,
    Kind,
    Latitude,
    Longitude,
    Country,
    Province,
    District,
    Population,
    Aliases,
    SeatOf
};
constexpr std::size_t missing = static_cast<std::size_t>(-1);

Seat seat_of(std::string_view code) {
    if (code == "country") return Seat::OfCountry;
    if (code == "province") return Seat::OfProvince;
    return code == "district" ? Seat::OfDistrict : Seat::None;
}

// Reads the rows, then hangs them, since a province may stand behind what lies in it.
class Reading {
public:
    Reading(const Importing& with, Drafts& drafts)
        : with_(with), drafts_(drafts), first_(drafts.places.size()) {}

    void read(std::string_view text) {
        each_line(text, drafts_, [&](std::size_t line, std::string_view row) {
            if (row.starts_with('#')) return;
            cut(row, '\t', cells_);
            if (width_ == 0) return take_head();
            if (cells_.size() == width_) return take(line);
            note(drafts_, line,
                 std::to_string(cells_.size()) + " cells where " + std::to_string(width_) +
                     " are named; left out");
        });
        for (std::size_t i = 0; i < hung_.size(); ++i) hang(drafts_.places[first_ + i], hung_[i]);
    }

private:
    struct Hung {
        std::string province;
        std::string district;
    };

    std::string_view cell(Column column) const {
        return at_[column] == missing ? std::string_view() : cells_[at_[column]];
    }

    void take_head() {
        width_ = cells_.size();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto found = std::find(cells_.begin(), cells_.end(), columns[i]);
            at_[i] =
                found == cells_.end() ? missing : static_cast<std::size_t>(found - cells_.begin());
        }
    }

    void take(std::size_t line) {
        Draft draft;
        draft.line = line;
        draft.name = cell(Name);
        const auto kind = cell(Kind).empty() ? PlaceKind::Town : values::place_kind(cell(Kind));
        if (!kind) {
            return note(
                drafts_, line,
                "\"" + std::string(cell(Kind).substr(0, 40)) + "\" is no kind of place; left out");
        }
        draft.kind = *kind;
        draft.seat = seat_of(cell(SeatOf));
        draft.point = point(cell(Latitude), cell(Longitude), line, drafts_);
        if (is_country(cell(Country))) {
            draft.country = cell(Country);
        } else if (!cell(Country).empty()) {
            note(drafts_, line,
                 "\"" + std::string(cell(Country).substr(0, 40)) +
                     "\" is no country by two capitals; kept without");
        }
        draft.population = number<std::uint64_t>(cell(Population)).value_or(0);
        Cells names;
        cut(cell(Aliases), '|', names);
        for (const auto name : names) {
            if (!name.empty()) draft.names.push_back({std::string(name), NameKind::Alias});
        }
        draft.id = cell(Id).empty() ? free_id(draft) : std::string(cell(Id));
        ids_.insert(draft.id);
        hung_.push_back({std::string(cell(Province)), std::string(cell(District))});
        drafts_.places.push_back(std::move(draft));
    }

    // "own:AF/khwaja-ghar", with ~2 where the table has that twice.
    std::string free_id(const Draft& draft) const {
        std::string id = "own:" + draft.country + "/" + folded(draft.name);
        std::replace(id.begin(), id.end(), ' ', '-');
        const std::string base = id;
        for (std::size_t i = 2; ids_.contains(id); ++i) id = base + "~" + std::to_string(i);
        return id;
    }

    // Under its district if that is known, else its province, else its country.
    void hang(Draft& draft, const Hung& said) {
        if (draft.kind <= PlaceKind::Country) {
            if (!draft.country.empty() && draft.kind == PlaceKind::Country) {
                draft.also.push_back("iso:" + draft.country);
            }
            return;
        }
        std::string parent = draft.country.empty() ? "" : "iso:" + draft.country;
        if (!parent.empty() && !with_.below.find(parent) && !ids_.contains(parent)) parent.clear();
        step(draft, said.province, PlaceKind::Province, parent);
        step(draft, said.district, PlaceKind::District, parent);
        if (!parent.empty()) draft.parents = {parent};
    }

    void step(const Draft& draft, const std::string& name, PlaceKind kind, std::string& parent) {
        if (name.empty() || draft.kind <= kind) return;
        const auto found = known(name, kind, draft.country, parent);
        if (found.empty()) {
            note(drafts_, draft.line,
                 "its " + std::string(values::code(kind)) + " \"" + name.substr(0, 40) +
                     "\" is not known; kept under what is");
            return;
        }
        parent = found;
    }

    std::string known(const std::string& name, PlaceKind kind, const std::string& country,
                      const std::string& parent) const {
        const std::string plain = folded(name);
        for (std::size_t i = first_; i < drafts_.places.size(); ++i) {
            const Draft& draft = drafts_.places[i];
            if (draft.kind == kind && draft.country == country && folded(draft.name) == plain) {
                return draft.id;
            }
        }
        Wanted wanted;
        if (!parent.empty()) wanted.within = with_.below.find(parent);
        for (const Candidate& candidate : with_.below.candidates(name, wanted)) {
            if (with_.below.kind(candidate.place) == kind &&
                with_.below.country(candidate.place) == country) {
                return std::string(with_.below.id(candidate.place));
            }
        }
        return {};
    }

    const Importing& with_;
    Drafts& drafts_;
    std::size_t first_;
    std::size_t width_ = 0;
    std::array<std::size_t, columns.size()> at_{};
    Cells cells_;
    std::vector<Hung> hung_;
    std::unordered_set<std::string> ids_;
};

}  // namespace

void own_table(std::string_view text, const Importing& with, Drafts& drafts) {
    Reading(with, drafts).read(text);
}

}  // namespace sitrep::lookup::imported
