#include "pipeline/digest.h"

#include <filesystem>
#include <memory>
#include <system_error>
#include <thread>

#include "quality/system.h"

namespace sitrep::quality {

base::Result<Digest> digester(const std::string& root, By path) {
    std::error_code unseen;
    const std::string model = pipeline::model_folder(root);
    if (!std::filesystem::exists(model, unseen)) return Digest();
    pipeline::Home home{root, {}};
    const std::string world = root + "/build/gazetteer/world.places";
    if (std::filesystem::exists(world, unseen)) home.layers.push_back(world);
    auto lexicon = pipeline::open_lexicon(root);
    if (!lexicon) return std::move(lexicon).error();
    auto resolving = pipeline::open_resolving(home);
    if (!resolving) return std::move(resolving).error();
    auto encoder =
        nn::Encoder::open(model, path == By::PlainPath ? nn::Path::Plain : nn::fastest_path());
    if (!encoder) return std::move(encoder).error();
    const auto know = std::make_shared<const pipeline::Knowledge>(
        pipeline::Knowledge{*std::move(lexicon), *std::move(encoder), *std::move(resolving)});
    const unsigned threads = std::thread::hardware_concurrency();
    return Digest([know, threads](const values::Report& report) {
        return pipeline::digest(report, *know, threads);
    });
}

}  // namespace sitrep::quality
