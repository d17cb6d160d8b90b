// plover: type and countries of PLOVER's gold records, and how many more events are told.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lookup/table.h"
#include "quality/benches.h"
#include "quality/exports.h"
#include "quality/given.h"
#include "quality/readers/files.h"
#include "quality/readers/plover.h"
#include "quality/scores/records.h"

namespace sitrep::quality {
namespace {

using Names = std::map<std::string, std::string>;

GoldRecord gold_of(const PloverRecord& record, const Names& names) {
    const auto renamed = names.find(record.event);
    GoldRecord gold;
    gold.type = renamed == names.end() ? record.event : renamed->second;
    for (const auto& actor : record.actors) {
        (actor.recipient ? gold.to : gold.from).push_back(actor.code);
    }
    return gold;
}

Json printed(const Exported& one) {
    return {{"type", one.type}, {"from", one.from}, {"to", one.to}};
}

void keep(const PloverRecord& record, const GoldRecord& gold, const values::Digest& said,
          const std::vector<Exported>& ours, const RecordScore& score, Predictions& predictions) {
    Json events = Json::array();
    for (const auto& event : said.events) events.push_back(event.print());
    Json predicted = Json::array();
    for (const auto& one : ours) predicted.push_back(printed(one));
    predictions.add({{"record", record.id},
                     {"text", record.text},
                     {"expected", printed({gold.type, gold.from, gold.to})},
                     {"predicted", predicted},
                     {"events", events},
                     {"type_right", score.type_right},
                     {"countries_right", score.countries_right},
                     {"unmatched", score.unmatched}});
}

// What the records and their scores add up to.
class Sum {
public:
    void add(const GoldRecord& gold, const std::vector<Exported>& ours, const RecordScore& score) {
        const Counts right{score.type_right ? 1U : 0U, ours.size(), 1};
        type_ += right;
        by_type_[gold.type] += {score.type_right ? 1U : 0U, 0, 1};
        for (const auto& one : ours) ++by_type_[one.type].predicted;
        const std::size_t countries = score.countries_right ? 1 : 0;
        countries_ += {countries, 1, 1};
        if (score.type_right) countries_of_typed_ += {countries, 1, 1};
        unmatched_ += score.unmatched;
        other_types_ += score.other_types;
    }

    void tell(Outcome& outcome) const {
        for (const auto& [type, counts] : by_type_) outcome.show(type, counts);
        outcome.show("type", type_);
        outcome.show("both countries", countries_);
        outcome.show("both countries, type right", countries_of_typed_);
        outcome.figure("type", type_.recall());
        outcome.figure("countries", countries_.recall());
        outcome.figure("countries_where_type_right", countries_of_typed_.recall());
        outcome.amount("unmatched_per_record", Counts::rate(unmatched_, type_.expected));
        outcome.amount("other_types_per_record", Counts::rate(other_types_, type_.expected));
    }

private:
    std::map<std::string, Counts> by_type_;
    Counts type_;
    Counts countries_;
    Counts countries_of_typed_;
    std::size_t unmatched_ = 0;
    std::size_t other_types_ = 0;
};

base::Result<Exports> exports_from(const std::string& root) {
    const auto rules = lookup::table(root + "/bench/quality/scope/plover_exports.tsv");
    if (!rules) return rules.error();
    const auto states = lookup::table(root + "/lexicon/actors/countries.tsv");
    if (!states) return states.error();
    return Exports::from(*rules, *states);
}

}  // namespace

base::Result<Outcome> plover(const std::string& data, const std::string& root, const Digest& digest,
                             Predictions& predictions) {
    Outcome outcome("plover");
    const auto path =
        first_there(data, {"plover/PLOVER_GSR_CAMEO.txt", "plover/PLOVER_GSR_CAMEO-test.txt"});
    if (!path) {
        outcome.skip("plover/PLOVER_GSR_CAMEO.txt is not there");
        return outcome;
    }
    const auto records = plover_file(*path);
    if (!records) return records.error();
    const auto renamed = lookup::table(root + "/bench/quality/scope/plover_names.tsv");
    if (!renamed) return renamed.error();
    Names names;
    for (const auto& row : renamed->rows) names[row.cells[0]] = row.cells[1];
    const auto exports = exports_from(root);
    if (!exports) return exports.error();
    Sum sum;
    for (const auto& record : *records) {
        const auto said = digest(report_of(record.id, record.text));
        std::vector<Exported> ours;
        for (const auto& event : said.events) {
            for (auto& one : exports->of(said, event)) ours.push_back(std::move(one));
        }
        const auto gold = gold_of(record, names);
        const auto scored = score(ours, gold);
        keep(record, gold, said, ours, scored, predictions);
        sum.add(gold, ours, scored);
    }
    sum.tell(outcome);
    return outcome;
}

}  // namespace sitrep::quality
