// The way from what is asked to reports and knowledge, the same for each command that reads.
#pragma once

#include <optional>

#include "cli/commands.h"
#include "pipeline/knowledge.h"
#include "read/options.h"
#include "read/reports.h"

namespace sitrep::cli {

read::Options options(const Asked& asked);

// Names what could not be read on stderr; the exit code where there is nothing to go on with.
std::optional<Exit> stopped(const read::Input& input, const Asked& asked);

// Done, or SomeUnread where something could not be read.
Exit finished(std::size_t unreadable);

}  // namespace sitrep::cli
