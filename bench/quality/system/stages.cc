#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <thread>

#include "extract/bounds.h"
#include "pipeline/digest.h"
#include "quality/system.h"
#include "quality/system/knowledge.h"

namespace sitrep::quality {
namespace {

using values::Span;
using values::Stage;

// labelling.md, section 5: what did not take place comes before how it might; hearsay is a claim.
Stage stage_of(const values::Act& act) {
    if (act.polarity == values::Polarity::Negated) return Stage::Negated;
    switch (act.hedge) {
        case values::Hedge::Attempted:
            return Stage::Attempted;
        case values::Hedge::Conditional:
            return Stage::Conditional;
        case values::Hedge::Future:
            return Stage::Planned;
        case values::Hedge::Modal:
            return Stage::Hypothetical;
        case values::Hedge::None:
        case values::Hedge::Reported:
            break;
    }
    return Stage::Happened;
}

const values::Event* event_at(const values::Digest& digest, Span word) {
    for (const auto& event : digest.events) {
        if (event.trigger.overlaps(word)) return &event;
    }
    return nullptr;
}

// The word that heads these words: the first of them that hangs on none of the others.
std::optional<values::WordAt> head_of(const values::Marks& marks, Span span) {
    for (std::uint32_t s = 0; s < marks.sentences.size(); ++s) {
        const auto& words = marks.sentences[s].words;
        for (std::uint32_t w = 0; w < words.size(); ++w) {
            if (!words[w].span.overlaps(span)) continue;
            const auto head = words[w].head;
            const bool hangs =
                head >= 0 && words[static_cast<std::uint32_t>(head)].span.overlaps(span);
            if (!hangs) return values::WordAt{s, w};
        }
    }
    return std::nullopt;
}

// The word bound as if it told an act.
Stage bound_stage(const values::Digest& digest, const values::Marks& marks, values::WordAt at,
                  const extract::ActsKnown& known) {
    const std::string& text = digest.report.text;
    const extract::Tree tree(marks.sentences[at.sentence], text);
    const auto& word = marks.at(at);
    extract::Trigger trigger;
    trigger.word = at.word;
    trigger.clause = at.word;
    const bool noun = word.part == "NOUN" || word.part == "PROPN";
    trigger.kind = noun ? extract::TriggerKind::Noun : extract::TriggerKind::Verb;
    values::Act act;
    extract::bind(tree, trigger, known, act);
    const values::Claim* nearest = nullptr;
    for (const auto& claim : digest.claims) {
        if (!claim.content || !claim.content->contains(word.span)) continue;
        if (nearest == nullptr || claim.content->size() < nearest->content->size()) {
            nearest = &claim;
        }
    }
    if (nearest != nullptr) extract::bind_by_cue(marks, *nearest, text, known, act);
    return stage_of(act);
}

Stage stage_at(const values::Digest& digest, const values::Marks& marks, values::WordAt at,
               const extract::ActsKnown& known) {
    const auto* event = event_at(digest, marks.at(at).span);
    return event != nullptr ? event->stage : bound_stage(digest, marks, at, known);
}

}  // namespace

base::Result<StagesAt> stager(const std::string& root, By path) {
    const auto know = opened(root, path);
    if (!know) return know.error();
    if (!*know) return StagesAt();
    const unsigned threads = std::thread::hardware_concurrency();
    return StagesAt(
        [shared = *know, threads](const values::Report& report, const std::vector<Span>& words) {
            const auto digest = pipeline::digest(report, *shared, threads);
            const auto marks = pipeline::marks(report, *shared, threads);
            std::vector<Stage> out;
            for (const Span word : words) {
                // A line that is not read tells what it tells.
                const auto at = head_of(marks, word);
                out.push_back(at ? stage_at(digest, marks, *at, shared->lexicon.acts)
                                 : Stage::Happened);
            }
            return out;
        });
}

}  // namespace sitrep::quality
