#include <optional>

#include "resolve/chains/sieves.h"

namespace sitrep::resolve::chains {
namespace {

using values::Being;
using values::Number;

constexpr double speaker_score = 0.95;
constexpr double side_score = 0.7;
constexpr double listener_score = 0.7;

// The body a speaker speaks for: "spokesman" of "the Kestrel Front", "Front commander Rell".
std::optional<std::uint32_t> side_of(const Page& page, std::uint32_t speaker) {
    const Phrase& phrase = page.phrases.phrases[speaker];
    const Tree& tree = page.tree(speaker);
    for (std::uint32_t w = 0; w < tree.sentence().words.size(); ++w) {
        if (w == phrase.head.word || !tree.within(w, phrase.head.word)) continue;
        const std::int32_t other = page.phrases.headed_by({phrase.head.sentence, w});
        if (other < 0) continue;
        const auto place = static_cast<std::uint32_t>(other);
        const Being being = page.phrases.phrases[place].being;
        if (being == Being::Body || being == Being::State) return place;
    }
    return std::nullopt;
}

}  // namespace

void join_speakers(const Page& page, Groups& groups) {
    std::vector<std::optional<std::uint32_t>> we(page.quotations.all.size());
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        const Phrase& phrase = groups.at(i);
        if (phrase.person != 1 && phrase.person != 2) continue;
        const std::int32_t place = page.quotations.at(phrase.head);
        if (place < 0) continue;
        const Quotation& quotation = page.quotations.all[static_cast<std::size_t>(place)];
        if (quotation.speaker < 0) continue;
        const auto speaker = static_cast<std::uint32_t>(quotation.speaker);
        const std::vector<values::Span> evidence{quotation.evidence, page.span(speaker)};
        if (phrase.person == 2) {
            if (quotation.listener < 0) continue;
            groups.join(i, static_cast<std::uint32_t>(quotation.listener),
                        {{}, {"listener", evidence, listener_score}, {}});
        } else if (phrase.number == Number::One) {
            groups.join(i, speaker, {{}, {quotation.rule, evidence, speaker_score}, {}});
        } else if (groups.told(speaker).being == Being::Body ||
                   groups.told(speaker).number == Number::Many) {
            groups.join(i, speaker, {{}, {quotation.rule, evidence, speaker_score}, {}});
        } else if (const auto side = side_of(page, speaker)) {
            groups.join(i, *side, {{}, {"speakers-side", evidence, side_score}, {}});
        } else {
            groups.leave(i, {{}, {"speakers-side-unknown", evidence, 0}, {}});
        }
    }
}

}  // namespace sitrep::resolve::chains
