"""Measures a checkpoint on the development parts.

    evaluate.py checkpoints/last.pt --int8
"""

import argparse
import json
import os

import numpy as np
import torch

import data
import decode
import entities
import published
from model import Annotator
from pieces import Pieces, sentence_casing
from train import DATA, HERE, encoder_folder, gather

QUANTISED = ("word.weight", "qkv.weight", "output.weight", "into.weight", "out.weight")


def quantise(weight):
    """int8 with one scale a row, symmetric."""
    scale = weight.abs().amax(1).clamp_min(1e-12) / 127
    return torch.round(weight / scale[:, None]).clamp(-127, 127).to(torch.int8), scale


def round_weights(model):
    """What the export's rounding does to the weights."""
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if name == "word.weight" or name.startswith("layers.") and name.endswith(QUANTISED):
                q, scale = quantise(weight)
                weight.copy_(q.float() * scale[:, None])


def load_model(paths, pieces, int8=False, raw=False):
    """The averaged weights of a checkpoint (raw: the last ones) or a published folder, or the mean of several's."""
    states = [published.state(path) if os.path.isdir(path) else torch.load(path, weights_only=True, mmap=True)
              for path in paths]
    model = Annotator(states[0]["lists"], len(pieces.vocabulary))
    weights = [state["model"] if raw else {**state["model"], **state["average"]} for state in states]
    model.load_state_dict({name: sum(one[name] for one in weights) / len(weights) for name in weights[0]})
    model.eval()
    if int8:
        round_weights(model)
    return model


# --- prediction ----------------------------------------------------------------------------------------------

def long_sentence(model, sentence, pieces):
    """A sentence beyond the positions: overlapping parts; each word from where it stands furthest from an edge."""
    limit, stride = data.LONGEST - 2, 384
    size = len(sentence.pieces)
    words = torch.zeros(len(sentence.tokens), model.position.weight.shape[1])
    best = np.full(len(sentence.tokens), -1)
    root = None
    for start in range(0, max(1, size - limit + stride), stride):
        part = slice(start, min(start + limit, size))
        ids = torch.tensor([[pieces.cls, *sentence.pieces[part], pieces.sep]])
        casing = torch.tensor([[0, *sentence.casing[part], 0]])
        states = model.encode(ids, casing, torch.ones_like(ids, dtype=torch.bool))[0].float()
        root = states[0] if root is None else root
        for i, first in enumerate(sentence.first):
            edge = min(first - part.start, part.stop - 1 - first)
            if edge > best[i]:
                best[i], words[i] = edge, states[1 + first - part.start]
    return words[None], root[None, None]


class Predicted:
    """What the heads say of one document, by sentence; attributions in token numbers of the document."""

    def __init__(self, document):
        self.document = document
        self.sentences = [None] * len(document.sentences)
        self.attributions = []


def predict(model, documents, pieces, parser=True, batch_pieces=4096, bf16=False):
    """Every head on every document, windows packed as the contract says."""
    results = {id(document): Predicted(document) for document in documents}
    todo = [window for document in documents for window in data.windows(document)]
    order = sorted(todo, key=lambda window: window.size)
    entity_legal = decode.bio_legal(model.lists["entity"])
    cue_legal = decode.bio_legal(["O", "B", "I"])
    at = 0
    with torch.no_grad():
        while at < len(order):
            count = 1
            while at + count < len(order) and (count + 1) * order[at + count].size <= batch_pieces:
                count += 1
            batch = order[at:at + count]
            at += count
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                if batch[0].size > data.LONGEST:
                    assert count == 1
                    sentence = batch[0].document.sentences[batch[0].first]
                    words, roots = long_sentence(model, sentence, pieces)
                    of, root_of = torch.zeros(1, words.shape[1], dtype=torch.long), torch.zeros(1, 1, dtype=torch.long)
                else:
                    tensors = data.collate(batch, pieces, labelled=False)
                    states = model.encode(tensors["pieces"], tensors["casing"], tensors["mask"])
                    words, roots = gather(states, tensors["word_at"]), gather(states, tensors["root_at"])
                    of, root_of = tensors["sentence_of"], tensors["root_of"]
                scores = {name: head(words).float().numpy() for name, head in model.softmax.items()
                          if parser or name == "entity"}
                cue_scores = model.cue(words).float().numpy()
                arcs = model.arcs(words, roots).float().numpy() if parser else None
            for row, window in enumerate(batch):
                read_window(model, results[id(window.document)], window, row, words, roots, of.numpy(), scores,
                            cue_scores, arcs, entity_legal, cue_legal)
    return [results[id(document)] for document in documents]


