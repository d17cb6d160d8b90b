"""What the event head learns from: labelled sentences beside the vectors that the engine gives their words.

`reports` writes one report a line: every sentence alone and, of our own and the development data's
documents, runs of neighbouring sentences too, as windows hold them. `sitrep-vectors` reads those; `examples`
joins its answer with the labels.
"""

import collections
import json
import os
import pickle
import random
import re
import sys
import tempfile

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "corpus"))
import labels  # noqa: E402
import standoff  # noqa: E402
from check import blocks_of  # noqa: E402
from texts import Texts  # noqa: E402

TYPES = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
         "MOBILIZE COERCE ASSAULT STATEMENT CONTROL MOVE HARM HAZARD").split()
STAGES = ("happened ongoing attempted planned promised threatened called-for conditional hypothetical denied "
          "negated").split()
STANCES = "none asserts confirms denies doubts warns promises threatens demands accuses speculates predicts".split()
ROLES = "actor recipient victim target instrument place from to when topic condition beneficiary".split()
ARCS = ["none", *ROLES, "figure", "source", "cue", "via"]
RUN = 6  # sentences of a joined report at most
STEPS, CHAIN = 4, 12  # of a path through the tree; of words looked at on the way up
FAR, OTHER, NAMED = 0, 1, 2  # rows of the path table
LOOSE = {"PUNCT", "ADP", "DET", "CCONJ"}  # no heads of phrases

Word = collections.namedtuple("Word", "begin end sentence head part relation entity lemma")


def unpacked(path, data):
    """A packed file with its words again, as a temporary .label file."""
    texts = Texts(data)
    with open(path, encoding="utf-8") as file:
        words = standoff.turned(file.read(), lambda block: standoff.unpacked(block, texts))
    with tempfile.NamedTemporaryFile("w", suffix=".label", delete=False, encoding="utf-8") as out:
        out.write(words)
    return out.name


def place(name):
    """Document and place of a sentence's name: (document, number) or (document, (start, end))."""
    found = re.fullmatch(r"(.*?)(?::(\d+)|@(\d+)\+(\d+))", name)
    if found.group(2):
        return found.group(1), int(found.group(2)), None
    return found.group(1), None, (int(found.group(3)), int(found.group(3)) + int(found.group(4)))


def neighbours(one, other):
    (document, number, span), (next_document, next_number, next_span) = place(one.name), place(other.name)
    if document != next_document:
        return False
    if number is not None:
        return next_number == number + 1
    return next_span is not None and 0 <= next_span[0] - span[1] <= 3


