#include "quality/outcome.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace sitrep::quality {
namespace {

double percent(double rate) { return std::round(rate * 10000) / 100; }

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "; ") + line;
    return text;
}

std::string table_row(const std::string& name, const Counts& counts) {
    std::array<char, 160> line{};
    std::snprintf(line.data(), line.size(), "%-28s %9.2f %9.2f %9.2f %9zu %9zu %9zu\n",
                  name.c_str(), percent(counts.precision()), percent(counts.recall()),
                  percent(counts.f1()), counts.right, counts.predicted, counts.expected);
    return line.data();
}

std::string table_head() {
    std::array<char, 160> line{};
    std::snprintf(line.data(), line.size(), "%-28s %9s %9s %9s %9s %9s %9s\n", "", "precision",
                  "recall", "F1", "right", "predicted", "expected");
    return line.data();
}

}  // namespace

void Outcome::add(const std::string& key, const Counts& counts) {
    show(key, counts);
    figures_.emplace_back(key, percent(counts.f1()));
}

void Outcome::figure(const std::string& key, double rate) {
    figures_.emplace_back(key, percent(rate));
}

void Outcome::amount(const std::string& key, double number) { figure(key, number / 100); }

void Outcome::show(const std::string& name, const Counts& counts) {
    rows_.push_back({name, counts});
}

std::string Outcome::json() const {
    nlohmann::ordered_json line;
    line["bench"] = bench_;
    for (const auto& [key, value] : figures_) line[key] = value;
    if (figures_.empty()) line["skipped"] = skipped_.empty() ? "no data" : joined(skipped_);
    return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string Outcome::print() const {
    std::string text;
    if (!rows_.empty()) text += table_head();
    for (const Row& row : rows_) text += table_row(row.name, row.counts);
    for (const std::string& why : skipped_) text += "skipped: " + why + "\n";
    return text + json() + "\n";
}

}  // namespace sitrep::quality