def read_window(model, result, window, row, words, roots, of, scores, cue_scores, arcs, entity_legal, cue_legal):
    document = window.document
    width, start, cues = words.shape[1], 0, []
    begin = sum(len(s.tokens) for s in document.sentences[:window.first])
    for k, sentence in enumerate(document.sentences[window.first:window.last]):
        count = len(sentence.tokens)
        span = slice(start, start + count)
        found = {name: values[row, span].argmax(1) for name, values in scores.items() if name != "entity"}
        found["entity"] = decode.viterbi(scores["entity"][row, span], entity_legal)
        if arcs is not None:
            own = np.concatenate([arcs[row, span, width + k, None], arcs[row, span, span]], 1)
            heads = decode.tree(own.astype(np.float64))
            found["head"] = heads
            source = torch.stack([roots[row, k] if h == 0 else words[row, start + h - 1] for h in heads])
            found["relation"] = model.relations(words[row, span].float(), source.float()).argmax(1).numpy()
        tags = [("O", "B", "I")[t] for t in decode.viterbi(cue_scores[row, span], cue_legal)]
        cues += [(first + start, last + start) for first, last, _ in decode.bio_spans(tags)]
        result.sentences[window.first + k] = found
        start += count
    if cues:
        pointed = model.pointers(words[row, [c[0] for c in cues]].float(), torch.zeros(len(cues), dtype=torch.long),
                                 words[row:row + 1, :start].float()).numpy()
        for (first, last), p in zip(cues, pointed):
            spans = [decode.pointed(p[k, :-1], p[k + 1, :-1], p[k, -1] + p[k + 1, -1]) for k in (0, 2)]
            shift = lambda s: s and (s[0] + begin, s[1] + begin)
            result.attributions.append((shift((first, last)), shift(spans[0]), shift(spans[1])))


# --- scores --------------------------------------------------------------------------------------------------

def percent(right, total):
    return round(100 * right / max(1, total), 2)


def f1(right, predicted, gold):
    return {"p": percent(right, predicted), "r": percent(right, gold), "f": percent(2 * right, predicted + gold)}


def score_ud(results, lists):
    right = dict.fromkeys(("upos", "features", "lemma", "uas", "las", "las_full"), 0)
    words = 0
    for result in results:
        for sentence, found in zip(result.document.sentences, result.sentences):
            gold = sentence.labels
            for i, form in enumerate(sentence.tokens):
                words += 1
                right["upos"] += lists["upos"][found["upos"][i]] == gold["upos"][i]
                right["features"] += lists["features"][found["features"][i]] == gold["features"][i]
                right["lemma"] += gold["lemma_word"][i] in (
                    "_", data.apply_script(lists["lemma"][found["lemma"][i]], form))
                attached = found["head"][i] == gold["head"][i]
                relation = lists["relation"][found["relation"][i]]
                right["uas"] += attached
                right["las"] += attached and relation.split(":")[0] == gold["relation"][i].split(":")[0]
                right["las_full"] += attached and relation == gold["relation"][i]
    return {name: percent(count, words) for name, count in right.items()}


def score_entities(results, ours, gold_kinds=None, keep=None):
    """F1 of exact spans after mapping our types and the gold's onto common ones; None drops a mention."""
    counts = {}
    for result in results:
        for sentence, found in zip(result.document.sentences, result.sentences):
            mine = {(a, b, ours.get(kind)) for a, b, kind in
                    decode.bio_spans([entities.LABELS[label] for label in found["entity"]])}
            gold = {(a, b, gold_kinds.get(kind) if gold_kinds else kind)
                    for a, b, kind in decode.bio_spans(sentence.labels["gold_entity"])}
            for spans in (mine, gold):
                spans -= {span for span in spans if span[2] is None or keep and span[2] not in keep}
            for kind in {span[2] for span in mine | gold}:
                held = counts.setdefault(kind, [0, 0, 0])
                held[0] += sum(span[2] == kind for span in mine & gold)
                held[1] += sum(span[2] == kind for span in mine)
                held[2] += sum(span[2] == kind for span in gold)
    total = [sum(held[k] for held in counts.values()) for k in range(3)]
    return {"all": f1(*total), **{kind: f1(*held) for kind, held in sorted(counts.items())}}


def overlapping(mine, gold):
    """One-to-one pairs that share at least half of the longer span's tokens."""
    pairs = []
    for a in mine:
        for b in gold:
            common = min(a[1], b[1]) - max(a[0], b[0]) + 1
            if common > 0 and 2 * common >= max(a[1] - a[0], b[1] - b[0]) + 1:
                pairs.append((common / max(a[1] - a[0] + 1, b[1] - b[0] + 1), a, b))
    used_a, used_b, count = set(), set(), 0
    for _, a, b in sorted(pairs, reverse=True):
        if a not in used_a and b not in used_b:
            used_a.add(a)
            used_b.add(b)
            count += 1
    return count


