"""Closed classes of English words that the measure of actions needs; the verbs of interest themselves stand in a lexicon."""

STATES = frozenset("gone finished drunk fed stuck wont".split())
"""Participles that after be are adjectives whatever their tag."""

NO_PASSIVE = frozenset("be have become seem happen occur go come stay remain die arrive".split())
"""Verbs without a passive, which the parser's labels sometimes give one."""

ADJECTIVES = frozenset(
    """
    tired interested excited worried scared frightened terrified bored annoyed pleased delighted thrilled satisfied disappointed surprised
    confused depressed embarrassed ashamed relaxed stressed married divorced engaged retired complicated sophisticated advanced aged
    experienced skilled talented gifted educated inclined determined jagged crooked rugged wicked naked sacred beloved blessed learned
    concerned dedicated detailed distinguished diversified elevated talented mixed limitless crowded isolated outdated dated animated
    bearded armed detached reserved spirited sustained varied heated hurried measured opposed related accustomed used supposed assorted
    qualified interconnected motivated exhausted disgruntled specialised specialized long-awaited red overjoyed relieved
    """.split()
)
"""Adjectives in -ed; tagged as such after be they are no passives."""
ADJECTIVES -= {"supposed"}

OBLIGATORY_OBJECT = frozenset(
    """
    abduct accuse arrest assassinate behead besiege bomb capture charge convict damage deport destroy detain devastate displace evacuate
    execute expel free hospitalise hospitalize imprison indict injure jail kidnap kill loot massacre murder oust prosecute raid rape
    recapture rescue rob shell stab suspend target topple torture wound
    """.split()
)
"""Verbs that want an object: one without it, as a past form, is a passive that lost its auxiliary."""

VERBS_WITH_BY = frozenset("abide come drop get go live pass play profit start stand stick stop swear".split())
"""Verbs that take a by-phrase of their own."""

BARE_MANNER = frozenset(
    """
    accident air boat bus car chance comparison computer contrast courier default definition design email force hand helicopter land
    letter mail means mistake name nature night now phone plane post proxy rail return road sea ship surprise telephone then train truck
    video virtue way then today tomorrow
    """.split()
)
"""Nouns that without article or modifier say how or when, not who (by force, by road)."""

NOT_AGENTS = frozenset("means way virtue dint year month week day hour minute time end deadline date margin factor".split())
"""Nouns after by that are never who did it, articles or not."""

EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ings", "tions", "sions", "ments", "als", "al", "ure", "ures")
EVENT_NOUNS = frozenset(
    """
    advance agreement airstrike album ambush analysis article assault attack bid bill book bombing call campaign claim comment crackdown
    decision demand drive effort essay fight film fire killing letter move murder novel offensive offer order painting paper photo
    picture plan play poem pledge poll post proposal protest push raid rape report request review rule sale score series shelling song
    speech statement story strike study survey takeover text threat tweet use video visit vote walkout win withdrawal work works
    """.split()
)
"""Nouns of events and works: a by-phrase behind one may be its own (a raid by the navy, a book by her)."""
