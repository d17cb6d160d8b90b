#!/usr/bin/env python3
"""agree.py A.label B.label: how alike are two labellings of the same sentences?

Prints the measures of the labelling guide, section 8, as counts and rates: F1 of triggers, of triggers
with the leading type, of roles, figures and claims of paired events, and how many stages agree. All are
the same whichever file comes first. Blocks are matched by name; those of one file alone are listed.
The twin of bench/quality/scores/events.cc, which says how each is counted.
"""
import collections
import pathlib
import re
import sys

from check import Line, blocks_of, places_of

WORD = re.compile(r"[^\W_]+")  # a run of letters or digits
MEASURES = ("trigger", "typed", "role", "figure", "claim")


def most_pairs(left, right, fits):
    """How many of two sides can be paired one to one, by augmenting paths."""
    partner = {}

    def place(i, tried):
        for j in range(len(right)):
            if j in tried or not fits(left[i], right[j]):
                continue
            tried.add(j)
            if j not in partner or place(partner[j], tried):
                partner[j] = i
                return True
        return False

    return sum(place(i, set()) for i in range(len(left)))


def alike(one, other):
    """Half of the longer phrase's words are shared; phrases are ranges of words."""
    return 2 * len(set(one) & set(other)) >= max(len(one), len(other)) > 0


class Sentence:
    """A labelled block: its events by place, each with type, stage, roles, figures and sources."""

    def __init__(self, block):
        self.text = block[1][1]
        self.words = [(match.start(), match.end()) for match in WORD.finditer(self.text)]
        self.events = []
        for _, line in block[2:]:
            word, _, rest = line.partition(" ")
            if word in ("event", "figure", "claim"):
                getattr(self, word)(Line.read(rest))

    def phrase(self, field):
        """The places of a field's words among the words of the sentence; empty where it has none."""
        _, words, occurrence, _ = field
        begin, end = places_of(words, self.text)[occurrence - 1]
        return tuple(i for i, (at, stop) in enumerate(self.words) if at < end and begin < stop)

    def phrases(self, line, key):
        return [self.phrase(field) for field in line.fields if field[0] == key]

    def event(self, line):
        roles = collections.defaultdict(set)
        for field in line.fields:
            if field[0] != "trigger" and self.phrase(field):
                roles[field[0]].add(self.phrase(field))
        self.events.append({"trigger": self.phrases(line, "trigger")[0], "type": re.split("[:+]", line.marks[1])[0],
                            "stage": line.marks[2], "roles": roles, "figures": [], "sources": set()})

    def figure(self, line):
        name, kinds, value = line.marks[:3]
        about = "~" if value.startswith("~") else ""
        ends = [str(float(end)) if end[:1].isdigit() else end for end in value.lstrip("~").split("..")]
        self.events[int(name[1:]) - 1]["figures"].append((tuple(sorted(kinds.split("+"))), about, tuple(ends)))

    def claim(self, line):
        for name in line.marks[0].split(","):
            # nobody, (), is a source too
            self.events[int(name[1:]) - 1]["sources"].update(self.phrases(line, "source") or [()])

    def paired(self, other):
        """Events of both that open with one word; of several those of one type first."""
        pairs, free = {}, list(range(len(other.events)))
        for typed in (True, False):
            for i, mine in enumerate(self.events):
                for j in free:
                    theirs = other.events[j]
                    if i not in pairs and mine["trigger"][:1] == theirs["trigger"][:1] != () and (
                            not typed or mine["type"] == theirs["type"]):
                        pairs[i] = j
                        free.remove(j)
                        break
        return [(self.events[i], other.events[j]) for i, j in sorted(pairs.items())]


def compared(one, other):
    """Counts {measure: [right, of the one, of the other]}; stage: [right, paired, paired]."""
    counts = {name: [0, 0, 0] for name in (*MEASURES, "stage")}

    def add(name, right, mine, theirs):
        counts[name] = [sum(pair) for pair in zip(counts[name], (right, mine, theirs))]

    pairs = one.paired(other)
    add("trigger", len(pairs), len(one.events), len(other.events))
    add("typed", sum(a["type"] == b["type"] for a, b in pairs), len(one.events), len(other.events))
    for a, b in pairs:
        add("stage", a["stage"] == b["stage"], 1, 1)
        for role in {*a["roles"], *b["roles"]}:
            mine, theirs = sorted(a["roles"][role]), sorted(b["roles"][role])
            add("role", most_pairs(mine, theirs, alike), len(mine), len(theirs))
        both = collections.Counter(a["figures"]) & collections.Counter(b["figures"])
        add("figure", both.total(), len(a["figures"]), len(b["figures"]))
        mine, theirs = sorted(a["sources"]), sorted(b["sources"])
        add("claim", most_pairs(mine, theirs, lambda x, y: x == y == () or alike(x, y)), len(mine), len(theirs))
    return counts


def sentences(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    return {block[0][1].split("   ")[0]: Sentence(block) for block in blocks_of(text)}


def main(arguments):
    if len(arguments) != 2:
        print(__doc__)
        return 2
    one, other = map(sentences, arguments)
    total = {name: [0, 0, 0] for name in (*MEASURES, "stage")}
    for name in one:
        if name not in other or one[name].text != other[name].text:
            print(f"{name}: in {arguments[0]} alone, or with other words")
            continue
        for measure, counts in compared(one[name], other[name]).items():
            total[measure] = [sum(pair) for pair in zip(total[measure], counts)]
    for name in other.keys() - one.keys():
        print(f"{name}: in {arguments[1]} alone")
    print(f"{len(one.keys() & other.keys())} sentences in both")
    for name, (right, mine, theirs) in total.items():
        rate = 2 * right / (mine + theirs) if mine + theirs else 0
        print(f"{name:8} {100 * rate:6.2f}   {right} alike of {mine} and {theirs}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
