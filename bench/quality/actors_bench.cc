// actors: country and sector of the actor strings of PLOVER's gold records.
#include <utility>

#include "quality/actors_cases.h"
#include "quality/benches.h"
#include "quality/readers/files.h"
#include "quality/readers/plover.h"
#include "quality/scores/affiliations.h"

namespace sitrep::quality {
namespace {

// Every so-manieth record was not looked at while the words were gathered; it has rows of its own.
constexpr std::size_t unseen_every = 5;

struct Rows {
    Counts country;
    Counts sector;
};

void report(const std::string& name, const Rows& rows, Outcome& outcome) {
    // Right of all expected; what was left open stands in the rows of precision and recall.
    const auto right = [](const Counts& counts) {
        return Counts{counts.right, counts.expected, counts.expected};
    };
    outcome.add(name + "country_right", right(rows.country));
    outcome.add(name + "sector_right", right(rows.sector));
    outcome.show(name + "country", rows.country);
    outcome.show(name + "sector", rows.sector);
}

// The actor strings of the gold records.
base::Result<base::Done> records(const std::string& data, const Affiliate& affiliate,
                                 Predictions& predictions, Outcome& outcome) {
    const auto path =
        first_there(data, {"plover/PLOVER_GSR_CAMEO.txt", "plover/PLOVER_GSR_CAMEO-test.txt"});
    if (!path) {
        outcome.skip("plover/PLOVER_GSR_CAMEO.txt is not there");
        return base::Done{};
    }
    const auto gold = plover_file(*path);
    if (!gold) return gold.error();
    Rows all;
    Rows unseen;
    for (std::size_t i = 0; i < gold->size(); ++i) {
        const bool is_unseen = i % unseen_every == unseen_every - 1;
        for (const PloverActor& actor : (*gold)[i].actors) {
            const auto found = affiliate(actor.text);
            const auto ours = found.choice.value_or(values::Affiliation{});
            const Counts country = country_counts(ours.countries, actor.code);
            const auto leading = gold_sector(actor.sector);
            const Counts sector = leading ? sector_counts(ours.sectors, *leading) : Counts{};
            all.country += country;
            all.sector += sector;
            if (is_unseen) {
                unseen.country += country;
                unseen.sector += sector;
            }
            predictions.add({{"record", actor.record},
                             {"unseen", is_unseen},
                             {"side", actor.recipient ? "recipient" : "actor"},
                             {"words", actor.text},
                             {"expected", actor.code + " " + actor.sector},
                             {"predicted", ours.print()},
                             {"rule", found.reason.rule},
                             {"country_right", country.right == 1},
                             {"sector_right", !leading || sector.right == 1}});
        }
    }
    report("", all, outcome);
    report("unseen_fifth_", unseen, outcome);
    return base::Done{};
}

}  // namespace

base::Result<Outcome> actors(const std::string& data, const std::string& cases, const Split& split,
                             const Annotate& annotate, const Affiliate& affiliate,
                             const FindActors& find, Predictions& predictions) {
    Outcome outcome("actors");
    if (auto done = records(data, affiliate, predictions, outcome); !done) {
        return std::move(done).error();
    }
    if (!annotate) {
        outcome.skip("own cases: there are no weights in models/english");
        return outcome;
    }
    if (auto done = actors_cases(cases, split, annotate, find, predictions, outcome); !done) {
        return std::move(done).error();
    }
    return outcome;
}

}  // namespace sitrep::quality
