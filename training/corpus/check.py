#!/usr/bin/env python3
"""check.py [--missed] [FILE …]: are the labelled sentences well formed?

Reads the .label files named (default: all beside this script) and holds each line to the form of
README.md: every quoted word string stands in its sentence as whole words, every type, mode, stage,
kind and stance is a legal one, every figure and claim names an event of its block.
Prints each breach as FILE:LINE: FAULT, then what was counted. Exit 1 where there is one.
--missed lists capitalised words that no entity line covers: to be looked at, not breaches.
"""
import collections
import pathlib
import re
import sys

MODES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "REQUEST": "", "REJECT": "",
    "THREATEN": "", "STATEMENT": "", "HARM": "",
    "CONSULT": "visit third-party multilateral phone",
    "AID": "economic military humanitarian shelter asylum",
    "RETREAT": "withdraw release return disarm ceasefire resign access",
    "ACCUSE": "disapprove investigate allege",
    "PROTEST": "demo riot strike hunger boycott obstruct",
    "SANCTION": "expel withdraw discontinue embargo convict",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize arrest deport ban censor curfew martial-law blockade cyber restrict",
    "ASSAULT": "firearms explosives heavy-weapons aerial suicide-attack hostage sexual beat torture "
               "unconventional",
    "CONTROL": "taken lost retaken held contested besieged handed-over",
    "MOVE": "cross flee withdraw deploy return evacuate arrive let-in turned-back",
    "HAZARD": "earthquake flood storm drought fire epidemic landslide accident",
}
MODES = {type_: set(modes.split()) for type_, modes in MODES.items()}
STAGES = set("happened ongoing attempted planned promised threatened called-for conditional "
             "hypothetical denied negated".split())
ROLES = set("actor recipient victim target instrument place from to when topic condition "
            "beneficiary".split())
KINDS = set("killed wounded captured missing kidnapped displaced crossed returned evacuated "
            "trapped arrested freed strength weapons damage extent other".split())
WORDS = set("dozens tens scores hundreds thousands half most all".split())
STANCES = set("asserts confirms denies doubts warns promises threatens demands accuses speculates "
              "predicts".split())
ENTITIES = set("PER ORG GRP GPE LOC FAC NORP WPN EVT MISC".split())
VALUE = re.compile(r"~?\d+(\.\d+)?(\.\.(\d+(\.\d+)?)?)?|\.\.\d+(\.\d+)?")

HEAD = re.compile(r"@ corpus/([a-z-]+)-(\d+):(\d+)   published (\d{4}-\d\d-\d\d|unknown)")
# a sentence of the development data, named as texts.py does
ELSEWHERE = re.compile(r"@ (muc|timeline17|neus|polnear|timeml|panj)/\S+[@:][\d+]+   published (\d{4}-\d\d-\d\d|unknown)")
QUOTED = re.compile(r'"([^"]*)"(?:#(\d+))?')
FIELD = re.compile(r'(\w+)="([^"]*)"(?:#(\d+))?')
# who is meant, after a quoted string: runs to the next field, mouth or mark
MEANT = re.compile(r'=(?!")((?:(?!>"| \w+=["\w]| background$| total\b| share\b| direct\b).)+)')


def places_of(words, sentence):
    """Byte-free offsets at which the words stand as whole words."""
    found, start = [], 0
    while words:
        at = sentence.find(words, start)
        if at < 0:
            break
        end = at + len(words)
        opens = at == 0 or not (sentence[at - 1].isalnum() and words[0].isalnum())
        closes = end == len(sentence) or not (sentence[end].isalnum() and words[-1].isalnum())
        if opens and closes:
            found.append((at, end))
        start = at + 1
    return found


