#!/usr/bin/env python3
"""standoff.py pack WORDED > PACKED; standoff.py unpack [--data DIR] PACKED > WORDED

Labels of sentences that are not ours stand in the repository without their words. pack takes a file in
the form of README.md whose heads name sentences of the development data (texts.py) and leaves out every
word of the text: the sentence and comments go, the head gets sha256= with the first eight digits of the
sentence's hash, quoted words become code points of the sentence (trigger=12:18, via=1:5>7:12), and who
is meant ("they"=…) is dropped. unpack puts the words back from the data in DIR (../shared/data).
A sentence that no longer hashes alike, or a span that is no whole words, is an error: FILE:LINE: FAULT.
"""
import hashlib
import pathlib
import re
import sys

from check import ELSEWHERE, MEANT, QUOTED, blocks_of, places_of
from texts import Texts

QUOTED_AND_MEANT = re.compile(f"{QUOTED.pattern}(?:{MEANT.pattern})?")
PLACE = re.compile(r"(?<=[= >])(\d+):(\d+)(?=[ >]|$)")
PACKED_HEAD = re.compile(r"(@ (\S+)   published \S+)   sha256=([0-9a-f]{8})")


class Fault(Exception):
    """A line that cannot be packed or unpacked."""


def hash_of(sentence):
    return hashlib.sha256(sentence.encode()).hexdigest()[:8]


def packed_line(line, sentence):
    """A label line with places for its quoted words."""
    def place(match):
        words, occurrence = match.group(1), int(match.group(2) or 1)
        found = places_of(words, sentence)
        if len(found) < occurrence:
            raise Fault(f'"{words}" does not stand in the sentence {occurrence} times; mend the line')
        begin, end = found[occurrence - 1]
        return f"{begin}:{end}"

    return QUOTED_AND_MEANT.sub(place, line)


def unpacked_line(line, sentence):
    """A label line with the words of its places."""
    def quoted(match):
        begin, end = int(match.group(1)), int(match.group(2))
        words = sentence[begin:end]
        found = places_of(words, sentence)
        if (begin, end) not in found:
            raise Fault(f"{begin}:{end} is no place of whole words; pack the line anew")
        occurrence = found.index((begin, end)) + 1
        return f'"{words}"' + (f"#{occurrence}" if occurrence > 1 else "")

    return PLACE.sub(quoted, line)


def packed(block):
    """The lines of a worded block without its words; each with the number it came from."""
    number, head = block[0]
    if not ELSEWHERE.fullmatch(head):
        raise Fault("the head names no sentence of the development data; only such are packed", number)
    if len(block) < 2:
        raise Fault("the block has no sentence; add it", number)
    sentence = block[1][1]
    yield number, f"{head}   sha256={hash_of(sentence)}"
    for number, line in block[2:]:
        if not line.startswith("#"):
            yield number, numbered(packed_line, line, sentence, number)


def unpacked(block, texts):
    """The lines of a packed block with its words."""
    number, line = block[0]
    head = PACKED_HEAD.fullmatch(line)
    if not head:
        raise Fault("a packed block opens with: @ NAME   published DAY   sha256=8 digits", number)
    name = head.group(2)
    try:
        sentence, _ = texts.sentence(name)
    except (KeyError, IndexError, OSError, ValueError) as error:
        raise Fault(f"{name} is not in the data ({error}); give its folder with --data", number) from error
    if hash_of(sentence) != head.group(3):
        raise Fault(f"{name} no longer hashes to {head.group(3)}: its text or texts.py has changed; "
                    "label it anew", number)
    yield number, head.group(1)
    yield number, sentence
    for number, line in block[1:]:
        yield number, numbered(unpacked_line, line, sentence, number)


def numbered(turned, line, sentence, number):
    try:
        return turned(line, sentence)
    except Fault as fault:
        raise Fault(fault.args[0], number) from fault


def turned(text, turn):
    """All blocks turned and put together again."""
    return "\n".join("".join(line + "\n" for _, line in turn(block)) for block in blocks_of(text))


def main(arguments):
    data = pathlib.Path(__file__).resolve().parents[2] / "../shared/data"
    if "--data" in arguments[:-1]:
        at = arguments.index("--data")
        data = arguments[at + 1]
        del arguments[at:at + 2]
    if len(arguments) != 2 or arguments[0] not in ("pack", "unpack"):
        print(__doc__, file=sys.stderr)
        return 2
    text = pathlib.Path(arguments[1]).read_text(encoding="utf-8")
    texts = Texts(data)
    turn = packed if arguments[0] == "pack" else lambda block: unpacked(block, texts)
    try:
        sys.stdout.write(turned(text, turn))
    except Fault as fault:
        print(f"{arguments[1]}:{fault.args[1]}: {fault.args[0]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
