#include "cli/asked.h"

#include <algorithm>

#include "cli/home.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "lookup/layers.h"
#include "pipeline/brief.h"

namespace sitrep::cli {

namespace {

constexpr std::size_t passed_by_shown = 3;  // a folder of pictures should not fill the screen

void complain_passed_by(const std::vector<std::string>& paths) {
    for (std::size_t i = 0; i < std::min(paths.size(), passed_by_shown); ++i) {
        complain(paths[i], "passed by, no report has its ending; name the file itself to read it");
    }
    if (paths.size() > passed_by_shown) {
        complain("input", std::to_string(paths.size() - passed_by_shown) +
                              " more files passed by for their ending; name them to read them");
    }
}

}  // namespace

read::Options options(const Asked& asked) {
    read::Options options;
    if (!asked.published.empty()) options.published = values::Publication::parse(asked.published);
    if (asked.year != 0) options.year = asked.year;
    options.strict = asked.strict;
    return options;
}

pipeline::Home home(const Asked& asked) {
    if (!asked.gazetteer.empty()) return {asked.home, lookup::layer_paths({}, asked.gazetteer)};
    return {asked.home, lookup::layer_paths(world_layer(asked.home), imported_layers())};
}

std::optional<Exit> stopped(const read::Input& input, const Asked& asked) {
    complain(input.unreadable);
    complain_passed_by(input.passed_by);
    if (asked.strict && !input.unreadable.empty()) return Exit::Nothing;
    if (input.refused) {
        complain(*input.refused);
        return Exit::WrongCommand;
    }
    if (input.reports.empty()) {
        if (input.unreadable.empty()) complain("input", "no report was found; name files");
        return Exit::Nothing;
    }
    return std::nullopt;
}

Exit finished(std::size_t unreadable) { return unreadable == 0 ? Exit::Done : Exit::SomeUnread; }

Exit with_brief(const Asked& asked, const std::function<Exit(const values::Brief&)>& go_on) {
    auto prepared = pipeline::prepare(home(asked), asked.paths, options(asked));
    if (!prepared) return broken(prepared.error());
    if (const auto exit = stopped(prepared->input, asked)) return *exit;
    Progress progress(asked.progress);
    const auto brief =
        pipeline::brief(std::move(prepared->input), prepared->know, asked.threads,
                        [&](std::size_t done, std::size_t all) { progress.tell(done, all); });
    progress.end();
    return go_on(brief);
}

}  // namespace sitrep::cli
