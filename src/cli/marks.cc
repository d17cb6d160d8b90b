#include "cli/asked.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "pipeline/digest.h"
#include "publish/conllu.h"

namespace sitrep::cli {

Exit marks(const Asked& asked) {
    const auto prepared = pipeline::prepare_for_marks(asked.home, asked.paths, options(asked));
    if (!prepared) return broken(prepared.error());
    const auto& [know, input] = *prepared;
    if (const auto exit = stopped(input, asked)) return *exit;
    Progress progress(asked.progress);
    std::size_t done = 0;
    for (const auto& report : input.reports) {
        const auto because = pipeline::unread_because(report);
        if (!because.empty()) {
            progress.end();
            complain(report.path, "not read: " + because + "; only English is");
        } else if (!print(publish::conllu(report, pipeline::marks(report, know, asked.threads)))) {
            return Exit::Nothing;
        }
        progress.tell(++done, input.reports.size());
    }
    return finished(input.unreadable.size());
}

}  // namespace sitrep::cli
