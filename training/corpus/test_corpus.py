#!/usr/bin/env python3
"""Checks of the corpus tools, on sentences of our own: python3 training/corpus/test_corpus.py"""
import json
import pathlib
import tempfile

import agree
import check
import standoff
from texts import Texts

SENTENCE = "Rebels, the army said, shelled Naro and “the rebels’ own” camp at Åsa, killing rebels and 12 more."
HEAD = "@ timeline17/own-0001:1   published 2011-06-22"
LABELS = """event e1 ASSAULT:heavy-weapons happened trigger="shelled" actor="Rebels" place="Naro" place="Åsa" background
event e2 ASSAULT happened trigger="killing" actor="Rebels" victim="rebels"#2=the army's prisoners victim="12"
figure e2 killed 12 side="rebels"#2 words="12" share base="rebels"
claim e1,e2 source="the army" cue="said" via="Åsa">"rebels"#2 stance=asserts direct when="more"
entity GPE "Naro"
"""
BLOCK = f"{HEAD}\n{SENTENCE}\n# a remark about Naro\n{LABELS}"


def data_of(folder, sentence):
    """Development data of one document of our own, whose second sentence is this one."""
    path = pathlib.Path(folder) / "timelines/timeline17"
    for topic in ("syria", "haiti"):
        (path / topic).mkdir(parents=True, exist_ok=True)
        rows = [{"id": "own-0001", "pub_date": "2011-06-22", "sentences": ["First .", sentence]}]
        lines = "".join(json.dumps(row) + "\n" for row in rows if topic == "syria")
        (path / topic / "articles.jsonl").write_text(lines, encoding="utf-8")
    return Texts(folder)


def fault_of(turn, text):
    try:
        standoff.turned(text, turn)
    except standoff.Fault as fault:
        return fault.args
    raise AssertionError("no fault")


def test_pack_leaves_no_word():
    text = standoff.turned(BLOCK, standoff.packed)
    head, *lines = text.splitlines()
    assert head == f"{HEAD}   sha256={standoff.hash_of(SENTENCE)}"
    assert lines[0] == ("event e1 ASSAULT:heavy-weapons happened trigger=23:30 actor=0:6 place=31:35 place=66:69 "
                        "background"), lines[0]
    assert lines[3].endswith("via=66:69>79:85 stance=asserts direct when=93:97"), lines[3]
    assert lines[4] == "entity GPE 31:35"
    assert not any(word in text for word in ("Naro", "rebels", "army", "remark", '"'))


def test_round_trip():
    with tempfile.TemporaryDirectory() as folder:
        texts = data_of(folder, SENTENCE)
        text = standoff.turned(BLOCK + "\n" + BLOCK, standoff.packed)
        again = standoff.turned(text, lambda block: standoff.unpacked(block, texts))
    kept = f"{HEAD}\n{SENTENCE}\n" + LABELS.replace("=the army's prisoners", "")
    assert again == kept + "\n" + kept, again
    assert standoff.turned(again, standoff.packed) == text


def test_changed_text_is_an_error():
    with tempfile.TemporaryDirectory() as folder:
        texts = data_of(folder, SENTENCE.replace("12", "13"))
        fault, number = fault_of(lambda block: standoff.unpacked(block, texts),
                                 standoff.turned(BLOCK, standoff.packed))
        assert "no longer hashes" in fault and number == 1, fault
        fault, _ = fault_of(lambda block: standoff.unpacked(block, texts),
                            f"{HEAD.replace('0001', '0002')}   sha256=00000000\n")
        assert "is not in the data" in fault, fault


def test_broken_lines_are_errors():
    fault, number = fault_of(standoff.packed, BLOCK.replace('"shelled"', '"shell"'))
    assert '"shell" does not stand' in fault and number == 4, (fault, number)
    fault, number = fault_of(standoff.packed, "@ corpus/war-001:1   published 2024-05-13\nIt fell.\n")
    assert "names no sentence" in fault and number == 1, fault
    with tempfile.TemporaryDirectory() as folder:
        texts = data_of(folder, SENTENCE)
        text = standoff.turned(BLOCK, standoff.packed).replace("23:30", "23:29")
        fault, number = fault_of(lambda block: standoff.unpacked(block, texts), text)
        assert "23:29 is no place" in fault and number == 2, fault


def block_of(labels):
    return agree.Sentence(next(check.blocks_of(f"{HEAD}\n{SENTENCE}\n{labels}")))


def test_agreement_with_itself():
    counts = agree.compared(block_of(LABELS), block_of(LABELS))
    assert counts == {"trigger": [2, 2, 2], "typed": [2, 2, 2], "stage": [2, 2, 2], "role": [6, 6, 6],
                      "figure": [1, 1, 1], "claim": [2, 2, 2]}, counts


def test_agreement_of_two():
    other = """event e1 CONTROL happened trigger="shelled" actor="Rebels" place="Naro and “the rebels’ own” camp at Åsa"
event e2 ASSAULT ongoing trigger="killing" victim="rebels and 12 more"
event e3 MOVE happened trigger="camp"
figure e2 killed 12.. words="12"
claim e1 cue="said" stance=asserts
claim e2 source="army" cue="said" stance=denies
"""
    counts = agree.compared(block_of(LABELS), block_of(other))
    # place: one word of eight; victims: one word of four each
    assert counts == {"trigger": [2, 2, 3], "typed": [1, 2, 3], "stage": [1, 2, 2], "role": [1, 6, 3],
                      "figure": [0, 1, 1], "claim": [1, 2, 2]}, counts


def test_values_alike_however_written():
    def with_value(value):
        return block_of(f'event e1 HARM happened trigger="killing"\nfigure e1 wounded+killed {value} words="12"\n')
    assert agree.compared(with_value("12"), with_value("12.0"))["figure"] == [1, 1, 1]
    assert agree.compared(with_value("12"), with_value("~12"))["figure"] == [0, 1, 1]
    assert agree.compared(with_value("dozens"), with_value("dozens"))["figure"] == [1, 1, 1]


if __name__ == "__main__":
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            test()
            print(name, "ok")
