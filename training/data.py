"""Reads the corpora into documents of labelled sentences, packs sentences into windows, windows into batches."""

import glob
import lzma
import os
import re
from dataclasses import dataclass, field

import numpy as np
import torch

import entities
from decode import bio_spans
from pieces import LOWER, NO_LETTERS, NO_SIGNAL, sentence_casing

WINDOW, PARAGRAPH, LONGEST = 200, 120, 512
NONE = -100  # no label: the loss passes over it
KEPT_FEATURES = set("Case Definite Degree Gender Mood Number NumType Person Polarity Poss PronType Reflex Tense "
                    "VerbForm Voice".split())
CUE = {"O": 0, "B": 1, "I": 2}


@dataclass
class Sentence:
    tokens: list
    paragraph_end: bool = False
    labels: dict = field(default_factory=dict)  # head -> a value a token
    pieces: np.ndarray = None  # piece ids of all tokens
    first: np.ndarray = None  # where each token's pieces begin
    casing: np.ndarray = None  # a class a piece


@dataclass
class Document:
    kind: str
    name: str
    sentences: list
    attributions: list = field(default_factory=list)  # (cue or None, source or None, content or None), token spans
    more_contents: list = field(default_factory=list)  # second contents of an attribution, for the evaluation


def opened(path):
    return lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")


def encode(document, pieces):
    for sentence in document.sentences:
        if sentence.pieces is not None:
            continue
        ids = [pieces.of(token) for token in sentence.tokens]
        sizes = [len(part) for part in ids]
        sentence.pieces = np.array([i for part in ids for i in part], np.int64)
        sentence.first = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
        sentence.casing = np.repeat(np.array(sentence_casing(sentence.tokens), np.int64), sizes)
    return document


# --- Universal Dependencies ----------------------------------------------------------------------------------

def bundle(features):
    kept = [part for part in features.split("|") if part.split("=")[0] in KEPT_FEATURES]
    return "|".join(sorted(kept, key=str.lower)) or "_"


def lemma_script(form, lemma):
    """The one script that we teach for this pair."""
    cased = "l" if lemma == lemma.lower() else "k"
    start = form.lower() if cased == "l" else form
    common = len(os.path.commonprefix([start, lemma]))
    cut, add = len(start) - common, lemma[common:]
    if common == 0 or cut > 6 or len(add) > 6:
        return "=" + lemma
    return f"{cased};{cut};{add}"


def apply_script(script, form):
    if script.startswith("="):
        return script[1:]
    cased, cut, add = script.split(";", 2)
    start = form.lower() if cased == "l" else form
    kept = len(start) - int(cut)
    # A script that does not fit the form, or would leave nothing of it, changes nothing.
    return start[:kept] + add if kept >= 0 and (kept or add) else start


def read_conllu(path, kind, places=None):
    """Documents with upos, features, lemma, head, relation; GUM's named mentions as entities."""
    documents, rows, fresh_document, fresh_paragraph = [], [], True, False

    def close():
        nonlocal rows, fresh_document, fresh_paragraph
        if not rows:
            return
        if fresh_document or not documents:
            documents.append(Document(kind, f"{kind}-{len(documents)}", []))
            documents[-1].open = {}
        elif fresh_paragraph:
            documents[-1].sentences[-1].paragraph_end = True
        sentence = Sentence([row[1] for row in rows])
        sentence.labels = {
            "upos": [row[3] for row in rows], "features": [bundle(row[5]) for row in rows],
            "lemma_word": [row[2] for row in rows],
            "lemma": [lemma_script(row[1], row[2]) for row in rows],
            "head": [int(row[6]) for row in rows], "relation": [row[7] for row in rows]}
        if kind == "gum":
            sentence.labels["entity"] = gum_entities(rows, places)
        documents[-1].sentences.append(sentence)
        rows, fresh_document, fresh_paragraph = [], False, False

    with opened(path) as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("#"):
                fresh_document |= line.startswith("# newdoc")
                fresh_paragraph |= bool(re.match(r"# newpar( id|$)", line))
            elif not line:
                close()
            else:
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
    close()
    for document in documents:
        document.sentences[-1].paragraph_end = True
    return documents


