"""Closed lists of English words that the rules of this room rest on. Nothing here belongs to a topic; what does is in topic lexicons."""

from __future__ import annotations


def _list(text: str) -> frozenset[str]:
    return frozenset(text.split())


QUANTIFIERS = _list("""
    several many few fewer some other others various numerous more such own same different certain multiple countless enough dozen
    last next
""")
"""Adjectives that stand like determiners (Huddleston and Pullum 2002, ch. 5): they end a label on the left, as articles do."""

QUANTITIES = _list("""
    number hundred thousand million dozen score ten majority minority handful group lot rest half most many some all part couple
    percent % remainder bulk one none any each two three four five six seven eight nine wave
""")
"""Nouns that only count what follows `of`: the role in the clause belongs to what is counted."""

FORCE = frozenset({"force"})
"""Nouns that name a party only with a determiner, whatever stands before them ("lethal force")."""

MASS = _list("rule movement command occupation resistance authority control power")
"""Nouns that, quite bare, are what is done rather than who does it ("freedom of movement")."""

TITLES = _list("""
    president leader minister premier prime chancellor king queen prince emir sultan ayatollah imam sheikh sheik pope secretary
    secretary-general general colonel major captain lieutenant brigadier admiral marshal commander chief head director chairman
    chairwoman chairperson chair governor mayor senator congressman congresswoman representative ambassador envoy spokesman
    spokeswoman spokesperson mr mr. mrs mrs. ms ms. dr dr. sir lord lady judge justice professor speaker deputy adviser advisor
    founder official dictator strongman candidate nominee coordinator counterpart gen. col. maj. lt. sen. rep. gov. sayyed sayed haj
    prophet officer journalist activist analyst
""")
"""Nouns that stand before a person's name and belong to it."""

OFFICES = TITLES - {"commander"}
"""Holders of an office: a bare one goes back to a person or an office named before, not to any member of the party."""

SOLE_OFFICES = _list("president premier chancellor king queen pope emir sultan dictator")
"""Offices that one person of a text holds: "the president" is who was named with that title, not who was named last."""

PLACES = _list("""
    city town village province region area district governorate countryside capital border frontier coast shore north south east
    west northeast northwest southeast southwest centre center part territory soil land side hub highway road airport base prison
    camp neighborhood neighbourhood suburb outskirt airspace river mountain desert valley geography map port island crossing stretch
    swathe state country rest heart edge hospital school market mosque church building street population community household economy
    crisis history weather climate currency museum embassy kilometre kilometer km mile direction corner refugee migrant parliament
    university
""")
"""Heads that make a state's name before or behind them a place: `Turkey's border`, `the south of Iraq`."""

LOCATIVE = _list("""
    in at into inside within across throughout near around through via outside onto toward towards along out off beyond over above
    amid beside beneath under up down past until till en
""")
"""Prepositions after which a state's name is a place."""

MOTION = _list("""
    neighbor neighbour enter leave reach visit cross flee invade tour quit exit inhabit connect border join overlook link traverse
    transit overrun bomb
    shell hit occupy liberate pass approach arrive return travel go come move fly drive live stay remain die
""")
"""Verbs whose object, or complement with from or to, is a place when it is the name of a state."""

ADDRESSED = _list("""
    say tell belong appeal talk speak turn give sell hand report answer listen object lead owe respond refer write offer deliver
    supply ally loyal close link tie commit transfer
""")
"""Verbs and adjectives whose complement with to is a party, not a place."""

RELATIONS = _list("""
    tie link loyalty setback threat message ally call support response resistance opposition aid help challenge blow warning letter
    answer appeal allegiance proximity objection question alternative concession delivery sale gift loyalist visit adviser advisor
    ambassador envoy access damage commitment
""")
"""Nouns whose complement with to is a party."""

RELATIONAL = _list("""
    ally backer patron sponsor enemy opponent supporter rival partner foe adversary proxy critic counterpart
""")
"""Nouns that say what somebody is to their possessor, who is therefore somebody else (`the king's allies`)."""

EXEMPLIFYING = _list("""
    like such including namely
""")
"""Words that name examples after a plural: `groups like` these are not those named before."""

GIFTS = _list("""
    help support aid assistance backing pressure threat message money weapon arms funding fund approval permission objection criticism
    comment statement reaction response order instruction invitation pledge promise offer cover protection condemnation concession
    guarantee demand request opposition resistance signal word call letter warning gas oil loan cash training
""")
"""Nouns whose complement with from is who gives: `help from Turkey`, but a `road from Turkey`."""

SEIZURES = _list("invasion occupation conquest liberation partition bombing fall capture rest")
"""Nouns whose complement with of is what is taken."""

WILLING = _list("attempt seek want plan vow hope intend decide agree refuse threaten promise choose aim try decline pledge offer")
"""Verbs with an infinitive that only somebody with a will can be the subject of."""

CAUSING = _list("make let see have be mean show help keep leave get become cause")
"""Verbs with a clause that a thing or a place can be the subject of."""

GIVING = _list("""
    receive get obtain win buy secure seek demand draw earn enjoy take accept request require expect differ hear come
""")
"""Verbs whose complement with from is who gives."""

BACKING = {
    "back": "backed", "support": "supported", "lead": "led", "fund": "funded", "sponsor": "sponsored", "train": "trained",
    "supply": "supplied", "arm": "armed", "link": "linked", "affiliate": "affiliated", "align": "aligned", "ally": "allied",
    "dominate": "dominated",
}  # fmt: skip
"""Verbs of backing and their participles, as in `Turkey-backed`: `backed by Turkey` and `which Turkey backs` say the same."""

OWNING = _list("""
    of from under within for with to by
""")
"""Prepositions that tie a head to the party it belongs to: `fighters from the party`, `forces loyal to the king`."""

ASPECTUAL = _list("""
    begin start continue try attempt seek manage want plan aim vow hope intend decide agree refuse fail need struggle cease stop
    keep help promise threaten appear seem have use go prepare claim work push choose strive move expect proceed
""")
"""Verbs that leave the doing to the infinitive or gerund they govern (subject control and raising)."""

DISTANCING = _list("""
    so-called socalled self-styled self-proclaimed self-declared purported alleged supposed self-described ostensible
""")
"""Adjectives by which a writer keeps a label at arm's length (Quirk et al. 1985, 17.4 on `so-called`)."""

CALLING = _list("""
    call term dub describe label brand name style
""")
"""Verbs of `what it calls`, which hand a label to its user."""

OPENING = frozenset({"“", "‘", '"', "'", "``", "«", "„", "`", "‹"})
CLOSING = frozenset({"”", "’", '"', "'", "''", "»", "“", "›"})
"""Quotation marks, as tokens."""
