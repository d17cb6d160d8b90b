#include "lookup/layers.h"

#include <algorithm>
#include <filesystem>

namespace sitrep::lookup {

std::vector<std::string> layer_paths(const std::string& world, const std::string& folder) {
    std::error_code none;
    std::vector<std::string> paths;
    if (!folder.empty()) {
        for (auto at = std::filesystem::directory_iterator(folder, none);
             !none && at != std::filesystem::directory_iterator(); at.increment(none)) {
            if (at->path().extension() == layer_ending) paths.push_back(at->path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    if (!world.empty() && std::filesystem::exists(world, none)) paths.insert(paths.begin(), world);
    return paths;
}

base::Result<PlaceTables> place_tables(const std::string& folder) {
    const auto features = table(folder + "/features.tsv");
    if (!features) return features.error();
    const auto kinds = table(folder + "/kinds.tsv");
    if (!kinds) return kinds.error();
    const auto spelling = table(folder + "/spelling.tsv");
    if (!spelling) return spelling.error();
    auto codes = Features::from(*features);
    if (!codes) return std::move(codes).error();
    auto words = KindWords::from(*kinds);
    if (!words) return std::move(words).error();
    auto costs = Spelling::from(*spelling);
    if (!costs) return std::move(costs).error();
    return PlaceTables{*std::move(codes), *std::move(words), *std::move(costs)};
}

}  // namespace sitrep::lookup
