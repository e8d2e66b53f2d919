"""Documents written by hand, so that a test of a measure depends on no parser."""

from framing.document import Document


def hand_parsed(*sentences: str) -> Document:
    """A document of one paragraph from sentences given as tokens `word|lemma|POS|TAG|dep|head`, one a line; head counts from 0.

    Words stand a space apart in the text.
    """
    columns = {name: [] for name in ("lemma", "pos", "tag", "dep", "head", "start", "end")}
    text, spans = "", []
    for sentence in sentences:
        first = len(columns["start"])
        for line in sentence.split("\n"):
            if not line.strip():
                continue
            word, lemma, pos, tag, dep, head = line.strip().split("|")
            text += " " if text else ""
            for name, value in zip(columns, (lemma, pos, tag, dep, first + int(head), len(text), len(text) + len(word))):
                columns[name].append(value)
            text += word
        spans.append((first, len(columns["start"])))
    blank = [""] * len(columns["start"])
    paragraphs = [(0, len(spans))] if spans else []
    return Document("hand", text, entity=blank, entity_start=[False] * len(blank), sentences=spans, paragraphs=paragraphs, **columns)
