// control: who holds a place by a short note, from the events that it tells.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lookup/table.h"
#include "quality/benches.h"
#include "quality/given.h"
#include "quality/holders.h"
#include "quality/readers/control.h"
#include "quality/readers/files.h"
#include "quality/scores/classes.h"

namespace sitrep::quality {
namespace {

struct Scope {
    std::map<std::string, std::string> labels;  // by the note's id
    Holders holders;
};

base::Result<Scope> scope_from(const std::string& folder) {
    const auto labels = lookup::table(folder + "control.tsv");
    if (!labels) return labels.error();
    const auto sides = lookup::table(folder + "control_sides.tsv");
    if (!sides) return sides.error();
    auto holders = Holders::from(*sides);
    if (!holders) return std::move(holders).error();
    Scope out{{}, *std::move(holders)};
    for (const auto& row : labels->rows) out.labels[row.cells[1]] = row.cells[2];
    return out;
}

}  // namespace

base::Result<Outcome> control(const std::string& data, const std::string& root,
                              const Digest& digest, Predictions& predictions) {
    Outcome outcome("control");
    const auto path = first_there(data, {"control/ua-changes-2022-03-to-09.tsv"});
    if (!path) {
        outcome.skip("control/ua-changes-2022-03-to-09.tsv is not there");
        return outcome;
    }
    const auto notes = control_notes_file(*path);
    if (!notes) return notes.error();
    const auto scope = scope_from(root + "/bench/quality/scope/");
    if (!scope) return scope.error();
    std::vector<Judged> judged;
    std::map<std::string, std::size_t> left_out;
    for (const auto& note : *notes) {
        const auto label = scope->labels.find(note.id);
        const bool out = label == scope->labels.end() || label->second.starts_with('-');
        if (out) {
            ++left_out[label == scope->labels.end() ? "not read" : label->second.substr(1)];
            continue;
        }
        const auto said = digest(report_of(note.id, note.place + ": " + note.note));
        const auto holder = scope->holders.holder(said, note.place);
        judged.push_back({label->second, holder});
        Json events = Json::array();
        for (const auto& event : said.events) events.push_back(event.print());
        predictions.add({{"row", note.row},
                         {"text", said.report.text},
                         {"expected", label->second},
                         {"predicted", holder},
                         {"right", holder == label->second},
                         {"events", events}});
    }
    Counts all;
    for (const auto& [label, counts] : by_label(judged)) {
        outcome.show(label, counts);
        all += counts;
    }
    for (const auto& [why, count] : left_out) {
        outcome.show("left out: " + why, {0, 0, count});
    }
    outcome.show("holder", all);
    outcome.figure("holder", all.recall());
    outcome.figure("answered", Counts::rate(all.predicted, all.expected));
    return outcome;
}

}  // namespace sitrep::quality
