#include <csignal>

#include "cli/commands.h"
#include "cli/home.h"

int main(int count, char** words) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error we name, not our end
    const std::vector<std::string> asked(words + (count > 0 ? 1 : 0), words + count);
    return static_cast<int>(sitrep::cli::run(asked, sitrep::cli::home()));
}
