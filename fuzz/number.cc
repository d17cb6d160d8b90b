// Any valid UTF-8 gives quantities whose spans slice it, in order, and whose notation reads back.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "resolve/quantities.h"

namespace {

using sitrep::lookup::table_of;

const sitrep::resolve::NumbersKnown& known() {
    static const auto known = [] {
        const auto of = [](const std::string& rows) { return *table_of(rows, "fuzz"); };
        const sitrep::resolve::NumberTables tables{
            of("# columns: kind word value example\none\tone\t1\t-\none\ttwo\t2\t-\nten\ttwenty\t20"
               "\t-\nhundred\thundred\t100\t-\nscale\tmillion\t1000000\t-\nshort\tk\t1000\t-\n"
               "metre\tm\t1000000\t-\ndozen\tdozen\t12\t-\nordinal-one\tthird\t3\t-\n"
               "part\thalf\t2\t-\nparts\tthirds\t3\t-\nsign\t½\t0.5\t-\nminus\tminus\t-1\t-\n"),
            of("# columns: kind phrase low high example\nmany\tdozens\t24\t99\t-\n"
               "few\ta few\t3\t6\t-\nlead\ttens\t10\t100\t-\n"),
            of("# columns: form words name kind factor offset si example\nsign\tm\tmetre\tlength\t1"
               "\t0\tm\t-\nword\tyears\tyear\ttime\t31556952\t0\ts\t-\n"
               "word\tpercent\tpercent\tshare\t0.01\t0\t1\t-\n"),
            of("# columns: side words name iso example\nboth\t$\tdollar\t-\t-\n"
               "after\teuros\teuro\tEUR\t-\n"),
            of("# columns: side words bound example\nbefore\tat least\tat-least\t-\n"
               "before\tup to\tat-most\t-\nafter\tor more\tat-least\t-\nafter\tmore\tnew\t-\n"),
            of("# columns: kind word direction "
               "example\nmoves\trose\tup\t-\naside\tdown\tdown\t-\n"),
            of("# columns: kind words example\nmonth\tmay\t-\nsince\tin\t-\nold\told\t-\n"
               "aged\taged\t-\njoins\tto\t-\njoins\t-\t-\nversus\tfrom\t-\nnobody\tnone\t-\n")};
        auto read = sitrep::resolve::NumbersKnown::from(tables);
        return *std::move(read);
    }();
    return known;
}

// A word for each run without blanks; each hangs on the next, the last is the root.
sitrep::values::Marks marks(const std::string& text) {
    sitrep::values::Marks out;
    auto& sentence = out.sentences.emplace_back();
    sentence.span = sitrep::values::Span::in(text, 0, text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            sitrep::values::Word word;
            word.span = sitrep::values::Span::in(text, at, end);
            word.part = text[at] >= '0' && text[at] <= '9' ? "NUM" : end % 3 == 0 ? "VERB" : "NOUN";
            word.lemma = text.substr(at, end - at);
            word.relation = "nummod";
            word.head = static_cast<std::int32_t>(sentence.words.size()) + 1;
            sentence.words.push_back(word);
        }
        at = end + 1;
    }
    if (!sentence.words.empty()) sentence.words.back().head = -1;
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    sitrep::values::Report report;
    report.text = sitrep::base::sanitised_utf8({reinterpret_cast<const char*>(data), size}).text;
    for (const auto& one : sitrep::resolve::quantities(report, marks(report.text), known())) {
        CHECK(!one.reason.rule.empty() && !one.reason.evidence.empty());
        if (!one.choice) continue;
        const auto& quantity = *one.choice;
        CHECK(quantity.low || quantity.high);
        CHECK(!quantity.low || !quantity.high || *quantity.low <= *quantity.high);
        CHECK(quantity.span.end() <= report.text.size() && !quantity.span.empty());
        CHECK(sitrep::values::Quantity::parse(quantity.print()));
    }
    const std::string notation(reinterpret_cast<const char*>(data), size);
    if (const auto read = sitrep::values::Quantity::parse(notation)) {
        CHECK(sitrep::values::Quantity::parse(read->print()));
    }
    return 0;
}
