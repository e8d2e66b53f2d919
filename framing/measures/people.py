"""Nouns that stand for persons, groups and organisations in news, in classes that behave alike. Closed lists, no topic's words.

The classes follow ACE (LDC, Annotation Guidelines for Entities 6.6, 2008): persons by office or relation, groups of people, organisations,
geo-political entities.
"""

from __future__ import annotations


def _list(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEADERS = _list("""
    president leader premier chancellor king queen emperor emir sultan ayatollah dictator strongman ruler monarch tyrant despot chief
    head director chairman chairwoman chairperson chair boss commander governor mayor minister secretary counsel founder nominee
    candidate pope general manager coordinator treasurer pick
""")
"""Offices that one person holds at a time: in the singular, with a party before it, the holder of that office."""

STATE_HEADS = _list("""
    president leader premier chancellor king queen emperor emir sultan ayatollah dictator strongman ruler monarch tyrant despot
    minister prime
""")
"""Of these, heads of state or government."""

OFFICIALS = _list("""
    official officer minister diplomat envoy ambassador emissary representative spokesman spokeswoman spokesperson spokespeople
    delegate delegation negotiator aide adviser advisor deputy lawmaker senator congressman congresswoman legislator parliamentarian
    politician prosecutor investigator judge inspector agent spy intelligence authority bureaucrat staff staffer commissioner attorney
    sheriff police policeman cop soldier troop force army navy military airman marine sailor fighter commander guard veteran warship
    jet counterpart secretary department ministry parliament congress senate cabinet court embassy media government administration
    regime leadership junta state republic kingdom nation country homeland democracy people agency bureau council committee commission
    service office hacker operative member side warrior diplomacy
""")
"""Those who act for a state when its name, adjective or head stands before them."""

POLITIES = _list("country nation government regime administration state republic kingdom power homeland")
"""What a state or its government is called."""

ORGANISATIONS = _list("""
    party committee agency organization organisation department bureau council group company firm corporation newspaper network
    channel outlet commission ministry union institute university court coalition alliance movement campaign team office service board
    panel charity foundation club association federation militia faction brigade battalion army force unit gang cartel bank
    administration government parliament congress senate cabinet authority police watchdog embassy wing branch chapter caucus
    broadcaster magazine publisher website publication paper press media station leadership junta
""")
"""Bodies with a name of their own."""

RELATIONS = _list("""
    ally aide adviser advisor associate lawyer attorney friend critic supporter opponent backer rival son daughter wife husband
    brother sister father mother son-in-law daughter-in-law spokesman spokeswoman spokesperson deputy predecessor successor partner
    colleague counterpart family relative follower staff staffer campaign team confidant confidante loyalist surrogate donor employee
    protege assistant secretary bodyguard child kid parent kin appointee
""")
"""Nouns that say what somebody is to another."""

PEOPLE = _list("""
    people person man woman child boy girl citizen civilian resident voter worker student protester protestor demonstrator activist
    migrant immigrant refugee asylum-seeker seeker traveler traveller family villager crowd public population community minority
    victim survivor patient hostage prisoner detainee captive defendant plaintiff suspect criminal gunman attacker assailant shooter
    bomber terrorist militant rebel insurgent extremist jihadist jihadi islamist separatist guerrilla mercenary thug smuggler
    trafficker dealer killer murderer invader expert analyst scholar professor scientist researcher historian economist journalist
    reporter correspondent author writer host anchor editor commentator pundit columnist critic observer witness neighbor neighbour
    consultant strategist pollster lawyer attorney barrister doctor physician nurse teacher engineer farmer businessman businesswoman
    billionaire entrepreneur executive investor banker owner tenant athlete player coach actor actress singer celebrity pastor priest
    imam cleric bishop rabbi nun muslim christian jew hindu democrat republican conservative liberal socialist communist progressive
    populist nationalist leftist rightist centrist moderate hawk dove hardliner interventionist isolationist appointee employee donor
    volunteer caller user speaker caravan mob horde wave convoy delegation troupe fan rioter looter looters supporter opponent backer
    ally enemy foe adversary friend partner rival kid youth teenager adult elder veteran pensioner taxpayer consumer heavyweight
    gentleman lady guest visitor tourist passenger driver pilot crew astronaut fireman firefighter paramedic contractor personnel
    manpower opposition dissident exile defector whistleblower leaker hacker troll
""")
"""People by what they do, are or suffer."""

AGENTS = LEADERS | OFFICIALS | ORGANISATIONS | RELATIONS | PEOPLE
"""All nouns that are taken for an actor wherever they head a phrase."""

OF_ONE = LEADERS | _list("""
    spokesman spokeswoman spokesperson lawyer attorney aide adviser advisor son daughter wife husband brother sister father mother
    professor scientist scholar analyst expert journalist reporter correspondent author writer activist farmer doctor teacher student
    worker engineer businessman businesswoman billionaire actor actress singer pastor priest imam cleric bishop rabbi senator
    congressman congresswoman lawmaker judge prosecutor officer diplomat envoy ambassador resident man woman boy girl
""")
"""What one person is: a name that stands beside it is a person's."""

NAME_TITLES = _list("""
    manager mayor coordinator treasurer mr mrs ms miss dr sir lord lady president prime minister senator sen rep representative gov
    governor gen general col colonel maj major lt capt captain sgt king queen prince princess pope judge justice chancellor secretary
    ambassador speaker professor prof sheikh ayatollah imam rev reverend congressman congresswoman chairman chairwoman director
    premier leader vice deputy attorney special counsel chief former acting chair chairperson cochair co-chair founder dictator
    strongman spokesman spokeswoman spokesperson adviser advisor commander head boss
""")
"""Words that stand before a person's name and belong to the title."""

PLAIN_TITLES = _list("""
    mr mrs ms miss dr sir lord lady president sen rep gov gen col maj lt capt sgt king queen prince princess pope prof rev senator
""")
"""Of these, titles that say no more than the name does: they stay in one mention with it."""

STATE_OFFICES = _list("""
    senator sen rep representative congressman congresswoman secretary attorney counsel justice judge governor gov general ambassador
    director prosecutor lawmaker minister envoy diplomat commander spy agent adviser advisor official chief inspector intelligence
    speaker deputy whip
""")
"""Titles of those who serve a state."""

SPEAKING = _list("""
    say tell ask want warn claim deny accuse call demand seek flee arrive protest insist believe argue hope vow threaten refuse agree
    announce attack kill fight march travel plan try urge decide think know suggest note add reply respond promise join gather chant
    shout storm
""")
"""Verbs whose subjects are people: a noun that is often one is taken for an actor."""

CALENDAR = _list("""
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
    december
""")
"""Words with a capital that name no actor."""

GENERIC = _list("""
    person man woman people child boy girl member group leader head official officer expert analyst observer side party body figure
    family friend speaker author adult other individual team staff aide representative spokesman spokeswoman spokesperson source
    insider reader user owner boss chief director chairman adviser advisor lawyer attorney critic supporter opponent partner colleague
    relative son daughter wife husband father mother brother sister deputy organization organisation agency company firm committee
    office power nation country government administration president minister secretary force authority judge professor reporter
    journalist correspondent guest host doctor victim candidate citizen resident public crowd institution
""")
"""Nouns that say so little that only one article's use of them can mean one actor."""

DOCUMENTS = _list("""
    report statement document study poll book survey law letter lawsuit suit complaint memo tweet article story post email e-mail deal
    agreement source bill rule order plan text transcript video message speech editorial filing indictment decision policy program
    meeting talk test deadline event attack strike move thing time year day week month world war peace crisis issue problem question
    that this it who which what lot number percent majority minority rest
""")
"""Nouns that say things and are nobody."""

FORCES = _list("troop soldier army navy military marine airman sailor guard veteran force warship jet service police policeman cop")
"""Those who bear arms for a state."""

ARMED = _list("""
    rebel militant insurgent guerrilla fighter militia terrorist jihadist jihadi islamist extremist separatist mercenary militiaman
    gunman faction brigade battalion invader attacker assailant
""")
"""Those who bear arms, for a state or not."""

ELSEWHERE = _list("""
    ally enemy foe adversary rival partner opponent supporter critic backer friend neighbor neighbour victim target bank company firm
""")
"""Nouns that say of somebody what he is to the party before them: he is somebody else."""

HOME_OFFICES = _list("""
    senator sen rep representative congressman congresswoman secretary counsel justice general deputy security economic governor gov
    speaker whip lawmaker vice
""")
"""Offices of a state that its own press names without naming the state."""

HOME_BODIES = _list("senator lawmaker congressman congresswoman legislator prosecutor investigator parliamentarian")
"""Those of a state whom its own press names without naming the state."""

PERSONAL = _list("""
    lawyer attorney associate campaign aide friend ally family relative follower son daughter wife husband brother sister father
    mother son-in-law daughter-in-law confidant confidante loyalist surrogate donor team supporter partner party child kid parent kin
    employee manager chairman critic opponent rival
""")
"""Those who belong to a head of state in person, and not to the state."""

PARTICLES = _list("al el ash as an ad ul bin ibn bint abu von van der den de del della di da dos la le ter")
"""Words inside names that are written small or large, and left out as often as not."""

ORGANS = _list("""
    embassy consulate army ministry government force forces navy parliament guard guards police department agency senate congress
    intelligence military air troops president officials media security diplomats ambassador state mission council court
""")
"""Words in the name of a body that make it a state's, behind the state's adjective ("Ruritanian Embassy", not "Ruritanian Red Cross")."""

FORMER = _list("former ex then fired ousted")
"""Adjectives of an office that somebody has lost."""

RANKS = _list("vice deputy counsel security economic")
"""Modifiers that tell one office from another."""

STATE_BODIES = _list("administration government regime cabinet country nation people troop force army military dynasty scientist state")
"""What a state has one of, so that the head of state's is the state's."""

LANDS = _list("country nation state homeland republic kingdom")
"""What a state is called as a land."""

STATE_ORGANS = _list("bureau agency department service")
"""What an organ of a state is called."""

BODIES = ORGANISATIONS - _list("""
    group team company firm force media press police army government administration website university court
""")
"""Bodies that a bare noun may mean though their name does not have it."""

PORTFOLIOS = _list("state defense defence homeland interior finance foreign")
"""What a secretary or minister is of."""

STANDING = frozenset({("chief", "staff"), ("people", "color"), ("people", "colour"), ("head", "state")})
"""Head and complement of labels that are one word in all but spelling."""

QUANTIFYING = _list("such other same own many several few more most some these those certain various all both any")
"""Words that end a label on the left, as articles do."""

BODY_WORDS = _list("national committee party congressional senatorial campaign central caucus conference movement")
"""Words in the name of a party that say nothing of which party."""

NICKNAMES = _list("""
    mike/michael bob/robert rob/robert bill/william jim/james joe/joseph tom/thomas dan/daniel chuck/charles rod/roderick ted/edward
    tony/anthony nick/nicholas rick/richard dick/richard dave/david steve/steven steve/stephen chris/christopher matt/matthew
    andy/andrew jeff/jeffrey greg/gregory ben/benjamin sam/samuel ken/kenneth ron/ronald don/donald tim/timothy rudy/rudolph
    larry/lawrence vlad/vladimir alex/alexander liz/elizabeth kate/katherine jen/jennifer debbie/deborah sue/susan bernie/bernard
""")
"""First names and their short forms."""
