// Exports: the records that an event goes out as under PLOVER's names, by a published table.
//
// Source  bench/quality/scope/plover_exports.tsv, which states the rule; labelling.md, section 3
// Errors  a row with a stance, stage, class of acts, type or side that is none: path, line and
//         next step
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "values/digest.h"

namespace sitrep::quality {

struct Exported {
    std::string type;               // "AGREE"
    std::vector<std::string> from;  // countries of its doers
    std::vector<std::string> to;    // countries of those it is done to

    friend bool operator==(const Exported&, const Exported&) = default;
};

class Exports {
public:
    // states: lexicon/actors/countries.tsv, for the places that stand for their state.
    static base::Result<Exports> from(const lookup::Table& rules, const lookup::Table& states);

    // One a facet that goes out; facets that go out alike are one.
    std::vector<Exported> of(const values::Digest& digest, const values::Event& event) const;

private:
    enum class Acts : std::uint8_t { Any, Cooperative, Verbal, Hostile };
    enum class Side : std::uint8_t { Actor, Other, Source };
    struct Row {
        std::optional<values::Stance> stance;
        std::optional<values::Stage> stage;
        Acts acts = Acts::Any;
        std::string type;
        Side from = Side::Actor;
        Side to = Side::Other;
    };
    struct State {
        std::string name;
        std::string code;
    };

    static base::Result<Row> row_of(const std::vector<std::string>& cells);
    static bool meets(const Row& row, const values::Event& event, values::EventType type,
                      const values::Digest& digest);
    std::vector<std::string> side(Side side, const values::Event& event,
                                  const values::Digest& digest) const;
    std::vector<std::string> states_in(const values::Digest& digest, const values::Event& event,
                                       values::Role role) const;

    std::vector<Row> rows_;
    std::vector<State> states_;
};

}  // namespace sitrep::quality
