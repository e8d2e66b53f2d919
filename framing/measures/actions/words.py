"""Closed classes of English words that the measure of actions needs; the verbs of interest themselves stand in a lexicon."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STATES = _words("gone finished drunk fed stuck wont")
"""Participles that after be are adjectives whatever their tag."""

NO_PASSIVE = _words("be have become seem happen occur go come stay remain die arrive")
"""Verbs without a passive, which the parser's labels sometimes give one."""

ADJECTIVES = _words("""
    tired interested excited worried scared frightened terrified bored annoyed pleased delighted thrilled satisfied disappointed surprised
    confused depressed embarrassed ashamed relaxed stressed married divorced engaged retired complicated sophisticated advanced aged
    experienced skilled talented gifted educated inclined determined jagged crooked rugged wicked naked sacred beloved blessed learned
    concerned dedicated detailed distinguished diversified elevated mixed limitless crowded isolated outdated dated animated
    bearded armed detached reserved spirited sustained varied heated hurried measured opposed related accustomed used assorted
    qualified interconnected motivated exhausted disgruntled specialised specialized long-awaited red overjoyed relieved
    """)
"""Adjectives in -ed; tagged as such after be they are no passives."""

OBLIGATORY_OBJECT = _words("""
    abduct accuse arrest assassinate behead besiege capture convict damage deport destroy detain devastate displace execute expel free
    hospitalise hospitalize imprison indict injure jail kidnap kill massacre murder oust prosecute recapture rescue rob stab suspend
    topple torture wound
    """)
"""Verbs that want an object: one without it, as a past form, is a passive that lost its auxiliary."""

VERBS_WITH_BY = _words("abide come drop get go live pass play profit start stand stick stop swear")
"""Verbs that take a by-phrase of their own."""

BARE_MANNER = _words("""
    accident air boat bus car chance comparison computer contrast courier default definition design email force hand helicopter land
    letter mail means mistake name nature night now phone plane post proxy rail return road sea ship surprise telephone train truck
    video virtue way then today tomorrow
    """)
"""Nouns that without article or modifier say how or when, not who (by force, by road)."""

NOT_AGENTS = _words("means way virtue dint year month week day hour minute time end deadline date margin factor")
"""Nouns after by that are never who did it, articles or not."""

EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "tions", "sions", "ments", "ings")
NO_EVENTS = _words("""
    apartment building ceiling department document documents environment government governments helicopter instrument king location
    locations monument nation nations position positions regiment region road settlement settlements station stations wing
    """)
"""Nouns with such an ending that are no events."""

EVENT_NOUNS = _words("""
    advance agreement airstrike album ambush analysis article assault attack bid bill book bombing call campaign claim comment crackdown
    decision demand drive effort essay fight film fire killing letter move murder novel offensive offer order painting paper photo
    picture plan play poem pledge poll post proposal protest push raid rape report request review rule sale score series shelling song
    speech statement story strike study survey takeover text threat tweet use video visit vote walkout win withdrawal work works
    """)
"""Nouns of events and works: a by-phrase behind one may be its own (a raid by the navy, a book by her)."""

UNDERGO = _words("""
    appear break burn burst collapse crash crumble deteriorate die disappear drown emerge ensue erupt escalate explode fail fall
    flare happen ignite intensify occur perish persist rage rise shatter sink spread starve stop subside succumb surge suffer vanish
    """)
"""Verbs that without an object say what happened to their subject, not what it did (Levin 1993, unaccusatives and alternating verbs)."""

AGAINST = frozenset({"on", "upon", "against", "at", "into"})
"""Prepositions before the one that an action is directed at."""

DIRECTED = AGAINST | {"of"}
"""The same behind a noun."""

FROM_OBJECT = frozenset({"of", "for", "from", "into"})
"""Prepositions whose gerund says what the verb's object does: accused them of killing, kept them from leaving."""

OBJECT_CONTROL = _words("accuse acquit arrest ban bar block blame charge convict deter discourage jail keep prevent stop suspect warn")
"""Verbs whose object does what such a gerund says, even where the parser hangs it on the object."""

SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "use", "pledge"})
"""Verbs whose infinitive is done by their subject though they have an object."""

LIGHT_VERBS = _words("""
    carry begin conduct commit do execute launch lead make mount order
    perpetrate press stage start step undertake unleash wage
    """)
"""Verbs whose subject does what their object names: launch an attack."""

NOUNS_OF_DOING = _words("""
    advance arrival departure defection escape exit exodus flight march move pullback pullout rampage retreat return surrender withdrawal
    """)
"""Nouns behind which `of` names who acts: the withdrawal of troops."""

INSTRUMENTS = _words("""
    air artillery bomb car chemical cluster death drone gas ground gun hit-and-run knife land machinegun mass missile mortar naval night
    poison rocket sea shell sniper street suicide surprise tank truck vehicle war weapon
    """)
"""Nouns that before an action say how or where, not who: air strike, rocket fire."""

NOUNS_OF_UNDERGOING = _words("""
    abduction arrest assassination beheading capture casualty collapse conviction damage death defeat deportation destruction detention
    disappearance displacement evacuation eviction execution expulsion fall freeing imprisonment injury jailing kidnapping killing
    liberation loss massacre murder ouster overthrow prosecution rape release relocation removal seizure shooting toll
    torture transfer wounding
    """)
"""Nouns whose possessor undergoes: his arrest, the city's capture."""

ACTOR_ADJECTIVES = _words("extremist guerrilla insurgent islamist jihadist jihadi militant opposition rebel separatist takfiri terrorist")
"""Words for actors that stand before an action as adjectives: terrorist attack."""
