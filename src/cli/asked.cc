#include "cli/asked.h"

#include "cli/say.h"

namespace sitrep::cli {

read::Options options(const Asked& asked) {
    read::Options options;
    if (!asked.published.empty()) options.published = values::Publication::parse(asked.published);
    if (asked.year != 0) options.year = asked.year;
    options.strict = asked.strict;
    return options;
}

std::optional<Exit> stopped(const read::Input& input, const Asked& asked) {
    complain(input.unreadable);
    if (asked.strict && !input.unreadable.empty()) return Exit::Nothing;
    if (!asked.published.empty() && input.reports.size() > 1) {
        complain("--published", "dates a single report, but " +
                                    std::to_string(input.reports.size()) +
                                    " were given; write their dates into reports.tsv beside them");
        return Exit::WrongCommand;
    }
    if (input.reports.empty()) {
        if (input.unreadable.empty()) complain("input", "no report was found; name files");
        return Exit::Nothing;
    }
    return std::nullopt;
}

Exit finished(std::size_t unreadable) { return unreadable == 0 ? Exit::Done : Exit::SomeUnread; }

}  // namespace sitrep::cli
