#include "pipeline/brief.h"

#include "base/file.h"
#include "cli/asked.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "publish/json.h"
#include "publish/markdown.h"

namespace sitrep::cli {

Exit brief(const Asked& asked, const std::string& json_file) {
    auto prepared = pipeline::prepare(asked.home, asked.paths, options(asked));
    if (!prepared) return broken(prepared.error());
    if (const auto exit = stopped(prepared->input, asked)) return *exit;
    Progress progress(asked.progress);
    const auto brief =
        pipeline::brief(std::move(prepared->input), prepared->know, asked.threads,
                        [&](std::size_t done, std::size_t all) { progress.tell(done, all); });
    progress.end();
    bool written = true;
    if (!json_file.empty()) {
        const auto file = base::write_file(json_file, publish::json(brief));
        if (!file) complain(file.error());
        written = static_cast<bool>(file);
    }
    // A file that could not be written takes nothing from whoever reads stdout.
    written = print(publish::markdown(brief)) && written;
    return written ? finished(brief.unreadable.size()) : Exit::Nothing;
}

}  // namespace sitrep::cli
