#include "nn/path.h"

namespace sitrep::nn {

Path fastest_path() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vnni")) {
        return Path::Vnni;
    }
#endif
    return Path::Plain;
}

std::string_view name(Path path) {
    return path == Path::Vnni ? "AVX-512 VNNI int8" : "plain f32";
}

}  // namespace sitrep::nn
