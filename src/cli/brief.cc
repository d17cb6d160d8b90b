#include "base/file.h"
#include "cli/asked.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "publish/json.h"
#include "publish/markdown.h"

namespace sitrep::cli {

Exit brief(const Asked& asked, const std::string& json_file) {
    return with_brief(asked, [&](const values::Brief& brief) {
        bool written = true;
        if (!json_file.empty()) {
            const auto file = base::write_file(json_file, publish::json(brief));
            if (!file) complain(file.error());
            written = static_cast<bool>(file);
        }
        // A file that could not be written takes nothing from whoever reads stdout.
        written = print(publish::markdown(brief)) && written;
        return written ? finished(brief.unreadable.size()) : Exit::Nothing;
    });
}

}  // namespace sitrep::cli