class Line:
    """The fields of one label line, eaten from the left; what is left over is a breach."""

    def __init__(self, text):
        self.text = text
        self.fields = []  # (key, words, occurrence, meant)
        self.marks = []  # bare words

    @classmethod
    def read(cls, text):
        line, rest = cls(text), text
        while rest:
            rest = rest.lstrip(" ")
            match = FIELD.match(rest)
            if match:
                key = match.group(1)
                rest = rest[match.end():]
                occurrence = int(match.group(3) or 1)
                meant = MEANT.match(rest)
                if meant:
                    rest = rest[meant.end():]
                line.fields.append((key, match.group(2), occurrence, bool(meant)))
                while key == "via" and (more := re.match(r">" + QUOTED.pattern, rest)):
                    line.fields.append((key, more.group(1), int(more.group(2) or 1), False))
                    rest = rest[more.end():]
                continue
            word, _, rest = rest.partition(" ")
            if word:
                line.marks.append(word)
        return line


def id_faults(ids, events):
    for name in ids.split(","):
        if name not in events:
            yield f"{name} is no event of this block"


def quote_faults(line, sentence, keys):
    for key, words, occurrence, _ in line.fields:
        if key not in keys:
            yield f"{key} is no field here"
        elif len(places_of(words, sentence)) < occurrence:
            again = f" {occurrence} times" if occurrence > 1 else ""
            yield f'"{words}" does not stand in the sentence{again}'


def event_faults(marks, line, sentence, events):
    name, facets, stage, *flags = marks + [""] * (3 - len(marks))
    if name != f"e{len(events) + 1}":
        yield f"{name} comes out of order"
    events[name] = facets
    for facet in facets.split("+"):
        type_, _, mode = facet.partition(":")
        if type_ not in MODES:
            yield f"{type_} is no type"
        elif mode and mode not in MODES[type_]:
            yield f"{mode} is no mode of {type_}"
    if stage not in STAGES:
        yield f"{stage} is no stage"
    if flags and (flags != ["background"] or not line.text.endswith(" background")):
        yield f"only background may end the line, not {' '.join(flags)}"
    if not line.fields or line.fields[0][0] != "trigger" or "_" in line.fields[0][1]:
        yield "the trigger comes first"
    if sum(key == "trigger" for key, *_ in line.fields) > 1:
        yield "one trigger, one event"
    if stage == "conditional" and not any(key == "condition" for key, *_ in line.fields):
        yield "a conditional event names its condition"
    yield from quote_faults(line, sentence, ROLES | {"trigger"})


def figure_faults(marks, line, sentence, events):
    if len(marks) < 3:
        yield "a figure has event, kind and value"
        return
    yield from id_faults(marks[0], events)
    for kind in marks[1].split("+"):
        if kind not in KINDS:
            yield f"{kind} is no kind of figure"
    if marks[2].lstrip("~") not in WORDS and not VALUE.fullmatch(marks[2]):
        yield f"{marks[2]} is no value"
    low, dots, high = marks[2].lstrip("~").partition("..")
    if low and dots and high and float(low) > float(high):
        yield f"{marks[2]} runs backwards"
    if set(marks[3:]) - {"total", "share"}:
        yield f"{' '.join(marks[3:])}: only total and share may stand here"
    if not any(key == "words" for key, *_ in line.fields):
        yield "a figure quotes its words"
    yield from quote_faults(line, sentence, {"side", "words", "base"})


def claim_faults(marks, line, sentence, events):
    stance = [mark for mark in marks[1:] if mark.startswith("stance=")]
    yield from id_faults(marks[0], events)
    if len(stance) != 1 or stance[0][7:] not in STANCES:
        yield f"{' '.join(stance) or 'nothing'} is no stance"
    if set(marks[1:]) - set(stance) - {"direct"}:
        yield f"{' '.join(marks[1:])}: only a stance and direct may stand here"
    if not {"source", "cue"} & {key for key, *_ in line.fields} and "direct" not in marks:
        yield "a claim has a source or a cue"
    yield from quote_faults(line, sentence, {"source", "cue", "via", "when"})


