"""Parsed sentences by hand: what the classifiers read, without a parser."""

from framing.document import Document


def parsed(table: str, **entities: str) -> Document:
    """A document from lines of "word lemma pos tag dep head"; an empty line ends a sentence.

    Heads are counted from 1 in the sentence, 0 is the word itself.

    entities: word -> entity type.
    """
    columns: list[list] = [[] for _ in range(8)]
    start, end, lemma, pos, tag, dep, head, entity = columns
    text, sentences, first = "", [], 0
    for line in [*table.strip().splitlines(), ""]:
        if not line.strip():
            sentences.append((first, len(start)))
            first = len(start)
            continue
        word, *cells, up = line.split()
        text += " " if text else ""
        start.append(len(text))
        text += word
        end.append(len(text))
        for column, cell in zip((lemma, pos, tag, dep), cells):
            column.append(cell)
        head.append(first + int(up) - 1 if int(up) else len(start) - 1)
        entity.append(entities.get(word, ""))
    starts = [bool(kind) for kind in entity]
    return Document("hand", text, start, end, lemma, pos, tag, dep, head, entity, starts, sentences, [(0, len(sentences))])


def span(document: Document, words: str, occurrence: int = 0) -> tuple[int, int]:
    """Where the words stand in the document's text."""
    at = -1
    for _ in range(occurrence + 1):
        at = document.text.index(words, at + 1)
    return at, at + len(words)


PRAISED = parsed(
    """
    Karim Karim PROPN NNP nsubj 2
    praised praise VERB VBD ROOT 0
    Dalia Dalia PROPN NNP dobj 2
    but but CCONJ CC cc 2
    did do AUX VBD aux 7
    not not PART RB neg 7
    trust trust VERB VB conj 2
    the the DET DT det 10
    corrupt corrupt ADJ JJ amod 10
    mayor mayor NOUN NN dobj 7
    . . PUNCT . punct 2
    """,
    Karim="PERSON",
    Dalia="PERSON",
)
"""Two people, one verb of praise, one negated verb, one judging adjective."""

SAID = parsed(
    """
    Dalia Dalia PROPN NNP nsubj 2
    said say VERB VBD ROOT 0
    the the DET DT det 4
    bridge bridge NOUN NN nsubj 5
    failed fail VERB VBD ccomp 2
    . . PUNCT . punct 2
    """,
    Dalia="PERSON",
)
