// muc: who did what to whom with what, in whole reports on political violence (MUC-3, MUC-4).
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "lookup/table.h"
#include "quality/benches.h"
#include "quality/given.h"
#include "quality/incidents.h"
#include "quality/readers/muc.h"
#include "quality/scores/fillers.h"

namespace sitrep::quality {
namespace {

constexpr std::array<MucSlot, muc_roles> slots{MucSlot::Individual, MucSlot::Organisation,
                                               MucSlot::Target, MucSlot::Victim,
                                               MucSlot::Instrument};
constexpr std::array<const char*, muc_roles> role_names{
    "perpetrator_individual", "perpetrator_organisation", "target", "victim", "weapon"};

// The gold entities of each report.
std::map<std::string, MucEntities> gold_of(const std::vector<MucTemplate>& templates) {
    std::map<std::string, MucEntities> out;
    for (const auto& one : templates) {
        auto& entities = out[one.report];
        for (std::size_t role = 0; role < muc_roles; ++role) {
            for (const auto& filler : one.of(slots[role])) {
                merge_gold(filler.alternatives, entities[role]);
            }
        }
    }
    return out;
}

// The folder of a set; of none in particular dev or, where there is none, all test sets.
std::vector<std::string> folders_of(const std::string& data, const std::string& set) {
    std::error_code unseen;
    const std::string one = data + "/" + (set.empty() ? "dev" : set);
    if (std::filesystem::is_directory(one, unseen)) return {one};
    std::vector<std::string> out;
    if (!set.empty()) return out;
    for (const auto& entry : std::filesystem::directory_iterator(data, unseen)) {
        if (entry.path().filename().string().starts_with("tst")) out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

void keep(const values::Digest& said, const Incidents& incidents, const MucEntities& ours,
          const MucEntities& gold, Predictions& predictions) {
    Json events = Json::array();
    for (const auto* event : incidents.of(said)) events.push_back(event->print());
    Json predicted;
    Json expected;
    for (std::size_t role = 0; role < muc_roles; ++role) {
        predicted[role_names[role]] = ours[role];
        expected[role_names[role]] = gold[role];
    }
    predictions.add({{"report", said.report.id},
                     {"expected", expected},
                     {"predicted", predicted},
                     {"incidents", events}});
}

}  // namespace

base::Result<Outcome> muc(const std::string& data, const std::string& set, const std::string& root,
                          const Digest& digest, Predictions& predictions) {
    Outcome outcome("muc");
    const auto folders = folders_of(data + "/muc34", set);
    if (folders.empty()) {
        outcome.skip("muc34/" + (set.empty() ? "dev" : set) + " is not there");
        return outcome;
    }
    MucSet read;
    for (const auto& folder : folders) {
        auto part = muc_folder(folder);
        if (!part) return std::move(part).error();
        for (auto& one : part->reports) read.reports.push_back(std::move(one));
        for (auto& one : part->templates) read.templates.push_back(std::move(one));
    }
    const auto table = lookup::table(root + "/bench/quality/scope/muc.tsv");
    if (!table) return table.error();
    const auto incidents = Incidents::from(*table);
    if (!incidents) return incidents.error();
    const auto keys = gold_of(read.templates);
    std::array<Counts, muc_roles> counts{};
    for (const auto& report : read.reports) {
        const auto said = digest(report_of(report.id, report.text));
        const auto ours = incidents->entities(said);
        const auto key = keys.find(report.id);
        auto gold = key == keys.end() ? MucEntities{} : key->second;
        for (std::size_t role = 0; role < muc_roles; ++role) {
            gold[role] = found_in(report.text, gold[role]);
            counts[role] += ceaf_ree(ours[role], gold[role]);
        }
        keep(said, *incidents, ours, gold, predictions);
    }
    Counts all;
    for (const auto& one : counts) all += one;
    outcome.add("f1", all);
    outcome.figure("precision", all.precision());
    outcome.figure("recall", all.recall());
    for (std::size_t role = 0; role < muc_roles; ++role) {
        outcome.add(std::string(role_names[role]) + "_f1", counts[role]);
    }
    return outcome;
}

}  // namespace sitrep::quality
