// Any token, UTF-8 or not, becomes at least one word piece, each of the vocabulary.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "nn/pieces.h"

namespace {

const sitrep::nn::Pieces& pieces() {
    static const auto pieces = [] {
        auto read = sitrep::nn::Pieces::from(
            "[UNK]\n[CLS]\n[SEP]\na\nb\nab\n##a\n##b\n##ab\n.\n-\n##\n\xD0\xB0\n##\xD0\xB1\n");
        return *std::move(read);
    }();
    return pieces;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view token(reinterpret_cast<const char*>(data), size);
    const auto ids = pieces().of(token);
    CHECK(!ids.empty());
    for (const auto id : ids) CHECK(id >= 0 && static_cast<std::size_t>(id) < pieces().size());
    const auto look = sitrep::nn::sentence_casing({&token, 1});
    CHECK(look.size() == 1);
    return 0;
}
