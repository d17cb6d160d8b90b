"""The event head: two small transformer layers on the annotator's words, and a scorer of pairs of words."""

import torch
import torch.nn.functional as F
from torch import nn

from event_data import ARCS, NAMED, STAGES, STANCES, TYPES

LAST = 384  # of the annotator's last layer, the first of its vectors
HIDDEN, LAYERS, HEAD, INTERMEDIATE, PAIR = 256, 2, 32, 512, 96
EPSILON = 1e-5
SLOPE = 0.1


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.output = nn.Linear(HIDDEN, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.into = nn.Linear(HIDDEN, INTERMEDIATE)
        self.out = nn.Linear(INTERMEDIATE, HIDDEN)
        self.feedforward_norm = nn.LayerNorm(HIDDEN, EPSILON)

    def forward(self, x, mask, dropout):
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HIDDEN // HEAD, HEAD).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2) * HEAD ** -0.5).masked_fill(~mask[:, None, None, :], -1e4).softmax(-1)
        mixed = (weights @ v).transpose(1, 2).reshape(rows, length, HIDDEN)
        x = self.attention_norm(x + dropout(self.output(mixed)))
        return self.feedforward_norm(x + dropout(self.out(F.gelu(self.into(x)))))


class EventHead(nn.Module):
    def __init__(self, lists, width):
        super().__init__()
        self.lists = lists
        self.input, self.head = nn.Linear(width, HIDDEN), nn.Linear(LAST, HIDDEN)
        self.upos, self.relation, self.entity = (nn.Embedding(len(lists[name]) + 1, HIDDEN)
                                                 for name in ("upos", "relation", "entity"))
        for table in (self.upos, self.relation, self.entity):
            nn.init.normal_(table.weight, std=0.02)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.types = nn.Linear(HIDDEN, len(TYPES) + 1)
        self.facet, self.second = nn.Linear(HIDDEN, len(lists["facet"])), nn.Linear(HIDDEN, len(lists["second"]))
        self.stage, self.background = nn.Linear(HIDDEN, len(STAGES)), nn.Linear(HIDDEN, 1)
        self.stance = nn.Linear(HIDDEN, len(STANCES))
        self.kind_trigger, self.kind_word = (nn.Linear(HIDDEN, len(lists["kind"])) for _ in range(2))
        self.pair_trigger, self.pair_word = nn.Linear(HIDDEN, PAIR), nn.Linear(HIDDEN, PAIR)
        self.bilinear = nn.Parameter(torch.randn(len(ARCS), PAIR + 1, PAIR + 1) * 0.02)
        self.path = nn.Embedding(len(lists["path"]) + NAMED, len(ARCS))
        nn.init.zeros_(self.path.weight)
        self.light, self.heavy = nn.Dropout(0.25), nn.Dropout(0.35)
        of_type = torch.zeros(len(TYPES) + 1, len(lists["facet"]), dtype=torch.bool)
        for i, facet in enumerate(lists["facet"]):
            of_type[TYPES.index(facet.split(":")[0]) + 1, i] = True
        self.register_buffer("of_type", of_type, persistent=False)

    def states(self, x, features, mask):
        """x [rows, words, width], features [rows, words, 4] to [rows, words, hidden]."""
        heads = features[..., 3]
        above = torch.gather(x[..., :LAST], 1, heads.clamp(min=0)[..., None].expand(-1, -1, LAST))
        h = (self.input(self.light(x)) + self.upos(features[..., 0]) + self.relation(features[..., 1])
             + self.entity(features[..., 2]) + self.head(self.light(above) * (heads >= 0)[..., None]))
        h = self.light(self.norm(h))
        for layer in self.layers:
            h = layer(h, mask, self.light)
        return h

    def facets(self, states, types):
        return self.facet(states).masked_fill(~self.of_type[types], -1e4)

    def arcs(self, triggers, words, paths):
        """Scores [events, words, arcs]; words [events, words, hidden]."""
        one = lambda x: F.pad(self.heavy(F.leaky_relu(x, SLOPE)), (0, 1), value=1.0)
        through = torch.einsum("ed,rdf->erf", one(self.pair_trigger(triggers)), self.bilinear)
        return torch.einsum("erf,ewf->ewr", through, one(self.pair_word(words))) + self.path(paths)
