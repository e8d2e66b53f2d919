"""Agency copy: whose text an article is, from datelines, bylines and credits.

Agencies are those of a list, and others where a full dateline or a name such as "... News Agency" shows them. Only signs that an agency
wrote the text count. "The Associated Press contributed to this report", "with files from Reuters" and "told AFP" show that an outlet used
an agency, not that it printed its copy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

AGENCIES: Mapping[str, str] = {
    "AP": r"AP|(?:The )?Associated Press",
    "AFP": r"AFP|Agence[ -]France[ -]Presse",
    "Reuters": r"Reuters|REUTERS|Thomson Reuters",
    "UPI": r"UPI|United Press International",
    "AAP": r"AAP",
    "Anadolu": r"AA|Anadolu(?: Agency)?",
    "ANI": r"ANI",
    "ANSA": r"ANSA",
    "Belga": r"Belga",
    "Bloomberg": r"Bloomberg(?: News)?",
    "Canadian Press": r"(?:The )?Canadian Press|CP",
    "dpa": r"dpa|DPA",
    "EFE": r"EFE|Efe",
    "IANS": r"IANS",
    "Interfax": r"Interfax",
    "IRNA": r"IRNA",
    "KCNA": r"KCNA",
    "KUNA": r"KUNA",
    "Kyodo": r"Kyodo(?: News)?",
    "Lusa": r"Lusa|LUSA",
    "PA": r"PA|Press Association",
    "PTI": r"PTI|Press Trust of India",
    "RIA Novosti": r"RIA Novosti|RIA",
    "SANA": r"SANA",
    "Sputnik": r"Sputnik",
    "TASS": r"TASS|Tass|ITAR-TASS",
    "WAM": r"WAM",
    "Xinhua": r"Xinhua(?: News Agency)?",
    "Yonhap": r"Yonhap(?: News Agency)?",
}
"""Agency, as the articles table writes it -> how texts write it."""

_ANY = "|".join(sorted("|".join(AGENCIES.values()).split("|"), key=len, reverse=True))
# Names that are also common abbreviations, or stand beside photographers, count only between the brackets of a dateline.
_BRACKETED_ONLY = {"AA", "CP", "PA", "ANI", "RIA", "Bloomberg", "Bloomberg News", "Sputnik", "REUTERS"}
_ALONE = "|".join(name for name in _ANY.split("|") if name not in _BRACKETED_ONLY)
_DASH = r"(?:[-–—―]+|&mdash;|--)"
_PLACE = r"[A-Z][\w.’'/ -]{1,40}(?:, ?[A-Z][\w.’' -]{1,30}){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_OPENS = r"(?:^|(?<=[.!?:…”\"] ))[ \t]*"

HEAD, TAIL = 1200, 700
"""Characters in which the signs of the head and of the end are looked for."""

HEAD_SIGNS = (
    # NEW YORK, Dec. 11 (UPI) — | Washington (AFP) – | Dec 29 (Reuters) -
    rf"{_OPENS}(?:{_PLACE},? ?)?(?:{_DAY},? ?)?\((?P<agency>{_ANY})\) ?{_DASH}",
    # the same in texts that lost their dashes: the place in capitals or a day shows the dateline
    rf"{_OPENS}(?:[A-Z][A-Z.’'/ -]{{2,30}},? ?(?:{_DAY} ?)?|(?:{_PLACE},? )?{_DAY} ?)\((?P<agency>{_ANY})\) ",
    # MOSCOW, March 3. /TASS/.
    rf"{_OPENS}{_PLACE},? {_DAY}\.? /(?P<agency>{_ANY})/",
    # Damascus, SANA – | BEIRUT/AFP:
    rf"{_OPENS}(?:{_PLACE})(?:, ?| ?/ ?| )(?P<agency>{_ALONE}) ?(?:[–—]|-+(?! ))",
    rf"{_OPENS}[A-Z][A-Z.’' -]+(?:, ?| ?/ ?)(?P<agency>{_ALONE}) ?[-–—:]",
    # By JANE DOE, Associated Press | By The Associated Press | Reuters Staff
    rf"^[ \t]*By (?:[A-Z][\w.’'-]*,? (?:and |with )?){{0,8}}?(?:of |for )?(?P<agency>{_ALONE})[ \t]*\.?$",
    rf"^[ \t]*(?:Source: ?|[Bb]y )?\(?(?P<agency>{_ALONE})\)?(?: Staff| News| Writers?| reporters?| Correspondent)?[ \t]*\.?$",
    rf"{_OPENS}(?P<agency>Reuters) Staff\b",
    # ... headline AFP Monday 16 Jun 2014 ...
    rf"(?<!told )(?<!to )(?<!by )(?<!by the )\b(?P<agency>{_ALONE}),? (?:[A-Z]\w+day,? )?{_DAY}(?<=\d{{4}})\b",
    # a standing head of the agency's daily digest
    r"^Your daily look at late-breaking news\b",
)
"""Patterns for the head, each with what it finds; without a group `agency` it is AP's own house style."""

