#include "pipeline/explain.h"

#include "cli/asked.h"
#include "cli/commands.h"
#include "cli/say.h"

namespace sitrep::cli {

Exit explain(const Asked& asked, const std::string& id) {
    return with_brief(asked, [&](const values::Brief& brief) {
        const auto tree = pipeline::explain(brief, id);
        if (!tree) {
            complain(id,
                     "neither line nor report has this id; take one from a brief of these reports");
            return Exit::Nothing;
        }
        return print(*tree) ? finished(brief.unreadable.size()) : Exit::Nothing;
    });
}

}  // namespace sitrep::cli
