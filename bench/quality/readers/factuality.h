// factuality: sentences with words whose factuality people judged.
//
// Form    JSON lines: text of tokens parted by single blanks, targets with span1 [first, behind the
//         last) token and label in [-3, 3]
// Errors  unreadable, no such JSON, a span outside of the text: path, line and next step
// Source  the sets as Jiang and de Marneffe 2021 unify them
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "values/span.h"

namespace sitrep::quality {

struct FactualityTarget {
    values::Span words;
    double label = 0;

    friend bool operator==(const FactualityTarget&, const FactualityTarget&) = default;
};

struct FactualityText {
    std::string id;  // the line, counted from 1
    std::string text;
    std::vector<FactualityTarget> targets;

    friend bool operator==(const FactualityText&, const FactualityText&) = default;
};

base::Result<std::vector<FactualityText>> factuality_of(std::string_view lines,
                                                        const std::string& path);
base::Result<std::vector<FactualityText>> factuality_file(const std::string& path);

}  // namespace sitrep::quality
