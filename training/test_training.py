"""Checks of the parts that the engine has to match: python test_training.py"""

import itertools

import numpy as np

import data
import decode
import entities
from pieces import basic_words, casing, sentence_casing


def brute_tree(scores):
    words = len(scores)
    best, chosen = -np.inf, None
    for heads in itertools.product(range(words + 1), repeat=words):
        if sum(h == 0 for h in heads) != 1 or any(h == i + 1 for i, h in enumerate(heads)):
            continue
        reached = True
        for i in range(words):
            seen, node = set(), i + 1
            while node and node not in seen:
                seen.add(node)
                node = heads[node - 1]
            reached &= node == 0
        total = sum(scores[i, h] for i, h in enumerate(heads))
        if reached and total > best:
            best, chosen = total, heads
    return best, chosen


def test_tree():
    rng = np.random.default_rng(0)
    for _ in range(300):
        scores = rng.normal(size=(size := int(rng.integers(1, 6)), size + 1))
        scores[:, 0] += rng.normal() * 2  # roots many or none by themselves
        best, _ = brute_tree(scores)
        found = decode.tree(scores)
        assert sum(h == 0 for h in found) == 1
        assert abs(sum(scores[i, h] for i, h in enumerate(found)) - best) < 1e-9


def test_pointed():
    rng = np.random.default_rng(0)
    for _ in range(200):
        begin, end = rng.normal(size=(2, int(rng.integers(1, 8))))
        pairs = {(a, b): begin[a] + end[b] for a in range(len(begin)) for b in range(a, len(begin))}
        assert decode.pointed(begin, end, -100) == max(pairs, key=pairs.get)
        assert decode.pointed(begin, end, 100) is None


def test_viterbi():
    legal = decode.bio_legal(("O", "B-PER", "I-PER", "B-ORG", "I-ORG"))
    assert decode.viterbi(np.array([[0, 0, 3, 2, 0], [0, 0, 3, 0, 2.5]], float), legal) == [3, 4]


def test_casing():
    assert [casing(w) for w in ("12", "the", "Naro", "A", "UN", "McCain", "U.S.", "d'Or", "東京")] \
        == [1, 2, 3, 4, 5, 6, 5, 6, 1]
    assert set(sentence_casing("ARMY SAYS 12 dead".split())) == {1, 2, 5}
    assert set(sentence_casing("ARMY SAYS 12 DEAD".split())) == {0}


def test_words():
    assert basic_words("Gómez's") == ["gomez", "'", "s"]
    assert basic_words("東京") == ["東", "京"]
    assert basic_words("\u200b") == []


def test_lemma():
    for form, lemma in (("was", "be"), ("Said", "say"), ("NATO", "NATO"), ("Men", "man"), (";", ";"), ("a;b", "a;c")):
        assert data.apply_script(data.lemma_script(form, lemma), form) == lemma


def test_windows():
    def sentence(pieces, end=False):
        made = data.Sentence(["x"], end)
        made.pieces = np.zeros(pieces, int)
        return made
    spans = lambda sizes: [(w.first, w.last, w.size) for w in data.windows(data.Document("", "", sizes))]
    # 1 + (98 + 1) + (99 + 1) = 200 pieces fit; one more sentence does not.
    assert spans([sentence(98), sentence(99), sentence(1)]) == [(0, 2, 200), (2, 3, 3)]
    assert spans([sentence(98), sentence(100)]) == [(0, 1, 100), (1, 2, 102)]
    assert spans([sentence(118, True), sentence(5, True)]) == [(0, 1, 120), (1, 2, 7)]
    assert spans([sentence(117, True), sentence(5, True)]) == [(0, 2, 125)]
    assert spans([sentence(5), sentence(300), sentence(5)]) == [(0, 1, 7), (1, 2, 302), (2, 3, 7)]


def test_tokens():
    text = "Mr. O'Brien didn't say U.S.-led talks cost $1,000.50. \"It can't,\" he said.\nNext line"
    words = [[text[a:b] for a, b in sentence] for sentence in data.tokenise(text)]
    assert words == [["Mr.", "O'Brien", "did", "n't", "say", "U.S.", "-", "led", "talks", "cost", "$", "1,000.50",
                      "."], ['"', "It", "ca", "n't", ",", '"', "he", "said", "."], ["Next", "line"]], words


def test_entities():
    bits = [1, 1, 1]
    entities.mark(bits, 1, 2, ("GPE", "LOC"))
    assert [entities.LABELS[i] for i in range(21) if bits[2] >> i & 1] == ["I-GPE", "I-LOC"]
    assert entities.organisation_kinds(["the", "Taliban"]) == ("GRP",)


if __name__ == "__main__":
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            test()
            print(name, "ok")
