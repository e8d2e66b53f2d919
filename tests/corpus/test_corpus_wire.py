"""Agency copy: signs that count, and mentions of agencies that do not."""

import re

import pytest

from framing.corpus.wire import AGENCIES, agency_copy

BODY = "The harbour was closed on Tuesday after a storm, officials said.\n\nFishing boats stayed in port and ferries were cancelled."


@pytest.mark.parametrize(
    "opening, agency",
    [
        ("ROME (AP) — ", "AP"),
        ("RENO, Nev. (AP) — ", "AP"),
        ("PORT TOWN, Calif., Jan. 1 (UPI) — ", "UPI"),
        ("Washington (AFP) – ", "AFP"),
        ("Dec 29 (Reuters) - ", "Reuters"),
        ("PARIS, Aug 31 (Reuters) - ", "Reuters"),
        ("BEIRUT/AMMAN (Reuters) - ", "Reuters"),
        ("MOSCOW (Sputnik) ", "Sputnik"),
        ("BEIJING, March 3 (Xinhua) -- ", "Xinhua"),
        ("MOSCOW, March 3. /TASS/. ", "TASS"),
        ("Damascus, SANA – ", "SANA"),
        ("Aleppo, SANA-", "SANA"),
        ("BERLIN, dpa - ", "dpa"),
        ("MADRID (EFE) - ", "EFE"),
        ("New Delhi, Aug 3 (PTI) ", "PTI"),
        ("By JANE DOE, Associated Press\n\n", "AP"),
        ("By The Associated Press\n\n", "AP"),
        ("Agence France-Presse\n\n", "AFP"),
        ("Reuters Staff\n\n", "Reuters"),
    ],
)
def test_datelines_and_bylines(opening, agency):
    copy = agency_copy("Storm closes harbour\n\n" + opening + BODY, headline_end=20)
    assert (copy and copy[0]) == agency
    assert agency is None or copy[1] in " ".join(opening.split()) + " "


@pytest.mark.parametrize(
    "end, agency",
    [
        (" - REUTERS", "Reuters"),
        ("--AFP", "AFP"),
        ("\n\n— Associated Press", "AP"),
        (" (AFP)", "AFP"),
        (" Source Reuters", "Reuters"),
        ("\n\nSource: AP", "AP"),
        ("\n\nReuters", "Reuters"),
        ("\n\n© Agence France-Presse", "AFP"),
        ("\n\nCopyright 2016 The Associated Press. All rights reserved.", "AP"),
        ("\n\n(Reporting by Jane Doe in Rome; Editing by John Roe)", "Reuters"),
        (
            "\n\n(Additional reporting by Jane Doe; Writing by A. Roe; Editing by John Roe.)\n\nThe Echo has shortened this article.",
            "Reuters",
        ),
        (" Our Standards:The Thomson Reuters Trust Principles.", "Reuters"),
        ("\n\n(This story is auto-generated from a syndicated feed from PTI)", "PTI"),
    ],
)
def test_credits_at_the_end(end, agency):
    copy = agency_copy(BODY + end)
    assert copy and copy[0] == agency


def test_a_syndication_note_with_the_agencys_own_staff_in_the_text():
    note = "\n\n(Except for the headline, this story is published from a syndicated feed.)"
    assert agency_copy(BODY + " An AFP photographer saw the boats." + note)[0] == "AFP"
    assert agency_copy(BODY + note) is None


def test_byline_glued_to_the_headline():
    assert agency_copy("Storm closes harbour AFP Fishing boats stayed in port.", headline_end=20)[0] == "AFP"
    assert agency_copy("Storm closes harbour AFP Monday 9 Jun 2014 Fishing boats stayed in port.")[0] == "AFP"
    assert agency_copy("Storm closes harbour (AFP photo) Fishing boats stayed in port.", headline_end=20) is None


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        BODY + "\n\nThe Associated Press contributed to this report.",
        BODY + "\n\n(With files from Reuters)",
        BODY + " (With AFP and Reuters)",
        BODY + "\n\nSource: Echo Radio and Reuters",
        BODY + " A witness told AFP.",
        BODY + " The port lost millions, Reuters reported.",
        "Mayor attacks AP\n\nThe Associated Press reported on Tuesday that the harbour was unsafe. " + BODY,
        "Reuters: harbour unsafe\n\n" + BODY,
        "The mayor told the Associated Press (AP) about it. " + BODY,
        "Jane Bloomberg - who owns a boat - stayed at home. " + BODY,
        BODY + "\n\nAdditional reporting by Jane Doe.",
        BODY + "\n\nEditing by hand takes a week.",
    ],
)
def test_using_an_agency_is_not_printing_its_copy(text):
    assert agency_copy(text) is None


def test_every_agency_is_found_under_its_name():
    for agency, names in AGENCIES.items():
        written = re.sub(r"\(\?:.*?\)\??", "", names.partition("|")[0])
        assert agency_copy(f"ROME ({written}) - {BODY}")[0] == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"PORT TOWN, Jan 3 (Valley Wire) - {BODY}", "Valley Wire"),
        (f"Storm closes harbour\n\nNORTH HILL/PORT TOWN, March 12 (Coastal Press) — {BODY}", "Coastal Press"),
        (f"{BODY}\n(Valley News Agency)\n", "Valley News Agency"),
        (f"{BODY} [Highland Newswire].", "Highland Newswire"),
    ],
)
def test_an_agency_that_is_not_listed(text, agency):
    assert agency_copy(text)[0] == agency


@pytest.mark.parametrize(
    "text",
    [
        f"PORT TOWN, Jan 3 (nobody knows why) - {BODY}",
        f"Port Town was quiet on Jan 3 (Old Harbour) - {BODY}",
        f"{BODY}\n(Valley Rovers)\n",
        f"{BODY}\n(Jane Doe)\n",
        f"The MAYOR (Jane Doe) - {BODY}",
    ],
)
def test_brackets_that_name_no_agency(text):
    assert agency_copy(text) is None
