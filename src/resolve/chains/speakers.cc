#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "resolve/chains/sieves.h"

namespace sitrep::resolve::chains {
namespace {

using values::Being;
using values::Number;

constexpr double speaker_score = 0.95;
constexpr double side_score = 0.7;
constexpr double listener_score = 0.7;
constexpr double again_score = 0.9;

// Whom the tree hangs below the speaker: "Osei, spokesman of the Front".
bool speaks_for_others(const Page& page, const Phrase& phrase) {
    const auto says_so = [](const Phrase& one) {
        return std::find(one.called.begin(), one.called.end(), "voice") != one.called.end();
    };
    if (says_so(phrase)) return true;
    for (const std::uint32_t child :
         page.phrases.trees[phrase.head.sentence].under(phrase.head.word)) {
        const std::int32_t other = page.phrases.headed_by({phrase.head.sentence, child});
        if (other >= 0 && says_so(page.phrases.phrases[static_cast<std::size_t>(other)]))
            return true;
    }
    return false;
}

// The body a speaker speaks for: "spokesman" of "the Kestrel Front", "Front commander Rell".
std::optional<std::uint32_t> side_of(const Page& page, std::uint32_t speaker) {
    const Phrase& phrase = page.phrases.phrases[speaker];
    if (!speaks_for_others(page, phrase)) return std::nullopt;
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

namespace {

// Joins the words for one who speaks, one who hears, and their side, quotation by quotation.
class Speakers {
public:
    Speakers(const Page& page, Groups& groups) : page_(page), groups_(groups) {}

    void join(std::uint32_t i) {
        const Phrase& phrase = groups_.at(i);
        const std::int32_t place = page_.quotations.at(phrase.head);
        if (place < 0) return;
        const Quotation& quotation = page_.quotations.all[static_cast<std::size_t>(place)];
        const bool same_speaker = last_ != nullptr && last_->speaker == quotation.speaker;
        if (&quotation != last_ && (!same_speaker || quotation.speaker < 0)) i_ = we_ = you_ = -1;
        last_ = &quotation;
        if (phrase.person == 2) {
            join_listener(i, quotation);
        } else if (phrase.number == Number::One) {
            if (!join_speaker(i, quotation)) join_again(i, i_);
            i_ = static_cast<std::int32_t>(i);
        } else {
            join_side(i, quotation);
            we_ = static_cast<std::int32_t>(i);
        }
    }

private:
    std::vector<values::Span> evidence(const Quotation& quotation, std::uint32_t other) const {
        return {quotation.evidence, page_.span(other)};
    }

    void join_to(std::uint32_t i, std::uint32_t other, const Quotation& quotation,
                 const std::string& rule, double score) {
        // A quotation's speaker may be told by a word inside it.
        if (i == other || groups_.linked(i) || !groups_.agree(i, other)) return;
        groups_.join(i, other, {{}, {rule, evidence(quotation, other), score}, {}});
    }

    bool join_speaker(std::uint32_t i, const Quotation& quotation) {
        if (quotation.speaker < 0) return false;
        join_to(i, static_cast<std::uint32_t>(quotation.speaker), quotation, quotation.rule,
                speaker_score);
        return groups_.linked(i);
    }

    void join_listener(std::uint32_t i, const Quotation& quotation) {
        if (quotation.listener >= 0) {
            join_to(i, static_cast<std::uint32_t>(quotation.listener), quotation, "listener",
                    listener_score);
        }
        join_again(i, you_);
        you_ = static_cast<std::int32_t>(i);
    }

    void join_side(std::uint32_t i, const Quotation& quotation) {
        if (quotation.speaker >= 0 && quotation.speaker != static_cast<std::int32_t>(i)) {
            const auto speaker = static_cast<std::uint32_t>(quotation.speaker);
            const auto& told = groups_.told(speaker);
            if (told.being == Being::Body || told.being == Being::State ||
                told.number == Number::Many) {
                groups_.join(
                    i, speaker,
                    {{}, {quotation.rule, evidence(quotation, speaker), speaker_score}, {}});
                return;
            }
            if (const auto side = side_of_group(speaker); side && *side != i) {
                groups_.join(i, *side,
                             {{}, {"speakers-side", evidence(quotation, *side), side_score}, {}});
                return;
            }
        }
        join_again(i, we_);
        if (!groups_.linked(i)) {
            groups_.leave(i, {{}, {"speakers-side-unknown", {page_.span(i)}, 0}, {}});
        }
    }

    std::optional<std::uint32_t> side_of_group(std::uint32_t speaker) const {
        for (const std::uint32_t phrase : groups_.told(speaker).phrases) {
            if (const auto side = side_of(page_, phrase)) return side;
        }
        return std::nullopt;
    }

    // The same word of the same speaker.
    void join_again(std::uint32_t i, std::int32_t before) {
        if (before < 0 || groups_.linked(i)) return;
        const auto other = static_cast<std::uint32_t>(before);
        groups_.join(i, other,
                     {{}, {"same-speaker", {page_.span(other), page_.span(i)}, again_score}, {}});
    }

    const Page& page_;
    Groups& groups_;
    const Quotation* last_ = nullptr;
    std::int32_t i_ = -1;
    std::int32_t we_ = -1;
    std::int32_t you_ = -1;
};

}  // namespace

void join_speakers(const Page& page, Groups& groups) {
    Speakers speakers(page, groups);
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        const Phrase& phrase = groups.at(i);
        if ((phrase.person == 1 || phrase.person == 2) && !groups.linked(i)) speakers.join(i);
    }
}

}  // namespace sitrep::resolve::chains
