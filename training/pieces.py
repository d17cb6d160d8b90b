"""BERT's basic tokenizer and WordPiece, one token at a time, and the casing classes."""

import unicodedata

CLS, SEP, UNK, PAD = "[CLS]", "[SEP]", "[UNK]", "[PAD]"
LONGEST_WORD = 100

NO_SIGNAL, NO_LETTERS, LOWER, CAPITALISED, ONE_UPPER, UPPER, MIXED = range(7)


def _is_control(char):
    return char not in "\t\n\r" and unicodedata.category(char).startswith("C")


def _is_punctuation(char):
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char).startswith("P")


def _is_cjk(char):
    code = ord(char)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2A6DF
            or 0x2A700 <= code <= 0x2B73F or 0x2B740 <= code <= 0x2B81F or 0x2B820 <= code <= 0x2CEAF
            or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F)


def basic_words(token):
    """The runs that WordPiece looks up: cleaned, lower-cased, without accents, punctuation apart."""
    kept = "".join(" " if c.isspace() else c for c in token
                   if c not in "\0\ufffd" and not _is_control(c))
    kept = "".join(c for c in unicodedata.normalize("NFD", kept.lower()) if unicodedata.category(c) != "Mn")
    spaced = "".join(f" {c} " if _is_punctuation(c) or _is_cjk(c) else c for c in kept)
    return spaced.split()


class Pieces:
    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.cls, self.sep, self.unk, self.pad = (self.ids[p] for p in (CLS, SEP, UNK, PAD))
        self._seen = {}

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            return Pieces(file.read().split("\n")[:-1])

    def of(self, token):
        """Piece ids of one token; never empty."""
        found = self._seen.get(token)
        if found is None:
            found = [i for word in basic_words(token) for i in self._word(word)] or [self.unk]
            self._seen[token] = found
        return found

    def _word(self, word):
        if len(word) > LONGEST_WORD:
            return [self.unk]
        found, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self.ids.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    break
            else:
                return [self.unk]
            found.append(piece)
            start = end
        return found


def _letters(token):
    """True for an upper-case letter, False for a lower-case one; letters without case do not count."""
    return [c.isupper() or c.istitle() for c in token if c.isupper() or c.islower() or c.istitle()]


def casing(token):
    letters = _letters(token)
    if not letters:
        return NO_LETTERS
    if not any(letters):
        return LOWER
    if len(letters) == 1:
        return ONE_UPPER
    if all(letters):
        return UPPER
    return CAPITALISED if letters[0] and not any(letters[1:]) else MIXED


def sentence_casing(tokens):
    letters = [upper for token in tokens for upper in _letters(token)]
    if len(letters) >= 8 and sum(letters) >= 0.8 * len(letters):
        return [NO_SIGNAL] * len(tokens)
    return [casing(token) for token in tokens]
