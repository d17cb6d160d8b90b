#include "nn/path.h"

namespace sitrep::nn {

Path fastest_path() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vnni")) {
        return Path::Vnni;
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return Path::Avx2;
#endif
    return Path::Plain;
}

std::string_view name(Path path) {
    switch (path) {
        case Path::Vnni:
            return "AVX-512 VNNI int8";
        case Path::Avx2:
            return "AVX2 int8";
        case Path::Plain:
            break;
    }
    return "plain f32";
}

}  // namespace sitrep::nn
