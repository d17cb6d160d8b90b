#include "cli/say.h"

#include <cstdio>

#include "base/file.h"
#include "publish/shown.h"

namespace sitrep::cli {

void complain(const std::string& place, const std::string& fault) {
    // Paths and faults may carry bytes of the input: none of them may steer a terminal.
    const std::string line = "sitrep: " + publish::shown(place) + (place.empty() ? "" : ": ") +
                             publish::shown(fault) + "\n";
    std::fputs(line.c_str(), stderr);
}

void complain(const base::Error& error) { complain(error.place(), error.fault()); }

void complain(const std::vector<values::Unreadable>& unreadable) {
    for (const auto& bad : unreadable) complain(bad.place, bad.fault);
}

bool print(std::string_view text) {
    const auto written = base::write_stream(stdout, "standard output", text);
    if (!written) complain(written.error());
    return static_cast<bool>(written);
}

Exit broken(const base::Error& error) {
    complain(error);
    return Exit::Broken;
}

}  // namespace sitrep::cli
