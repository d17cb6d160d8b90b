// variants: held-out spellings of places, looked up in a gazetteer that has all but them.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quality/benches.h"
#include "quality/readers/files.h"
#include "quality/readers/variants.h"

namespace sitrep::quality {
namespace {

constexpr std::uint64_t unseen_every = 5;  // places that training/spelling.py never learns from

struct Scores {
    Counts among;  // the true place is one of the candidates
    Counts first;  // it is the first, the district given; of places that have one

    void add(bool found, std::size_t count, std::optional<bool> first_right) {
        among += {found ? 1U : 0U, count > 0 ? 1U : 0U, 1};
        if (first_right) first += {*first_right ? 1U : 0U, 1, 1};
    }
};

bool holds(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

base::Result<Outcome> variants(const std::string& data, const IndexPlaces& index,
                               Predictions& predictions) {
    Outcome outcome("variants");
    const auto path = dev_or_test(data, "gazetteer/variants/", "-queries.tsv");
    const auto places = first_there(data, {"gazetteer/wof-af-tj-uz/places.tsv"});
    if (!path || !places) {
        outcome.skip("gazetteer/variants or gazetteer/wof-af-tj-uz is not there");
        return outcome;
    }
    const auto text = text_of(*places);
    if (!text) return text.error();
    const auto queries = spelling_queries(*path, *text);
    if (!queries) return queries.error();
    const auto find = index(without_spellings(*text, *queries));
    if (!find) return base::Error(find.error()).at("the index without the held-out spellings");

    Scores all;
    Scores unseen;
    for (const SpellingQuery& query : *queries) {
        const auto found = (*find)(query.spelling, "");
        std::optional<bool> first;
        std::vector<std::string> inside;
        if (!query.district.empty()) {
            inside = (*find)(query.spelling, query.district);
            first = !inside.empty() && inside.front() == query.place;
        }
        all.add(holds(found, query.place), found.size(), first);
        if (query.number % unseen_every == 0) {
            unseen.add(holds(found, query.place), found.size(), first);
        }
        predictions.add(Json{{"spelling", query.spelling},
                             {"expected", query.place},
                             {"right", first.value_or(holds(found, query.place))},
                             {"district", query.district},
                             {"in_district", inside},
                             {"candidates", found}});
    }
    outcome.show("among the candidates", all.among);
    outcome.show("first in its district", all.first);
    outcome.show("places not learned from:", {});
    outcome.show("  among the candidates", unseen.among);
    outcome.show("  first in its district", unseen.first);
    outcome.figure("among_candidates", all.among.recall());
    outcome.figure("first_in_district", all.first.recall());
    outcome.figure("not_learned_among_candidates", unseen.among.recall());
    outcome.figure("not_learned_first_in_district", unseen.first.recall());
    return outcome;
}

}  // namespace sitrep::quality