def gum_mentions(rows):
    """(first, last, type) of the mentions that stand in this one sentence."""
    open_, found = {}, []
    for i, row in enumerate(rows):
        misc = dict(part.split("=", 1) for part in row[9].split("|") if "=" in part)
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", misc.get("Entity", "")):
            opens, closes = part.startswith("("), part.endswith(")")
            fields = part.strip("()").split("-")
            if opens and closes:
                found.append((i, i, fields[1]))
            elif opens:
                open_.setdefault(fields[0], []).append((i, fields[1]))
            elif open_.get(fields[0]):
                first, kind = open_[fields[0]].pop()
                found.append((first, i, kind))
    return found


def gum_entities(rows, places):
    """Label sets from GUM's mentions: those whose head is a name, cut down to the name itself."""
    words, tags = [row[1] for row in rows], [row[3] for row in rows]
    heads = [int(row[6]) - 1 for row in rows]
    relations = [row[7].split(":")[0] for row in rows]
    bits = []
    for i, word in enumerate(words):
        if tags[i] == "PROPN":
            bits.append(0)  # a name that GUM marks in no way of ours: no loss
        elif tags[i] in ("ADJ", "NOUN") and word[0].isupper():
            bits.append(entities.OUTSIDE | entities.begin(("NORP", "MISC")) | entities.inside(("NORP", "MISC")))
        else:
            bits.append(entities.lone(word))
    taken = [False] * len(words)
    names = []
    for first, last, kind in gum_mentions(rows):
        head = next((i for i in range(first, last + 1) if not first <= heads[i] <= last), first)
        if tags[head] != "PROPN":
            continue
        if kind == "time":
            for i in range(first, last + 1):
                if tags[i] == "PROPN":
                    bits[i] = entities.OUTSIDE
            continue
        names.append((*name_in(head, first, last, kind, words, tags, heads, relations), kind))
    for first, last, kind in sorted(names, key=lambda name: name[0] - name[1]):
        while kind == "person" and first <= last and words[first].lower() in entities.TITLES:
            if not taken[first]:
                bits[first] = entities.OUTSIDE
                taken[first] = True
            first += 1
        if first > last or any(taken[first:last + 1]):
            continue
        span = words[first:last + 1]
        outside = False
        if kind == "person":
            kinds = ("NORP",) if tags[last] == "PROPN" and span[-1].endswith("ians") else ("PER",)
            outside = span[0].islower()
        elif kind == "organization":
            kinds = entities.organisation_kinds(span)
            if " ".join(span).lower() in places.gpe:
                kinds = ("GPE", "ORG")
        elif kind == "place":
            kinds = places.kinds(span)
        elif kind == "event":
            kinds = ("EVT",)
        else:
            kinds, outside = ("MISC", "WPN", "EVT", "NORP"), kind in ("animal", "plant", "substance")
        entities.mark(bits, first, last, kinds, outside)
        for i in range(first, last + 1):
            taken[i] = True
    return bits


def name_in(head, first, last, kind, words, tags, heads, relations):
    """The run of name words around a mention's head: compounds, flat parts, and "of" phrases of non-persons."""
    inside = {head}
    grown = True
    while grown:
        grown = False
        for i in range(first, last + 1):
            if i in inside or heads[i] not in inside:
                continue
            named = tags[i] in ("PROPN", "NUM") or words[i][0].isupper()
            if relations[i] in ("flat", "compound", "goeswith") and named \
                    or relations[i] == "amod" and words[i][0].isupper() \
                    or relations[i] == "punct" and words[i] in "-.&/'’" \
                    or relations[i] == "case" and words[i] == "of" and heads[i] != head \
                    or relations[i] in ("nmod", "conj") and tags[i] == "PROPN" and kind != "person" \
                    and of_phrase(i, heads, relations, words) \
                    or relations[i] in ("det", "cc") and heads[i] != head and kind != "person" \
                    or relations[i] == "nummod" and kind != "person":
                inside.add(i)
                grown = True
    start = end = head
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside:
        end += 1
    while start < head and not words[start][0].isalnum():
        start += 1
    return start, end


def of_phrase(i, heads, relations, words):
    links = [words[j] for j in range(len(words)) if heads[j] == i and relations[j] in ("case", "cc")]
    return links and all(link in ("of", "and", "for", "&") for link in links)


# --- entity corpora ------------------------------------------------------------------------------------------

