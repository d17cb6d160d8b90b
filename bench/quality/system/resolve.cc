#include <memory>

#include "lookup/table.h"
#include "quality/system.h"
#include "resolve/moments.h"

namespace sitrep::quality {

base::Result<Moments> moment_finder(const std::string& root) {
    const auto words = lookup::table(root + "/lexicon/en/time/words.tsv");
    if (!words) return words.error();
    const auto holidays = lookup::table(root + "/lexicon/en/time/holidays.tsv");
    if (!holidays) return holidays.error();
    auto known = resolve::TimeKnown::from(*words, *holidays);
    if (!known) return std::move(known).error();
    const auto shared = std::make_shared<const resolve::TimeKnown>(std::move(*known));
    return Moments([shared](const values::Report& report, const values::Marks& marks) {
        return resolve::moments(report, marks, *shared);
    });
}

}  // namespace sitrep::quality
