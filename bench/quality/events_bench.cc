// events: events with stage, roles, figures and claims in single sentences, from their raw text.
#include <algorithm>
#include <filesystem>

#include "quality/benches.h"
#include "quality/given.h"
#include "quality/labelled.h"
#include "quality/readers/files.h"
#include "quality/scores/events.h"

namespace sitrep::quality {
namespace {

namespace fs = std::filesystem;

// The label files of a folder, in the order of their names; none where it is not there.
std::vector<std::string> label_files(const std::string& folder) {
    std::vector<std::string> found;
    std::error_code fault;
    for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
        if (at->path().extension() == ".label") found.push_back(at->path().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

// The sentence read as a report of its own.
LabelledSentence read_alone(const LabelledSentence& sentence, const Digest& digest) {
    values::Report report = report_of(sentence.name, sentence.text);
    report.published = sentence.published;
    return labelled(digest(report));
}

Json table(const Confusion& confusion) {
    Json rows = Json::object();
    for (const auto& [pair, count] : confusion) rows[pair.first][pair.second] = count;
    return rows;
}

Json table(const std::map<std::string, Counts>& counts) {
    Json rows = Json::object();
    for (const auto& [name, count] : counts) {
        rows[name] = {{"right", count.right},
                      {"predicted", count.predicted},
                      {"expected", count.expected},
                      {"f1", count.f1()}};
    }
    return rows;
}

// A line for each sentence, then one for the set: by type and role, and what was taken for what,
// gold first.
base::Result<EventScore> run(const std::string& set, const std::vector<std::string>& paths,
                             const Digest& digest, Predictions& predictions) {
    EventScore score;
    for (const std::string& path : paths) {
        const auto sentences = label_file(path);
        if (!sentences) return sentences.error();
        for (const LabelledSentence& gold : *sentences) {
            const LabelledSentence ours = read_alone(gold, digest);
            score += compare(ours, gold);
            predictions.add({{"set", set},
                             {"sentence", gold.name},
                             {"text", gold.text},
                             {"expected", gold.print()},
                             {"predicted", ours.print()}});
        }
    }
    predictions.add({{"set", set},
                     {"types", table(score.types)},
                     {"roles", table(score.roles)},
                     {"types_confused", table(score.types_confused)},
                     {"stages_confused", table(score.stages_confused)}});
    return score;
}

void add(const std::string& set, const EventScore& score, Outcome& outcome) {
    outcome.add(set + "_trigger_f1", score.trigger);
    outcome.add(set + "_typed_f1", score.typed);
    outcome.show(set + " stage", {score.stages_right, score.trigger.right, score.trigger.right});
    outcome.figure(set + "_stage", score.stage());
    outcome.add(set + "_role_f1", score.role);
    outcome.add(set + "_figure_f1", score.figure);
    outcome.add(set + "_claim_f1", score.claim);
    for (const auto& [type, counts] : score.types) outcome.show(set + " " + type, counts);
}

}  // namespace

base::Result<Outcome> events(const std::string& data, const std::string& own, const Digest& digest,
                             Predictions& predictions) {
    Outcome outcome("events");
    std::vector<std::pair<std::string, std::vector<std::string>>> sets;
    if (const auto path = dev_or_test(data + "/labels", "", ".label")) {
        sets.push_back({"dev", {*path}});
    } else {
        outcome.skip("labels/dev.label is not there");
    }
    if (const auto paths = label_files(own); !paths.empty()) sets.push_back({"own", paths});
    for (const auto& [set, paths] : sets) {
        const auto score = run(set, paths, digest, predictions);
        if (!score) return score.error();
        add(set, *score, outcome);
    }
    return outcome;
}

}  // namespace sitrep::quality
