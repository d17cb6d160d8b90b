"""spelling.py PLACES.tsv QUERIES.tsv OUT.tsv: what one letter for another costs in names of places.

PLACES   Who's On First as in shared/data/gazetteer/wof-af-tj-uz; QUERIES the held-out spellings,
         which are not learned from, and neither is any place whose number divides by five.
Source   stochastic edit distance (Ristad & Yianilos 1998) with the best path alone, both ways alike
"""
import collections
import math
import random
import re
import sys
import unicodedata

SPECIAL = {"ß": "ss", "æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ı": "i", "ł": "l", "œ": "oe", "ə": "a"}
JOINING = set(".'`´ʹʻʼʽʾʿˈ‘’‛′")
DIGRAPHS = [("dzh", "j"), ("zh", "j"), ("kh", "X"), ("gh", "G"), ("sh", "S"), ("ch", "C"), ("dz", "Z"),
            ("ts", "T"), ("ph", "f"), ("th", "D")]
PAIRS, ROUNDS, COST_MAX, SMOOTH = 30000, 4, 7.0, 0.5


def folded(name):
    out = []
    for c in unicodedata.normalize("NFKD", name.lower()):
        if unicodedata.combining(c) or c in JOINING:
            continue
        c = SPECIAL.get(c, c)
        out.append(c if c.isalnum() else " ")
    return " ".join("".join(out).split())


def sounds(name):
    """The twin of lookup::sounds."""
    out, at = "", 0
    while at < len(name):
        for digraph, sound in DIGRAPHS:
            if name.startswith(digraph, at):
                out += sound
                at += len(digraph)
                break
        else:
            out += name[at]
            at += 1
    return re.sub(r"(.)\1+", r"\1", out)


def skeleton(name):
    """The twin of lookup::skeleton."""
    out, said = "", sounds(name.replace(" ", ""))
    same = {"G": "g", "S": "s", "C": "c", "T": "c", "D": "t", "Z": "j", "z": "j", "q": "k"}
    for i, c in enumerate(said):
        if c in "Xhvw":
            c = {"X": "x", "w": "v"}.get(c, c) if i == 0 else ""
        elif c in "aeiouy":
            c = "a" if i == 0 else ""
        elif c == "n" and said[i + 1:i + 2] in ("b", "p"):
            c = "m"
        out += same.get(c, c)
    return re.sub(r"(.)\1+", r"\1", out)


def path(a, b, cost):
    """The cheapest way from a to b, as pairs of letters."""
    width = len(b) + 1
    best, back = [0.0] * ((len(a) + 1) * width), [0] * ((len(a) + 1) * width)
    for i in range(len(a) + 1):
        for j in range(width):
            ways = []
            if i and j:
                ways.append((best[(i - 1) * width + j - 1] + cost(a[i - 1], b[j - 1]), 0))
            if i:
                ways.append((best[(i - 1) * width + j] + cost(a[i - 1], "_"), 1))
            if j:
                ways.append((best[i * width + j - 1] + cost("_", b[j - 1]), 2))
            if ways:
                best[i * width + j], back[i * width + j] = min(ways)
    i, j = len(a), len(b)
    while i or j:
        step = back[i * width + j]
        yield (a[i - 1] if step != 2 else "_"), (b[j - 1] if step != 1 else "_")
        i, j = i - (step != 2), j - (step != 1)


def first_guess(a, b):
    soft = set("aeiouy _")
    return 0.0 if a == b else 0.5 if a in soft and b in soft else 1.2


def learned(pairs):
    cost = first_guess
    for _ in range(ROUNDS):
        seen = collections.Counter()
        for a, b in pairs:
            for x, y in path(a, b, cost):
                seen[x, y] += 1
                seen[y, x] += 1
        alphabet = sorted({x for x, _ in seen})
        of = collections.Counter()
        for (x, _), count in seen.items():
            of[x] += count
        of["_"] = sum(of[x] for x in alphabet if x != "_")  # a letter may come in anywhere
        def share(x, y):
            return (seen[x, y] + SMOOTH) / (of[x] + SMOOTH * len(alphabet))
        table = {(x, y): min(COST_MAX, -math.log(math.sqrt(share(x, y) * share(y, x))))
                 for x in alphabet for y in alphabet if x != y}
        cost = lambda x, y, table=table: 0.0 if x == y else table.get((x, y), COST_MAX)
    return table


def names(places, held):
    for line in open(places, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if cells[1] == "wof_id" or int(cells[1]) % 5 == 0:
            continue
        spelled = [cells[6]] + [n.split(":", 1)[1] for n in cells[18].split("|") if ":" in n]
        kept = {folded(n) for n in spelled} - held[cells[1]]
        yield sorted(n for n in kept if re.fullmatch("[a-z ]+", n))


def main(places, queries, out):
    held = collections.defaultdict(set)
    for line in open(queries, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        held[cells[0]] |= {folded(cells[1]), cells[2]}
    pairs = [(sounds(a), sounds(b)) for spelled in names(places, held) for a in spelled for b in spelled
             if a < b and skeleton(a) == skeleton(b)]
    random.Random(1).shuffle(pairs)
    table = learned(pairs[:PAIRS])
    with open(out, "w", encoding="utf-8") as file:
        file.write("# What one sound for another costs in spellings of one place, in nats.\n"
                   f"# source: training/spelling.py on {min(PAIRS, len(pairs))} pairs of Who's On First (AF, TJ, UZ)\n"
                   "# licence: CC0; numbers only\n# columns: a b cost\n")
        shown = {" ": "blank"}
        for (x, y), cost in sorted(table.items()):
            if x < y and cost < COST_MAX:
                file.write(f"{shown.get(x, x)}\t{shown.get(y, y)}\t{cost:.2f}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
