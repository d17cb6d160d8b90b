#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>

namespace sitrep::cli {

Progress::Progress(const std::string& form)
    : form_(form == "json"            ? Form::Json
            : ::isatty(STDERR_FILENO) ? Form::Line
                                      : Form::None) {}

void Progress::tell(std::size_t done, std::size_t all) {
    if (form_ == Form::Json) {
        std::fprintf(stderr, "{\"stage\":\"digest\",\"done\":%zu,\"all\":%zu}\n", done, all);
    } else if (form_ == Form::Line) {
        std::fprintf(stderr, "\r\x1B[Ksitrep: %zu of %zu reports read", done, all);
        line_stands_ = true;
    }
}

void Progress::end() {
    if (line_stands_) std::fputs("\r\x1B[K", stderr);
    line_stands_ = false;
}

}  // namespace sitrep::cli
