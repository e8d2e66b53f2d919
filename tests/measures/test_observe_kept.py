"""Tables of shards are kept: what an edit cannot change is taken as it was, what it can is measured anew."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from topic_variants import syria_with

from framing import language, memo
from framing.article import Article
from framing.language import parse_text
from framing.measures import mentions, observe
from framing.measures.mentions.index import compiled

_TEXTS = (
    "Rebels entered the town on Monday, residents said. The motorised column met no resistance from the Syrian army.",
    "The government-held bridge fell, and Assad's forces left. \"They are insurgents,\" a general told reporters.",
    "Turkey–backed brigands were reported near Hama. The rebels celebration went on, the insurgents commander said.",
)
_ARTICLES = [Article(article_id=f"a{number}", text=text, outlet="Herald", read_from="test") for number, text in enumerate(_TEXTS)]


@pytest.fixture
def observed(tmp_path):
    """Observes the articles with lexicons, keeping what can be kept; all tables as lists of rows."""

    def run(lexicons, **options):
        with memo.kept_in(options.pop("kept", tmp_path / "steps")):
            found = observe.observe(_ARTICLES, lexicons=lexicons, **options)
        return {name: table.to_pylist() for name, table in found.items()}

    return run


def test_a_label_that_does_not_occur_is_not_looked_for(observed, monkeypatch):
    first = observed(syria_with())
    assert first["mentions"] and first["articles"][0]["words"]
    monkeypatch.setattr(language, "parse_shard", lambda *_: pytest.fail("a shard was read anew"))
    assert observed(syria_with("mountain brigand")) == first


@pytest.mark.parametrize("label", ["motorised column", "insurgents commander", "turkey-backed brigand"])
def test_a_label_that_occurs_is_found(observed, label):
    before, after = observed(syria_with()), observed(syria_with(label))
    assert after == observed(syria_with(label), kept=None)
    assert after["mentions"] != before["mentions"]


def test_a_text_that_changed_is_measured_anew(observed, monkeypatch):
    observed(syria_with())
    monkeypatch.setitem(globals(), "_ARTICLES", [dataclasses.replace(_ARTICLES[0], text=_TEXTS[1]), *_ARTICLES[1:]])
    after = observed(syria_with())
    assert after == observed(syria_with(), kept=None)


def test_an_actor_by_another_name_is_told_by_it(observed):
    ours = syria_with()
    first = observed(ours)
    actors = {name: dataclasses.replace(actor, name=f"{actor.name}!") for name, actor in ours.topic.actors.items()}
    renamed = dataclasses.replace(ours, topic=dataclasses.replace(ours.topic, actors=actors))
    after = observed(renamed)
    assert after == observed(renamed, kept=None)
    assert after["facts"] != first["facts"]


def _words():
    topic = syria_with().topic
    entries = [entry.text for actor in topic.actors.values() for entry in actor.entries]
    written = st.sampled_from([text.replace("=", "").replace("*", "ed").split("/")[0] for text in entries])
    changes = [str, str.upper, str.title, "{}s".format, "{}'s".format, lambda text: text.replace("-", "–")]
    small = st.sampled_from([".", ",", "the", "entered", "’", "and"])
    return small | st.builds(lambda text, change: change(text), written, st.sampled_from(changes))


@settings(max_examples=30, deadline=None)
@given(st.lists(_words(), min_size=3, max_size=30).map(" ".join))
def test_whatever_is_found_could_be_found_among_the_words(text):
    lexicons, document = syria_with(), parse_text(text)
    index = compiled(lexicons.topic, lexicons.terms)
    said = [kind for one in index.find(document) for kind in (one.name, one.label, one.ambiguous, one.modifier)]
    found = {entry for kind in said for entry in kind.values()}
    within = index.within(mentions.vocabulary(document))
    assert all(any(text.startswith(f"({entry!r}, ") for text in within) for entry in found)
