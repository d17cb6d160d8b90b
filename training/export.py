"""Writes a checkpoint as the folder that the engine reads, and a fixture that holds the engine to it.

    export.py checkpoints/last.pt --out ../models/english --scores scores.json
    export.py checkpoints/last.pt --fixture ../tests/annotate/conformance.json
"""

import argparse
import hashlib
import json
import os
import struct

import numpy as np
import torch

import data
import decode
import lemmas
import model as shape
import published
from data import Document, Sentence
from evaluate import load_model, quantise
from pieces import Pieces
from train import DATA, encoder_folder, gather

HERE = os.path.dirname(os.path.abspath(__file__))
ALIGNMENT = 64


def tensors_of(model):
    """Every tensor of the contract, by its name there."""
    found = {}
    for name, parameter, rounded in published.parts(model):
        value = parameter.detach().float()
        if rounded:
            found[name], found[published.scale_name(name)] = quantise(value)
        else:
            found[name] = value.contiguous()
    return found


def write_safetensors(path, tensors):
    """The format allows no holes between tensors: those of a size in whole lines of 64 bytes come first, so
    that each of them is aligned; the few others, all f32, follow."""
    size = lambda tensor: tensor.numel() * tensor.element_size()
    order = sorted(tensors, key=lambda name: size(tensors[name]) % ALIGNMENT != 0)
    header, offset = {}, 0
    for name in order:
        tensor = tensors[name]
        header[name] = {"dtype": {torch.int8: "I8", torch.float32: "F32"}[tensor.dtype],
                        "shape": list(tensor.shape), "data_offsets": [offset, offset + size(tensor)]}
        offset += size(tensor)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-(8 + len(text)) % ALIGNMENT)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)))
        file.write(text)
        for name in order:
            file.write(tensors[name].numpy().tobytes())