def read_conll(path, places):
    """CoNLL++: four types as label sets; the four types themselves are kept as gold for the evaluation."""
    documents = []
    with opened(path) as file:
        for block in file.read().split("\n\n"):
            rows = [line.split(" ") for line in block.strip("\n").split("\n") if line]
            if not rows:
                continue
            if rows[0][0] == "-DOCSTART-":
                documents.append(Document("conll", f"conll-{len(documents)}", []))
                continue
            words, tags, gold = [r[0] for r in rows], [r[1] for r in rows], [r[-1] for r in rows]
            bits = [entities.lone(word) for word in words]
            for first, last, kind in bio_spans(gold):
                span = words[first:last + 1]
                if kind == "PER":
                    kinds = ("PER",)
                elif kind == "ORG":
                    kinds = entities.organisation_kinds(span)
                elif kind == "LOC":
                    kinds = places.kinds(span)
                    if len(kinds) > 1 and first == 0 and re.fullmatch(r"\d{4}-\d\d-\d\d", words[-1]):
                        kinds = ("GPE",)  # a dateline
                else:
                    kinds = entities.misc_kinds(span, tags[first:last + 1])
                entities.mark(bits, first, last, kinds)
            documents[-1].sentences.append(Sentence(words, False, {"entity": bits, "gold_entity": gold}))
    return documents


def read_re3d(path, places):
    """re3d's sentences stand in no order: each is a document of its own."""
    documents = []
    with opened(path) as file:
        for block in file.read().split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line.strip()]
            if not rows:
                continue
            words, gold = [row[0] for row in rows], [row[-1].strip() for row in rows]
            bits = [entities.lone(word) for word in words]
            for first, last, kind in bio_spans(gold):
                if words[first].lower() in ("the", "a", "an") and first < last:
                    bits[first] = entities.OUTSIDE
                    first += 1
                span = words[first:last + 1]
                capital = any(word[0].isupper() for word in span)
                if kind == "Organisation" and span[-1].islower():
                    # "U.S. forces", "our partners": a name may stand in it, the whole is none of ours.
                    for i in range(first, last + 1):
                        bits[i] = entities.OUTSIDE if words[i].islower() else \
                            entities.OUTSIDE | entities.begin(("ORG", "GRP", "GPE", "NORP")) \
                            | entities.inside(("ORG", "GRP"))
                    continue
                if kind == "Organisation" and len(span) == 1 and span[0].lower() in entities.PRONOUNS:
                    bits[first] = entities.OUTSIDE
                    continue
                if kind == "Organisation":
                    kinds, outside = (entities.organisation_kinds(span, doubtful=True), False) if capital \
                        else (("ORG", "GRP"), True)
                    if places.kinds(span) == ("GPE",):
                        kinds = ("GPE", "ORG")  # a state as a doer is a state to us
                    elif len(span) == 1 and span[0].endswith("s") and kinds != ("GRP",):
                        kinds = ("NORP", *kinds)
                elif kind == "Person" and capital and not (len(span) == 1 and span[0].lower() in entities.PRONOUNS):
                    while first < last and words[first].lower() in entities.TITLES:
                        bits[first] = entities.OUTSIDE | entities.begin(("PER",)) | entities.inside(("PER",))
                        first += 1
                    kinds, outside = ("PER",), False
                elif kind == "Location":
                    kinds, outside = (places.kinds(span), False) if capital else (("LOC", "FAC"), True)
                elif kind == "Nationality":
                    kinds, outside = ("NORP",), False
                elif kind in ("Weapon", "MilitaryPlatform"):
                    kinds, outside = ("WPN",), False
                else:
                    for i in range(first, last + 1):
                        bits[i] = entities.OUTSIDE
                    continue
                entities.mark(bits, first, last, kinds, outside)
            documents.append(Document("re3d", f"re3d-{len(documents)}",
                                      [Sentence(words, True, {"entity": bits, "gold_entity": gold})]))
    return documents


def read_iob2(path):
    """UNER: like CoNLL-U with the tag in the third column; for the evaluation only."""
    documents = []
    with opened(path) as file:
        for block in file.read().split("\n\n"):
            lines = block.split("\n")
            rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
            if not documents or any(line.startswith("# newdoc") for line in lines):
                documents.append(Document("uner", f"uner-{len(documents)}", []))
            if rows:
                documents[-1].sentences.append(Sentence([r[1] for r in rows], False,
                                                        {"gold_entity": [r[2] for r in rows]}))
    return documents


