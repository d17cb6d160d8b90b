#include "lookup/kind_words.h"

#include <algorithm>

#include "lookup/folded.h"

namespace sitrep::lookup {
namespace {

using values::PlaceKind;

constexpr std::string_view before = "before";
constexpr std::string_view after = "after";
constexpr std::string_view both = "both";

bool settled(PlaceKind kind) {
    return kind == PlaceKind::Town || kind == PlaceKind::Village ||
           kind == PlaceKind::Neighbourhood;
}

}  // namespace

bool alike(PlaceKind a, PlaceKind b) { return a == b || (settled(a) && settled(b)); }

bool KindWords::Bare::fits(PlaceKind kind) const {
    for (std::size_t i = 0; i < values::place_kinds; ++i) {
        const bool told = ((kinds >> i) & 1U) != 0;
        if (told && alike(kind, static_cast<PlaceKind>(i))) return true;
    }
    return false;
}

base::Result<KindWords> KindWords::from(const Table& table) {
    KindWords words;
    for (const auto& row : table.rows) {
        const std::string place = table.path + ":" + std::to_string(row.line);
        if (row.cells.size() < 3)
            return base::Error("columns are needed: word kind side").at(place);
        const std::string word = folded(row.cells[0]);
        const auto kind = values::place_kind(row.cells[1]);
        const std::string& side = row.cells[2];
        if (word.empty() || !kind || (side != before && side != after && side != both)) {
            return base::Error("no word, kind of place and side (before, after, both); mend it")
                .at(place);
        }
        if (side != after) words.rows_.push_back({word, *kind, Side::Before});
        if (side != before) words.rows_.push_back({word, *kind, Side::After});
    }
    std::stable_sort(words.rows_.begin(), words.rows_.end(),
                     [](const Row& a, const Row& b) { return a.word.size() > b.word.size(); });
    return words;
}

std::optional<KindWords::Bare> KindWords::bare(std::string_view name) const {
    Bare found;
    const Row* first = nullptr;
    for (const Row& row : rows_) {
        if (name.size() <= row.word.size() + 1) continue;
        const auto left = name.size() - row.word.size() - 1;
        const bool here = row.side == Side::Before
                              ? name.starts_with(row.word) && name[row.word.size()] == ' '
                              : name.ends_with(row.word) && name[left] == ' ';
        if (!here) continue;
        if (first == nullptr) {
            first = &row;
            found.name =
                row.side == Side::Before ? name.substr(row.word.size() + 1) : name.substr(0, left);
        }
        // "Oblast" may be a province's word or a district's.
        if (row.word == first->word && row.side == first->side) {
            found.kinds |= std::uint32_t{1} << static_cast<std::size_t>(row.kind);
        }
    }
    if (first == nullptr) return std::nullopt;
    return found;
}

std::string KindWords::print() const {
    std::string out;
    for (const Row& row : rows_) {
        out += row.word + "\t" + std::string(values::code(row.kind)) + "\t";
        out += row.side == Side::Before ? before : after;
        out += '\n';
    }
    return out;
}

KindWords KindWords::parse(std::string_view printed) {
    KindWords words;
    while (!printed.empty()) {
        const auto end = std::min(printed.find('\n'), printed.size());
        const auto line = printed.substr(0, end);
        printed.remove_prefix(std::min(end + 1, printed.size()));
        const auto first = line.find('\t');
        if (first == std::string_view::npos) continue;
        const auto second = line.find('\t', first + 1);
        if (second == std::string_view::npos) continue;
        const auto kind = values::place_kind(line.substr(first + 1, second - first - 1));
        if (!kind || first == 0) continue;
        words.rows_.push_back({std::string(line.substr(0, first)), *kind,
                               line.substr(second + 1) == before ? Side::Before : Side::After});
    }
    return words;
}

}  // namespace sitrep::lookup
