"""Trains the event head on labelled sentences and writes it beside the annotator that it stands on.

    events.py --vectors ../build/bench/sitrep-vectors [--data ../shared/data] [--epochs 6] --out ../models/english

The annotator stays as it is: the engine itself reads every sentence once (`sitrep-vectors`), the head learns
on what it gives. docs/decisions/0007-events.md is the contract.
"""

import argparse
import collections
import glob
import hashlib
import math
import os
import random
import subprocess
import time

import numpy as np
import torch
import torch.nn.functional as F

import event_data
import event_model
from event_data import ARCS, ROLES, STAGES, TYPES
from export import write_safetensors

HERE = os.path.dirname(os.path.abspath(__file__))
TAPS = (0, 2, 4)  # what sitrep-vectors gives beside the last layer
BUDGET = 900  # words a batch


def prepared(options):
    """The vectors of all labelled sentences under options.work, made where they are not there yet."""
    prefix = os.path.join(options.work, "events")
    if not os.path.exists(prefix + ".f32"):
        os.makedirs(options.work, exist_ok=True)
        corpus = os.path.join(HERE, "corpus")
        own = sorted(glob.glob(corpus + "/*.label"))
        elsewhere = [event_data.unpacked(path, options.data) for path in sorted(glob.glob(corpus + "/elsewhere/*.standoff"))]
        dev = [path for path in [options.data + "/labels/dev.label"] if os.path.exists(path)]
        avoid = {block.sentence for path in dev for block in event_data.labels.blocks(path)}
        event_data.reports({"train": own + elsewhere, "dev": dev, "own": sorted(glob.glob(corpus + "/test/*.label"))},
                           prefix, avoid)
        subprocess.run([options.vectors, os.path.dirname(HERE), prefix + ".txt", prefix], check=True)
    return prefix


def collate(batch, vectors):
    length = max(len(report.words) for report in batch)
    x = torch.zeros(len(batch), length, vectors.shape[1])
    features = torch.zeros(len(batch), length, 4, dtype=torch.long)
    features[..., 3] = -1
    mask = torch.zeros(len(batch), length, dtype=torch.bool)
    for row, report in enumerate(batch):
        count = len(report.words)
        x[row, :count] = torch.from_numpy(np.array(vectors[report.base:report.base + count]))
        features[row, :count], mask[row, :count] = report.features, True
    return x, features, mask


def loss(model, batch, vectors):
    x, features, mask = collate(batch, vectors)
    states = model.states(x, features, mask)
    loose = model.heavy(states)
    types = torch.zeros(mask.shape, dtype=torch.long)
    events = [(row, event) for row, report in enumerate(batch) for event in report.events]
    for row, event in events:
        types[row, event["word"]] = event["type"]
    total = F.cross_entropy(model.types(loose)[mask], types[mask], reduction="sum")
    if events:
        rows = torch.tensor([row for row, _ in events])
        at = torch.tensor([event["word"] for _, event in events])
        of = lambda key: torch.tensor([event[key] for _, event in events])
        here = loose[rows, at]
        cross = lambda scores, gold: F.cross_entropy(scores, gold, reduction="sum")
        total += cross(model.stage(here), of("stage_at"))
        total += 0.5 * (cross(model.facets(here, of("type")), of("facet")) + cross(model.second(here), of("second"))
                        + cross(model.stance(here), of("stance_at")))
        total += 0.5 * F.binary_cross_entropy_with_logits(model.background(here)[:, 0], of("background").float(),
                                                          reduction="sum")
        paths = torch.zeros(len(events), mask.shape[1], dtype=torch.long)
        arcs = torch.zeros(len(events), mask.shape[1], dtype=torch.long)
        for i, (_, event) in enumerate(events):
            paths[i, :len(event["paths"])] = event["paths"]
            for word, arc in event["arcs"].items():
                arcs[i, word] = ARCS.index(arc)
        scores = model.arcs(states[rows, at], states[rows], paths)
        total += 0.5 * cross(scores[mask[rows]], arcs[mask[rows]])
        counted = [(i, rows[i], word, kind) for i, (_, event) in enumerate(events)
                   for word, kind in event["figures"].items()]
        if counted:
            which, row, word, kind = (torch.tensor(column) for column in zip(*counted))
            total += cross(model.kind_trigger(here[which]) + model.kind_word(loose[row, word]), kind)
    return total / mask.sum()


def f1(right, predicted, expected):
    return 200 * right / max(predicted + expected, 1)


