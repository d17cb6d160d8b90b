#include "pipeline/digest.h"
#include "cli/asked.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "publish/digest_line.h"

namespace sitrep::cli {

Exit digest(const Asked& asked) {
    const auto prepared = pipeline::prepare(home(asked), asked.paths, options(asked));
    if (!prepared) return broken(prepared.error());
    const auto& [know, input] = *prepared;
    if (const auto exit = stopped(input, asked)) return *exit;
    Progress progress(asked.progress);
    std::size_t done = 0;
    for (const auto& report : input.reports) {
        const auto digest = pipeline::digest(report, know, asked.threads);
        if (!print(publish::digest_line(digest))) return Exit::Nothing;
        progress.tell(++done, input.reports.size());
    }
    return finished(input.unreadable.size());
}

}  // namespace sitrep::cli
