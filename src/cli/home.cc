#include "cli/home.h"

#include <cstdlib>
#include <filesystem>

namespace sitrep::cli {

std::string home() {
    const char* named = std::getenv("SITREP_HOME");
    if (named != nullptr && *named != '\0') return named;
    std::error_code none;
    auto folder = std::filesystem::read_symlink("/proc/self/exe", none).parent_path();
    while (!folder.empty()) {
        if (std::filesystem::is_directory(folder / "lexicon" / "en", none)) return folder.string();
        if (folder == folder.parent_path()) break;
        folder = folder.parent_path();
    }
    return {};
}

std::string world_layer(const std::string& home) { return home + "/build/gazetteer/world.places"; }

std::string imported_layers() {
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && *data != '\0') return std::string(data) + "/sitrep/gazetteer";
    const char* user = std::getenv("HOME");
    if (user == nullptr || *user == '\0') return {};
    return std::string(user) + "/.local/share/sitrep/gazetteer";
}

}  // namespace sitrep::cli
