#include <filesystem>
#include <memory>
#include <system_error>
#include <thread>

#include "annotate/marks.h"
#include "nn/encoder.h"
#include "quality/system.h"

namespace sitrep::quality {

base::Result<Annotate> annotator(const std::string& root, By path) {
    const std::string folder = root + "/models/english";
    std::error_code unseen;
    if (!std::filesystem::exists(folder, unseen)) return Annotate();
    auto encoder =
        nn::Encoder::open(folder, path == By::PlainPath ? nn::Path::Plain : nn::fastest_path());
    if (!encoder) return std::move(encoder).error().at("the annotator");
    const auto shared = std::make_shared<const nn::Encoder>(std::move(*encoder));
    const unsigned threads = std::thread::hardware_concurrency();
    return Annotate([shared, threads](const values::Report& report, const Sentences& sentences) {
        return annotate::marks(report, sentences, *shared, threads);
    });
}

}  // namespace sitrep::quality
