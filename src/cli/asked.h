// The way from what is asked to reports and knowledge, the same for each command that reads.
#pragma once

#include <functional>
#include <optional>

#include "cli/commands.h"
#include "pipeline/knowledge.h"
#include "read/options.h"
#include "read/reports.h"
#include "values/brief.h"

namespace sitrep::cli {

read::Options options(const Asked& asked);
pipeline::Home home(const Asked& asked);

// Names what could not be read on stderr; the exit code where there is nothing to go on with.
std::optional<Exit> stopped(const read::Input& input, const Asked& asked);

// Done, or SomeUnread where something could not be read.
Exit finished(std::size_t unreadable);

// Reads what is asked for and hands its brief on; what stops before that is told on stderr.
Exit with_brief(const Asked& asked, const std::function<Exit(const values::Brief&)>& go_on);

}  // namespace sitrep::cli
