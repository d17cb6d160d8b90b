#include "quality/readers/muc.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "quality/readers/files.h"

namespace sitrep::quality {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

// "DEV-MUC3-0001" at the head of a line or cell; else nothing.
std::string_view identifier(std::string_view line) {
    const auto word = line.substr(0, line.find_first_of(blanks));
    const bool set = word.starts_with("DEV-MUC") || word.starts_with("TST");
    return set && word.find("-MUC") != std::string_view::npos ? word : std::string_view();
}

// The pieces of a line at a mark that stands outside of quotation marks.
std::vector<std::string_view> cut_outside(std::string_view line, char mark) {
    std::vector<std::string_view> out;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\') {
            ++i;
        } else if (line[i] == '"') {
            quoted = !quoted;
        } else if (line[i] == mark && !quoted) {
            out.push_back(line.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    out.push_back(line.substr(begin));
    return out;
}

// Without its quotation marks, one of which the keys sometimes forget.
std::string unquoted(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.starts_with('"')) cell.remove_prefix(1);
    if (cell.ends_with('"') && !cell.ends_with("\\\"")) cell.remove_suffix(1);
    if (cell.ends_with("\\\"\"")) cell.remove_suffix(1);
    std::string out;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == '\\' && i + 1 < cell.size()) ++i;
        out += cell[i];
    }
    return std::string(trimmed(out));
}

std::vector<std::string> alternatives(std::string_view cell) {
    std::vector<std::string> out;
    for (const auto piece : cut_outside(cell, '/')) {
        auto one = unquoted(piece);
        if (!one.empty() && one != "-") out.push_back(std::move(one));
    }
    return out;
}

struct SlotLine {
    std::size_t slot = 0;
    std::string_view value;
};

// "10. PERP: ORGANIZATION ID   value": the value stands behind the last of two blanks or more that
// follow the slot's name.
std::optional<SlotLine> slot_line(std::string_view line) {
    std::size_t digits = 0;
    std::size_t slot = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9' && digits < 2) {
        slot = slot * 10 + static_cast<std::size_t>(line[digits++] - '0');
    }
    if (digits == 0 || line.substr(digits, 1) != "." || slot >= muc_slots) return std::nullopt;
    const auto name = line.find_first_not_of(blanks, digits + 1);
    if (name == std::string_view::npos) return std::nullopt;
    const auto gap = line.find("  ", name);
    return SlotLine{slot, gap == std::string_view::npos ? "" : trimmed(line.substr(gap))};
}

void add_filler(MucTemplate& into, std::size_t slot, std::string_view value) {
    if (value.empty() || value == "*" || value == "-") return;
    auto filler = muc_filler(value);
    if (!filler.alternatives.empty()) into.slots[slot].push_back(std::move(filler));
}

}  // namespace

MucFiller muc_filler(std::string_view line) {
    MucFiller out;
    line = trimmed(line);
    if (line.starts_with('?')) {
        out.optional = true;
        line = trimmed(line.substr(1));
    }
    const auto sides = cut_outside(line, ':');
    out.alternatives = alternatives(sides[0]);
    if (sides.size() > 1) out.belongs_to = alternatives(sides[1]);
    return out;
}

base::Result<std::vector<MucReport>> muc_reports_of(std::string_view text,
                                                    const std::string& path) {
    std::vector<MucReport> out;
    std::size_t number = 0;
    for (const std::string_view line : cut(text, '\n')) {
        ++number;
        const auto id = identifier(line);
        if (!id.empty()) {
            out.push_back({std::string(id), ""});
        } else if (!out.empty()) {
            out.back().text += std::string(line) + "\n";
        } else if (!trimmed(line).empty()) {
            return base::Error("text before the first identifier; fetch the file anew")
                .at(path + ":" + std::to_string(number));
        }
    }
    return out;
}

base::Result<std::vector<MucTemplate>> muc_key_of(std::string_view text, const std::string& path) {
    std::vector<MucTemplate> out;
    std::size_t number = 0;
    std::size_t slot = 0;
    for (const std::string_view line : cut(text, '\n')) {
        ++number;
        if (trimmed(line).empty() || line.starts_with(';')) continue;
        const auto found = slot_line(line);
        if (found) slot = found->slot;
        const auto value = found ? found->value : trimmed(line);
        const auto id = found && slot == 0 ? identifier(value) : std::string_view();
        if (!id.empty()) {
            out.emplace_back().report = id;
        } else if (out.empty() || (found && slot == 0)) {
            return base::Error("a template without an identifier; mend or fetch the file anew")
                .at(path + ":" + std::to_string(number));
        } else {
            if (slot == 1 && value.ends_with("(OPTIONAL)")) out.back().optional = true;
            add_filler(out.back(), slot, value);
        }
    }
    std::erase_if(out, [](const MucTemplate& one) { return one.of(MucSlot::Type).empty(); });
    return out;
}

base::Result<MucSet> muc_folder(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code unseen;
    for (const auto& entry : std::filesystem::directory_iterator(folder, unseen)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    MucSet out;
    std::set<std::string> seen;
    for (const auto& name : names) {
        const std::string path = folder + "/" + name;
        const bool key = name.starts_with("key-");
        if (!key && name.find("-muc") == std::string::npos) continue;
        const auto text = text_of(path);
        if (!text) return text.error();
        if (key) {
            auto templates = muc_key_of(*text, path);
            if (!templates) return std::move(templates).error();
            for (auto& one : *templates) out.templates.push_back(std::move(one));
        } else {
            auto reports = muc_reports_of(*text, path);
            if (!reports) return std::move(reports).error();
            for (auto& one : *reports) {
                if (seen.insert(one.id).second) out.reports.push_back(std::move(one));
            }
        }
    }
    return out;
}

}  // namespace sitrep::quality