def score_attribution(results):
    names = ("cue", "source", "content")
    exact = {name: [0, 0, 0] for name in names}
    overlap = {name: [0, 0, 0] for name in names}
    triple = [0, 0, 0]
    for result in results:
        for k, name in enumerate(names):
            mine = {a[k] for a in result.attributions if a[k]}
            gold = {a[k] for a in result.document.attributions if a[k]}
            if name == "content":
                gold |= set(result.document.more_contents)
            for held, right in ((exact[name], len(mine & gold)), (overlap[name], overlapping(mine, gold))):
                held[0] += right
                held[1] += len(mine)
                held[2] += len(gold)
        mine, gold = set(result.attributions), set(result.document.attributions)
        triple[0] += len(mine & gold)
        triple[1] += len(mine)
        triple[2] += len(gold)
    return {"exact": {name: f1(*exact[name]) for name in names},
            "overlap": {name: f1(*overlap[name]) for name in names}, "triple": f1(*triple)}


TO_CONLL = {"PER": "PER", "ORG": "ORG", "GRP": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC",
            "EVT": "MISC", "MISC": "MISC"}
TO_UNER = {kind: name for kind, name in TO_CONLL.items() if name != "MISC"}
TO_RE3D = {"PER": "Person", "ORG": "Organisation", "GRP": "Organisation", "GPE": "Location", "LOC": "Location",
           "FAC": "Location", "NORP": "Nationality", "WPN": "Weapon"}
RE3D = {"Person": "Person", "Organisation": "Organisation", "Location": "Location", "Nationality": "Nationality",
        "Weapon": "Weapon", "MilitaryPlatform": "Weapon"}


def load_dev(folder, name):
    at = lambda *parts: os.path.join(folder, *parts)
    places = entities.Places(folder)
    if name in ("ewt", "gum"):
        return data.read_conllu(at("ud", f"en_{name}-dev.conllu.xz"), "ewt")
    if name == "conll":
        return data.read_conll(at("conllpp", "dev.txt.xz"), places)
    if name == "uner":
        return data.read_iob2(at("uner-ewt", "en_ewt-ud-dev.iob2"))
    if name == "re3d":
        return data.read_re3d(at("re3d", "dev.txt"), places)
    if name == "own":
        return data.read_own(os.path.join(HERE, "corpus", "test"))
    return data.read_polnear(at("polnear", "dev"))


def evaluate(model, pieces, folder, names, bf16=False, capitals=False):
    scores = {}
    for name in names:
        documents = load_dev(folder, name)
        for document in documents:
            data.encode(document, pieces)
            if capitals:
                for sentence in document.sentences:
                    sizes = np.diff([*sentence.first, len(sentence.pieces)])
                    upper = [token.upper() for token in sentence.tokens]
                    sentence.casing = np.repeat(np.array(sentence_casing(upper), np.int64), sizes)
        results = predict(model, documents, pieces, parser=name in ("ewt", "gum"), bf16=bf16)
        if name in ("ewt", "gum"):
            scores[name] = score_ud(results, model.lists)
        elif name == "conll":
            scores[name] = score_entities(results, TO_CONLL)
            scores["conll, three types"] = score_entities(results, TO_UNER, keep=("PER", "ORG", "LOC"))["all"]
        elif name == "uner":
            scores[name] = score_entities(results, TO_UNER, keep=("PER", "ORG", "LOC"))
        elif name == "own":
            scores["our own, held out"] = score_entities(results, {kind: kind for kind in entities.TYPES})
        elif name == "re3d":
            scores[name] = score_entities(results, TO_RE3D, RE3D)
        else:
            scores[name] = score_attribution(results)
        print(f"{name}: {json.dumps(list(scores.values())[-1])}", flush=True)
    return scores


SETS = ("ewt", "gum", "conll", "uner", "re3d", "own", "polnear")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", nargs="+", help="of several, the mean of their weights")
    parser.add_argument("--data", default=DATA)
    parser.add_argument("--sets", nargs="+", default=SETS, choices=SETS)
    parser.add_argument("--int8", action="store_true", help="with the export's rounding of the weights")
    parser.add_argument("--bf16", action="store_true", help="faster, a little less exact")
    parser.add_argument("--raw", action="store_true", help="the last weights instead of the averaged ones")
    parser.add_argument("--capitals", action="store_true", help="all text in capitals, as old wires have it")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", help="write the scores there")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    pieces = Pieces.load(os.path.join(encoder_folder(), "vocab.txt"))
    model = load_model(options.checkpoint, pieces, options.int8, options.raw)
    scores = evaluate(model, pieces, options.data, options.sets, options.bf16, options.capitals)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(scores, file, indent=1)


if __name__ == "__main__":
    main()
