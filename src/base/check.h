// CHECK: "we were wrong". On in release too, and never on input.
#pragma once

namespace sitrep::base {

[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace sitrep::base

#define CHECK(condition)                                 \
    (static_cast<bool>(condition) ? static_cast<void>(0) \
                                  : ::sitrep::base::check_failed(#condition, __FILE__, __LINE__))
