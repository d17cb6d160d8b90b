#include "annotate/events.h"

#include <algorithm>
#include <optional>

#include "annotate/argmax.h"
#include "annotate/tags.h"

namespace sitrep::annotate {
namespace {

using values::EventMark;
using values::Tie;
using values::Word;

constexpr float guess_min = 0.15F;     // below it a word tells no act, whatever else speaks for it
constexpr std::size_t chain_max = 12;  // words on the way up that are looked at
constexpr std::size_t steps_max = 4;
constexpr std::uint32_t far = 0;  // rows of the path table
constexpr std::uint32_t other = 1;
constexpr std::uint32_t first_named = 2;

std::map<std::string, std::uint32_t, std::less<>> places(const std::vector<std::string>& names,
                                                         std::uint32_t first) {
    std::map<std::string, std::uint32_t, std::less<>> at;
    for (const auto& name : names) at.emplace(name, first++);
    return at;
}

template <class Places>
std::uint32_t place(const Places& places, std::string_view name, std::uint32_t none) {
    const auto at = places.find(name);
    return at == places.end() ? none : at->second;
}

// A word and what lies above it, inside [first, last).
std::vector<std::uint32_t> way_up(std::span<const Word> words, std::uint32_t word,
                                  std::uint32_t first, std::uint32_t last) {
    std::vector<std::uint32_t> way{word};
    while (way.size() < chain_max) {
        const auto head = words[way.back()].head;
        if (head < static_cast<std::int32_t>(first) || head >= static_cast<std::int32_t>(last)) {
            break;
        }
        way.push_back(static_cast<std::uint32_t>(head));
    }
    return way;
}

std::vector<values::FigureKind> kinds(std::string_view names) {
    std::vector<values::FigureKind> kinds;
    for (;;) {
        const auto plus = names.find('+');
        if (const auto kind = values::figure_kind(names.substr(0, plus))) kinds.push_back(*kind);
        if (plus == std::string_view::npos) return kinds;
        names.remove_prefix(plus + 1);
    }
}

// The best among the facets of one type.
std::size_t best_facet(const std::vector<values::Facet>& facets, values::EventType type,
                       std::span<const float> scores) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < facets.size(); ++i) {
        if (facets[i].type == type && (!best || scores[i] > scores[*best])) best = i;
    }
    return best.value_or(facets.size());
}

}  // namespace

std::string path_between(std::span<const Word> words, std::uint32_t from, std::uint32_t to,
                         std::uint32_t first, std::uint32_t last) {
    const auto up = way_up(words, from, first, last);
    const auto down = way_up(words, to, first, last);
    for (std::size_t ups = 0; ups < up.size(); ++ups) {
        const auto met = std::find(down.begin(), down.end(), up[ups]);
        if (met == down.end()) continue;
        const auto downs = static_cast<std::size_t>(met - down.begin());
        if (ups + downs > steps_max) return {};
        std::string path;
        for (std::size_t i = 0; i < ups; ++i) {
            if (i > 0) path += '^';
            path += words[up[i]].relation;
        }
        path += '|';
        for (std::size_t i = downs; i > 0; --i) {
            if (i < downs) path += 'v';
            path += words[down[i - 1]].relation;
        }
        return path;
    }
    return {};
}

EventReader::EventReader(const nn::EventHead& head)
    : head_(head),
      upos_(places(head.spec().upos_names, 1)),
      relations_(places(head.spec().relation_names, 1)),
      entities_(places(head.spec().entity_names, 1)),
      paths_(places(head.spec().path_names, first_named)) {
    for (const auto& name : head.spec().facet_names) {
        facets_.push_back(values::Facet::parse(name).value_or(values::Facet{}));
    }
    for (const auto& name : head.spec().second_names) {
        seconds_.push_back(values::Facet::parse(name));
    }
    for (const auto& name : head.spec().kind_names) kinds_.push_back(kinds(name));
}