TAIL_SIGNS = (
    # - REUTERS | --AFP | — Associated Press.
    rf"(?:{_DASH} ?)(?P<agency>{_ALONE}|REUTERS)\.?\s*\Z",
    # (AFP) | [Reuters] as the last words
    rf"[.!?”\"] ?[(\[](?P<agency>{_ALONE}|REUTERS)[)\]]\.?\s*\Z",
    # Source: Reuters, nobody else beside it
    rf"\bSources?:? (?P<agency>{_ALONE}|REUTERS)\.?\s*\Z",
    # a last line with nothing but the agency
    rf"\n[ \t]*(?P<agency>{_ALONE}|REUTERS)[ \t]*\.?\s*\Z",
    # © 2016 The Associated Press. | Copyright 2024 Agence France-Presse
    rf"(?:©|\([Cc]\)|\bCopyright)[ ©,\d]*(?:by )?(?P<agency>{_ALONE})\b",
    r"\bThomson (?P<agency>Reuters) Trust Principles",
    # ... is auto-generated from a syndicated feed from PTI | published from a PTI feed
    rf"\bsyndicated (?:news )?feed (?:from|of|by) (?P<agency>{_ANY})\b",
    rf"\b(?:published|generated|taken) (?:directly )?from (?:an? |the )?(?P<agency>{_ALONE}) (?:news )?(?:agency )?feed\b",
)

# An agency that is not in the list: in a full dateline (place in capitals, day, brackets, dash), or as the last words in brackets under
# a name that says that it is an agency's.
_UNLISTED = r"(?P<agency>[A-Z][\w.&’'-]+(?: [A-Z&][\w.&’'-]*){0,3})"
_AGENCY_NAME = r"(?P<agency>(?:[A-Z][\w.&’'-]+ ){1,3}(?:Wire|Newswire|News Wire|News Agency|Press Agency|Agency|News Service))"
_UNLISTED_HEAD = re.compile(rf"{_OPENS}[A-Z][A-Z.’'/, -]{{2,40}},? {_DAY} \({_UNLISTED}\) ?{_DASH}", re.MULTILINE)
_UNLISTED_TAIL = re.compile(rf"(?:\n[ \t]*|[.!?”\"] ?)[(\[]{_AGENCY_NAME}[)\]]\.?\s*\Z")

# House style that names no agency.
_REUTERS_CREDIT = re.compile(
    r"\(?(?:additional |writing and )?(?:reporting|writing)(?: and writing)? by\b[^()]{3,400}?\bediting by\b[^()\n]{3,200}", re.IGNORECASE
)
_AP_RULE = re.compile(r"^_{3,}\.?$", re.MULTILINE)
_AP_NAMED = re.compile(r"\b(?:AP|Associated Press)\b")
_SYNDICATED = re.compile(r"\bsyndicated (?:news )?feed\b|\bauto-generated from\b", re.IGNORECASE)
_OWN_STAFF = re.compile(rf"\b(?:told|[Aa]n?|to) (?P<agency>{_ALONE})(?= (?:photographer|correspondent|journalist|reporter|team)|[.,])")

# Most articles name no agency there, and need no closer look.
_MENTION = re.compile(rf"\b(?:{_ANY})\b|late-breaking")
_HEAD = [re.compile(sign, re.MULTILINE) for sign in HEAD_SIGNS]
_TAIL = [re.compile(sign) for sign in TAIL_SIGNS]
# In a text of one line the byline follows the headline: "... second day AFP Syrian regime warplanes ..."
_AFTER_HEADLINE = re.compile(rf"\W*(?:{_DAY}|\w+day|\d{{4}}|\W)*(?P<agency>{_ALONE})(?! (?:[Pp]hoto|[Aa]rchive|[Ff]ile))(?= [A-Z\d])")
_NAMES = {agency: re.compile(names) for agency, names in AGENCIES.items()}


def agency_copy(text: str, *, headline_end: int = 0) -> tuple[str, str] | None:
    """(agency, the words that show it) when the text is an agency's, else None.

    headline_end: offset after the headline, where bylines are looked for.
    """
    start = max(0, headline_end - 200)
    head, tail = text[start : headline_end + HEAD], text[-TAIL:]
    for sign in _HEAD if _MENTION.search(head) else ():
        if found := sign.search(head):
            return _named(found)
    if headline_end and (found := _AFTER_HEADLINE.match(text, headline_end, headline_end + 80)):
        return _named(found)
    for sign in _TAIL if _MENTION.search(tail) else ():
        if found := sign.search(tail):
            return _named(found)
    if found := _UNLISTED_HEAD.search(head) or _UNLISTED_TAIL.search(tail):
        return found["agency"], _shown(found[0])
    return _house_style(text, tail)


def _house_style(text: str, tail: str) -> tuple[str, str] | None:
    if credit := _REUTERS_CREDIT.search(tail):
        return "Reuters", _shown(credit[0])
    if (rule := _AP_RULE.search(text)) and (name := _AP_NAMED.search(text)):
        return "AP", f"{rule[0]} {name[0]}"
    if (note := _SYNDICATED.search(tail)) and (staff := _OWN_STAFF.search(text)):
        return _canonical(staff["agency"]), f"{note[0]}; {staff[0]}"
    return None


def _named(found: re.Match) -> tuple[str, str]:
    return _canonical(found.groupdict().get("agency") or "AP"), _shown(found[0])


def _canonical(written: str) -> str:
    return next(agency for agency, names in _NAMES.items() if names.fullmatch(written))


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 100 else words[:99] + "…"
