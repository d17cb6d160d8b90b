#include "quality/readers/control.h"

#include <set>

#include "base/sha256.h"
#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

constexpr std::size_t columns = 9;
constexpr std::size_t place_column = 1;
constexpr std::size_t note_column = 5;
constexpr std::size_t id_digits = 10;

std::string unquoted(std::string_view cell) {
    if (cell.size() < 2 || !cell.starts_with('"') || !cell.ends_with('"')) {
        return std::string(cell);
    }
    std::string out;
    cell = cell.substr(1, cell.size() - 2);
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == '"' && i + 1 < cell.size() && cell[i + 1] == '"') ++i;
        out += cell[i];
    }
    return out;
}

}  // namespace

base::Result<std::vector<ControlNote>> control_notes_of(std::string_view text,
                                                        const std::string& path) {
    std::vector<ControlNote> out;
    std::set<std::string> seen;
    std::size_t number = 0;
    for (std::string_view line : cut(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (++number == 1 || line.empty()) continue;
        const auto cells = cut(line, '\t');
        if (cells.size() != columns) {
            return base::Error("no nine columns; fetch the file anew")
                .at(path + ":" + std::to_string(number));
        }
        const auto place = cells[place_column];
        const auto note = cells[note_column];
        if (note.empty()) continue;
        const auto id =
            base::sha256_hex(std::string(place) + "\t" + std::string(note)).substr(0, id_digits);
        if (seen.insert(id).second) out.push_back({number, unquoted(place), unquoted(note), id});
    }
    return out;
}

base::Result<std::vector<ControlNote>> control_notes_file(const std::string& path) {
    const auto text = text_of(path);
    if (!text) return text.error();
    return control_notes_of(*text, path);
}

}  // namespace sitrep::quality
