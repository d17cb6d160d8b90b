#include <unistd.h>
#include <filesystem>
#include <memory>

#include "base/file.h"
#include "lookup/gazetteer.h"
#include "lookup/imports.h"
#include "lookup/layer.h"
#include "lookup/layers.h"
#include "quality/system.h"

namespace sitrep::quality {
namespace {

base::Result<FindPlaces> indexed(const lookup::PlaceTables& with, const std::string& table) {
    const lookup::Gazetteer nothing;
    lookup::Drafts drafts;
    lookup::import(lookup::Form::WofTable, table, {with.features, nothing}, drafts);
    lookup::mend(drafts, nothing);
    const auto path =
        (std::filesystem::temp_directory_path() / ("sitrep-variants-" + std::to_string(getpid())))
            .string();
    const auto written = base::write_file(
        path, lookup::layer_bytes(drafts.places, {"bench", "", with.kinds, with.spelling}));
    if (!written) return written.error();
    auto gazetteer = lookup::Gazetteer::open({path});
    std::error_code none;
    std::filesystem::remove(path, none);  // it stays mapped
    if (!gazetteer) return gazetteer.error();
    const auto shared = std::make_shared<const lookup::Gazetteer>(*std::move(gazetteer));
    return FindPlaces([shared](const std::string& name, const std::string& inside) {
        lookup::Wanted wanted;
        if (!inside.empty()) wanted.within = shared->find(inside);
        std::vector<std::string> ids;
        for (const auto& candidate : shared->candidates(name, wanted)) {
            ids.emplace_back(shared->id(candidate.place));
        }
        return ids;
    });
}

}  // namespace

base::Result<IndexPlaces> place_index(const std::string& root) {
    auto with = lookup::place_tables(root + "/lexicon/en/places");
    if (!with) return std::move(with).error().at("the tables of places");
    const auto shared = std::make_shared<const lookup::PlaceTables>(*std::move(with));
    return IndexPlaces([shared](const std::string& table) { return indexed(*shared, table); });
}

}  // namespace sitrep::quality
