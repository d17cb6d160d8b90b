#include "lookup/gazetteer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "lookup/layer.h"
#include "lookup/layer/stack.h"

namespace sitrep::lookup {
namespace {

constexpr double km_a_degree = 111.2;      // of latitude
constexpr double conflict_km_narrow = 10;  // farther apart, two towns are hardly one
constexpr double conflict_km_wide = 150;   // middles of countries and provinces drift
constexpr std::size_t places_near_max = 1'000'000;
constexpr std::array<std::string_view, 5> met_codes = {"folded", "glued", "bare", "skeleton",
                                                       "loose"};

std::optional<values::Point> point_of(const layer::Row& row) {
    if (row.latitude == layer::no_degree) return std::nullopt;
    return values::Point{row.latitude / layer::degree_units, row.longitude / layer::degree_units};
}

// The whole degrees that a circle may touch, each once.
std::vector<std::uint32_t> cells_around(values::Point from, double kilometres_max) {
    std::vector<std::uint32_t> cells;
    const double rows = std::ceil(std::max(kilometres_max, 0.0) / km_a_degree);
    for (double row = -rows; row <= rows; ++row) {
        const double latitude = std::floor(from.latitude) + row;
        if (latitude < -90 || latitude > 90) continue;
        const double edge = std::min(std::max(std::abs(latitude), std::abs(latitude + 1)), 89.9);
        const double width = km_a_degree * std::cos(edge * std::numbers::pi / 180);
        const double columns = std::min(std::ceil(rows * km_a_degree / width), 180.0);
        const double last = std::min(columns, 179.0);  // all the way round, once
        for (double column = -columns; column <= last; ++column) {
            double longitude = std::floor(from.longitude) + column;
            if (longitude < -180) longitude += 360;
            if (longitude >= 180) longitude -= 360;
            cells.push_back(layer::cell(latitude, longitude));
        }
    }
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    return cells;
}

bool wide(values::PlaceKind kind) { return kind <= values::PlaceKind::District; }

}  // namespace

std::string_view code(Met met) { return met_codes[static_cast<std::size_t>(met)]; }

Gazetteer::Gazetteer() : stack_(std::make_unique<Stack>()) {}
Gazetteer::Gazetteer(std::unique_ptr<Stack> stack) : stack_(std::move(stack)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

base::Result<Gazetteer> Gazetteer::open(const std::vector<std::string>& layer_paths) {
    auto stack = std::make_unique<Stack>();
    std::size_t places = 0;
    for (const auto& path : layer_paths) {
        auto view = layer::View::open(path);
        if (!view) return std::move(view).error();
        places += view->places();
        if (places >= layer::none) {
            return base::Error("too many places in one stack; take a layer away").at(path);
        }
        stack->put(*std::move(view));
    }
    stack->settle();
    return Gazetteer(std::move(stack));
}

std::size_t Gazetteer::size() const { return stack_->bases.empty() ? 0 : stack_->bases.back(); }

std::optional<PlaceNumber> Gazetteer::find(std::string_view id) const {
    return stack_->find(id, stack_->layers.size());
}

std::string_view Gazetteer::id(PlaceNumber place) const {
    const auto at = stack_->at(place);
    return at.view.text(at.view.ids_of(at.row).front().text);
}

std::vector<std::string_view> Gazetteer::ids(PlaceNumber place) const {
    std::vector<std::string_view> all;
    stack_->any(place, [&](PlaceNumber row) {
        const auto at = stack_->at(row);
        for (const auto& id : at.view.ids_of(at.row)) {
            const auto text = at.view.text(id.text);
            if (std::find(all.begin(), all.end(), text) == all.end()) all.push_back(text);
        }
        return false;
    });
    return all;
}

std::string_view Gazetteer::name(PlaceNumber place) const {
    const auto at = stack_->at(place);
    return at.view.text(at.view.names_of(at.row).front().text);
}

values::PlaceKind Gazetteer::kind(PlaceNumber place) const {
    return static_cast<values::PlaceKind>(stack_->at(place)->kind);
}

Seat Gazetteer::seat(PlaceNumber place) const {
    std::uint8_t highest = 0;
    stack_->any(place, [&](PlaceNumber row) {
        highest = std::max(highest, stack_->at(row)->seat);
        return false;
    });
    return static_cast<Seat>(highest);
}

std::optional<values::Point> Gazetteer::point(PlaceNumber place) const {
    std::optional<values::Point> found;
    stack_->any(place, [&](PlaceNumber row) {
        found = point_of(*stack_->at(row));
        return found.has_value();
    });
    return found;
}

std::string_view Gazetteer::country(PlaceNumber place) const {
    std::string_view found;
    stack_->any(place, [&](PlaceNumber row) {
        const auto& country = stack_->at(row)->country;
        if (country[0] != '\0') found = {country.data(), country.size()};
        return !found.empty();
    });
    return found;
}

std::uint64_t Gazetteer::population(PlaceNumber place) const {
    std::uint64_t found = 0;
    stack_->any(place, [&](PlaceNumber row) {
        found = stack_->at(row)->population;
        return found != 0;
    });
    return found;
}

std::string_view Gazetteer::layer(PlaceNumber place) const {
    return stack_->at(place).view.title();
}

std::vector<Gazetteer::Name> Gazetteer::names(PlaceNumber place) const {
    std::vector<Name> all;
    stack_->any(place, [&](PlaceNumber row) {
        const auto at = stack_->at(row);
        for (const auto& name : at.view.names_of(at.row)) {
            const auto text = at.view.text(name.text);
            const bool known = std::any_of(all.begin(), all.end(),
                                           [&](const Name& other) { return other.text == text; });
            if (!known) all.push_back({text, static_cast<NameKind>(name.kind)});
        }
        return false;
    });
    return all;
}

std::optional<PlaceNumber> Gazetteer::parent(PlaceNumber place) const {
    std::optional<PlaceNumber> found;
    stack_->any(place, [&](PlaceNumber row) {
        const auto i = stack_->layer_of(row);
        const auto own = stack_->layers[i].rows()[row - stack_->bases[i]].parent;
        const auto under = stack_->parents_below.find(row);
        if (own != layer::none) {
            found = stack_->stands(stack_->bases[i] + own);
        } else if (under != stack_->parents_below.end()) {
            found = stack_->stands(under->second);
        }
        if (found == place) found.reset();
        return found.has_value();
    });
    return found;
}

std::vector<PlaceNumber> Gazetteer::parents(PlaceNumber place) const {
    std::vector<PlaceNumber> chain;
    for (auto next = parent(place); next && chain.size() < place_depth_max; next = parent(*next)) {
        // Two layers may disagree so that they make a ring, which neither holds alone.
        if (*next == place || std::find(chain.begin(), chain.end(), *next) != chain.end()) break;
        chain.push_back(*next);
    }
    return chain;
}

bool Gazetteer::contains(PlaceNumber outer, PlaceNumber inner) const {
    std::optional<PlaceNumber> next = inner;
    for (std::size_t depth = 0; next && depth <= place_depth_max; ++depth) {
        if (*next == outer) return true;
        next = parent(*next);
    }
    return false;
}

double Gazetteer::weight(PlaceNumber place) const {
    std::uint8_t most = 0;
    stack_->any(place, [&](PlaceNumber row) {
        most = std::max(most, stack_->at(row)->weight);
        return false;
    });
    return most / 255.0;
}

std::vector<Gazetteer::Near> Gazetteer::near(values::Point from, double kilometres_max,
                                             std::size_t count_max) const {
    std::vector<Near> found;
    const auto consider = [&](PlaceNumber row) {
        // A row that another stands for speaks for it where that one has no point.
        const PlaceNumber place = stack_->stands(row);
        if (place != row && point_of(*stack_->at(place))) return;
        const double apart = values::kilometres(from, *point_of(*stack_->at(row)));
        if (apart <= kilometres_max && found.size() < places_near_max) {
            found.push_back({place, apart});
        }
    };
    for (const std::uint32_t number : cells_around(from, kilometres_max)) {
        for (std::size_t i = 0; i < stack_->layers.size(); ++i) {
            const auto cells = stack_->layers[i].cells();
            auto at = std::lower_bound(
                cells.begin(), cells.end(), number,
                [](const layer::Cell& a, std::uint32_t b) { return a.number < b; });
            for (; at != cells.end() && at->number == number; ++at) {
                consider(stack_->bases[i] + at->row);
            }
        }
    }
    std::sort(found.begin(), found.end(), [](const Near& a, const Near& b) {
        return a.kilometres != b.kilometres ? a.kilometres < b.kilometres : a.place < b.place;
    });
    found.erase(std::unique(found.begin(), found.end(),
                            [](const Near& a, const Near& b) { return a.place == b.place; }),
                found.end());
    if (found.size() > count_max) found.resize(count_max);
    return found;
}

values::Place Gazetteer::place(PlaceNumber number) const {
    values::Place place{std::string(id(number)),
                        kind(number),
                        std::string(name(number)),
                        point(number),
                        std::string(country(number)),
                        population(number),
                        {}};
    for (const PlaceNumber parent : parents(number)) {
        place.parents.push_back({std::string(id(parent)), kind(parent), std::string(name(parent))});
    }
    return place;
}

std::vector<Gazetteer::Conflict> Gazetteer::conflicts(PlaceNumber place) const {
    std::vector<Conflict> found;
    const auto mine = stack_->at(place);
    const auto kind_here = kind(place);
    stack_->any(place, [&](PlaceNumber row) {
        if (row == place) return false;
        const auto its = stack_->at(row);
        const auto kind_there = static_cast<values::PlaceKind>(its->kind);
        if (!alike(kind_there, kind_here)) {
            found.push_back({place, row,
                             std::string(values::code(kind_here)) + " or " +
                                 std::string(values::code(kind_there))});
        }
        if (its->country[0] != '\0' && mine->country[0] != '\0' && its->country != mine->country) {
            found.push_back({place, row,
                             "in " + std::string(mine->country.data(), 2) + " or " +
                                 std::string(its->country.data(), 2)});
        }
        const auto here = point_of(*mine);
        const auto there = point_of(*its);
        if (here && there) {
            const double apart = values::kilometres(*here, *there);
            if (apart > (wide(kind_here) ? conflict_km_wide : conflict_km_narrow)) {
                found.push_back({place, row, std::to_string(std::lround(apart)) + " km apart"});
            }
        }
        return false;
    });
    return found;
}

}  // namespace sitrep::lookup
