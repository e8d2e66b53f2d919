"""A small corpus whose every observation points at words of its sentences, with a few articles that mean harm."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pyarrow as pa

from framing.article import Article
from framing.corpus import Edit
from framing.tables import ESTIMATES, OBSERVED, build

OUTLETS = ("Courier", "Herald", "Tri & \"büne\" <i>")
ACTORS = {"guard": "Valley Guard", "council": "Town Council"}
LABELS = {"bandits": ("guard", "criminal"), "soldiers": ("guard", "military"), "councillors": ("council", "political")}
HOSTILE = {
    "h0": '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">',
    "h1": "\"Quoted\" & 'single' <b>bold</b> [link](javascript:window.hacked=3)",
    "h2": "أخبار الوادي اليوم \u202ereversed",
}
# Characters beyond the basic plane and beyond Latin, and a tag, stand before the first span.
OPENING = "\U0001f600 News 漢字 <script>window.hacked=4</script>: "

MANIFEST = {
    "corpus": {"sha256": "0" * 64, "articles": 24},
    "topic": "topics/valley",
    "actors": ACTORS,
    "lexicons": [],
    "model": {"name": "m", "version": "1", "sha256": "0" * 64},
    "packages": {"framing": "0"},
    "options": {"draws": 200, "seed": 7},
}


def edits() -> list[Edit]:
    """Two outlets' versions of one text, in each of which something stands for what the other has, and in one of which nothing does."""
    one = Article(article_id="c9", outlet=OUTLETS[0], text="The bandits <b>left</b> the bridge in haste.", read_from="c9", wire="AP")
    other = Article(article_id="t9", outlet=OUTLETS[2], text="The soldiers <b>left</b> the bridge.", read_from="t9")
    return [Edit(one, other, (4, 11), (4, 12)), Edit(one, other, (35, 43), (35, 35))]


def distances() -> pa.Table:
    """Estimates with a distance between each two outlets."""
    value = {frozenset(OUTLETS[:2]): 0.2, frozenset(OUTLETS[1:]): 0.5, frozenset(OUTLETS[::2]): 0.4}
    pairs = [(one, other) for one in OUTLETS for other in OUTLETS if one != other]
    common = {"measure": "distance", "voice": "all", "articles": 8, "observations": 90, "method": "m"}
    rows = [common | {"outlet": one, "category": other, "statistic": "jensen_shannon", "value": value[frozenset((one, other))], "low": 0.1,
                      "high": 0.6} for one, other in pairs]  # fmt: skip
    rows += [common | {"outlet": one, "category": other, "statistic": "nearest", "value": 0.5} for one, other in pairs]
    return pa.Table.from_pylist(rows, schema=ESTIMATES.schema)


def corpus(*, until: str | None = None, seed: int = 5) -> dict[str, pa.Table]:
    """Tables of 24 articles by three outlets on two events; until: later articles count as left out."""
    chance = random.Random(seed)
    rows: dict[str, list[dict]] = {table.name: [] for table in OBSERVED}
    for number in range(24):
        article = f"{OUTLETS[number % 3][0].lower()}{number // 3}"
        outlet, day = OUTLETS[number % 3], f"2024-12-{1 + number // 3:02}"
        title = HOSTILE.get(article, f"Story {number}")
        made = _article(article, title, OUTLETS.index(outlet), chance)
        words = sum(row["words"] for row in made["sentences"])
        kept = until is None or day <= until
        event = ("market-fire", "bridge-vote")[number // 12]
        rows["articles"].append(
            {"article_id": article, "outlet": outlet, "title": title, "date": day, "words": words, "kept": kept, "event": event,
             "wire": "AP" if article == "h5" else None}
        )
        for name, found in made.items():
            if kept:
                rows[name] += found
    return {name: build(name, found) for name, found in rows.items()}


def _article(article: str, title: str, leaning: int, chance: random.Random) -> dict[str, list[dict]]:
    made: dict[str, list[dict]] = {
        name: [] for name in ("sentences", "mentions", "tone", "attributions", "language", "actions", "readability")
    }
    at = 0
    for index in range(8):
        text = title if not index else _sentence(chance, index, leaning)
        if index:
            _observe(made, article, index, text, at, chance)
        voice_words = {"words": len(text.split()), "words_direct": 0, "words_indirect": 4 if " said that " in text else 0}
        made["sentences"].append(
            {
                "article_id": article,
                "sentence": index,
                "start": at,
                "end": at + len(text),
                "headline": not index,
                "paragraph": index // 3,
                "text": text,
            }
            | voice_words
        )
        at += len(text) + 1
    made["readability"].append({"article_id": article, "metric": "flesch_reading_ease", "value": chance.gauss(50, 9)})
    return made


def _sentence(chance: random.Random, index: int, leaning: int) -> str:
    label = chance.choice([*LABELS, *[list(LABELS)[leaning]] * 6])
    opening = OPENING if index == 1 else ""
    said = chance.choice(["Witnesses said that ", "The mayor claimed that ", "", "", ""])
    return f"{opening}{said}the {label} brutally left the bridge."


def _observe(made: Mapping[str, list[dict]], article: str, index: int, text: str, at: int, chance: random.Random) -> None:
    def place(words: str) -> dict[str, object]:
        start = at + text.index(words)
        return {"article_id": article, "sentence": index, "start": start, "end": start + len(words)}

    label = next(word for word in LABELS if word in text)
    actor, facet = LABELS[label]
    source = next((one for one in ("Witnesses", "The mayor") if one in text), None)
    voice = "indirect" if source else "outlet"
    mention = {"text": label, "actor": actor, "resolved_by": "label", "kind": chance.choice(["label", "label", "label", "name"])}
    more = {
        "head": label[:-1],
        "modifiers": [],
        "facets": [facet],
        "voice": voice,
        "distanced": False,
        "role": "agent",
        "entry": f"valley#{label}",
    }
    made["mentions"].append(place(label) | mention | more)
    positive = round(chance.random() * 0.5, 3)
    shares = {"label": "negative" if positive < 0.2 else "neutral", "negative": 0.5 - positive, "neutral": 0.5, "positive": positive}
    made["tone"].append(place(label) | {"actor": actor, "voice": voice, "model": "t"} | shares)
    made["language"].append(
        place("brutally") | {"text": "brutally", "category": "loaded", "entry": "english/x#loaded:brutally", "voice": voice}
    )
    how = chance.choice(["agentless_passive", "passive_with_agent"])
    verb = place("left")
    made["actions"].append(
        {
            "article_id": article,
            "sentence": index,
            "verb_start": verb["start"],
            "verb_end": verb["end"],
            "verb": "leave",
            "voice": voice,
            "category": "retreat",
            "construction": how,
        }
    )
    if source:
        who, cue, said = place(source), place("said" if "said" in text else "claimed"), place(f"the {label} brutally left the bridge")
        made["attributions"].append({
            "article_id": article, "attribution": len(made["attributions"]), "sentence": index, "form": "indirect", "source": source,
            "source_start": who["start"], "source_end": who["end"], "source_actor": "council" if source == "The mayor" else "other",
            "source_type": "official" if source == "The mayor" else "civilian", "cue": text[cue["start"] - at : cue["end"] - at],
            "cue_start": cue["start"], "cue_end": cue["end"], "cue_lemma": "say", "stance": "neutral" if "said" in text else "doubting",
            "content": [{"start": said["start"], "end": said["end"]}], "content_words": chance.randint(3, 9), "spoken": True, "rule": "r",
        })  # fmt: skip