def read_own(folder):
    """Our own sentences (`*.label`): exact labels for every type, from the lines `entity TYPE "words"`."""
    documents = []
    for path in sorted(glob.glob(os.path.join(folder, "*.label"))):
        with open(path, encoding="utf-8") as file:
            blocks = re.split(r"\n\s*\n", file.read())
        for block in blocks:
            lines = block.strip().split("\n")
            if len(lines) < 2 or not lines[0].startswith("@"):
                continue
            text = lines[1]
            spans = [token for sentence in tokenise(text) for token in sentence]
            words = [text[a:b] for a, b in spans]
            bits, gold = [entities.OUTSIDE] * len(words), ["O"] * len(words)
            for line in lines[2:]:
                found = re.match(r'entity (\w+) "(.*)"(?:#(\d+))?\s*$', line.strip())
                if not found or found[1] not in entities.TYPES:
                    continue
                places = [m.start() for m in re.finditer(r"(?<!\w)" + re.escape(found[2]) + r"(?!\w)", text)]
                which = int(found[3] or 1) - 1
                if which >= len(places):
                    print(f"{path}: no {line!r} in {lines[0]!r}")
                    continue
                span = covered(spans, places[which], places[which] + len(found[2]))
                if span:
                    entities.mark(bits, *span, (found[1],))
                    gold[span[0]:span[1] + 1] = ["B-" + found[1]] + ["I-" + found[1]] * (span[1] - span[0])
            documents.append(Document("own", lines[0], [Sentence(words, True, {"entity": bits, "gold_entity": gold})]))
    return documents


# --- PolNeAR -------------------------------------------------------------------------------------------------

ABBREVIATIONS = set("""mr mrs ms dr prof gen col maj capt lt sgt sen rep gov st jr sr vs inc corp co ltd no dept
jan feb mar apr jun jul aug sept sep oct nov dec ave blvd etc fig rev hon adm cmdr e.g i.e""".split())
TOKEN = re.compile(r"""
    https?://[^\s"”’)]+ | www\.[^\s"”’)]+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | [@\#]\w+
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|am|pm|m|bn|k)?(?!\w)
  | (?:[A-Za-z]\.){2,}
  | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Sens|Rep|Reps|Gov|St|Jr|Sr|vs|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun
     |Jul|Aug|Sept|Sep|Oct|Nov|Dec|Rev|Hon|Adm|No)\.(?=\s|,)
  | \b[A-Z]\.(?=\s+[A-Z])
  | [A-Za-z]+?(?=n['’]t\b) | n['’]t\b
  | ['’](?:s|re|ve|d|ll|m|S|RE|VE|D|LL|M)\b
  | [OD]['’][A-Z]\w+ | \w+(?:&\w+)* | \.{2,} | -{2,} | [^\w\s]
""", re.X)


def tokenise(text):
    """Sentences of (begin, end) token spans in the manner of the treebanks; a newline ends a sentence.
    Only the training and its own evaluation use this: reports are split by the engine."""
    sentences, position = [], 0
    for line in text.split("\n"):
        tokens = []
        for match in TOKEN.finditer(line):
            word = match[0]
            if word.lower() == "cannot":
                tokens += [(match.start(), match.start() + 3), (match.start() + 3, match.end())]
            else:
                tokens.append(match.span())
        start = 0
        for i, (_, end) in enumerate(tokens):
            last = line[tokens[i][0]:end]
            if last not in (".", "!", "?", "…") and not re.fullmatch(r"\.{3,}", last):
                continue
            close = i
            while close + 1 < len(tokens) and tokens[close + 1][0] == tokens[close][1] \
                    and line[tokens[close + 1][0]] in "\"'”’)]":
                close += 1
            if close + 1 >= len(tokens) or tokens[close + 1][0] == tokens[close][1]:
                continue
            before = line[slice(*tokens[i - 1])] if i else ""
            follows = line[tokens[close + 1][0]]
            if last == "." and (before.lower() in ABBREVIATIONS or not (follows.isupper() or follows.isdigit()
                                                                         or follows in "\"'“‘([—–-•*")):
                continue
            if last != "." and follows.islower():
                continue
            if close + 1 > start:
                sentences.append([(position + a, position + b) for a, b in tokens[start:close + 1]])
                start = close + 1
        if start < len(tokens):
            sentences.append([(position + a, position + b) for a, b in tokens[start:]])
        position += len(line) + 1
    return [sentence for sentence in sentences if sentence]


