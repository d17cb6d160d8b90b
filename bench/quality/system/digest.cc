#include "pipeline/digest.h"

#include <filesystem>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

#include "lookup/layers.h"
#include "quality/system.h"
#include "quality/system/knowledge.h"

namespace sitrep::quality {

base::Result<std::shared_ptr<const pipeline::Knowledge>> opened(const std::string& root, By path) {
    std::error_code unseen;
    if (!std::filesystem::exists(pipeline::model_folder(root), unseen)) {
        return std::shared_ptr<const pipeline::Knowledge>();
    }
    const std::string world = root + "/build/gazetteer/world.places";
    auto know = pipeline::open({root, lookup::layer_paths(world, {})});
    if (!know) return std::move(know).error().at("the pipeline");
    if (path == By::PlainPath) {
        auto plain = nn::Encoder::open(pipeline::model_folder(root), nn::Path::Plain);
        if (!plain) return std::move(plain).error().at("the annotator");
        know->encoder = *std::move(plain);
    }
    return std::make_shared<const pipeline::Knowledge>(*std::move(know));
}

base::Result<Digest> digester(const std::string& root, By path) {
    const auto know = opened(root, path);
    if (!know) return know.error();
    if (!*know) return Digest();
    const unsigned threads = std::thread::hardware_concurrency();
    return Digest([shared = *know, threads](const values::Report& report) {
        return pipeline::digest(report, *shared, threads);
    });
}

}  // namespace sitrep::quality
