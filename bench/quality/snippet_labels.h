// SnippetLabels: the one label that the events of a snippet give it, by a published table.
//
// Source  bench/quality/scope/case2021.tsv, which states the rule
// Errors  a row with a type, mode or hand that is none: path, line and next step
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "lookup/table.h"
#include "quality/parties.h"
#include "values/digest.h"

namespace sitrep::quality {

class SnippetLabels {
public:
    static base::Result<SnippetLabels> from(const lookup::Table& table);

    // Empty where no event meets a row.
    std::string label(const values::Digest& digest) const;

    const std::vector<std::string>& mapped() const { return mapped_; }      // in table order
    const std::vector<std::string>& unmapped() const { return unmapped_; }  // the same

private:
    struct Row {
        std::string label;
        values::Facet facet;  // without a mode: any
        std::optional<Hand> hand;
        std::vector<std::string> words;
        std::vector<values::EventType> beside;
    };

    static base::Result<Row> row_of(const std::vector<std::string>& cells);
    static bool meets(const Row& row, const values::Event& event, const values::Digest& digest);

    std::vector<Row> rows_;
    std::vector<std::string> mapped_;
    std::vector<std::string> unmapped_;
};

}  // namespace sitrep::quality
