// stage: how real an act is, at words whose factuality people judged.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lookup/table.h"
#include "quality/benches.h"
#include "quality/given.h"
#include "quality/readers/factuality.h"
#include "quality/readers/files.h"
#include "quality/scores/factualities.h"

namespace sitrep::quality {
namespace {

struct Meant {
    bool happened = true;
    double scale = 0;
};
using Scale = std::map<values::Stage, Meant>;

base::Result<Scale> scale_from(const std::string& path) {
    const auto table = lookup::table(path);
    if (!table) return table.error();
    Scale out;
    for (const auto& row : table->rows) {
        const auto stage = values::stage(row.cells[0]);
        char* end = nullptr;
        const double scale = std::strtod(row.cells[2].c_str(), &end);
        if (!stage || end == row.cells[2].c_str()) {
            return base::Error("no stage with its place on the scale; mend the row")
                .at(path + ":" + std::to_string(row.line));
        }
        out[*stage] = {row.cells[1] == "yes", scale};
    }
    if (out.size() != values::stages) {
        return base::Error("a stage is missing; write a row for each of the eleven").at(path);
    }
    return out;
}

std::vector<Factuality> judged(const std::string& set, const std::vector<FactualityText>& texts,
                               const Scale& scale, const StagesAt& stages_at,
                               Predictions& predictions) {
    std::vector<Factuality> out;
    for (const auto& text : texts) {
        std::vector<values::Span> words;
        for (const auto& target : text.targets) words.push_back(target.words);
        const auto stages = stages_at(report_of(set + "/" + text.id, text.text), words);
        Json targets = Json::array();
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto& meant = scale.at(stages[i]);
            out.push_back({text.targets[i].label, meant.happened, meant.scale});
            targets.push_back({{"words", words[i].of(text.text)},
                               {"expected", text.targets[i].label},
                               {"predicted", name(stages[i])}});
        }
        predictions.add(
            {{"set", set}, {"line", text.id}, {"text", text.text}, {"targets", targets}});
    }
    return out;
}

}  // namespace

base::Result<Outcome> stage(const std::string& data, const std::string& root,
                            const StagesAt& stages_at, Predictions& predictions) {
    Outcome outcome("stage");
    const auto scale = scale_from(root + "/bench/quality/scope/stages.tsv");
    if (!scale) return scale.error();
    const std::vector<std::pair<std::string, std::string>> sets{
        {"uw", "uw"},   {"uds", "uds_ih2"}, {"meantime", "meantime"},
        {"mv2", "mv2"}, {"rp", "rp"},       {"cb", "cb"}};
    for (const auto& [set, folder] : sets) {
        const auto path = dev_or_test(data, "factuality/" + folder + "/", ".jsonl");
        if (!path) {
            outcome.skip("factuality/" + folder + "/dev.jsonl is not there");
            continue;
        }
        const auto texts = factuality_file(*path);
        if (!texts) return texts.error();
        const auto scored = score(judged(set, *texts, *scale, stages_at, predictions));
        outcome.show(set + " happened", scored.happened);
        outcome.show(set + " did not", scored.did_not);
        outcome.figure(set + "_macro_f1", scored.macro_f1);
        outcome.amount(set + "_mae", scored.mae);
    }
    return outcome;
}

}  // namespace sitrep::quality