def write_folder(model, pieces, folder, scores, corpora=DATA):
    os.makedirs(folder, exist_ok=True)
    lemmas.write(corpora, os.path.join(folder, "lemmas.tsv"))
    weights = os.path.join(folder, "weights.safetensors")
    write_safetensors(weights, tensors_of(model))
    with open(weights, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    with open(os.path.join(folder, "vocab.txt"), "w", encoding="utf-8") as file:
        file.writelines(piece + "\n" for piece in pieces.vocabulary)
    lines = ["format sitrep-annotator-1", f"layers {shape.LAYERS}", f"hidden {shape.HIDDEN}", f"heads {shape.HEADS}",
             f"intermediate {shape.INTERMEDIATE}", f"vocabulary {len(pieces.vocabulary)}",
             f"positions {shape.POSITIONS}", f"casing {shape.CASING}", f"window_pieces {data.WINDOW}",
             f"window_paragraph_pieces {data.PARAGRAPH}", f"layer_norm_epsilon {shape.EPSILON}", f"arc {shape.ARC}",
             f"relation {shape.RELATION}", f"pointer {shape.POINTER}", f"weights_sha256 {digest}"]
    for name in ("upos", "features", "lemma", "entity", "relation"):
        lines.append(f"list {name} {len(model.lists[name])}")
        lines += model.lists[name]
    with open(os.path.join(folder, "spec.txt"), "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
    with open(os.path.join(folder, "card.md"), "w", encoding="utf-8") as file:
        file.write(card(scores))
    return digest


def card(scores):
    with open(os.path.join(HERE, "card.md"), encoding="utf-8") as file:
        text = file.read()
    if not scores:
        return text.replace("{scores}", "Not measured.\n")
    lines = ["| part | measure | % |", "|---|---|---|"]

    def rows(part, value, path=()):
        if isinstance(value, dict):
            for key, inner in value.items():
                rows(part, inner, (*path, key))
        else:
            lines.append(f"| {part} | {' '.join(path)} | {value:.1f} |")

    for part, value in scores.items():
        rows(part, value)
    return text.replace("{scores}", "\n".join(lines) + "\n")


# Written by us for this test: names, numbers, quotes, a relayed claim, capitals, accents, odd tokens. The bar
# ends a paragraph.
FIXTURE = """
Rebel fighters seized the Naro bridge before dawn on Sunday , the interior ministry said .
" We did not cross the river , " a spokesman for the Kestrel Front , Idris Tamm , told Reuters .
He added that 12 soldiers had been turned back at the border with Velia . |
According to the state news agency , which cited the border guard , about 60 men were let in .
Prime Minister Lena Adisa promised to send tents and medicine if the camps overflow .
The U.N. refugee agency has warned of hunger in the north .
MINISTRY DENIES LOSS OF BORDER POST |
ILMEN , 13 MAY - THE ARMY SAID ON MONDAY IT HAD RETAKEN THE POST AFTER A NIGHT OF SHELLING .
Señor Gómez n't knew whether Sher-Khan 's bazaar was re-opened .
Yes .
At least 1,250 people - most of them women and children - fled to Qala-e-Naw , aid workers reported Thursday .
The minister , when asked who had fired the missiles , said only : " Wait for the inquiry . "
It is believed that the general left for Kesh on 5 June . |
Both sides accused each other of violating the ceasefire .
Who holds the airport ?
The Velian parliament passed a law on water rights in 1998 , long before the war .
“ No one was hurt , ” Tamm ’s deputy told AFP by telephone from Port Sanda , “ and nobody was arrested . ”
Ф. Иванов 東京 x² 🙂 http://example.org/a?b=1 [UNK] ½
Doctors at the military hospital confirmed three deaths and said that eleven others , two of them in grave condition , would be flown to the capital once the road , closed since Friday because of mines , is safe again .
Talks will resume next week in Geneva , diplomats say .
"""


def fixture(model, pieces, digest):
    """All head outputs on our own text, f32 with the rounded weights: logits as they come, before decoding."""
    sentences = []
    for line in FIXTURE.strip().split("\n"):
        words = line.split()
        end = words[-1] == "|"
        sentences.append(Sentence(words[:-1] if end else words, end))
    document = data.encode(Document("fixture", "fixture", sentences), pieces)
    short = lambda array: [[round(float(x), 5) for x in row] for row in array]
    out = {"weights_sha256": digest, "sentences": [
        {"tokens": s.tokens, "paragraph_end": s.paragraph_end, "pieces": s.pieces.tolist(),
         "first": s.first.tolist(), "casing": s.casing.tolist()} for s in sentences], "windows": []}
    entity_legal, cue_legal = decode.bio_legal(model.lists["entity"]), decode.bio_legal(["O", "B", "I"])
    with torch.no_grad():
        for window in data.windows(document):
            batch = data.collate([window], pieces, labelled=False)
            states = model.encode(batch["pieces"], batch["casing"], batch["mask"])
            words, roots = gather(states, batch["word_at"]), gather(states, batch["root_at"])
            arcs = model.arcs(words, roots)[0].numpy()
            logits = {name: head(words)[0].numpy() for name, head in model.softmax.items()}
            logits["cue"] = model.cue(words)[0].numpy()
            width, start, parsed, cues = words.shape[1], 0, [], []
            for k, sentence in enumerate(sentences[window.first:window.last]):
                span = slice(start, start + len(sentence.tokens))
                scores = np.concatenate([arcs[span, width + k, None], arcs[span, span]], 1)
                heads = decode.tree(scores.astype(np.float64))
                chosen = torch.stack([roots[0, k] if h == 0 else words[0, start + h - 1] for h in heads])
                relations = model.relations(words[0, span], chosen).numpy()
                tags = [("O", "B", "I")[t] for t in decode.viterbi(logits["cue"][span], cue_legal)]
                cues += [(a + start, b + start) for a, b, _ in decode.bio_spans(tags)]
                parsed.append({
                    "arcs": short(scores), "heads": [int(h) for h in heads],
                    "relations": relations.argmax(1).tolist(), "relation_scores": short(relations.max(1)[:, None]),
                    "entities": decode.viterbi(logits["entity"][span], entity_legal),
                    "forms": [data.apply_script(model.lists["lemma"][i], form) for i, form in
                              zip(logits["lemma"][span].argmax(1), sentence.tokens)]})
                start += len(sentence.tokens)
            attributions = []
            for first, last in cues:
                p = model.pointers(words[0, [first]], torch.zeros(1, dtype=torch.long), words)[0].numpy()
                spans = [decode.pointed(p[k, :-1], p[k + 1, :-1], p[k, -1] + p[k + 1, -1]) for k in (0, 2)]
                attributions.append({"cue": [first, last], "source": spans[0], "content": spans[1],
                                     "pointers": short(p)})
            out["windows"].append({
                "first": window.first, "last": window.last, "pieces": batch["pieces"][0].tolist(),
                "casing": batch["casing"][0].tolist(), "word_at": batch["word_at"][0].tolist(),
                # The first sixteen numbers of each word's vector, and its length.
                "vectors": short(words[0, :, :16].numpy()), "norms": short(words[0].norm(dim=1)[:, None].numpy()),
                "upos": short(logits["upos"]), "entity": short(logits["entity"]), "cue": short(logits["cue"]),
                "features": logits["features"].argmax(1).tolist(), "lemma": logits["lemma"].argmax(1).tolist(),
                "features_best": short(logits["features"].max(1)[:, None]),
                "lemma_best": short(logits["lemma"].max(1)[:, None]),
                "sentences": parsed, "attributions": attributions})
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", nargs="+", help="of several, the mean of their weights")
    parser.add_argument("--out", help="the folder to write, models/english")
    parser.add_argument("--scores", help="what evaluate.py --json wrote, for the card")
    parser.add_argument("--fixture", help="write the conformance fixture there")
    parser.add_argument("--raw", action="store_true", help="the last weights instead of the averaged ones")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    pieces = Pieces.load(os.path.join(encoder_folder(), "vocab.txt"))
    scores = None
    if options.scores:
        with open(options.scores, encoding="utf-8") as file:
            scores = json.load(file)
    digest = ""
    if options.out:
        model = load_model(options.checkpoint, pieces, raw=options.raw)
        digest = write_folder(model, pieces, options.out, scores)
        print(f"{options.out}: weights {digest}")
    if options.fixture:
        model = load_model(options.checkpoint, pieces, int8=True, raw=options.raw)
        os.makedirs(os.path.dirname(os.path.abspath(options.fixture)), exist_ok=True)
        with open(options.fixture, "w", encoding="utf-8") as file:
            json.dump(fixture(model, pieces, digest), file, ensure_ascii=False, separators=(",", ":"))
        print(options.fixture)


if __name__ == "__main__":
    main()
