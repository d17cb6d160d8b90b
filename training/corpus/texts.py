"""The sentences of the development data that we label stand-off: where each lies, and its words.

A sentence is named DOCUMENT@START+LENGTH: code points of the document's text with every run of white
space made one blank, or, in the tokenised timelines, DOCUMENT:NUMBER, the sentence with its tokens
joined again. The texts stay where they are (`--data`): the repository holds names and offsets.
"""
import json
import pathlib
import re

MESSAGE = re.compile(r"^(DEV-MUC3-\d{4}) \([^)\n]*\)\s*$", re.MULTILINE)
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}


def rejoined(tokens):
    """Words of a tokenised sentence as they are printed: no blank before a mark or a clitic."""
    words = " ".join(BRACKETS.get(token, token) for token in tokens.split())
    words = re.sub(r"`` ?| ?''", lambda found: "“" if "`" in found.group() else "”", words)
    words = re.sub(r" ([,.;:!?%)\]”]|n't\b|['’](?:s|re|ve|ll|d|m)\b|['’](?= ))", r"\1", words)
    return re.sub(r"([(\[“$£€]) ", r"\1", words)


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


class Texts:
    """Documents of the development data by name, read when first asked for."""

    def __init__(self, data):
        self.data = pathlib.Path(data)
        self.documents = {}  # name: (text or list of sentences, published)

    def folder(self, name):
        """The part of the data that a document's name belongs to: read whole, once."""
        kind = name.split("/")[0]
        if kind == "muc":
            for path in sorted((self.data / "muc34/dev").iterdir()):
                text = path.read_text(encoding="utf-8", errors="replace")
                found = list(MESSAGE.finditer(text))
                for here, then in zip(found, found[1:] + [None]):
                    body = text[here.end():then.start() if then else None]
                    self.documents[f"muc/{here.group(1)}"] = squeezed(body), None
        elif kind == "timeline17":
            for topic in ("syria", "haiti"):
                with open(self.data / f"timelines/timeline17/{topic}/articles.jsonl", encoding="utf-8") as lines:
                    for line in lines:
                        row = json.loads(line)
                        self.documents[f"timeline17/{row['id']}"] = (
                            [rejoined(sentence) for sentence in row["sentences"]], row["pub_date"])
        elif kind == "neus":
            with open(self.data / "stories/neus-allsides/dated_articles.jsonl", encoding="utf-8") as lines:
                for line in lines:
                    row = json.loads(line)
                    self.documents[f"neus/{row['id']}"] = squeezed(row["text"]), row["published"][:10]
        elif kind == "polnear":
            for path in sorted((self.data / "polnear/train/text").iterdir()):
                day = re.search(r"\d{4}-\d\d-\d\d", path.name)
                self.documents[f"polnear/{path.stem}"] = (
                    squeezed(path.read_text(encoding="utf-8", errors="replace")), day and day.group())
        elif kind == "timeml":
            for path in sorted((self.data / "time/tempeval3-training/TBAQ-cleaned").glob("*/*.tml")):
                text = path.read_text(encoding="utf-8", errors="replace")
                body = re.search(r"<TEXT>(.*?)</TEXT>", text, re.DOTALL)
                day = re.search(r'functionInDocument="CREATION_TIME"[^>]*value="(\d{4}-\d\d-\d\d)|'
                                r'value="(\d{4}-\d\d-\d\d)[^>]*functionInDocument="CREATION_TIME"', text)
                words = re.sub(r"<[^>]+>", "", body.group(1)) if body else ""
                words = words.replace("&amp;", "&").replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">")
                self.documents[f"timeml/{path.stem}"] = squeezed(words), day and (day.group(1) or day.group(2))
        elif kind == "panj":
            for path in sorted((self.data / "reports/panj-2021").iterdir()):
                text = path.read_text(encoding="utf-8", errors="replace")
                self.documents[f"panj/{path.stem}"] = squeezed(text), None
        else:
            raise ValueError(f"{name}: begins with none of muc, timeline17, neus, polnear, timeml, panj")

    def document(self, name):
        if name not in self.documents:
            self.folder(name)
        return self.documents[name]

    def sentence(self, name):
        """The words of a sentence by its name, and the day its document appeared, or None."""
        if "@" in name:
            document, _, where = name.rpartition("@")
            start, _, length = where.partition("+")
            text, published = self.document(document)
            return text[int(start):int(start) + int(length)], published
        document, _, number = name.rpartition(":")
        sentences, published = self.document(document)
        return sentences[int(number)], published
