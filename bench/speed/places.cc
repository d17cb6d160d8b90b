#include "speed/places.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "lookup/gazetteer.h"
#include "lookup/layer.h"

namespace sitrep::speed {
namespace {

constexpr std::size_t names_asked = 20'000;

double seconds() {
    using Clock = std::chrono::steady_clock;
    return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

// Names spread over the whole layer, so that no cache holds what they need.
std::vector<std::string> spread(const lookup::Gazetteer& gazetteer) {
    std::vector<std::string> names;
    const std::size_t step = std::max<std::size_t>(1, gazetteer.size() / names_asked);
    for (std::size_t i = 0; i < gazetteer.size(); i += step) {
        names.emplace_back(
            gazetteer.name(static_cast<lookup::PlaceNumber>(i * 7919 % gazetteer.size())));
    }
    return names;
}

double asked_a_second(const lookup::Gazetteer& gazetteer, const std::vector<std::string>& names,
                      bool variants, int runs) {
    lookup::Wanted wanted;
    wanted.variants = variants;
    double best = 1e9;
    std::size_t found = 0;
    for (int i = 0; i < runs; ++i) {
        const double start = seconds();
        for (const auto& name : names) found += gazetteer.candidates(name, wanted).size();
        best = std::min(best, seconds() - start);
    }
    return found == 0 ? 0 : static_cast<double>(names.size()) / best;
}

}  // namespace

std::optional<PlaceFigures> place_figures(const std::string& path, int runs) {
    const auto info = lookup::layer_info(path);
    if (!info) return std::nullopt;
    PlaceFigures figures;
    figures.layer_mb = static_cast<double>(info->bytes) / 1e6;
    figures.open_ms = 1e9;
    for (int i = 0; i < runs; ++i) {
        const double start = seconds();
        const auto opened = lookup::Gazetteer::open({path});
        if (!opened) return std::nullopt;
        figures.open_ms = std::min(figures.open_ms, (seconds() - start) * 1e3);
    }
    const auto gazetteer = lookup::Gazetteer::open({path});
    if (!gazetteer || gazetteer->size() == 0) return std::nullopt;
    auto names = spread(*gazetteer);
    figures.names_a_second = asked_a_second(*gazetteer, names, false, runs);
    for (auto& name : names) name.replace(name.size() / 2, 1, "o");
    figures.variants_a_second = asked_a_second(*gazetteer, names, true, runs);
    return figures;
}

}  // namespace sitrep::speed