def entity_faults(text, sentence, covered):
    match = re.fullmatch(r"([A-Z]+) " + QUOTED.pattern, text)
    if not match:
        yield 'an entity line reads: entity TYPE "words"'
        return
    type_, words, occurrence = match.group(1), match.group(2), int(match.group(3) or 1)
    found = places_of(words, sentence)
    if type_ not in ENTITIES:
        yield f"{type_} is no type of entity"
    if words.lower().startswith("the "):
        yield f'"{words}": without the article'
    if len(found) < occurrence:
        yield f'"{words}" does not stand in the sentence {occurrence} times'
        return
    begin, end = found[occurrence - 1]
    if any(begin < other_end and other_begin < end for other_begin, other_end in covered):
        yield f'"{words}" overlaps another entity'
    covered.append((begin, end))


READERS = {"event": event_faults, "figure": figure_faults, "claim": claim_faults}


def block_faults(block, name, seen, counts, missed):
    """Yields (line number, fault) for one block of (line number, text)."""
    number, head = block[0]
    match = HEAD.fullmatch(head)
    if ELSEWHERE.fullmatch(head):
        pass
    elif not match:
        yield number, "a block opens with: @ corpus/NAME-NNN:N   published YYYY-MM-DD"
    elif match.group(1) != name:
        yield number, f"the block names {match.group(1)}, the file {name}"
    if head.split("   ")[0] in seen:
        yield number, "this block's name stands above already"
    seen.add(head.split("   ")[0])
    if len(block) < 2 or re.match(r"(event|figure|claim|entity) ", block[1][1]):
        yield number, "the block has no sentence"
        return
    sentence, events, covered = block[1][1], {}, []
    if sentence in seen:
        yield block[1][0], "this sentence stands above already"
    seen.add(sentence)
    counts["blocks"] += 1
    order = []
    for number, text in block[2:]:
        if text.startswith("#"):
            continue
        word, _, rest = text.partition(" ")
        order.append(word)
        counts[word + "s"] += 1
        if word == "entity":
            faults = entity_faults(rest, sentence, covered)
        elif word in READERS:
            line = Line.read(rest)
            faults = READERS[word](line.marks, line, sentence, events)
        else:
            faults = [f"{word} opens no label line"]
        for fault in faults:
            yield number, fault
    if order != sorted(order, key=["event", "figure", "claim", "entity"].index
                       if set(order) <= {"event", "figure", "claim", "entity"} else str):
        yield number, "events, figures, claims, entities: in this order"
    counts["empty blocks"] += not events
    for facets in events.values():
        counts[facets.split("+")[0].split(":")[0]] += 1
    for word in re.finditer(r"\b[A-Z]\w+", sentence):
        if not any(begin <= word.start() < end for begin, end in covered):
            missed.append((block[0][0], word.group(), word.start() == 0))


def blocks_of(text):
    block = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def main(arguments):
    here = pathlib.Path(__file__).resolve().parent
    paths = [pathlib.Path(a) for a in arguments if a != "--missed"] or sorted(
        [*here.glob("*.label"), *here.glob("test/*.label")])
    counts, seen, broken = collections.Counter(), set(), 0
    for path in paths:
        missed = []
        for block in blocks_of(path.read_text(encoding="utf-8")):
            name = path.stem + ("-test" if path.parent.name == "test" else "")
            for number, fault in block_faults(block, name, seen, counts, missed):
                print(f"{path.name}:{number}: {fault}")
                broken += 1
        if "--missed" in arguments:
            for number, word, opens in missed:
                if not opens:
                    print(f"{path.name}:{number}: no entity covers {word}")
    parts = ["blocks", "empty blocks", "events", "figures", "claims", "entitys"]
    print(", ".join(f"{counts[part]} {part.replace('ys', 'ies')}" for part in parts))
    print(", ".join(f"{type_} {counts[type_]}" for type_ in MODES))
    print(f"{len(paths)} files, {broken} breaches")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
