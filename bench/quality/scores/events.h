// EventScore: how two labellings of one sentence agree.
//
// Words   runs of letters or digits; phrases are compared by their places, not by their letters
// trigger events pair, one to one, where their triggers begin with the same word at the same place;
//         where several do, those of one leading type pair first
// typed   paired events whose leading types, without mode, are one
// On paired events alone:
//   stage   the same stage
//   role    fillers of one role of which half of the longer phrase's words are shared, one to one
//   figure  the same kinds, in any order, and the same value, as written ("at least 3" is no 3)
//   claim   links of event and source, sources alike as fillers are. A claim of several sources
//           makes a link each; a claim without source makes one to nobody, which equals only its
//           like; an event without claim has none (the report itself says it). Stance, cue and
//           carriers are not compared, and the same link told twice counts once.
// Source  the labelling guide, section 8; training/corpus/agree.py is its twin
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "quality/readers/labels.h"
#include "quality/scores/rates.h"

namespace sitrep::quality {

// Gold first, then predicted; "none" where the other side has nothing there.
using Confusion = std::map<std::pair<std::string, std::string>, std::size_t>;

struct EventScore {
    Counts trigger;
    Counts typed;
    Counts role;
    Counts figure;
    Counts claim;
    std::size_t stages_right = 0;         // of trigger.right
    std::map<std::string, Counts> types;  // by leading type; right: paired and the same
    std::map<std::string, Counts> roles;  // by name, on paired events
    Confusion types_confused;
    Confusion stages_confused;

    double stage() const { return Counts::rate(stages_right, trigger.right); }
    EventScore& operator+=(const EventScore& more);
};

// Both of the same text.
EventScore compare(const LabelledSentence& predicted, const LabelledSentence& expected);

}  // namespace sitrep::quality
