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

}  // namespace sitrep::cli
