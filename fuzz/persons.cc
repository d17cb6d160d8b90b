// Names of persons: any two byte strings compare, alike both ways.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "resolve/persons.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t bar = text.find('|');
    const sitrep::resolve::PersonSaid one{text.substr(0, bar)};
    const sitrep::resolve::PersonSaid other{bar == std::string_view::npos ? text
                                                                          : text.substr(bar + 1)};
    CHECK(sitrep::resolve::same_person(one, other) == sitrep::resolve::same_person(other, one));
    return 0;
}
