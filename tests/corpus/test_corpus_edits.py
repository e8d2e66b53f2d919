from framing.article import Article
from framing.corpus import edits

STORY = (
    "Late in the week the rebels took the northern bridge while the river rose over both banks. A spokesman of the council said that "
    "nobody was hurt when the old mill burned down "
    "beside the road to the harbour. Two boats with food waited at the pier until the guards let "
    "them pass, and by evening the council had sent for help from the hills. The regime denied that its forces had shelled the market on "
    "Sunday."
)


def article(name, outlet, text, **known):
    return Article(article_id=name, outlet=outlet, text=text, read_from=name, **known)


def words(text, *changes, **known):
    changed = text
    for old, new in changes:
        assert old in changed
        changed = changed.replace(old, new)
    found = edits([article("a", "Herald", text, **known), article("b", "Courier", changed)])
    return [edit.words for edit in found]


def test_what_one_has_in_place_of_the_others_words():
    assert words(STORY, ("rebels took", "terrorists took"), ("The regime denied", "The government denied")) == [
        ("rebels", "terrorists"),
        ("regime", "government"),
    ]


def test_two_changes_close_to_each_other_and_one_at_the_beginning():
    told = "Rebels at the river. A monitor said that at least 12 of the rebels were held at the pier. " + STORY
    changes = (("Rebels at", "Terrorists at"), ("12 of the rebels", "14 of the terrorists"))
    assert words(told, *changes) == [("Rebels", "Terrorists"), ("rebels", "terrorists")]


def test_the_credit_of_an_agency_is_no_part_of_a_change():
    told = "LOWER VALLEY, Monday (AFP) - IS fighters left the three villages in the valley. " + STORY
    assert words(told, ("Monday (AFP) - IS", "Monday - Daesh")) == [("IS", "Daesh")]


def test_an_article_of_arabic_makes_no_change():
    told = "Guards from the group Al-Nusra left the three villages in the valley. " + STORY
    assert words(told, ("Al-Nusra", "Al Nusra")) == []


def test_words_that_one_has_and_the_other_lacks():
    assert words(STORY, ("the guards let", "the masked guards let")) == [("", "masked")]


def test_spans_are_those_of_the_texts():
    other = STORY.replace("rebels", "so-called rebels").replace("A spokesman", "An angry spokesman")
    for edit in edits([article("a", "Herald", STORY), article("b", "Courier", other)]):
        assert edit.one.text[slice(*edit.one_span)] == edit.words[0]
        assert edit.other.text[slice(*edit.other_span)] == edit.words[1]


def test_spelling_case_numbers_days_and_function_words_are_no_edits():
    changes = [
        ("rebels", "Rebels"),
        ("harbour", "harbor"),
        ("Two boats", "2 boats"),
        ("on Sunday", "on Monday"),
        ("down beside", "down by"),
    ]
    assert words(STORY, *changes) == []


def test_agency_copy_comes_first():
    texts = [article("a", "Herald", STORY), article("b", "Courier", STORY.replace("rebels", "terrorists"), wire="AFP")]
    [edit] = edits(texts)
    assert (edit.one.outlet, edit.words) == ("Courier", ("terrorists", "rebels"))


def test_one_outlet_and_other_texts_share_no_copy():
    assert edits([article("a", "Herald", STORY), article("b", "Herald", STORY.replace("rebels", "terrorists"))]) == []
    assert edits([article("a", "Herald", STORY), article("b", "Courier", "Nothing of this kind was ever printed here before.")]) == []


def test_duplicates_that_were_left_out_are_compared_and_empty_articles_are_not():
    left_out = article("b", "Courier", STORY.replace("rebels", "terrorists"), left_out_because="duplicate of a", duplicate_group="a")
    assert len(edits([article("a", "Herald", STORY, duplicate_group="a"), left_out])) == 1
    assert (
        edits([article("a", "Herald", STORY), article("b", "Courier", STORY.replace("rebels", "x"), left_out_because="not in English")])
        == []
    )


def test_furniture_is_no_edit():
    notice = "Subscribe to the Herald daily letter for free. "
    other = notice.replace("daily", "weekly") + STORY
    texts = [
        article("a", "Herald", notice + STORY, furniture=((0, len(notice)),)),
        article("b", "Courier", other, furniture=((0, len(notice) + 1),)),
    ]
    assert edits(texts) == []
