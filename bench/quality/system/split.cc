#include <memory>

#include "lookup/table.h"
#include "quality/system.h"
#include "split/sentences.h"
#include "split/words.h"

namespace sitrep::quality {

base::Result<Split> splitter(const std::string& root) {
    const auto splitting = lookup::table(root + "/lexicon/en/splitting.tsv");
    if (!splitting) return base::Error(splitting.error()).at("the splitter's words");
    const auto lines = lookup::table(root + "/lexicon/en/lines.tsv");
    if (!lines) return base::Error(lines.error()).at("the splitter's words");
    auto words = split::Words::from(*splitting, *lines);
    if (!words) return std::move(words).error().at("the splitter's words");
    const auto shared = std::make_shared<const split::Words>(std::move(*words));
    return Split(
        [shared](const values::Report& report) { return split::sentences(report, *shared); });
}

}  // namespace sitrep::quality
