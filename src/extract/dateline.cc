#include "extract/dateline.h"

#include <algorithm>
#include <string_view>

namespace sitrep::extract {
namespace {

bool is_dash(std::string_view form) {
    return form == "-" || form == "--" || form == "\xE2\x80\x93" || form == "\xE2\x80\x94";
}

}  // namespace

std::uint32_t dateline_words(const values::Report& report, const values::MarkedSentence& sentence) {
    const auto& dateline = report.dateline;
    if (dateline.known != values::Known::Inferred || sentence.words.empty()) return 0;
    if (!sentence.span.contains(dateline.evidence)) return 0;
    const auto size = static_cast<std::uint32_t>(sentence.words.size());
    for (std::uint32_t i = 0; i < std::min(size, dateline_words_max); ++i) {
        const auto span = sentence.words[i].span;
        const bool behind = span.begin() >= dateline.evidence.end();
        if (behind && is_dash(span.of(report.text))) return i + 1 < size ? i + 1 : 0;
    }
    return 0;
}

values::MarkedSentence without_dateline(const values::Report& report,
                                        const values::MarkedSentence& sentence) {
    values::MarkedSentence out = sentence;
    const auto front = dateline_words(report, sentence);
    for (std::uint32_t i = 0; front > 0 && i < out.words.size(); ++i) {
        auto& word = out.words[i];
        if (i < front) {
            word.part = "PUNCT";
            word.relation = "punct";
            word.head = -1;
        } else if (word.head >= 0 && word.head < static_cast<std::int32_t>(front)) {
            word.head = -1;
        }
    }
    return out;
}

}  // namespace sitrep::extract
