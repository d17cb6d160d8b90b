#include "pipeline/explain.h"

#include "cli/asked.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "pipeline/brief.h"

namespace sitrep::cli {

Exit explain(const Asked& asked, const std::string& id) {
    auto prepared = pipeline::prepare(asked.home, asked.paths, options(asked));
    if (!prepared) return broken(prepared.error());
    if (const auto exit = stopped(prepared->input, asked)) return *exit;
    Progress progress(asked.progress);
    const auto brief =
        pipeline::brief(std::move(prepared->input), prepared->know, asked.threads,
                        [&](std::size_t done, std::size_t all) { progress.tell(done, all); });
    progress.end();
    const auto tree = pipeline::explain(brief, id);
    if (!tree) {
        complain(id, "neither line nor report has this id; take one from a brief of these reports");
        return Exit::Nothing;
    }
    return print(*tree) ? finished(brief.unreadable.size()) : Exit::Nothing;
}

}  // namespace sitrep::cli
