"""Small made corpora of observations."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pyarrow as pa

from framing.tables import build

HEADS = {"rebel": ["political"], "militant": ["military"], "terrorist": ["criminal", "military"], "group": []}


def corpus(
    *articles: tuple[str, str], event: dict[str, str] | None = None, date: bool = False, **observations: list[dict]
) -> dict[str, pa.Table]:
    """Tables of (article id, outlet) and the observations given for each table. date: whether articles have dates, over four months."""
    rows = [{"article_id": article, "outlet": outlet, "kept": True, "event": (event or {}).get(article)} for article, outlet in articles]
    for number, row in enumerate(rows if date else ()):
        row["date"] = f"2024-{1 + number % 4:02}-03"
    return {"articles": build("articles", rows), **{name: build(name, found) for name, found in observations.items()}}


def label(article: str, text: str, *, actor: str | None = "x", voice: str = "outlet", **more: object) -> dict[str, object]:
    """A label mention; its last word, without s, is its head."""
    *modifiers, head = text.lower().split()
    head = head.removesuffix("s")
    facets = HEADS.get(head, [])
    values = {"article_id": article, "sentence": 0, "start": next(_PLACES), "end": 0, "text": text, "actor": actor, "kind": "label"}
    return values | {"head": head, "modifiers": modifiers, "facets": facets, "voice": voice, "distanced": False} | more


def _count() -> Iterator[int]:
    place = 0
    while True:
        yield (place := place + 1)


_PLACES = _count()


def random_corpus(seed: int, *, articles: int = 40, outlets: int = 3, events: int = 0) -> dict[str, pa.Table]:
    """A corpus with every kind of observation, the same for the same seed."""
    chance, framed, others = random.Random(seed), random.Random(-seed - 1), random.Random(seed + 1)
    names = [f"Outlet {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"[:outlets]]
    ids = [(f"a{number:03}", names[number % outlets]) for number in range(articles)]
    made: dict[str, list[dict]] = {
        name: [] for name in ("mentions", "tone", "sentences", "language", "frame_hits", "attributions", "actions", "readability")
    }
    for article, _ in ids:
        for place in range(chance.randint(3, 14)):
            voice = chance.choice(["outlet", "outlet", "direct", "indirect"])
            actor = chance.choice(["x", "x", "y", None])
            text = " ".join([*chance.choice([[], ["armed"]]), chance.choice(list(HEADS)) + "s"])
            kind = chance.choice(["label", "label", "label", "name"]) if actor else "label"
            where = {"start": place * 30, "end": place * 30 + 5, "sentence": place}
            made["mentions"].append(label(article, text, actor=actor, voice=voice, kind=kind, **where))
            if actor:
                positive = chance.random() * 0.5
                found = {
                    "article_id": article,
                    "sentence": place,
                    "start": place * 30,
                    "end": place * 30 + 5,
                    "actor": actor,
                    "voice": voice,
                }
                shares = {"label": chance.choice(["negative", "neutral"]), "positive": positive, "negative": 0.5 - positive, "neutral": 0.5}
                made["tone"].append(found | shares)
        for place in range(8):
            words = chance.randint(8, 30)
            made["sentences"].append(
                {
                    "article_id": article,
                    "sentence": place,
                    "headline": place == 0,
                    "paragraph": place // 3,
                    "words": words,
                    "words_direct": chance.choice([0, 0, words]),
                    "words_indirect": 0,
                }
            )
            hit = {"article_id": article, "sentence": place, "start": place * 50, "end": place * 50 + 4, "entry": "english/x#loaded:brutal"}
            frame = framed.choice(["generic:conflict", "generic:morality", "policy:political"])
            made["frame_hits"].append(hit | {"frame": frame, "voice": framed.choice(["outlet", "direct"])})
            made["language"].append(hit | {"category": chance.choice(["loaded", "hedge"]), "voice": chance.choice(["outlet", "direct"])})
        for place in range(chance.randint(1, 5)):
            said = {"article_id": article, "attribution": place, "sentence": place, "form": chance.choice(["direct", "indirect", "mixed"])}
            who = {
                "source": "someone",
                "source_actor": chance.choice(["x", "other", None]),
                "source_type": chance.choice(["official", "anonymous"]),
            }
            what = {"stance": chance.choice(["neutral", "doubting", None]), "content_words": chance.randint(3, 20)}
            made["attributions"].append(
                said | who | what | {"content": [{"start": place * 40, "end": place * 40 + 20}], "cue_start": 3, "cue_end": 7}
            )
            how = chance.choice(["agentless_passive", "passive_with_agent", "active"])
            verb = {
                "article_id": article,
                "sentence": place,
                "verb_start": place * 9,
                "verb_end": place * 9 + 4,
                "verb": "kill",
                "voice": "outlet",
            }
            agent = others.choice(["x", "y"]) if how != "agentless_passive" else None
            roles = {"patient_actor": others.choice(["x", "y", None]), "agent_actor": agent}
            words = {"agent": roles["agent_actor"], "patient": roles["patient_actor"], "category": chance.choice([None, "violence"])}
            made["actions"].append(verb | roles | words | {"construction": how})
        made["readability"].append({"article_id": article, "metric": "flesch_reading_ease", "value": chance.gauss(50, 10)})
    event = {article: f"e{number % events}" for number, (article, _) in enumerate(ids)} if events else None
    return corpus(*ids, event=event, date=True, **made)
