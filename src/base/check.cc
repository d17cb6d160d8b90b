#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace sitrep::base {

void check_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "sitrep: a bug of ours: CHECK(%s) failed at %s:%d; please report it\n",
                 condition, file, line);
    std::abort();
}

}  // namespace sitrep::base
