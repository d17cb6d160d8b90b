// Any words, on any day of publication: time expressions stay inside the text, and each moment is
// read back from its own notation.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/utf8.h"
#include "lookup/table.h"
#include "resolve/moments.h"

namespace {

constexpr std::size_t words_max = 400;

sitrep::resolve::TimeKnown known() {
    const auto words = sitrep::lookup::table("lexicon/en/time/words.tsv");
    const auto holidays = sitrep::lookup::table("lexicon/en/time/holidays.tsv");
    CHECK(words && holidays);
    auto read = sitrep::resolve::TimeKnown::from(*words, *holidays);
    CHECK(read);
    return std::move(*read);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sitrep;
    static const resolve::TimeKnown words = known();
    values::Report report;
    report.text.assign(reinterpret_cast<const char*>(data), size);
    if (base::first_broken_utf8(report.text)) return 0;
    const char* const dates[] = {"2024-02-29", "unknown", "\?\?\?\?-06-23/wed", "0001-01-01",
                                 "9999-12-31"};
    report.published = *values::Publication::parse(dates[size % 5]);
    values::MarkedSentence sentence;
    const char* const parts[] = {"NOUN", "VERB", "NUM", "PROPN", "ADP", "AUX"};
    for (std::size_t at = 0; at < size && sentence.words.size() < words_max;) {
        const std::size_t end = std::min(report.text.find(' ', at), size);
        if (end > at) {
            values::Word word;
            word.span = values::Span::in(report.text, at, end);
            word.part = parts[(end - at) % 6];
            word.head = sentence.words.empty() ? -1 : 0;
            word.lemma = std::string(word.span.of(report.text));
            sentence.words.push_back(std::move(word));
        }
        at = end + 1;
    }
    values::Marks marks;
    marks.sentences.push_back(std::move(sentence));
    for (const auto& time : resolve::moments(report, marks, words)) {
        CHECK(time.span.end() <= size && time.first_word <= time.last_word);
        if (!time.moment.choice) continue;
        const auto notation = time.moment.choice->print();
        CHECK(values::Moment::parse(notation).has_value());
        CHECK(values::Moment::parse(notation)->print() == notation);
    }
    return 0;
}
