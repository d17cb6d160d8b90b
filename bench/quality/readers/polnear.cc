#include "quality/readers/polnear.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view annotation_ending = ".ann";

}  // namespace

base::Result<PolnearArticles> polnear_articles(const std::string& folder) {
    PolnearArticles found;
    std::error_code fault;
    for (fs::directory_iterator at(folder + "/attributions", fault), end; !fault && at != end;
         at.increment(fault)) {
        if (at->path().extension() != annotation_ending) continue;
        const std::string stem = at->path().stem().string();
        const auto text = first_there(
            folder, {"text/" + stem + ".txt", "text/" + stem.substr(0, stem.rfind('_')) + ".txt"});
        if (!text) {
            return base::Error("no text stands in text/ for it; add the text or delete this file")
                .at(at->path().string());
        }
        found[*text].push_back(at->path().string());
    }
    if (fault) return base::Error(fault.message()).at(folder + "/attributions");
    for (auto& [text, annotations] : found) std::sort(annotations.begin(), annotations.end());
    return found;
}

}  // namespace sitrep::quality
