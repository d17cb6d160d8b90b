#include "publish/verify.h"
#include "base/file.h"
#include "cli/asked.h"
#include "cli/commands.h"
#include "cli/say.h"

namespace sitrep::cli {
namespace {

constexpr std::size_t brief_bytes_max = 1U << 30U;

}  // namespace

Exit verify(const Asked& asked, const std::string& brief_file) {
    const auto lexicon = pipeline::open_lexicon(asked.home);
    if (!lexicon) return broken(lexicon.error());
    const auto bytes = base::read_file(brief_file, brief_bytes_max);
    if (!bytes) {
        complain(bytes.error());
        return Exit::Nothing;
    }
    const auto input = pipeline::input(asked.paths, options(asked), *lexicon);
    if (const auto exit = stopped(input, asked)) return *exit;
    const auto verified = publish::verify(*bytes, input.reports);
    if (!verified) {
        complain(brief_file, verified.error().message());
        return Exit::Nothing;
    }
    for (const auto& line : verified->broken) complain(brief_file, line);
    const bool printed = print(std::to_string(verified->lines) + " quotations checked, " +
                               std::to_string(verified->broken.size()) + " faults\n");
    if (!printed) return Exit::Nothing;
    return verified->broken.empty() ? finished(input.unreadable.size()) : Exit::NotBorneOut;
}

}  // namespace sitrep::cli
