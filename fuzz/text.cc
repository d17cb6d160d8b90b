// Any bytes are read as one report or refused with place and fault; every span slices its text.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "read/text.h"

namespace {

using sitrep::lookup::table_of;

const sitrep::read::Known& known() {
    static const auto known = [] {
        const auto calendar = table_of(
            "# columns: kind word number example\nmonth\tmay\t5\t-\nmonth\tjune\t6\t-\n"
            "weekday\tsunday\t7\t-\nweekday-short\tsun\t7\t-\npart\tnight\t0\t-\n",
            "calendar");
        const auto outlets = table_of(
            "# columns: kind name example\nagency\tAFP\t-\noutlet\tOrva Post\t-\n", "outlets");
        const auto reading = table_of(
            "# columns: kind words example\ntells\tsaid\t-\nbetween\tin\t-\nbars\thad\t-\n"
            "stamps\tdate\t-\nbounds\tsince\t-\ncarries-before\tper\t-\ncarries-after\treports\t-\n"
            "wire\tagency\t-\nlabel\tlive\t-\ncredit\tfrom\t-\nwire-line\tsource:\t-\n",
            "reading");
        const auto lines =
            table_of("# columns: kind where words example\nbyline\twhole\tdesk\t-\n", "lines");
        auto read = sitrep::read::Known::from(*calendar, *outlets, *reading, *lines);
        return *std::move(read);
    }();
    return known;
}

void check(const sitrep::values::Report& report) {
    CHECK(!sitrep::base::first_broken_utf8(report.text));
    for (const auto* particular : {&report.outlet, &report.agency, &report.title, &report.byline,
                                   &report.dateline, &report.url}) {
        if (particular->known != sitrep::values::Known::Inferred) continue;
        CHECK(particular->evidence.of(report.text) == particular->value);
    }
    const auto day = report.published.evidence;
    CHECK(sitrep::values::Span::in(report.text, day.begin(), day.end()) == day);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto report =
        sitrep::read::text({reinterpret_cast<const char*>(data), size}, "fuzz", known(), {}, 2024);
    if (report) {
        check(*report);
    } else {
        CHECK(!report.error().place().empty() && !report.error().fault().empty());
    }
    return 0;
}
