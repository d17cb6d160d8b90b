#include "quality/actors_cases.h"

#include <tuple>
#include <vector>

#include "lookup/table.h"
#include "quality/given.h"
#include "quality/readers/bracketed.h"

namespace sitrep::quality {
namespace {

const values::ActorTold* actor_on(const Extent& bracket, const values::Marks& marks,
                                  const std::vector<values::ActorTold>& actors) {
    const values::ActorTold* best = nullptr;
    double most = 0;
    for (const auto& actor : actors) {
        for (const auto& mention : actor.mentions) {
            const auto span = marks.span(mention);
            const Extent ours{span.begin(), span.end()};
            const auto both = static_cast<double>(shared(ours, bracket));
            const double share = both / (static_cast<double>(ours.size() + bracket.size()) - both);
            if (share <= most) continue;
            most = share;
            best = &actor;
        }
    }
    return best;
}

std::string joined(const std::vector<std::string>& codes) {
    std::string out;
    for (const auto& code : codes) out += (out.empty() ? "" : "+") + code;
    return out;
}

}  // namespace

base::Result<base::Done> actors_cases(const std::string& cases, const Split& split,
                                      const Annotate& annotate, const FindActors& find,
                                      Predictions& predictions, Outcome& outcome) {
    const auto table = lookup::table(cases);
    if (!table) return table.error();
    Counts counts;
    for (const auto& row : table->rows) {
        const auto& [published, country, sector, words] =
            std::tie(row.cells[0], row.cells[1], row.cells[2], row.cells[3]);
        const auto told = bracketed(words);
        if (!told || told->brackets.size() != 1) {
            return base::Error("has not one mention in brackets; mend the row")
                .at(cases + ":" + std::to_string(row.line));
        }
        auto report = report_of("own", told->text);
        if (const auto day = values::Publication::parse(published)) report.published = *day;
        const auto marks = annotate(report, split(report));
        const auto actors = find(report, marks);
        const auto* const actor = actor_on(told->brackets[0].range, marks, actors);
        values::Actor ours;
        if (actor != nullptr && actor->actor.choice) ours = *actor->actor.choice;
        const auto& sectors = ours.affiliation.sectors;
        const bool right = (country == "-" || joined(ours.affiliation.countries) == country) &&
                           (sector == "-" || (!sectors.empty() && sectors.front() == sector));
        counts += Counts{right ? 1U : 0U, 1, 1};
        predictions.add({{"set", "own"},
                         {"line", row.line},
                         {"text", words},
                         {"right", right},
                         {"expected", country + " " + sector},
                         {"predicted", ours.print()},
                         {"rule", actor != nullptr ? actor->actor.reason.rule : ""}});
    }
    outcome.add("own_cases", counts);
    return base::Done{};
}

}  // namespace sitrep::quality