std::vector<nn::EventWord> EventReader::words(std::span<const Stretch> stretches,
                                              const values::Marks& marks) const {
    std::vector<nn::EventWord> out;
    for (const auto& stretch : stretches) {
        const auto& sentence = marks.sentences[stretch.sentence];
        const auto tagged = entity_tags(sentence);
        const auto first = static_cast<std::int32_t>(out.size());
        for (std::uint32_t i = stretch.offset; i < stretch.offset + stretch.words; ++i) {
            const Word& word = sentence.words[i];
            const auto head = word.head - static_cast<std::int32_t>(stretch.offset);
            const bool inside =
                word.head >= 0 && head >= 0 && head < static_cast<std::int32_t>(stretch.words);
            out.push_back({place(upos_, word.part, 0), place(relations_, word.relation, 0),
                           place(entities_, tagged[i], 0), inside ? first + head : -1});
        }
    }
    return out;
}

EventMark EventReader::event(const nn::EventRows& rows, std::uint32_t row) const {
    const auto types = rows.type().row(row);
    EventMark event;
    event.score = 1 - probability(types, 0);
    if (event.score < guess_min) return event;
    const auto type = static_cast<values::EventType>(argmax(types.subspan(1)));
    const auto facet = best_facet(facets_, type, rows.facet().row(row));
    event.facets.push_back(facet < facets_.size() ? facets_[facet] : values::Facet{type, {}});
    const auto& second = seconds_[argmax(rows.second().row(row))];
    if (second && second->type != type) event.facets.push_back(*second);
    event.stage = values::stage(head_.spec().stage_names[argmax(rows.stage().row(row))])
                      .value_or(values::Stage::Happened);
    event.background = rows.background().row(row).front() > 0;
    event.stance = values::stance(head_.spec().stance_names[argmax(rows.stance().row(row))]);
    return event;
}

Tie EventReader::tie(const std::string& arc) const {
    Tie tie;
    if (const auto role = values::role(arc)) {
        tie.role = *role;
    } else {
        tie.kind = arc == "figure"   ? Tie::Kind::Figure
                   : arc == "source" ? Tie::Kind::Source
                   : arc == "cue"    ? Tie::Kind::Cue
                                     : Tie::Kind::Via;
    }
    return tie;
}

void EventReader::read_ties(const nn::EventRows& rows, const Stretch& stretch, std::uint32_t first,
                            const std::vector<Word>& words, EventMark& event) const {
    const auto last = stretch.offset + stretch.words;
    std::vector<std::uint32_t> ways;
    for (auto word = stretch.offset; word < last; ++word) {
        const auto path = path_between(words, event.trigger.word, word, stretch.offset, last);
        ways.push_back(path.empty() ? far : place(paths_, path, other));
    }
    const auto trigger = first + event.trigger.word - stretch.offset;
    const nn::OwnedMatrix scores = head_.arc_scores(rows, trigger, first, ways);
    for (std::uint32_t i = 0; i < scores.rows(); ++i) {
        const auto best = argmax(scores.row(i));
        if (best == 0 || stretch.offset + i == event.trigger.word) continue;
        Tie found = tie(head_.spec().arc_names[best]);
        found.word = stretch.offset + i;
        found.score = probability(scores.row(i), best);
        if (found.kind == Tie::Kind::Figure) {
            const auto of_trigger = rows.kind_of_trigger().row(trigger);
            std::vector<float> kind(of_trigger.begin(), of_trigger.end());
            const auto of_word = rows.kind_of_word().row(first + i);
            for (std::size_t k = 0; k < kind.size(); ++k) kind[k] += of_word[k];
            found.kinds = kinds_[argmax(kind)];
        }
        event.ties.push_back(std::move(found));
    }
}

void EventReader::read(std::span<const Stretch> stretches, nn::Matrix<const float> x,
                       values::Marks& marks) const {
    const auto rows = head_.read(x, words(stretches, marks));
    std::uint32_t first = 0;
    for (const auto& stretch : stretches) {
        const auto& sentence = marks.sentences[stretch.sentence];
        for (std::uint32_t i = 0; i < stretch.words; ++i) {
            EventMark found = event(rows, first + i);
            if (found.score < guess_min) continue;
            found.trigger = {stretch.sentence, stretch.offset + i};
            read_ties(rows, stretch, first, sentence.words, found);
            marks.events.push_back(std::move(found));
        }
        first += stretch.words;
    }
}

}  // namespace sitrep::annotate
