"""The literature that a report rests on, as a list to read and as BibTeX; works of measures that the report lacks are left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from framing.report.text import Markdown, join, md

BIBTEX = "references.bib"


@dataclass(frozen=True)
class Work:
    """One work. authors: "Last, First and Last, First" as BibTeX has them. where: journal, book or publisher, by kind. of: measures whose
    estimates need it, () for every report; a name stands for all measures that begin with it.
    """

    key: str
    kind: str
    authors: str
    year: int
    title: str
    where: str = ""
    number: str = ""
    of: tuple[str, ...] = ()


_ARTICLE, _BOOK, _CHAPTER = "article", "book", "incollection"
_LABELS, _QUOTES, _ACTS = ("label", "naming", "headline", "lead"), ("sources", "stance", "anonymity"), ("agent", "agency")
WORKS = (
    Work("benjamini1995", _ARTICLE, "Benjamini, Yoav and Hochberg, Yosef", 1995,
         "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
         "Journal of the Royal Statistical Society B", "57(1), 289-300"),
    Work("bell1991", _BOOK, "Bell, Allan", 1991, "The Language of News Media", "Blackwell", of=("headline", "lead")),
    Work("biber1998", _BOOK, "Biber, Douglas and Conrad, Susan and Reppen, Randi", 1998, "Corpus Linguistics", "Cambridge University Press",
         of=("language",)),
    Work("boydstun2014", "inproceedings", "Boydstun, Amber E. and Card, Dallas and Gross, Justin H. and Resnik, Philip and Smith, Noah A.",
         2014, "Tracking the development of media frames within and across policy issues", "APSA Annual Meeting", of=("policy_frames",)),
    Work("caldas1994", _CHAPTER, "Caldas-Coulthard, Carmen Rosa", 1994, "On reporting reporting", "Advances in Written Text Analysis",
         of=("stance",)),
    Work("cochran1977", _BOOK, "Cochran, William G.", 1977, "Sampling Techniques", "Wiley"),
    Work("efron1993", _BOOK, "Efron, Bradley and Tibshirani, Robert J.", 1993, "An Introduction to the Bootstrap", "Chapman and Hall"),
    Work("endres2003", _ARTICLE, "Endres, Dominik M. and Schindelin, Johannes E.", 2003, "A new metric for probability distributions",
         "IEEE Transactions on Information Theory", "49(7), 1858-1860", of=("distance",)),
    Work("felsenstein1985", _ARTICLE, "Felsenstein, Joseph", 1985,
         "Confidence limits on phylogenies: an approach using the bootstrap", "Evolution", "39(4), 783-791", of=("distance",)),
    Work("fisher1935", _BOOK, "Fisher, Ronald A.", 1935, "The Design of Experiments", "Oliver and Boyd", of=("avoidance",)),
    Work("flesch1948", _ARTICLE, "Flesch, Rudolf", 1948, "A new readability yardstick", "Journal of Applied Psychology", "32(3), 221-233",
         of=("readability",)),
    Work("fowler1991", _BOOK, "Fowler, Roger", 1991, "Language in the News", "Routledge", of=_LABELS),
    Work("fowler1979", _BOOK, "Fowler, Roger and Hodge, Bob and Kress, Gunther and Trew, Tony", 1979, "Language and Control",
         "Routledge and Kegan Paul", of=_ACTS),
    Work("gabrielatos2008", _ARTICLE, "Gabrielatos, Costas and Baker, Paul", 2008, "Fleeing, sneaking, flooding",
         "Journal of English Linguistics", "36(1), 5-38", of=("facets_by_period",)),
    Work("haldane1956", _ARTICLE, "Haldane, J. B. S.", 1956, "The estimation and significance of the logarithm of a ratio of frequencies",
         "Annals of Human Genetics", "20(4), 309-311", of=("agentless_by",)),
    Work("hamborg2021", "inproceedings", "Hamborg, Felix and Donnay, Karsten", 2021,
         "NewsMTSC: a dataset for (multi-)target-dependent sentiment classification in political news articles", "EACL", of=("tone",)),
    Work("huckin2002", _ARTICLE, "Huckin, Thomas", 2002, "Textual silence and the discourse of homelessness", "Discourse and Society",
         "13(3), 347-372", of=("avoidance",)),
    Work("kincaid1975", "techreport", "Kincaid, J. Peter and Fishburne, Robert P. and Rogers, Richard L. and Chissom, Brad S.", 1975,
         "Derivation of new readability formulas for Navy enlisted personnel", "Naval Technical Training Command", of=("readability",)),
    Work("kitagawa1955", _ARTICLE, "Kitagawa, Evelyn M.", 1955, "Components of a difference between two rates",
         "Journal of the American Statistical Association", "50(272), 1168-1194", of=("events",)),
    Work("lin1991", _ARTICLE, "Lin, Jianhua", 1991, "Divergence measures based on the Shannon entropy",
         "IEEE Transactions on Information Theory", "37(1), 145-151", of=("distance",)),
    Work("monroe2008", _ARTICLE, "Monroe, Burt L. and Colaresi, Michael P. and Quinn, Kevin M.", 2008,
         "Fightin' words: lexical feature selection and evaluation for identifying the content of political conflict",
         "Political Analysis", "16(4), 372-403", of=("distinctive",)),
    Work("nopo2008", _ARTICLE, "Nopo, Hugo", 2008, "Matching as a tool to decompose wage gaps", "Review of Economics and Statistics",
         "90(2), 290-299", of=("events",)),
    Work("pareti2015", "phdthesis", "Pareti, Silvia", 2015, "Attribution: a computational approach", "University of Edinburgh", of=_QUOTES),
    Work("phipson2010", _ARTICLE, "Phipson, Belinda and Smyth, Gordon K.", 2010, "Permutation p-values should never be zero",
         "Statistical Applications in Genetics and Molecular Biology", "9(1)"),
    Work("schroeter2018", _BOOK, "Schröter, Melani and Taylor, Charlotte", 2018, "Exploring Silence and Absence in Discourse",
         "Palgrave Macmillan", of=("avoidance",)),
    Work("semetko2000", _ARTICLE, "Semetko, Holli A. and Valkenburg, Patti M.", 2000, "Framing European politics",
         "Journal of Communication", "50(2), 93-109", of=("generic_frames",)),
    Work("sigal1973", _BOOK, "Sigal, Leon V.", 1973, "Reporters and Officials", "D. C. Heath", of=_QUOTES),
    Work("trew1979", _CHAPTER, "Trew, Tony", 1979, "Theory and ideology at work", "Language and Control", of=_ACTS),
    Work("vandijk1988", _BOOK, "van Dijk, Teun A.", 1988, "News as Discourse", "Lawrence Erlbaum", of=_LABELS),
    Work("vanleeuwen1996", _CHAPTER, "van Leeuwen, Theo", 1996, "The representation of social actors", "Texts and Practices", of=_LABELS),
)  # fmt: skip
_CONTAINER = {_ARTICLE: "journal", _BOOK: "publisher", _CHAPTER: "booktitle", "inproceedings": "booktitle", "techreport": "institution",
              "phdthesis": "school"}  # fmt: skip


def used(measures: Collection[str], *, events: bool) -> list[Work]:
    """The works behind some measures, by author. events: whether articles are compared within events."""
    known = {*measures, *(["events"] if events else [])}
    chosen = [work for work in WORKS if not work.of or any(measure.startswith(name) for name in work.of for measure in known)]
    return sorted(chosen, key=lambda work: (work.authors.casefold(), work.year))


def listed(works: Collection[Work]) -> Markdown:
    """The works as a Markdown list."""
    return join((md("- {line}", line=_line(work)) for work in works), "\n")


def _line(work: Work) -> str:
    where = f" {work.where}" + (f" {work.number}" if work.number else "") + "." if work.where else ""
    return f"{_names(work.authors)} ({work.year}). {work.title}.{where}"


def _names(authors: str) -> str:
    """Last names with initials: "Efron, B. and Tibshirani, R. J."."""
    parts = [one.partition(", ") for one in authors.split(" and ")]
    names = [f"{last}, {' '.join(map(_initial, first.split()))}" for last, _, first in parts]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _initial(name: str) -> str:
    return "-".join(f"{part[0]}." for part in name.split("-"))


def bibtex(works: Collection[Work]) -> str:
    """The works as BibTeX."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: Work) -> str:
    fields = [("author", work.authors), ("year", str(work.year)), ("title", work.title), *_place(work)]
    lines = ",\n".join(f"  {name} = {{{value.replace('&', chr(92) + '&')}}}" for name, value in fields)
    return f"@{work.kind}{{{work.key},\n{lines}\n}}\n"


def _place(work: Work) -> Iterator[tuple[str, str]]:
    if work.where:
        yield _CONTAINER[work.kind], work.where
    volume, _, pages = work.number.partition(", ")
    if volume:
        number = volume.partition("(")
        yield "volume", number[0]
        if number[2]:
            yield "number", number[2].removesuffix(")")
    if pages:
        yield "pages", pages.replace("-", "--")