def covered(spans, begin, end):
    """First and last of the tokens that touch [begin, end)."""
    touched = [i for i, (a, b) in enumerate(spans) if a < end and b > begin]
    return (touched[0], touched[-1]) if touched else None


def read_polnear(folder):
    """Articles with their attributions; one document an annotation file (some articles have two)."""
    documents = []
    texts = {name[:-4]: os.path.join(folder, "text", name) for name in os.listdir(os.path.join(folder, "text"))}
    for name in sorted(os.listdir(os.path.join(folder, "attributions"))):
        if not name.endswith(".ann"):
            continue
        stem = name[:-4] if name[:-4] in texts else name[:-4].rpartition("_")[0]
        with open(texts[stem], encoding="utf-8", newline="") as file:
            text = file.read().replace("\r", " ")
        sentences = tokenise(text)
        spans = [token for sentence in sentences for token in sentence]
        marked, document = {}, Document("polnear", name[:-4], [])
        for k, sentence in enumerate(sentences):
            gap = text[sentence[-1][1]:sentences[k + 1][0][0]] if k + 1 < len(sentences) else "\n"
            document.sentences.append(Sentence([text[a:b] for a, b in sentence], "\n" in gap))
        with open(os.path.join(folder, "attributions", name), encoding="utf-8") as file:
            lines = file.read().split("\n")
        for line in lines:
            fields = line.split("\t")
            if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 1:
                kind, _, ranges = fields[1].partition(" ")
                ends = [int(n) for part in ranges.split(";") for n in part.split()]
                # A span in pieces is learned and scored by its outer ends.
                marked[fields[0]] = (kind, covered(spans, min(ends), max(ends)))
        for line in lines:
            fields = line.split("\t")
            if not re.fullmatch(r"E\d+", fields[0]) or len(fields) < 2:
                continue
            parts = {}
            for part in fields[1].split():
                role, _, identity = part.partition(":")
                if identity in marked and marked[identity][1]:
                    parts.setdefault(role, marked[identity][1])
            if not parts.keys() & {"Cue", "Source", "Content", "Content2"}:
                continue
            content = parts.get("Content") or parts.get("Content2")
            if "Content" in parts and "Content2" in parts:
                document.more_contents.append(parts["Content2"])
            document.attributions.append((parts.get("Cue"), parts.get("Source"), content))
        documents.append(document)
    return documents


# --- lists ---------------------------------------------------------------------------------------------------

def count_lists(documents):
    """The classes of each head, from the treebanks' train parts."""
    counts = {name: {} for name in ("upos", "features", "lemma", "relation")}
    for document in documents:
        for sentence in document.sentences:
            for name, count in counts.items():
                for value in sentence.labels[name]:
                    count[value] = count.get(value, 0) + 1
    lists = {name: sorted(count, key=lambda value: (-count[value], value)) for name, count in counts.items()}
    lists["lemma"] = [s for s in lists["lemma"] if counts["lemma"][s] >= 2 or s in ("k;0;", "l;0;")]
    lists["entity"] = list(entities.LABELS)
    return lists


def number(documents, lists):
    """Class names to numbers, in place."""
    at = {name: {value: i for i, value in enumerate(lists[name])} for name in lists}
    for document in documents:
        for sentence in document.sentences:
            for name in ("upos", "features", "lemma", "relation"):
                if name in sentence.labels:
                    sentence.labels[name] = [at[name].get(value, NONE) for value in sentence.labels[name]]
    return documents


# --- windows and batches -------------------------------------------------------------------------------------

@dataclass
class Window:
    document: Document
    first: int  # sentences [first, last)
    last: int
    size: int


def windows(document, first_limit=WINDOW):
    """The packing of the contract. Another limit for the first window shifts all the others: every epoch of the
    training sees other neighbours."""
    found, start, size, limit = [], 0, 1, first_limit
    sentences = document.sentences
    for k, sentence in enumerate(sentences):
        need = len(sentence.pieces) + 1
        if k > start and size + need > limit:
            found.append(Window(document, start, k, size))
            start, size, limit = k, 1, WINDOW
        size += need
        if sentence.paragraph_end and size >= min(PARAGRAPH, limit):
            found.append(Window(document, start, k + 1, size))
            start, size, limit = k + 1, 1, WINDOW
    if start < len(sentences):
        found.append(Window(document, start, len(sentences), size))
    return found


