// Any valid UTF-8 is split without loss: tokens lie in their sentence, in order.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "split/sentences.h"

namespace {

const sitrep::split::Words& words() {
    static const auto words = [] {
        const auto splitting = sitrep::lookup::table_of(
            "# columns: kind words example\ntitle\tMr.\t-\nabbreviation\tJan.\t-\nprefix\tanti\t-\n"
            "fused\tcannot\t-\nstarter\tThe\t-\n",
            "splitting");
        const auto lines = sitrep::lookup::table_of(
            "# columns: kind where words example\nbyline\topen\tby \t-\ncaption\topen\tphoto:\t-\n",
            "lines");
        auto read = sitrep::split::Words::from(*splitting, *lines);
        return *std::move(read);
    }();
    return words;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text =
        sitrep::base::sanitised_utf8({reinterpret_cast<const char*>(data), size}).text;
    std::uint32_t covered = 0;
    for (const auto& sentence : sitrep::split::sentences(text, words())) {
        for (const auto token : sentence.tokens) {
            CHECK(sentence.span.contains(token));
            CHECK(token.begin() >= covered && !token.empty());
            covered = token.end();
        }
    }
    return 0;
}
