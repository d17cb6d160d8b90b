// events: a run's words to the acts that they tell, by the event head.
//
// Trees and entities must have been read: they are what the head knows of a word beside its vector.
// Source  docs/decisions/0007-events.md; training/events.py is the twin (paths, features)
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/windows.h"
#include "nn/event_head.h"
#include "values/marks.h"

namespace sitrep::annotate {

class EventReader {
public:
    explicit EventReader(const nn::EventHead& head);

    // x [words, all depths] of the stretches, one after another. Appends to marks.events.
    void read(std::span<const Stretch> stretches, nn::Matrix<const float> x,
              values::Marks& marks) const;

private:
    using Places = std::map<std::string, std::uint32_t, std::less<>>;

    std::vector<nn::EventWord> words(std::span<const Stretch> stretches,
                                     const values::Marks& marks) const;
    values::EventMark event(const nn::EventRows& rows, std::uint32_t row) const;
    void read_ties(const nn::EventRows& rows, const Stretch& stretch, std::uint32_t first,
                   const std::vector<values::Word>& words, values::EventMark& event) const;
    values::Tie tie(const std::string& arc) const;

    const nn::EventHead& head_;
    Places upos_, relations_, entities_, paths_;
    std::vector<values::Facet> facets_;                   // of facet_names
    std::vector<std::optional<values::Facet>> seconds_;   // of second_names
    std::vector<std::vector<values::FigureKind>> kinds_;  // of kind_names
};

// The way through the tree from one word to another: the relations that lead up, parted by "^", a
// bar, those that lead down, parted by "v"; empty where it is longer than four steps or there is
// none. Heads below `first` or at or beyond `last` are not followed.
std::string path_between(std::span<const values::Word> words, std::uint32_t from, std::uint32_t to,
                         std::uint32_t first, std::uint32_t last);

}  // namespace sitrep::annotate