def reports(sets, out, avoid=()):
    """Writes OUT.txt, a report a line, and OUT.pickle, (set, blocks) of each. avoid: sentences to leave out."""
    lines, kept = [], []
    for name, paths in sets.items():
        seen = set(avoid if name == "train" else ())
        for path in paths:
            blocks = []
            for block in labels.blocks(path):
                if block.sentence not in seen:
                    seen.add(block.sentence)
                    blocks.append(block)
            for block in blocks:
                lines.append(block.sentence)
                kept.append((name, [block]))
            first = 0
            while name == "train" and first < len(blocks):
                last = first + 1
                while last < len(blocks) and last - first < RUN and neighbours(blocks[last - 1], blocks[last]):
                    last += 1
                if last - first > 1:
                    lines.append(" ".join(block.sentence for block in blocks[first:last]))
                    kept.append((name, blocks[first:last]))
                first = last
    with open(out + ".txt", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    with open(out + ".pickle", "wb") as file:
        pickle.dump([(name, [tuple(block) for block in blocks]) for name, blocks in kept], file)


def way_up(words, i):
    way = [i]
    while words[way[-1]].head >= 0 and len(way) < CHAIN:
        way.append(words[way[-1]].head)
    return way


def path_between(words, i, j):
    """The twin of annotate/events.cc: the relations up, a bar, those down; empty where it is far."""
    up, down = way_up(words, i), way_up(words, j)
    at = {word: steps for steps, word in enumerate(down)}
    for ups, word in enumerate(up):
        if word in at:
            if ups + at[word] > STEPS:
                return ""
            return ("^".join(words[w].relation for w in up[:ups]) + "|"
                    + "v".join(words[w].relation for w in reversed(down[:at[word]])))
    return ""


class Report:
    """The words of one report, its labelled events, and where its vectors lie."""

    def __init__(self, group, blocks, words, text, base):
        self.group, self.words, self.text, self.base = group, words, text, base
        self.name = blocks[0][0]
        self.events = []
        characters = {len(text[:i].encode()): i for i in range(len(text) + 1)} if not text.isascii() else None
        self.spans = [(characters[w.begin], characters[w.end]) if characters else (w.begin, w.end) for w in words]
        offset = 0
        for _, _, sentence, events, figures, claims in blocks:
            self.add(offset, events, figures, claims)
            offset += len(sentence) + 1

    def inside(self, span, offset):
        return [i for i, (begin, end) in enumerate(self.spans) if begin < span[1] + offset and end > span[0] + offset]

    def head(self, span, offset):
        """The word of a phrase that hangs on a word outside of it."""
        inside = self.inside(span, offset)
        outer = [i for i in inside if self.words[i].head not in inside]
        firm = [i for i in outer if self.words[i].part not in LOOSE]
        return next(iter(firm or outer or inside), None)

    def add(self, offset, events, figures, claims):
        by_name = {}
        for name, facets, stage, background, trigger, roles in events:
            inside = self.inside(trigger, offset) if trigger else []
            if not inside:
                continue
            event = {"word": inside[0], "facets": facets, "stage": stage, "background": background, "arcs": {},
                     "kinds": {}, "stance": "none"}
            for role, span in roles:
                head = self.head(span, offset)
                if head not in (None, event["word"]):
                    event["arcs"].setdefault(head, role)
            by_name[name] = event
            self.events.append(event)
        for names, kinds, _, span, _ in figures:
            inside = self.inside(span, offset) if span else []
            numbers = [i for i in inside if self.words[i].part == "NUM"] or inside
            for event in (by_name[name] for name in names if name in by_name and numbers):
                if numbers[-1] != event["word"]:
                    event["arcs"][numbers[-1]] = "figure"
                    event["kinds"][numbers[-1]] = "+".join(kinds)
        for names, source, via, cue, stance, _, _ in claims:
            for event in (by_name[name] for name in names if name in by_name):
                if event["stance"] == "none":
                    event["stance"] = stance
                for span, arc in ((source, "source"), (cue, "cue"), *((one, "via") for one in via)):
                    head = self.head(span, offset) if span else None
                    if head not in (None, event["word"]):
                        event["arcs"].setdefault(head, arc)


def examples(prefix):
    """The reports of `reports` with what `sitrep-vectors` made of them, those without words left out."""
    with open(prefix + ".pickle", "rb") as file:
        kept = pickle.load(file)
    with open(prefix + ".txt", encoding="utf-8") as file:
        texts = file.read().split("\n")
    found, base = [], 0
    with open(prefix + ".jsonl", encoding="utf-8") as lines:
        for (group, blocks), text, line in zip(kept, texts, lines):
            words = [Word(*word) for word in json.loads(line)]
            if words:
                found.append(Report(group, blocks, words, text, base))
            base += len(words)
    return found


def lists_of(reports_):
    """The label lists that the train reports give, in the order of the contract."""
    count = {name: collections.Counter() for name in ("upos", "relation", "entity", "second", "kind", "path")}
    facets = {type_: None for type_ in TYPES}
    for report in reports_:
        for word in report.words:
            count["upos"][word.part] += 1
            count["relation"][word.relation] += 1
            count["entity"][word.entity] += 1
        for event in report.events:
            facets[event["facets"][0]] = None
            count["second"][event["facets"][1] if len(event["facets"]) > 1 else "none"] += 1
            for kinds in event["kinds"].values():
                count["kind"][kinds] += 1
            for word in event["arcs"]:
                if path := path_between(report.words, event["word"], word):
                    count["path"][path] += 1
    least = {"second": 3, "kind": 2, "path": 4}
    lists = {name: sorted(label for label, times in counter.items() if times >= least.get(name, 1))
             for name, counter in count.items()}
    lists["second"] = ["none", *(label for label in lists["second"] if label != "none")]
    lists["facet"], lists["stage"], lists["stance"], lists["arc"] = sorted(facets), STAGES, STANCES, ARCS
    return lists


def number(reports_, lists):
    """Gives every word and event of the reports its places in the lists."""
    at = {name: {label: i for i, label in enumerate(labels_)} for name, labels_ in lists.items()}
    for report in reports_:
        report.features = torch.tensor([[at["upos"].get(w.part, -1) + 1, at["relation"].get(w.relation, -1) + 1,
                                         at["entity"].get(w.entity, -1) + 1, w.head] for w in report.words])
        for event in report.events:
            event["type"] = TYPES.index(event["facets"][0].split(":")[0]) + 1
            event["facet"] = at["facet"].get(event["facets"][0], at["facet"][TYPES[event["type"] - 1]])
            event["second"] = at["second"].get(event["facets"][1] if len(event["facets"]) > 1 else "none", 0)
            event["stage_at"] = at["stage"][event["stage"]]
            event["stance_at"] = at["stance"][event["stance"]]
            event["figures"] = {word: at["kind"][kinds] for word, kinds in event["kinds"].items() if kinds in at["kind"]}
            paths = [path_between(report.words, event["word"], j) for j in range(len(report.words))]
            event["paths"] = torch.tensor([at["path"].get(path, OTHER - NAMED) + NAMED if path else FAR for path in paths])


def vectors(prefix, width):
    return np.memmap(prefix + ".f32", dtype="<f4", mode="r").reshape(-1, width)


def batches(reports_, budget):
    """Reports of like length together, at most about `budget` words a batch."""
    order = list(range(len(reports_)))
    random.shuffle(order)
    for first in range(0, len(order), 640):
        pool = sorted(order[first:first + 640], key=lambda i: len(reports_[i].words))
        found, batch = [], []
        for i in pool:
            batch.append(reports_[i])
            if len(batch) * len(reports_[i].words) > budget:
                found.append(batch)
                batch = []
        found += [batch] if batch else []
        random.shuffle(found)
        yield from found
