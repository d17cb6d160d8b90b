#include "quality/readers/case2021.h"

#include "quality/readers/files.h"

namespace sitrep::quality {

base::Result<std::vector<Snippet>> snippets_of(std::string_view text, const std::string& path) {
    std::vector<Snippet> out;
    std::size_t number = 0;
    for (std::string_view line : cut(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (++number == 1 || line.empty()) continue;
        const auto cells = cut(line, '\t');
        if (cells.size() != 3) {
            return base::Error("no number, snippet and label; fetch the file anew")
                .at(path + ":" + std::to_string(number));
        }
        out.push_back({std::string(cells[0]), std::string(cells[1]), std::string(cells[2])});
    }
    return out;
}

base::Result<std::vector<Snippet>> snippets_file(const std::string& path) {
    const auto text = text_of(path);
    if (!text) return text.error();
    return snippets_of(*text, path);
}

}  // namespace sitrep::quality
