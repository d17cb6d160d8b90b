// Whatever bytes a weights file, spec.txt or events.txt holds: read or refused, never read out of
// bounds.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "nn/spec.h"
#include "nn/tensors.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto tensors = sitrep::nn::Tensors::from(bytes)) {
        for (const auto& [name, tensor] : tensors->all()) {
            CHECK(tensor.begin <= tensor.end && tensor.end <= size);
        }
    }
    if (const auto spec = sitrep::nn::parse_spec(bytes)) {
        CHECK(!spec->upos_names.empty() && spec->hidden % spec->heads == 0);
    }
    if (const auto spec = sitrep::nn::parse_event_spec(bytes)) {
        CHECK(!spec->facet_names.empty() && spec->hidden % spec->heads == 0);
    }
    return 0;
}
