"""Labelled sentences, read from .label files into offsets.

A quoted string becomes the code points [begin, end) at which it stands in its sentence.
"""
import collections
import re

from check import Line, blocks_of, places_of

Event = collections.namedtuple("Event", "name facets stage background trigger roles")  # roles: (role, span)
Figure = collections.namedtuple("Figure", "event kinds value words flags")
Claim = collections.namedtuple("Claim", "events source via cue stance direct when")
Block = collections.namedtuple("Block", "name published sentence events figures claims")


def span_of(field, sentence):
    _, words, occurrence, _ = field
    found = places_of(words, sentence)
    return found[occurrence - 1] if len(found) >= occurrence else None


def first(line, key, sentence):
    return next((span_of(field, sentence) for field in line.fields if field[0] == key), None)


def blocks(path):
    """The blocks of a file that check.py passes; comment lines and entities are left out."""
    with open(path, encoding="utf-8") as file:
        for lines in blocks_of(file.read()):
            texts = [text for _, text in lines if not text.startswith("# ") or text.startswith("@")]
            if len(texts) < 2:
                continue
            name, _, published = texts[0][2:].partition("   published ")
            block = Block(name, published, texts[1], [], [], [])
            for text in texts[2:]:
                word, _, rest = text.partition(" ")
                if word in ("event", "figure", "claim"):
                    read(block, word, Line.read(rest))
            yield block


def read(block, word, line):
    sentence = block.sentence
    if word == "event":
        roles = [(field[0], span_of(field, sentence)) for field in line.fields if field[0] != "trigger"]
        block.events.append(Event(line.marks[0], line.marks[1].split("+"), line.marks[2], "background" in line.marks[3:],
                                  first(line, "trigger", sentence), [role for role in roles if role[1]]))
    elif word == "figure":
        block.figures.append(Figure(line.marks[0].split(","), line.marks[1].split("+"), line.marks[2],
                                    first(line, "words", sentence), set(line.marks[3:])))
    else:
        stance = next((mark[7:] for mark in line.marks if mark.startswith("stance=")), "asserts")
        via = [span_of(field, sentence) for field in line.fields if field[0] == "via"]
        block.claims.append(Claim(line.marks[0].split(","), first(line, "source", sentence), via,
                                  first(line, "cue", sentence), stance, "direct" in line.marks,
                                  first(line, "when", sentence)))
