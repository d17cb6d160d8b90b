"""The lemma table that goes with a model: what the treebanks' train parts say of a form as a part of speech.

The head's edit scripts carry to forms never seen; the table is surer of those that were. Lines "form TAB PART TAB
lemma", forms in lower case, sorted by their bytes."""

import lzma
import os
from collections import Counter, defaultdict

OPEN = {"NOUN", "VERB", "ADJ", "ADV", "AUX"}
LEFT_OUT = {"PROPN", "NUM", "PUNCT", "SYM", "X", "_"}
INFLECTED = ("s", "ed", "ing", "er", "est", "en", "ies", "'s", "’s")
SHARE = 0.75  # of the form's occurrences, for its most frequent lemma; of an auxiliary ("'s"), nearly all
AUXILIARY_SHARE = 0.95
IRREGULAR_WEIGHT = 5
NAMES_MIN, NAMES_SHARE = 3, 0.95
CONVENTION_MIN = 3  # of each treebank, for a difference to be one of convention


def irregular():
    """(form, part, lemma) of the irregular verbs and plurals that we wrote down."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "irregular.txt"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                kind, lemma, *forms = line.split()
                yield from ((form, kind.upper(), lemma) for form in forms)


def rows(folder):
    """(form, part, lemma), each form and part once."""
    by_kind, names = {kind: defaultdict(Counter) for kind in ("ewt", "gum")}, defaultdict(Counter)
    for kind, counts in by_kind.items():
        path = os.path.join(folder, "ud", f"en_{kind}-train.conllu.xz")
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                row = line.rstrip("\n").split("\t")
                if len(row) == 10 and row[0].isdigit() and (row[3] not in LEFT_OUT or row[1] == "--") and "Typo=Yes" not in row[5] \
                        and row[2] != "_" and (row[1] == row[1].lower() or row[3] == "PRON"):
                    counts[row[1].lower(), row[3]][row[2]] += 1
                elif len(row) == 10 and row[3] == "PROPN" and row[1].isalpha():
                    names[row[1].lower()][row[2] if row[1].istitle() and row[1] == row[2] else ""] += 1
    counts, kept = defaultdict(Counter), set()
    for form, part in {*by_kind["ewt"], *by_kind["gum"]}:
        ewt, gum = by_kind["ewt"][form, part], by_kind["gum"][form, part]
        counts[form, part] = ewt + gum
        if min(ewt.total(), gum.total()) < CONVENTION_MIN:
            continue
        # "people" is "people" to one and "person" to the other: a lemma must not hang on a text's style, and the
        # word itself is the surer one.
        tops = {ewt.most_common(1)[0][0], gum.most_common(1)[0][0]}
        if len(tops) == 2 and form in tops and part in ("NOUN", "ADV", "PUNCT"):
            counts[form, part] = Counter({form: 1})
            kept.add((form, part))
    # "kabul" is a name that someone did not capitalise, unless it is written small as a name too ("de", "al").
    for low, lemmas in names.items():
        (lemma, count), = lemmas.most_common(1)
        if lemma and count >= NAMES_MIN and count >= NAMES_SHARE * sum(lemmas.values()):
            counts[low, "PROPN"][lemma] += count
    for form, part, lemma in irregular():
        counts[form, part][lemma] += IRREGULAR_WEIGHT  # a treebank has its slips too: "fled", "flead"
    for (form, part), lemmas in sorted(counts.items(), key=lambda item: (item[0][0].encode(), item[0][1])):
        (lemma, count), = lemmas.most_common(1)
        plain = lemma == form and not (part in OPEN and form.endswith(INFLECTED))
        share = AUXILIARY_SHARE if part == "AUX" else SHARE
        if count >= share * sum(lemmas.values()) and (not plain or (form, part) in kept):
            yield form, part, lemma


def write(folder, path):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows(folder):
            file.write("\t".join(row) + "\n")
