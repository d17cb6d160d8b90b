// case2021: the ACLED-like label of news snippets, from the events that are told.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "lookup/table.h"
#include "quality/benches.h"
#include "quality/given.h"
#include "quality/readers/case2021.h"
#include "quality/readers/files.h"
#include "quality/scores/classes.h"
#include "quality/snippet_labels.h"

namespace sitrep::quality {
namespace {

constexpr std::array<std::string_view, 3> territory{
    "GOV_REGAINS_TERIT", "NON_STATE_ACTOR_OVERTAKES_TER", "NON_VIOL_TERRIT_TRANSFER"};

bool is_territorial(const std::string& label) {
    return std::find(territory.begin(), territory.end(), label) != territory.end();
}

Json printed(const std::vector<values::Event>& events) {
    Json out = Json::array();
    for (const auto& event : events) out.push_back(event.print());
    return out;
}

void show_labels(const std::vector<Judged>& judged, const SnippetLabels& labels, Outcome& outcome) {
    auto counts = by_label(judged);
    for (const auto& label : labels.mapped()) outcome.show(label, counts[label]);
    for (const auto& label : labels.unmapped()) {
        outcome.show(label + " (maps to nothing)", counts[label]);
    }
}

// All three as one label: right where any of them was given.
Counts pooled(const std::vector<Judged>& judged) {
    Counts counts;
    for (const auto& [expected, predicted] : judged) {
        counts.expected += is_territorial(expected) ? 1 : 0;
        counts.predicted += is_territorial(predicted) ? 1 : 0;
        counts.right += is_territorial(expected) && is_territorial(predicted) ? 1 : 0;
    }
    return counts;
}

// Right of the rows whose label maps.
Counts accuracy(const std::vector<Judged>& judged, const SnippetLabels& labels) {
    Counts counts;
    for (const auto& [expected, predicted] : judged) {
        const auto& mapped = labels.mapped();
        if (std::find(mapped.begin(), mapped.end(), expected) == mapped.end()) continue;
        counts += {expected == predicted ? 1U : 0U, predicted.empty() ? 0U : 1U, 1U};
    }
    return counts;
}

}  // namespace

base::Result<Outcome> case2021(const std::string& data, const std::string& root,
                               const Digest& digest, Predictions& predictions) {
    Outcome outcome("case2021");
    const auto path = dev_or_test(data, "case2021/", ".tsv");
    if (!path) {
        outcome.skip("case2021/dev.tsv is not there");
        return outcome;
    }
    const auto snippets = snippets_file(*path);
    if (!snippets) return snippets.error();
    const auto table = lookup::table(root + "/bench/quality/scope/case2021.tsv");
    if (!table) return table.error();
    const auto labels = SnippetLabels::from(*table);
    if (!labels) return labels.error();
    std::vector<Judged> judged;
    for (const auto& snippet : *snippets) {
        const auto said = digest(report_of(snippet.id, snippet.text));
        const auto label = labels->label(said);
        judged.push_back({snippet.label, label});
        predictions.add({{"snippet", snippet.id},
                         {"text", snippet.text},
                         {"expected", snippet.label},
                         {"predicted", label},
                         {"right", label == snippet.label},
                         {"events", printed(said.events)}});
    }
    show_labels(judged, *labels, outcome);
    const auto right = accuracy(judged, *labels);
    const auto territorial = pooled(judged);
    outcome.show("all that map", right);
    outcome.show("territorial, pooled", territorial);
    outcome.figure("macro_f1", macro_f1(judged, labels->mapped()));
    outcome.figure("territorial", territorial.recall());
    outcome.figure("territorial_f1", territorial.f1());
    outcome.figure("accuracy", right.recall());
    return outcome;
}

}  // namespace sitrep::quality
