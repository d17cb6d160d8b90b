#include "lookup/features.h"

namespace sitrep::lookup {
namespace {

std::optional<Seat> seat(std::string_view code) {
    if (code == "-") return Seat::None;
    if (code == "district") return Seat::OfDistrict;
    if (code == "province") return Seat::OfProvince;
    if (code == "country") return Seat::OfCountry;
    return std::nullopt;
}

}  // namespace

base::Result<Features> Features::from(const Table& table) {
    Features features;
    for (const auto& row : table.rows) {
        const std::string place = table.path + ":" + std::to_string(row.line);
        if (row.cells.size() < 4) {
            return base::Error("columns are needed: source code kind seat").at(place);
        }
        const auto kind = values::place_kind(row.cells[2]);
        const auto seat_of = seat(row.cells[3]);
        if ((!kind && row.cells[2] != "-") || !seat_of || row.cells[1].empty()) {
            return base::Error("no code, kind of place and seat; mend the row").at(place);
        }
        features.features_[{row.cells[0], row.cells[1]}] = {kind, *seat_of};
    }
    return features;
}

std::optional<Features::Feature> Features::of(std::string_view source,
                                              std::string_view code) const {
    const auto found = features_.find({std::string(source), std::string(code)});
    if (found == features_.end()) return std::nullopt;
    return found->second;
}

}  // namespace sitrep::lookup
