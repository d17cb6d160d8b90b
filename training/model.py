"""The annotator: the encoder read once, all heads on the first piece of each word."""

import torch
import torch.nn.functional as F
from torch import nn

LAYERS, HIDDEN, HEADS, INTERMEDIATE, POSITIONS, CASING = 6, 384, 12, 1536, 512, 8
ARC, RELATION, POINTER = 256, 96, 64
EPSILON = 1e-12
SLOPE = 0.1


class Attention(torch.autograd.Function):
    """The fused kernel forwards; backwards plain products, which are twice as fast as its own on a CPU."""

    @staticmethod
    def forward(context, q, k, v, mask):
        context.save_for_backward(q, k, v, mask)
        return F.scaled_dot_product_attention(q, k, v, attn_mask=mask)

    @staticmethod
    def backward(context, gradient):
        q, k, v, mask = context.saved_tensors
        scale = q.shape[-1] ** -0.5
        q, k = (q * scale).contiguous(), k.contiguous()
        scores = q @ k.transpose(-1, -2)
        if mask is not None:
            scores.masked_fill_(~mask, -1e4)
        weights = scores.softmax(-1)
        to_v = weights.transpose(-1, -2) @ gradient
        through = torch._softmax_backward_data(gradient @ v.transpose(-1, -2), weights, -1, weights.dtype)
        return (through @ k) * scale, through.transpose(-1, -2) @ q, to_v, None


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
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        # No dropout inside the attention: the fast CPU kernel has none.
        mixed = Attention.apply(q, k, v, mask)
        mixed = self.output(mixed.transpose(1, 2).reshape(rows, length, HIDDEN))
        x = self.attention_norm(x + dropout(mixed))
        return self.feedforward_norm(x + dropout(self.out(F.gelu(self.into(x)))))


class Dropout(nn.Module):
    """Dropout with masks cut from random bytes, several times faster on a CPU than F.dropout."""

    def __init__(self, p):
        super().__init__()
        self.threshold = round(p * 256)

    def forward(self, x):
        if not self.training or not self.threshold:
            return x
        # A random 64-bit number gives eight independent bytes.
        count = x.numel()
        noise = torch.empty((count + 7) // 8, dtype=torch.int64).random_(-2**63, None)
        kept = (noise.view(torch.uint8)[:count] >= self.threshold).view(x.shape)
        return x * (kept.to(x.dtype) * (256 / (256 - self.threshold)))


class Annotator(nn.Module):
    def __init__(self, lists, vocabulary):
        super().__init__()
        self.lists = lists
        self.word = nn.Embedding(vocabulary, HIDDEN, sparse=True)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.casing = nn.Embedding(CASING, HIDDEN)
        nn.init.zeros_(self.casing.weight)  # begin as the encoder was: casing says nothing
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.softmax = nn.ModuleDict({
            name: nn.Linear(HIDDEN, len(lists[name])) for name in ("upos", "features", "lemma", "entity")})
        self.cue = nn.Linear(HIDDEN, 3)
        self.arc_dependent, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc_bilinear = nn.Parameter(torch.empty(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.relation_dependent, self.relation_head = nn.Linear(HIDDEN, RELATION), nn.Linear(HIDDEN, RELATION)
        self.relation_bilinear = nn.Parameter(torch.zeros(len(lists["relation"]), RELATION + 1, RELATION + 1))
        self.pointer_cue = nn.Linear(HIDDEN, 4 * POINTER, bias=False)
        self.pointer_token = nn.Linear(HIDDEN, 4 * POINTER, bias=False)
        self.pointer_none = nn.Linear(HIDDEN, 4)
        nn.init.normal_(self.arc_bilinear, std=ARC ** -0.5)
        nn.init.normal_(self.relation_bilinear, std=0.02)
        self.light, self.middle, self.heavy = Dropout(0.1), Dropout(0.2), Dropout(0.33)

    def load_encoder(self, tensors):
        """Takes the weights of a published BERT; token type 0 is folded into the positions."""
        take = lambda name: tensors[name].float()
        with torch.no_grad():
            self.word.weight.copy_(take("embeddings.word_embeddings.weight"))
            self.position.weight.copy_(take("embeddings.position_embeddings.weight")
                                       + take("embeddings.token_type_embeddings.weight")[0])
            self.norm.weight.copy_(take("embeddings.LayerNorm.weight"))
            self.norm.bias.copy_(take("embeddings.LayerNorm.bias"))
            for n, layer in enumerate(self.layers):
                for part in ("weight", "bias"):
                    at = f"encoder.layer.{n}."
                    getattr(layer.qkv, part).copy_(torch.cat(
                        [take(f"{at}attention.self.{name}.{part}") for name in ("query", "key", "value")]))
                    for module, name in ((layer.output, "attention.output.dense"),
                                         (layer.attention_norm, "attention.output.LayerNorm"),
                                         (layer.into, "intermediate.dense"), (layer.out, "output.dense"),
                                         (layer.feedforward_norm, "output.LayerNorm")):
                        getattr(module, part).copy_(take(f"{at}{name}.{part}"))

    def encode(self, pieces, casing, mask):
        """[rows, length] ids to the last layer [rows, length, hidden]; mask true where a piece stands."""
        positions = torch.arange(pieces.shape[1])
        x = self.word(pieces) + self.position(positions) + self.casing(casing)
        x = self.light(self.norm(x))
        mask = None if bool(mask.all()) else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask, self.light)
        return x

    def arcs(self, words, roots):
        """Scores [rows, words, words + roots] of each word or sentence root as head, before masking."""
        dependent = self.heavy(F.leaky_relu(self.arc_dependent(words), SLOPE))
        head = self.heavy(F.leaky_relu(self.arc_head(torch.cat([words, roots], 1)), SLOPE))
        return (dependent @ self.arc_bilinear) @ head.transpose(1, 2) + (head @ self.arc_bias)[:, None, :]

    def relations(self, dependents, heads):
        """Scores [n, relations] of n chosen pairs."""
        one = dependents.new_ones(len(dependents), 1)
        dependent = self.heavy(F.leaky_relu(self.relation_dependent(dependents), SLOPE))
        head = self.heavy(F.leaky_relu(self.relation_head(heads), SLOPE))
        dependent = torch.cat([dependent, one.to(dependent.dtype)], 1)
        head = torch.cat([head, one.to(head.dtype)], 1)
        count, size, _ = self.relation_bilinear.shape
        through = (dependent @ self.relation_bilinear.permute(1, 0, 2).reshape(size, count * size))
        return (through.view(-1, count, size) @ head[:, :, None]).squeeze(2)

    def pointers(self, cues, rows, words):
        """Scores [cues, 4, words + 1] from each cue's vector into the words of its row; the last is none."""
        begin = self.pointer_cue(cues).view(-1, 4, POINTER)
        tokens = self.pointer_token(words).view(*words.shape[:2], 4, POINTER)[rows]
        scores = torch.einsum("nkd,nwkd->nkw", begin, tokens) / POINTER ** 0.5
        return torch.cat([scores, self.pointer_none(cues)[:, :, None]], 2)