def collate(batch, pieces, casing_drop=None, labelled=True):
    """Windows to tensors. Heads are numbered among [words of the window, then its sentences' roots].
    casing_drop: a numpy generator; some windows then lose their casing."""
    rows, length = len(batch), max(window.size for window in batch)
    parts = [window.document.sentences[window.first:window.last] for window in batch]
    width = max(sum(len(s.tokens) for s in sentences) for sentences in parts)
    roots = max(len(sentences) for sentences in parts)
    ids = np.full((rows, length), pieces.pad, np.int64)
    casing = np.zeros((rows, length), np.int64)
    mask = np.zeros((rows, length), bool)
    word_at = np.zeros((rows, width), np.int64)
    sentence_of = np.full((rows, width), -1, np.int64)
    root_at = np.zeros((rows, roots), np.int64)
    root_of = np.full((rows, roots), -2, np.int64)
    labels = {name: np.full((rows, width), NONE, np.int64) for name in ("upos", "features", "lemma", "relation",
                                                                      "head", "cue")}
    labels["entity"] = np.zeros((rows, width), np.int64)
    labels["weight"] = np.ones((rows, width), np.float32)
    cues = []
    for row, (window, sentences) in enumerate(zip(batch, parts)):
        at, word = 1, 0
        ids[row, 0] = pieces.cls
        mask[row, :window.size] = True
        for k, sentence in enumerate(sentences):
            count, span = len(sentence.tokens), len(sentence.pieces)
            ids[row, at:at + span] = sentence.pieces
            ids[row, at + span] = pieces.sep
            casing[row, at:at + span] = sentence.casing
            word_at[row, word:word + count] = at + sentence.first
            sentence_of[row, word:word + count] = k
            root_at[row, k], root_of[row, k] = at - 1, k
            for name in ("upos", "features", "lemma", "relation", "entity"):
                if labelled and name in sentence.labels:
                    labels[name][row, word:word + count] = sentence.labels[name]
            if labelled and "head" in sentence.labels:
                heads = np.array(sentence.labels["head"])
                labels["head"][row, word:word + count] = np.where(heads == 0, width + k, heads - 1 + word)
            at, word = at + span + 1, word + count
        if window.document.kind == "own":
            labels["weight"][row] = 2
        if casing_drop is not None:
            draw = casing_drop.random()
            if draw < 0.10:
                casing[row] = NO_SIGNAL
            elif draw < 0.13:
                casing[row] = np.where(casing[row] > NO_LETTERS, LOWER, casing[row])
        if labelled and window.document.kind == "polnear":
            begin = sum(len(s.tokens) for s in window.document.sentences[:window.first])
            labels["cue"][row, :word] = CUE["O"]
            cues += window_cues(window.document, begin, word, row, width, labels["cue"][row])
    batch = {"pieces": ids, "casing": casing, "mask": mask, "word_at": word_at, "sentence_of": sentence_of,
             "root_at": root_at, "root_of": root_of, **labels}
    batch = {name: torch.from_numpy(array) for name, array in batch.items()}
    batch["cues"] = torch.tensor(cues, dtype=torch.long).view(-1, 6)
    return batch


def window_cues(document, begin, count, row, width, tags):
    """Marks the cues of a window; rows (row, word, source begin, source end, content begin, content end)."""
    found = []
    end = begin + count
    for cue, source, content in document.attributions:
        if cue is None or not begin <= cue[0] < end:
            continue
        first, last = cue[0] - begin, min(cue[1], end - 1) - begin
        if (tags[first:last + 1] != CUE["O"]).any():
            continue  # two attributions on one cue, or cues inside one another: the first stays
        tags[first] = CUE["B"]
        tags[first + 1:last + 1] = CUE["I"]
        targets = []
        for span in (source, content):
            if span is None or span[1] < begin or span[0] >= end:
                targets += [width, width]  # none
            else:
                targets += [max(span[0], begin) - begin, min(span[1], end - 1) - begin]
        found.append([row, first, *targets])
    return found


def batches(all_windows, budget, rng):
    """Windows of like length together, at most `budget` padded pieces a batch, in random order."""
    order = sorted(range(len(all_windows)), key=lambda i: (all_windows[i].size, rng.random()))
    found, batch = [], []
    for i in order:
        if batch and (len(batch) + 1) * all_windows[i].size > budget:
            found.append(batch)
            batch = []
        batch.append(all_windows[i])
    if batch:
        found.append(batch)
    rng.shuffle(found)
    return found
