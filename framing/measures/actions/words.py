"""Closed classes of English words that the measure of actions needs; the verbs of interest themselves stand in a lexicon."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


STATES = words("gone finished drunk fed stuck wont")
"""Participles that after be are adjectives whatever their tag."""

NO_PASSIVE = words("be have become seem happen occur go come stay remain die arrive")
"""Verbs without a passive, which the parser's labels sometimes give one."""

ADJECTIVES = words("""
    tired interested excited worried scared frightened terrified bored annoyed pleased delighted thrilled satisfied disappointed surprised
    confused depressed embarrassed ashamed relaxed stressed married divorced engaged retired complicated sophisticated advanced aged
    experienced skilled talented gifted educated inclined determined jagged crooked rugged wicked naked sacred beloved blessed learned
    concerned dedicated detailed distinguished diversified elevated mixed limitless crowded isolated outdated dated animated
    bearded armed detached reserved spirited sustained varied heated hurried measured opposed related accustomed used assorted
    qualified interconnected motivated exhausted disgruntled specialised specialized long-awaited red overjoyed relieved
    """)
"""Adjectives in -ed; tagged as such after be they are no passives."""

OBLIGATORY_OBJECT = words("""
    abduct accuse arrest assassinate behead besiege capture convict damage deport destroy detain devastate displace execute expel free
    hospitalise hospitalize imprison indict injure jail kidnap kill massacre murder oust prosecute recapture rescue rob stab suspend
    topple torture wound
    """)
"""Verbs that want an object: one without it, as a past form, is a passive that lost its auxiliary."""

VERBS_WITH_BY = words("abide come drop get go live pass play profit start stand stick stop swear")
"""Verbs that take a by-phrase of their own."""

BARE_MANNER = words("""
    accident air boat bus car chance comparison computer contrast courier default definition design email force hand helicopter land
    letter mail means mistake name nature night now phone plane post proxy rail return road sea ship surprise telephone train truck
    video virtue way then today tomorrow
    """)
"""Nouns that without article or modifier say how or when, not who (by force, by road)."""

NOT_AGENTS = words("means way virtue dint year month week day hour minute time end deadline date margin factor")
"""Nouns after by that are never who did it, articles or not."""

EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "tions", "sions", "ments", "ings")
NO_EVENTS = words("""
    apartment building ceiling department document documents environment government governments helicopter instrument king location
    locations monument nation nations position positions regiment region road settlement settlements station stations wing
    """)
"""Nouns with such an ending that are no events."""

EVENT_NOUNS = words("""
    advance agreement airstrike album ambush analysis article assault attack bid bill book bombing call campaign claim comment crackdown
    decision demand drive effort essay fight film fire killing letter move murder novel offensive offer order painting paper photo
    picture plan play poem pledge poll post proposal protest push raid rape report request review rule sale score series shelling song
    speech statement story strike study survey takeover text threat tweet use video visit vote walkout win withdrawal work works
    """)
"""Nouns of events and works: a by-phrase behind one may be its own (a raid by the navy, a book by her)."""

UNDERGO = words("""
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

OBJECT_CONTROL = words("accuse acquit arrest ban bar block blame charge convict deter discourage jail keep prevent stop suspect warn")
"""Verbs whose object does what such a gerund says, even where the parser hangs it on the object."""

SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "use", "pledge"})
"""Verbs whose infinitive is done by their subject though they have an object."""

LIGHT_VERBS = words("""
    assume begin carry commit conduct consolidate do establish execute exercise extend gain have keep launch lead maintain make mount order
    perpetrate press regain resume retain seize stage start step take undertake unleash wage win
    """)
"""Verbs whose subject does what their object names: launch an attack, seize full control."""

NOUNS_OF_DOING = words("""
    advance arrival departure defection entry escape exit exodus flight gain incursion march move offensive onslaught pullback pullout push
    rampage retreat return surrender thrust withdrawal
    """)
"""Nouns behind which `of` names who acts: the withdrawal of troops."""

INSTRUMENTS = words("""
    air artillery bomb car chemical cluster death drone gas ground gun hit-and-run knife land machinegun mass missile mortar naval night
    poison rocket sea shell sniper street suicide surprise material property tank truck vehicle war weapon
    """)
"""Nouns that before an action say how or where, not who: air strike, rocket fire."""

NOUNS_OF_UNDERGOING = words("""
    abduction arrest assassination beheading capture casualty collapse conviction damage death defeat deportation destruction detention
    disappearance displacement evacuation eviction execution expulsion fall freeing imprisonment injury jailing kidnapping killing
    liberation loss massacre murder ouster overthrow prosecution rape release relocation removal seizure shooting toll
    torture transfer wounding
    """)
"""Nouns whose possessor undergoes: his arrest, the city's capture."""

ACTOR_ADJECTIVES = words("extremist guerrilla insurgent islamist jihadist jihadi militant opposition rebel separatist takfiri terrorist")
"""Words for actors that stand before an action as adjectives: terrorist attack."""

WEAPONS = words("""
    aircraft airpower airstrike ammunition armor armour artillery blast bomb bombardment bombing bomblet bullet cannon car chemical
    chlorine device drone explosion explosive fire gas grenade gun gunfire gunship helicopter howitzer jet knife machinegun mine missile
    mortar munition napalm ordnance phosphorus plane projectile raid rifle rocket round salvo sarin shell shelling shot shrapnel strike
    tank torpedo truck vehicle volley warhead warplane warship weapon
    """)
"""Nouns of what is used to hurt and destroy, and of its use: as a subject or behind `by` they stand for whoever used them."""

COUNTING = words("""
    all batch bulk couple dozen few group half handful hundred lot majority many million more most none number one part percent percentage
    portion rest score scores section series several some string ten thousand total two three four five six seven eight nine wave
    """)
"""Words that only count what follows `of`: the role belongs to what is counted."""

EFFECTS = words("""
    behead burn claim damage demolish destroy devastate displace flatten force hurt injure kill leave level maim massacre prompt raze set
    slaughter trap uproot wound wreck
    """)
"""Verbs of what an action brings about: behind a clause their participle goes on with it (shells hit a suburb, killing four)."""
