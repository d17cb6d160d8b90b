// say: the program's voice: output, and messages "sitrep: PLACE: fault; next step" on stderr.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/commands.h"
#include "values/brief.h"

namespace sitrep::cli {

void complain(const std::string& place, const std::string& fault);
void complain(const base::Error& error);
void complain(const std::vector<values::Unreadable>& unreadable);

// Everything to stdout now; false, with a message, where it did not all arrive.
bool print(std::string_view text);

// An installation that cannot be opened.
Exit broken(const base::Error& error);

}  // namespace sitrep::cli
