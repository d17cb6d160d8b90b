// Any valid UTF-8 is a mention: read without a crash, evidence inside it; and an actor that can be
// read from its notation prints what is read again.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "resolve/actors.h"

namespace {

const sitrep::resolve::ActorsKnown& known() {
    static const auto known = [] {
        sitrep::resolve::ActorsKnown all;
        const auto add = [&](const char* text) {
            CHECK(all.add(*sitrep::lookup::table_of(text, "own")));
        };
        add("# columns: code names adjectives people capitals metonyms\n"
            "VEL\tVelia\tVelian\tVelians\tOstra\tWhite Tower\nKES\tKesh\tKeshi\t-\tTarn\t-\n");
        add("# columns: part codes sectors during names\ngroup\tVEL\tREB\t..2001\tNaro Front|NF\n"
            "body\tIGO\t-\t-\tWorld Union\n");
        add("# columns: codes office during names\nVEL\tpresident\t2001..\tAda Moor\n");
        add("# columns: part codes sectors words\nrole\t-\tGOV\tpresident\npost\t-\tGOV\tenvoy\n"
            "frame\t-\tMIL\tforce\ncollective\t-\tCVL\tpeople\ntint\t-\tREB\trebel\n"
            "former\t-\t-\tformer\ntoward\t-\t-\tpro\nby\t-\t-\tbacked\nleads\t-\t-\tled\n"
            "carries\t-\t-\tof|in\nparts\t-\t-\tto\nwhere\t-\t-\tin\ntitle\t-\t-\tsouth\n");
        return all;
    }();
    return known;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text =
        sitrep::base::sanitised_utf8({reinterpret_cast<const char*>(data), size}).text;
    const auto day = sitrep::values::Date::of(2005, 1, 1);
    const auto told = sitrep::resolve::affiliation(text, known(), day);
    for (const auto span : told.reason.evidence) CHECK(span.end() <= text.size());
    if (const auto actor = sitrep::values::Actor::parse(text)) {
        const auto again = sitrep::values::Actor::parse(actor->print());
        CHECK(again && *again == *actor);
    }
    return 0;
}
