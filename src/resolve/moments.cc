#include "resolve/moments.h"

#include <algorithm>
#include <utility>

#include "resolve/moments/grammar.h"
#include "resolve/moments/reading.h"
#include "resolve/moments/tense.h"
#include "resolve/moments/words.h"

namespace sitrep::resolve {
namespace {

using values::Decision;
using values::MarkedSentence;
using values::TimeExpression;
using values::WordAt;

constexpr int climbs_max = 64;  // up a tree; no sentence of news is deeper

// The word of [first, last] that hangs on one outside.
std::size_t head_of(const MarkedSentence& sentence, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
        const auto head = sentence.words[i].head;
        if (head < 0 || static_cast<std::size_t>(head) < first ||
            static_cast<std::size_t>(head) > last) {
            return i;
        }
    }
    return first;
}

bool is_verb(const values::Word& word) { return word.part == "VERB" || word.part == "AUX"; }

// The verb that a word hangs on, itself included; the root where none is on the way.
std::size_t verb_above(const MarkedSentence& sentence, std::size_t at) {
    for (int climb = 0; climb < climbs_max; ++climb) {
        const auto& word = sentence.words[at];
        if (word.part == "VERB" || word.head < 0) return at;
        at = static_cast<std::size_t>(word.head);
    }
    return at;
}

// "since Friday" runs to publication, "by Friday" up to it: the end that the preposition opens.
void open_ends(const TimeLine& line, std::size_t first, TimeExpression& time) {
    if (!time.moment.choice || first == 0) return;
    if (time.moment.choice->grain == values::Grain::Part) return;  // "before dawn on Sunday"
    for (std::size_t back = 3; back > 0; --back) {
        if (first < back) continue;
        const auto bounds = line.met(first - back, TimeKind::Bounds);
        if (bounds.length != back) continue;
        auto& moment = *time.moment.choice;
        // "from 3 to 5 May" has its end.
        const bool range = moment.grain == values::Grain::Day && moment.first != moment.last;
        if (bounds.value == "from" && !range) moment.last.reset();
        if (bounds.value == "to") moment.first.reset();
        if (bounds.value == "after") {
            moment.first = moment.last;
            moment.last.reset();
        }
        if (bounds.value == "before") {
            moment.last = moment.first;
            moment.first.reset();
        }
        time.moment.reason.rule += "+" + line.low(first - back);
        return;
    }
}

}  // namespace

TimeKnown::TimeKnown(std::unique_ptr<const TimeWords> words) : words_(std::move(words)) {}
TimeKnown::TimeKnown(TimeKnown&&) noexcept = default;
TimeKnown& TimeKnown::operator=(TimeKnown&&) noexcept = default;
TimeKnown::~TimeKnown() = default;

base::Result<TimeKnown> TimeKnown::from(const lookup::Table& words, const lookup::Table& holidays) {
    auto read = time_words(words, holidays);
    if (!read) return std::move(read).error();
    return TimeKnown(std::make_unique<const TimeWords>(std::move(*read)));
}

std::vector<TimeExpression> moments(const values::Report& report, const values::Marks& marks,
                                    const TimeKnown& known) {
    std::vector<TimeExpression> out;
    TimeReader reader(report.published);
    for (std::uint32_t s = 0; s < marks.sentences.size(); ++s) {
        const auto& sentence = marks.sentences[s];
        if (sentence.words.empty()) continue;
        const TimeLine line(report.text, sentence, known.words());
        for (const TimePhrase& phrase : time_phrases(line)) {
            const std::size_t head = head_of(sentence, phrase.first, phrase.last);
            TimeExpression time =
                reader.read(phrase, tense_of(line, marks, s, phrase, head, known.words()));
            time.sentence = s;
            time.first_word = static_cast<std::uint32_t>(phrase.first);
            time.last_word = static_cast<std::uint32_t>(phrase.last);
            time.span = sentence.words[phrase.first].span.joined(sentence.words[phrase.last].span);
            time.moment.reason.evidence = {time.span};
            open_ends(line, phrase.first, time);
            out.push_back(std::move(time));
        }
    }
    return out;
}

Decision<TimeExpression> moment_of(const values::Marks& marks, WordAt trigger,
                                   const std::vector<TimeExpression>& times) {
    Decision<TimeExpression> out;
    const auto& sentence = marks.sentences[trigger.sentence];
    const auto verb = verb_above(sentence, trigger.word);
    const auto settles = [](const TimeExpression& time) {
        return time.moment.choice && time.type != values::TimeType::Set;
    };
    const TimeExpression* nearest = nullptr;
    std::size_t nearest_words = 0;
    for (const TimeExpression& time : times) {
        if (time.sentence != trigger.sentence || !settles(time)) continue;
        const std::size_t head = head_of(sentence, time.first_word, time.last_word);
        const auto above = sentence.words[head].head;
        const auto claimed =
            above < 0 ? head : verb_above(sentence, static_cast<std::size_t>(above));
        const bool own = above == static_cast<std::int32_t>(trigger.word);
        if (own || claimed == verb) {
            const double score = own ? 0.95 : 0.85;
            if (!out.choice || score > out.reason.score) {
                if (out.choice) out.passed.push_back({*out.choice, "further-up", out.reason.score});
                out.choice = time;
                out.reason = {own ? "hangs-on-it" : "hangs-on-its-verb", {time.span}, score};
            } else {
                out.passed.push_back({time, "later-in-clause", score});
            }
            continue;
        }
        // Claimed by a verb of its own that is not above the trigger.
        const std::size_t away = time.first_word > trigger.word ? time.first_word - trigger.word
                                                                : trigger.word - time.last_word;
        const bool theirs = is_verb(sentence.words[claimed]) && claimed != verb &&
                            sentence.words[claimed].head >= 0;
        if (theirs) {
            out.passed.push_back({time, "another-verb", 0.2});
        } else if (nearest == nullptr || away < nearest_words) {
            nearest = &time;
            nearest_words = away;
        }
    }
    if (!out.choice && nearest != nullptr) {
        out.choice = *nearest;
        out.reason = {"nearest-in-sentence", {nearest->span}, 0.6};
    }
    return out;
}

}  // namespace sitrep::resolve