@torch.no_grad()
def scores(model, reports, vectors):
    """Rates in percent: triggers, with type, stage of what is found, arcs of found triggers by name."""
    model.eval()
    count = collections.Counter()
    for first in range(0, len(reports), 32):
        batch = reports[first:first + 32]
        states = model.states(*collate(batch, vectors))
        sure = model.types(states).softmax(-1)
        for row, report in enumerate(batch):
            gold = {event["word"]: event for event in report.events}
            count["expected"] += len(gold)
            for word in range(len(report.words)):
                if sure[row, word, 0] > 0.5:
                    continue
                count["predicted"] += 1
                event = gold.get(word)
                if event is None:
                    continue
                here = states[row, word]
                count["right"] += 1
                count["typed"] += int(sure[row, word, 1:].argmax()) + 1 == event["type"]
                count["stage"] += int(model.stage(here).argmax()) == event["stage_at"]
                found = model.arcs(here[None], states[row:row + 1, :len(report.words)], event["paths"][None])[0].argmax(-1)
                for other, arc in enumerate(found.tolist()):
                    expected = event["arcs"].get(other, "none")
                    name = lambda label: "role" if label in ROLES else label
                    count[name(ARCS[arc]), "predicted"] += 1
                    count[name(expected), "expected"] += 1
                    count[name(expected), "right"] += ARCS[arc] == expected
    model.train()
    found = {"trigger": f1(count["right"], count["predicted"], count["expected"]),
             "typed": f1(count["typed"], count["predicted"], count["expected"]),
             "stage": 100 * count["stage"] / max(count["right"], 1)}
    for name in ("role", "figure", "source", "cue"):
        found[name] = f1(*(count[name, what] for what in ("right", "predicted", "expected")))
    return {name: round(value, 1) for name, value in found.items()}


def train(model, reports, vectors, options, tests):
    optimiser = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.02)
    steps = options.epochs * sum(1 for _ in event_data.batches(reports, BUDGET))
    averaged = {name: value.detach().clone() for name, value in model.state_dict().items()}
    step, began = 0, time.time()
    for epoch in range(options.epochs):
        for batch in event_data.batches(reports, BUDGET):
            step += 1
            warm, cosine = min(1, step / 200), 0.5 * (1 + math.cos(math.pi * min(1, step / steps)))
            for group in optimiser.param_groups:
                group["lr"] = options.rate * warm * max(0.02, cosine)
            optimiser.zero_grad()
            loss(model, batch, vectors).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            keep = min(0.998, step / (step + 50))
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    averaged[name].mul_(keep).add_(value, alpha=1 - keep)
        kept = {name: value.clone() for name, value in model.state_dict().items()}
        model.load_state_dict(averaged)
        for name, test in tests.items():
            print(f"epoch {epoch + 1} {time.time() - began:.0f} s {name} {scores(model, test, vectors)}", flush=True)
        torch.save({"state": averaged, "lists": model.lists}, os.path.join(options.work, "events.pt"))
        model.load_state_dict(kept)
    model.load_state_dict(averaged)


def tensors_of(model):
    """Every tensor of the contract, by its name there."""
    def both(name, module):
        return {name + ".weight": module.weight, name + ".bias": module.bias}

    found = {**both("input", model.input), **both("head", model.head), **both("norm", model.norm),
             "embed.upos": model.upos.weight, "embed.relation": model.relation.weight,
             "embed.entity": model.entity.weight, "pair.bilinear": model.bilinear, "path": model.path.weight}
    for n, layer in enumerate(model.layers):
        for name, module in (("attention.qkv", layer.qkv), ("attention.output", layer.output),
                             ("attention.norm", layer.attention_norm), ("feedforward.in", layer.into),
                             ("feedforward.out", layer.out), ("feedforward.norm", layer.feedforward_norm)):
            found.update(both(f"layer.{n}.{name}", module))
    for name, module in (("type", model.types), ("facet", model.facet), ("second", model.second),
                         ("stage", model.stage), ("background", model.background), ("stance", model.stance),
                         ("kind.trigger", model.kind_trigger), ("kind.word", model.kind_word),
                         ("pair.trigger", model.pair_trigger), ("pair.word", model.pair_word)):
        found.update(both(name, module))
    return {name: tensor.detach().float().contiguous() for name, tensor in found.items()}


def export(model, width, folder):
    path = os.path.join(folder, "events.safetensors")
    write_safetensors(path, tensors_of(model))
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    shape = event_model
    lines = ["format sitrep-events-1", f"input {width}", f"layers {shape.LAYERS}", f"hidden {shape.HIDDEN}",
             f"heads {shape.HIDDEN // shape.HEAD}", f"intermediate {shape.INTERMEDIATE}", f"pair {shape.PAIR}",
             f"layer_norm_epsilon {shape.EPSILON}", f"weights_sha256 {digest}"]
    for name, labels in {"tap": [str(tap) for tap in TAPS], **model.lists}.items():
        lines += [f"list {name} {len(labels)}", *labels]
    with open(os.path.join(folder, "events.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vectors", default=os.path.join(HERE, "../build/bench/sitrep-vectors"))
    parser.add_argument("--data", default=os.path.join(HERE, "../../shared/data"))
    parser.add_argument("--work", default=os.path.join(HERE, "checkpoints/events"))
    parser.add_argument("--out", help="the model folder; without it nothing is written but the checkpoint")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    prefix = prepared(options)
    reports = event_data.examples(prefix)
    groups = {name: [report for report in reports if report.group == name] for name in ("train", "dev", "own")}
    lists = event_data.lists_of(groups["train"])
    event_data.number(reports, lists)
    width = (1 + len(TAPS)) * event_model.LAST
    vectors = event_data.vectors(prefix, width)
    model = event_model.EventHead(lists, width)
    print(f"{len(groups['train'])} reports, {sum(len(report.events) for report in groups['train'])} events", flush=True)
    train(model, groups["train"], vectors, options, {name: groups[name] for name in ("dev", "own") if groups[name]})
    if options.out:
        export(model, width, options.out)


if __name__ == "__main__":
    main()
