#include "pipeline/digest.h"

#include <algorithm>

#include "annotate/marks.h"
#include "extract/acts.h"
#include "extract/claims.h"
#include "extract/events.h"
#include "resolve/actors.h"
#include "resolve/coreference.h"
#include "resolve/moments.h"
#include "resolve/places.h"
#include "resolve/quantities.h"
#include "split/sentences.h"

namespace sitrep::pipeline {
namespace {

// The chains of a report with what the registry of actors says of them.
std::vector<values::Somebody> somebodies(const values::Report& report, const values::Marks& marks,
                                         const values::Chains& chains,
                                         const resolve::ActorsKnown& known) {
    std::vector<resolve::Chain> groups;
    for (const auto& chain : chains.chains) {
        resolve::Chain group;
        for (const auto at : chain.mentions) group.push_back(chains.mentions[at].words);
        groups.push_back(std::move(group));
    }
    const auto told = resolve::actors(report, marks, groups, known);
    std::vector<values::Somebody> out;
    for (const auto& chain : chains.chains) {
        values::Somebody one;
        for (const auto at : chain.mentions) {
            const auto& mention = chains.mentions[at];
            one.mentions.push_back({marks.span(mention.words), mention.form == values::Form::Name});
        }
        const auto& naming = chains.mentions[chain.naming];
        one.naming = {marks.span(naming.words), naming.form == values::Form::Name};
        one.being = chain.being;
        const auto actor = std::find_if(told.begin(), told.end(), [&](const auto& other) {
            return std::find(other.mentions.begin(), other.mentions.end(), naming.words) !=
                   other.mentions.end();
        });
        if (actor != told.end()) {
            one.actor = resolve::kept_to_report(actor->actor, one.naming.span.of(report.text));
        }
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace

std::string unread_because(const values::Report& report) {
    if (report.text.find_first_not_of(" \t\r\n") == std::string::npos) return "no text";
    const bool open = report.language.empty() || report.language == "und";
    if (!open && report.language != "en") return "language: " + report.language;
    return {};
}

values::Marks marks(const values::Report& report, const Annotating& know, unsigned threads) {
    const auto sentences = split::sentences(report, know.lexicon.words);
    return annotate::marks(report, sentences, know.encoder, threads);
}

values::Digest digest(const values::Report& report, const Knowledge& know, unsigned threads) {
    if (const auto because = unread_because(report); !because.empty()) {
        values::Digest unread;
        unread.report = report;
        unread.read = false;
        unread.unread_because = because;
        return unread;
    }
    const auto marks = pipeline::marks(report, know, threads);
    auto claims = extract::claims(report, marks);
    extract::take_stances(marks, claims);
    const auto acts = extract::acts(report, marks, claims, know.lexicon.acts);
    const auto& resolving = know.resolving;
    const auto chains = resolve::coreference(report, marks, resolving.beings);
    const auto quantities = resolve::quantities(report, marks, resolving.numbers);
    const auto events = extract::events(report, marks, claims, quantities, know.lexicon.acts);
    return {report,
            true,
            {},
            claims,
            acts,
            events,
            resolve::moments(report, marks, resolving.times),
            resolve::places(report, marks, resolving.gazetteer, resolving.places).mentions,
            somebodies(report, marks, chains, resolving.actors),
            quantities};
}

}  // namespace sitrep::pipeline
