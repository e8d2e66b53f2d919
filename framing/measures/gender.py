"""Whether a person is written of as `he` or as `she`, as far as the text tells: by title, by the word for them, by first name.

A surname alone has the gender of those who bear it in the same text, where they agree. Whom nothing tells of fits both pronouns: the
lists are of common first names in English-language news and cannot be complete, and no name decides what a person is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from framing.document import Document

MALE, FEMALE = "male", "female"
PRONOUNS = {"he": MALE, "his": MALE, "him": MALE, "himself": MALE, "she": FEMALE, "her": FEMALE, "hers": FEMALE, "herself": FEMALE}
"""Pronouns of a person and the gender they have."""


def _list(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MEN = _list("""
    mr sir lord king prince emir sultan shah pope ayatollah imam mullah sheikh sheik father son brother husband uncle nephew grandfather
    grandson boy widower duke baron tsar czar monk priest actor waiter man gentleman
""")
_WOMEN = _list("""
    mrs ms miss lady dame queen princess sheikha empress mother daughter sister wife aunt niece grandmother granddaughter girl widow
    duchess baroness tsarina nun actress waitress heroine woman
""")
_MALE_NAMES = _list("""
    aaron abbas abdallah abdel abdul abdullah abraham abu adam adel adnan adrian ahmad ahmed alan albert alejandro alexander alexei ali
    anas andrei andrew anthony anton antonio antony arthur ashton ayman barack bart bashar ben benjamin bernard bernie bill bob boris
    brad brent brian bruce carl carlos charles chris christopher chuck colin corey craig daniel dave david dean dennis dick diego dmitri
    dmitry don donald doug douglas dwight ed eduardo edward emmanuel eric ernest faisal farid farouk felix fernando francis francois
    frank franklin fred frederick gary gavin geoffrey george gerald glenn gordon graham greg gregory haider hakan hamid harold harry
    hasan hassan haydar henry herman hosni howard hugh hussein ian ibrahim igor ismail ivan jack jacob jaime jake james jamal jared jason
    jay jeb jeff jeffrey jeremy jerome jerry jesse jim jimmy joe joel john jon jonathan jorge jose joseph josh joshua juan julian justin
    karim karl keith ken kenneth kevin khaled khalid kofi lakhdar larry lawrence lee leon leonard lindsey louis luis mahmoud manuel marco
    marcus mario mark marshall martin matt matthew maurice max mehmet michael miguel mike mikhail mitch mitt mohamad mohamed mohammad
    mohammed moshe muhammad muqtada murat mustafa naim nathan ned neil newt nicholas nick nicolas nikolai noah norman nouri oleg oliver
    omar oscar osama paul pedro peter phil philip pierre qasem rami ramzan rand ray raymond recep rex reza ricardo richard rick riad
    riyad rob robert rodrigo roger ron ronald roy rudy rudolph russell ryad ryan saad saddam salih salman sam samuel scott sean sebastian
    sergei sergey seth simon staffan stan stanley stefan stephen steve steven stuart ted terry theodore thomas tim timothy toby todd tom
    tommy tony vincent viktor vitaly vladimir walid walter warren wayne wesley will william yasser yitzhak youssef yuri yusuf zaher zaid
""")
_FEMALE_NAMES = _list("""
    abigail agnes aisha alexandra alice alicia alison amanda amal amina amy ana andrea angela angelina anita ann anna anne annette
    asma audrey ayesha barbara beatrice bella beth betty beverly bouthaina brenda bridget camilla carla carly carol carole caroline
    carolyn catherine cathy cecilia celine charlotte chelsea cheryl christina christine cindy claire clara claudia colleen condoleezza
    connie cristina cynthia daisy dana danielle deborah debbie denise diana diane dianne dina donna doris dorothy edith eileen elaine
    eleanor elena elisabeth elizabeth ella ellen emily emma erica erin esther eva evelyn fatima federica fiona florence gabriela gail
    gina gloria grace gwen hannah harriet heather heidi helen helena helle hilary hillary huma ines ingrid irene irina isabel isabella
    ivana ivanka jacqueline jane janet janice jasmine jean jeanne jenna jennifer jessica jill joan joanna josephine joyce judith judy
    julia julie karen kate katharine katherine kathleen kathryn kathy katie kellyanne kimberly kirsten kristen laila lara laura lauren
    layla leila lena leslie linda lisa liz lois loretta lorraine louise lucy lydia lynn madeleine madeline maggie malala marcia margaret
    maria marie marilyn marine marissa martha mary maureen maxine megan meghan melania melinda melissa michelle mildred miriam monica
    nadia nada nancy naomi natalia natalie natasha nicola nicole nikki nina nora olga olivia pamela patricia patty paula pauline peggy
    penny phyllis rachel raqqiya rania rebecca renee rima rita roberta robin rosa rose rosemary ruth sally samantha sandra sara sarah
    shannon sharon sheila shirley sofia sonia sophia sophie stephanie sue susan susana suzanne svetlana sylvia tamara tanya tatiana
    teresa theresa tiffany tina tracy tulsi ursula valerie vanessa vera veronica victoria virginia vivian wanda wendy yasmin yvonne zainab
    zoe
""")


def of_name(words: Sequence[str]) -> str | None:
    """The gender that a name as written tells, titles included; None where it tells nothing. words: in any case."""
    plain = [word.lower().strip(".") for word in words]
    titled = next((gender for word in plain if (gender := of_noun(word))), None)
    if titled:
        return titled
    first = next((word for word in plain if word in _MALE_NAMES or word in _FEMALE_NAMES), None)
    # A last word is a surname ("Mr James" aside): only those before it are first names.
    if first is None or (first == plain[-1] and len(plain) > 1):
        return None
    return MALE if first in _MALE_NAMES else FEMALE


def of_noun(noun: str) -> str | None:
    """The gender of the noun for a person ("spokeswoman", "king"), None for most."""
    if noun in _WOMEN or noun.endswith("woman"):
        return FEMALE
    if noun in _MEN or (noun.endswith("man") and noun not in ("human", "german", "roman", "ottoman", "shaman", "talisman", "layman")):
        return MALE
    return None


def genders(document: Document) -> Callable[[int], str | None]:
    """What a text tells of the person whose name or noun stands at a token: MALE, FEMALE, or None where it does not tell."""
    runs: dict[int, range] = {}
    known: dict[int, str | None] = {}
    bearers: dict[str, set[str]] = defaultdict(set)
    for run in _names(document):
        gender = of_name(document.words[run.start : run.stop])
        for token in run:
            runs[token], known[token] = run, gender
        if gender:
            bearers[document.lower[run.stop - 1]].add(gender)

    def at(token: int) -> str | None:
        if token not in runs:
            return of_noun(document.lemma[token].lower())
        same = bearers.get(document.lower[runs[token].stop - 1], set())
        return known[token] or (next(iter(same)) if len(same) == 1 else None)

    return at


def _names(document: Document) -> list[range]:
    """The runs of proper nouns, with a noun of gender right before ("spokeswoman Anna Berg")."""
    found: list[range] = []
    first = None
    for token in range(len(document) + 1):
        inside = token < len(document) and document.pos[token] == "PROPN"
        if inside and first is None:
            first = token - 1 if token and document.pos[token - 1] == "NOUN" and of_noun(document.lower[token - 1]) else token
        elif not inside and first is not None:
            found.append(range(first, token))
            first = None
    return found
