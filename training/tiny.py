"""Writes a very small model with random weights and what PyTorch makes of our fixture with it: the engine's tests
hold its encoder, heads and decoding to these numbers without the trained model.

    tiny.py ../tests/nn/tiny
"""

import json
import os
import sys

import torch

import data
import entities
import model as shape
from evaluate import round_weights
from export import FIXTURE, fixture, write_folder
from pieces import CLS, PAD, SEP, UNK, Pieces, basic_words

# Small, but of the same form: two layers, two heads of the encoder's own width of 32.
shape.LAYERS, shape.HIDDEN, shape.HEADS, shape.INTERMEDIATE, shape.POSITIONS = 2, 64, 2, 128, 256
shape.ARC, shape.RELATION, shape.POINTER = 16, 12, 8
data.WINDOW, data.PARAGRAPH, data.windows.__defaults__ = 64, 40, (64,)

LISTS = {
    "upos": ["NOUN", "PUNCT", "VERB", "PROPN", "ADP"],
    "features": ["_", "Number=Sing", "Number=Plur", "Mood=Ind|Tense=Past|VerbForm=Fin"],
    "lemma": ["l;0;", "k;0;", "l;1;", "l;2;e", "=be"],
    "entity": list(entities.LABELS),
    "relation": ["punct", "root", "nsubj", "obj", "case"],
}


def vocabulary():
    """Most of the fixture's words whole, and letters for the others."""
    words = sorted({word for token in FIXTURE.split() for word in basic_words(token)})
    letters = sorted({letter for word in words for letter in word if letter.isascii()})
    whole = [word for k, word in enumerate(words) if k % 4 and len(word) > 1]
    return [PAD, UNK, CLS, SEP, *letters, *("##" + letter for letter in letters), *whole]


def main():
    torch.manual_seed(7)
    pieces = Pieces(vocabulary())
    model = shape.Annotator(LISTS, len(pieces.vocabulary))
    with torch.no_grad():
        for name, value in model.named_parameters():
            if value.dim() > 1:
                value.normal_(std=0.5 if "bilinear" in name or "word" in name else value.shape[-1] ** -0.5)
    folder = sys.argv[1]
    digest = write_folder(model, pieces, folder, None)
    os.remove(os.path.join(folder, "card.md"))
    with open(os.path.join(folder, "lemmas.tsv"), "w", encoding="utf-8") as file:
        file.write("held\tVERB\thold\n")  # of no form in the fixture: the scripts are what is tested
    round_weights(model)
    model.eval()
    with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as file:
        json.dump(fixture(model, pieces, digest), file, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
