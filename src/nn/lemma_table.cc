#include "nn/lemma_table.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/file.h"

namespace sitrep::nn {
namespace {

constexpr std::size_t table_bytes_max = 16U << 20U;

std::size_t hash(std::string_view word) { return std::hash<std::string_view>{}(word); }

}  // namespace

base::Result<LemmaTable> LemmaTable::open(const std::string& path) {
    auto text = base::read_file(path, table_bytes_max);
    if (!text) return std::move(text).error();
    auto table = from(std::move(*text));
    if (!table) return std::move(table).error().at(path);
    return table;
}

base::Result<LemmaTable> LemmaTable::from(std::string text) {
    LemmaTable table;
    table.text_ = std::move(text);
    const std::string_view all = table.text_;
    const auto fault = [&](const std::string& words) {
        return base::Error(words + "; fetch or export the model folder again")
            .at("line " + std::to_string(table.rows_.size() + 1));
    };
    const auto piece = [](std::size_t begin, std::size_t end) {
        return Piece{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    };
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find('\n', at), all.size());
        const std::size_t first = all.find('\t', at);
        const std::size_t second = first < end ? all.find('\t', first + 1) : all.npos;
        if (second >= end || second + 1 == end || first == at) {
            return fault("not \"form TAB part TAB lemma\"");
        }
        const Row row = {piece(at, first), piece(first + 1, second), piece(second + 1, end)};
        if (!table.rows_.empty() &&
            std::pair(table.of(row.form), table.of(row.part)) <=
                std::pair(table.of(table.rows_.back().form), table.of(table.rows_.back().part))) {
            return fault("the rows are not sorted");
        }
        table.rows_.push_back(row);
        table.known_.insert(hash(table.of(row.lemma)));
        at = end + 1;
    }
    return table;
}

std::string_view LemmaTable::find(std::string_view lower_form, std::string_view part) const {
    const auto at = std::lower_bound(rows_.begin(), rows_.end(), std::pair(lower_form, part),
                                     [&](const Row& row, const auto& wanted) {
                                         return std::pair(of(row.form), of(row.part)) < wanted;
                                     });
    if (at == rows_.end() || of(at->form) != lower_form || of(at->part) != part) return {};
    return of(at->lemma);
}

bool LemmaTable::knows(std::string_view lemma) const { return known_.contains(hash(lemma)); }

}  // namespace sitrep::nn
