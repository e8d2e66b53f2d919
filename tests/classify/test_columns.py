from framing.classify import columns
from framing.classify.syntax import HERE, further

NAMES = (
    "s:harsh", "s:harsh word", "wl:harsh", "o:own:harsh", "p:^subj:harsh", "p:^subj.obj:10:30", "e:^subj~obj:word", "v-clause", "opens",
)  # fmt: skip
KNOWN = columns.known({name: column for column, name in enumerate(NAMES)})
UNKNOWN = len(NAMES)


def test_a_word_and_a_pair_have_a_column_in_each_family():
    harsh = KNOWN.word("harsh", KNOWN.unknown_word)
    assert harsh[:-1] == (0, UNKNOWN, 2, UNKNOWN, UNKNOWN, 3, UNKNOWN, UNKNOWN)
    assert harsh[-1]("word", KNOWN.unknown_pair) == (1, UNKNOWN, UNKNOWN, UNKNOWN)
    assert harsh[-1]("winter", KNOWN.unknown_pair) == KNOWN.unknown_pair
    unheard = KNOWN.word("unheard", KNOWN.unknown_word)
    assert unheard[:-1] == (UNKNOWN,) * len(columns.WORD)
    assert unheard[-1]("of", KNOWN.unknown_pair) == KNOWN.unknown_pair


def test_columns_by_path_and_by_whole_name():
    subject = further(HERE, "^subj")
    whole, ends = KNOWN.path(subject)
    assert (whole("harsh", UNKNOWN), whole("mild", UNKNOWN), ends) == (4, UNKNOWN, None)
    whole, ends = KNOWN.path(further(subject, "obj"))
    assert (whole("10:30", UNKNOWN), ends("word", UNKNOWN)) == (5, 6)
    assert KNOWN.names("v-", ["clause", "all"]) == [7, UNKNOWN]
    assert KNOWN.names("", ["opens"]) == [8]


def test_what_the_model_knows_nothing_of_is_not_asked():
    assert KNOWN.path(further(HERE, "poss")) == (None, None)
    assert KNOWN.owned
    plain = columns.known({"s:harsh": 0})
    assert not plain.owned
    assert plain.path(further(HERE, "^subj")) == (None, None)


def test_names_that_are_new_get_the_next_column():
    names: dict[str, int] = {}
    grown = columns.added(names)
    harsh = grown.word("harsh", None)
    whole, _ = grown.path(further(HERE, "^subj"))
    told = {harsh[0]: "s:harsh", harsh[5]: "o:own:harsh", harsh[-1]("word", ())[0]: "s:harsh word", whole("harsh", 0): "p:^subj:harsh"}
    assert all(names[name] == column for column, name in told.items())
    assert sorted(names.values()) == list(range(len(names)))
    assert grown.names("", ["opens", "opens"]) == [len(names) - 1] * 2
