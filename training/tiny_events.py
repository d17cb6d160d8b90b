"""Writes a very small event head with random weights and what PyTorch makes of random words with it: the engine's
event head is held to these numbers.

    tiny_events.py ../tests/nn/tiny_events
"""

import json
import os
import sys

import torch

import event_model as shape
import events
from event_data import ARCS, STAGES, STANCES, TYPES

# Small, but of the same form: two heads of the engine's own width of 32.
shape.LAST, shape.HIDDEN, shape.INTERMEDIATE, shape.PAIR = 64, 64, 128, 12
events.TAPS = (0,)
WORDS = 9
LISTS = {
    "upos": ["NOUN", "VERB"], "relation": ["nsubj", "obj", "root"], "entity": ["B-PER", "I-PER", "O"],
    "second": ["none", "CONTROL:taken"], "kind": ["killed", "killed+wounded"], "path": ["|nsubj", "|obj", "obj|nsubj"],
    "facet": [*TYPES, "ASSAULT:aerial", "COERCE:seize"], "stage": STAGES, "stance": STANCES, "arc": ARCS,
}


def main():
    torch.manual_seed(11)
    folder = sys.argv[1]
    width = 2 * shape.LAST
    model = shape.EventHead(LISTS, width).eval()
    with torch.no_grad():
        for name, value in model.named_parameters():
            if value.dim() > 1:
                value.normal_(std=0.3 if "bilinear" in name or "path" in name else value.shape[-1] ** -0.5)
    os.makedirs(folder, exist_ok=True)
    events.export(model, width, folder)
    x = torch.randn(1, WORDS, width)
    features = torch.tensor([[[1 + i % 2, i % 4, i % 4, (3 if i != 3 else -1)] for i in range(WORDS)]])
    paths = torch.tensor([[i % 5 for i in range(WORDS)]])
    with torch.no_grad():
        states = model.states(x, features, torch.ones(1, WORDS, dtype=torch.bool))
        expected = {"x": x[0], "features": features[0], "paths": paths[0], "trigger": torch.tensor(3),
                    "type": model.types(states)[0], "stage": model.stage(states)[0], "facet": model.facet(states)[0],
                    "arcs": model.arcs(states[:, 3], states, paths)[0]}
    with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as file:
        json.dump({name: value.tolist() for name, value in expected.items()}, file, separators=(",", ":"))


if __name__ == "__main__":
    main()
