"""From scores to structures: one-root trees, entity spans, the spans a cue points to."""

import numpy as np


def tree(scores):
    """Heads of the best tree with exactly one root. scores[i, j]: head of word i (from 0) is j, 0 the root."""
    words = scores.shape[0]
    full = np.full((words + 1, words + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = _edmonds(full)
    roots = [i for i in range(1, words + 1) if heads[i] == 0]
    if len(roots) == 1:
        return heads[1:]
    # Force each word in turn to be the only root. Trying those that the root prefers is not exact; all are.
    best, chosen = -np.inf, heads
    for root in range(1, words + 1):
        forced = full.copy()
        forced[:, 0] = -np.inf
        forced[root] = -np.inf
        forced[root, 0] = full[root, 0]
        found = _edmonds(forced)
        total = sum(forced[i, found[i]] for i in range(1, words + 1))
        if total > best:
            best, chosen = total, found
    return chosen[1:]


def _edmonds(scores):
    """Chu-Liu-Edmonds. scores[dependent, head]; node 0 is the root."""
    size = scores.shape[0]
    heads = np.argmax(scores, axis=1)
    heads[0] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(size, bool)
    inside[cycle] = True
    outside = [i for i in range(size) if not inside[i]]
    held = np.array([scores[i, heads[i]] for i in cycle])
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    # Into the cycle: a new head for one of its words frees the edge that word had.
    gain = scores[np.ix_(cycle, outside)] - held[:, None]
    enter = np.argmax(gain, axis=0)
    small[-1, :-1] = gain[enter, np.arange(len(outside))]
    leave = np.argmax(scores[np.ix_(outside, cycle)], axis=1)
    small[:-1, -1] = scores[np.ix_(outside, cycle)][np.arange(len(outside)), leave]
    small[0] = -np.inf
    found = _edmonds(small)
    result = heads.copy()
    for k, node in enumerate(outside):
        if k == 0:
            continue
        result[node] = cycle[leave[k]] if found[k] == len(outside) else outside[found[k]]
    via = found[len(outside)]
    result[cycle[enter[via]]] = outside[via]
    return result


def _cycle(heads):
    state = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path, node = [], start
        while node > 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node > 0 and state[node] == 1:
            return path[path.index(node):]
        for seen in path:
            state[seen] = 2
    return None


def bio_legal(labels):
    """Which label may follow which: [n + 1, n], the last row what may begin a sentence."""
    legal = np.ones((len(labels) + 1, len(labels)), bool)
    for j, label in enumerate(labels):
        if label.startswith("I-") or label == "I":
            for i, before in enumerate(list(labels) + ["O"]):
                legal[i, j] = before in ("B" + label[1:], label)
    return legal


def viterbi(scores, legal):
    """The best legal path through scores [words, labels]."""
    steps, labels = scores.shape
    if not steps:
        return []
    penalty = np.where(legal[:-1], 0.0, -np.inf)
    total = np.where(legal[-1], scores[0], -np.inf)
    back = np.zeros((steps, labels), int)
    for step in range(1, steps):
        through = total[:, None] + penalty
        back[step] = np.argmax(through, axis=0)
        total = through[back[step], np.arange(labels)] + scores[step]
    path = [int(np.argmax(total))]
    for step in range(steps - 1, 0, -1):
        path.append(int(back[step, path[-1]]))
    return path[::-1]


def bio_spans(labels):
    """(first, last, type) of each B I* run; the type is "" for a plain B, I, O tagger."""
    spans, start, kind = [], None, ""
    for i, label in enumerate(list(labels) + ["O"]):
        if start is not None and not (label[0] == "I" and label[2:] == kind):
            spans.append((start, i - 1, kind))
            start = None
        if label[0] == "B" or (label[0] == "I" and start is None):
            start, kind = i, label[2:]
    return spans


def pointed(begin, end, none):
    """The best span begin <= end by summed scores, or None where pointing nowhere scores higher."""
    reach = np.maximum.accumulate(begin)
    last = int(np.argmax(reach + end))
    first = int(np.argmax(begin[:last + 1]))
    return (first, last) if begin[first] + end[last] > none else None
