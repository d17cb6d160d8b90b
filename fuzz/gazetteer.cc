// Any bytes are a file of places: rows or faults; what was read makes a layer that opens whole and
// answers. Any bytes are a layer: refused, or whole enough to be asked anything.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/check.h"
#include "lookup/gazetteer.h"
#include "lookup/imports.h"
#include "lookup/layer.h"
#include "lookup/layer/format.h"
#include "lookup/layer/stack.h"
#include "lookup/world/sources.h"

namespace {

using namespace sitrep::lookup;

constexpr std::size_t names_asked_max = 8;

const Features& features() {
    static const auto features = [] {
        const auto table = table_of(
            "# columns: source code kind seat\ngeonames\tP\tvillage\t-\ngeonames\tA\tprovince\t-\n"
            "geonames\tPPLX\t-\t-\nwof\tlocality\ttown\t-\nwof\tregion\tprovince\t-\n",
            "codes");
        return *Features::from(*table);
    }();
    return features;
}

const KindWords& kinds() {
    static const auto kinds = *KindWords::from(
        *table_of("# columns: word kind side\nprovince\tprovince\tboth\n", "words"));
    return kinds;
}

void ask(std::string_view bytes) {
    auto view = layer::View::over(bytes);
    if (!view) {
        CHECK(!view.error().fault().empty());
        return;
    }
    for (std::uint32_t row = 0; row < view->places(); ++row) {
        CHECK(!view->names_of(row).empty() && !view->ids_of(row).empty());
        for (const auto& name : view->names_of(row))
            CHECK(view->text(name.text).size() < 1U << 30U);
    }
    for (std::size_t i = 0; i < std::min(view->names().size(), names_asked_max); ++i) {
        const auto key = layer::key_hash(view->text(view->names()[i].folded));
        (void)layer::View::matching(view->folded_keys(), key);
    }
}

// A layer's bytes with its checksum set right, so that the rows behind it are tried too.
std::string resealed(std::string bytes) {
    if (bytes.size() < sizeof(layer::Header)) return bytes;
    layer::Header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    header.magic = layer::magic;
    header.bytes = bytes.size();
    header.checksum = layer::checksum(std::string_view(bytes).substr(layer::checked_from));
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    ask(bytes);
    ask(resealed(bytes));
    (void)sources::debian_towns(bytes);
    (void)sources::names_of(bytes);
    const auto form = form_of(bytes);
    if (!form) return 0;
    const Gazetteer nothing;
    Drafts drafts;
    import(*form, bytes, {features(), nothing}, drafts);
    for (const auto& fault : drafts.faults) CHECK(fault.line > 0 && !fault.what.empty());
    join(drafts.places, nothing);
    mend(drafts, nothing);
    std::string made = layer_bytes(drafts.places, {"fuzz", "", kinds(), Spelling()});
    CHECK(layer::View::over(made));
    ask(made);
    // Bent at a place that the input chooses.
    if (!made.empty() && size > 4) {
        std::uint32_t where = 0;
        std::memcpy(&where, data, sizeof where);
        made[sizeof(layer::Header) + where % (made.size() - sizeof(layer::Header))] =
            static_cast<char>(data[size - 1]);
        ask(resealed(made));
    }
    return 0;
}
