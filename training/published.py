"""The published weights: every tensor of the contract with its name there, and the way back into a model."""

import json
import os
import struct

import numpy as np
import torch

from model import Annotator


def parts(model):
    """(name in the contract, parameter, whether it is int8 with one scale a row)."""
    def both(name, module):
        yield name + ".weight", module.weight, False
        yield name + ".bias", module.bias, False

    yield "embeddings.word", model.word.weight, True
    yield "embeddings.position", model.position.weight, False
    yield "embeddings.casing", model.casing.weight, False
    yield from both("embeddings.norm", model.norm)
    for n, layer in enumerate(model.layers):
        for name, module in (("attention.qkv", layer.qkv), ("attention.output", layer.output),
                             ("feedforward.in", layer.into), ("feedforward.out", layer.out)):
            yield f"layer.{n}.{name}.weight", module.weight, True
            yield f"layer.{n}.{name}.bias", module.bias, False
        yield from both(f"layer.{n}.attention.norm", layer.attention_norm)
        yield from both(f"layer.{n}.feedforward.norm", layer.feedforward_norm)
    for name, head in model.softmax.items():
        yield from both(name, head)
    yield from both("cue", model.cue)
    yield from both("arc.dependent", model.arc_dependent)
    yield from both("arc.head", model.arc_head)
    yield "arc.bilinear", model.arc_bilinear, False
    yield "arc.bias", model.arc_bias, False
    yield from both("relation.dependent", model.relation_dependent)
    yield from both("relation.head", model.relation_head)
    yield "relation.bilinear", model.relation_bilinear, False
    yield "pointer.cue.weight", model.pointer_cue.weight, False
    yield "pointer.token.weight", model.pointer_token.weight, False
    yield from both("pointer.none", model.pointer_none)


def scale_name(name):
    return name.removesuffix(".weight") + ".scale"


def read_safetensors(path):
    with open(path, "rb") as file:
        size, = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(size))
        body = bytearray(file.read())
    header.pop("__metadata__", None)
    kinds = {"F32": torch.float32, "I64": torch.int64, "F16": torch.float16, "I8": torch.int8}
    return {name: torch.frombuffer(body, dtype=kinds[entry["dtype"]], offset=entry["data_offsets"][0],
                                   count=int(np.prod(entry["shape"]))).view(entry["shape"])
            for name, entry in header.items() if entry["data_offsets"][1] > entry["data_offsets"][0]}


def read_lists(folder):
    """The label lists of a published folder's spec."""
    with open(os.path.join(folder, "spec.txt"), encoding="utf-8") as file:
        lines = iter(file.read().split("\n"))
    found = {}
    for line in lines:
        if line.startswith("list "):
            _, name, count = line.split()
            found[name] = [next(lines) for _ in range(int(count))]
    return found


def load(model, folder):
    """The weights of a published folder, as rounded there, into a model of the same lists."""
    if any(read_lists(folder)[name] != labels for name, labels in model.lists.items()):
        raise ValueError(f"{folder}/spec.txt: other label lists than the data's; start without --start")
    found = read_safetensors(os.path.join(folder, "weights.safetensors"))
    with torch.no_grad():
        for name, parameter, rounded in parts(model):
            value = found[name].float()
            parameter.copy_(value * found[scale_name(name)].view(-1, 1) if rounded else value)


def state(folder):
    """A published folder as evaluate.py and export.py take a checkpoint."""
    lists = read_lists(folder)
    with open(os.path.join(folder, "vocab.txt"), encoding="utf-8") as file:
        model = Annotator(lists, sum(1 for _ in file))
    load(model, folder)
    return {"lists": lists, "model": model.state_dict(), "average": {}}
