#include "pipeline/digest.h"

#include "annotate/marks.h"
#include "extract/acts.h"
#include "extract/claims.h"
#include "split/sentences.h"

namespace sitrep::pipeline {

std::string unread_because(const values::Report& report) {
    if (report.text.find_first_not_of(" \t\r\n") == std::string::npos) return "no text";
    const bool open = report.language.empty() || report.language == "und";
    if (!open && report.language != "en") return "language: " + report.language;
    return {};
}

values::Marks marks(const values::Report& report, const Knowledge& know, unsigned threads) {
    const auto sentences = split::sentences(report, know.lexicon.words);
    return annotate::marks(report, sentences, know.encoder, threads);
}

values::Digest digest(const values::Report& report, const Knowledge& know, unsigned threads) {
    if (const auto because = unread_because(report); !because.empty()) {
        return {report, false, because, {}, {}};
    }
    const auto marks = pipeline::marks(report, know, threads);
    const auto claims = extract::claims(report, marks);
    const auto acts = extract::acts(report, marks, claims, know.lexicon.acts);
    return {report, true, {}, claims, acts};
}

}  // namespace sitrep::pipeline
