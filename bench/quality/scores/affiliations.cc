#include "quality/scores/affiliations.h"

#include <algorithm>
#include <array>

namespace sitrep::quality {
namespace {

struct Meant {
    std::string_view written;
    std::string_view code;
};
constexpr std::array<Meant, 3> meant{{{"JAP", "JPN"}, {"ITL", "ITA"}, {"VTN", "VNM"}}};

constexpr std::array<std::string_view, 24> sectors{
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR",
    "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "REL", "SOC"};

// "XXXalb" is a group of XXX; so is "XXXDRZ".
constexpr std::size_t code_letters = 3;

Counts counts(bool right, bool predicted) { return {right ? 1U : 0U, predicted ? 1U : 0U, 1U}; }

}  // namespace

std::string gold_country(const std::string& code) {
    for (const Meant& one : meant) {
        if (one.written == code) return std::string(one.code);
    }
    return code;
}

std::optional<std::string> gold_sector(std::string_view sector) {
    if (sector.size() != code_letters && sector.size() != 2 * code_letters) return std::nullopt;
    const auto leading = sector.substr(0, code_letters);
    if (std::find(sectors.begin(), sectors.end(), leading) == sectors.end()) return std::nullopt;
    return std::string(leading);
}

Counts country_counts(const std::vector<std::string>& ours, const std::string& gold) {
    std::vector<std::string> codes = ours;
    for (auto& code : codes) {
        if (code == "UNO" || code == "EUR") code = "IGO";
    }
    return counts(codes == std::vector<std::string>{gold_country(gold)}, !codes.empty());
}

Counts sector_counts(const std::vector<std::string>& ours, const std::string& gold) {
    return counts(!ours.empty() && ours.front() == gold, !ours.empty());
}

}  // namespace sitrep::quality
