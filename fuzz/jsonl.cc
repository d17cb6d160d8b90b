// Any bytes are JSON Lines: each line a report or refused with place and fault; spans slice.
#include "read/jsonl.h"

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/utf8.h"

namespace {

const sitrep::read::Known& known() {
    static const auto known = [] {
        const auto table = sitrep::lookup::table_of("# columns: kind word number example\n", "no");
        auto read = sitrep::read::Known::from(*table, *table, *table, *table);
        return *std::move(read);
    }();
    return known;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto lines =
        sitrep::read::jsonl({reinterpret_cast<const char*>(data), size}, "fuzz", known());
    for (const auto& report : lines.reports) {
        CHECK(!report.text.empty() && !sitrep::base::first_broken_utf8(report.text));
        CHECK(report.path.starts_with("fuzz:"));
    }
    for (const auto& error : lines.refused) {
        CHECK(!error.place().empty() && !error.fault().empty());
    }
    CHECK(!lines.reports.empty() || !lines.refused.empty());
    return 0;
}
