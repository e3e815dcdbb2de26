"""Building reviews from short cases: the examples of the rules and the case files beside this one.

A case file is Markdown. A heading says in a sentence what is shown; fenced blocks say it exactly:

- ``article`` (with a path after the word, if there are several): whole text, parsed by the parser;
- ``reference``: one entry as printed; ``field: value`` lines under it replace what the parser reads;
- ``work``: ``field: value`` lines. For a ``reference``: the matched record, which is the reference's own
  claim with these fields changed. For an ``article``: a whole record of the source;
- ``settings``: ``as-of``, ``status`` (how the look-up ended), ``found-by``, ``format``, ``known``,
  ``unknown`` (numbers that their registers do not have);
- ``findings``: one line each, ``severity: words … more words``, in order; empty for silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from litreview.formats import catalogue
from litreview.formats.registry import read_text
from litreview.matching.agreement import compare
from litreview.matching.belief.believe import believe
from litreview.model.article import Article
from litreview.model.document import Document
from litreview.model.finding import Finding
from litreview.model.match import Candidate, Match, MatchStatus
from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Name, PartialDate, Relation, Update, Work
from litreview.normalise.names import parse_names
from litreview.parsing.article import parse_document
from litreview.parsing.reading.fields import read_fields
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, Rule
from litreview.rules.engine.runner import run_rules
from litreview.rules.engine.settings import Settings
from litreview.sources.numbers import reference_numbers

_FENCE = re.compile(r"^```(\w+) *([^\n]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_ATTRIBUTES = {
    "container-title": "container_title", "container-title-short": "container_title_short", "DOI": "doi",
    "original-title": "original_title", "article-number": "article_number",
    "collection-title": "collection_title",
    "PMID": "pmid", "PMCID": "pmcid", "arXiv": "arxiv", "ISBN": "isbn",
    "ISSN": "issn", "URL": "url", "publisher-place": "publisher_place",
}  # fmt: skip
_DATES = ("published-print", "published-online", "posted", "published")


@dataclass(frozen=True)
class Case:
    """One heading of a case file."""

    title: str
    blocks: tuple[tuple[str, str, str], ...]

    def of(self, kind: str) -> list[tuple[str, str]]:
        """Argument and text of every block of a kind."""
        return [(argument.strip(), text) for name, argument, text in self.blocks if name == kind]

    @property
    def settings(self) -> dict[str, str]:
        """The ``settings`` block."""
        return dict(pair for _, text in self.of("settings") for pair in pairs(text))

    @property
    def expected(self) -> list[tuple[str, list[str]]]:
        """Severity and the words that its message holds, in order, of every expected finding."""
        lines = [line for _, text in self.of("findings") for line in text.splitlines() if line.strip()]
        split = [line.partition(":") for line in lines]
        return [
            (level.strip(), [part.strip() for part in rest.split("…") if part.strip()])
            for level, _, rest in split
        ]


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file: everything under each second-level heading."""
    for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, body = section.partition("\n")
        blocks = tuple((m[1], m[2], m[3]) for m in _FENCE.finditer(body))
        yield Case(title.strip(), blocks)


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """The ``field: value`` lines of a block."""
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and re.fullmatch(r"[A-Za-z-]+", name.strip()):
            yield name.strip(), value.strip()


def work_with(base: Work, values: Mapping[str, str]) -> Work:
    """A work with some fields set from strings in CSL names; an empty value clears the field."""
    changes: dict[str, object] = {}
    dates: list[tuple[str, PartialDate]] = []
    for name, value in values.items():
        if name in ("author", "editor"):
            changes[name], et_al = _people(value)
            changes["et_al"] = et_al if name == "author" else base.et_al
        elif name == "issued":
            changes["issued"] = _date(value) if value else None
        elif name in _DATES:
            dates.append((name, _date(value)))
        elif name in ("updated-by", "update-to"):
            changes[name.replace("-", "_")] = tuple(_update(part) for part in value.split(";"))
        elif name == "relation":
            changes["relations"] = tuple(Relation(*part.split()) for part in value.split(";"))
        elif name in ("ISBN", "ISSN"):
            changes[name.lower()] = tuple(value.split())
        elif name == "DOI":
            changes["doi"] = value.lower()
        else:
            changes[_ATTRIBUTES.get(name, name)] = value
    return replace(base, **changes, dates=tuple(dates) or base.dates)  # type: ignore[arg-type]


def _people(value: str) -> tuple[tuple[Name, ...], bool]:
    et_al = "et al" in value
    people: list[Name] = []
    for part in (part.strip() for part in value.split(";")):
        if part.startswith("{"):
            people.append(Name(literal=part.strip("{}")))
        elif part and part.rstrip(".") != "et al":
            people += parse_names(part.replace(" et al.", ""))[0]
    return tuple(people), et_al


def _date(value: str) -> PartialDate:
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", value)
    if not found:
        return PartialDate(literal=value)
    return PartialDate(
        int(found[1]), int(found[2]) if found[2] else None, int(found[3]) if found[3] else None
    )


def _update(text: str) -> Update:
    words = text.split()
    doi = next((word.lower() for word in words if word.startswith("10.")), "")
    day = next((_date(word) for word in words[1:] if re.fullmatch(r"\d{4}(-\d{2}){0,2}", word)), None)
    source = next((word for word in words if word in ("publisher", "retraction-watch")), "")
    return Update(words[0], doi=doi, source=source, date=day)


class Records:
    """A source that holds the given works and offers all of them for every reference."""

    name = "the records of the case"

    def __init__(self, works: Sequence[Work], unknown: str = "") -> None:
        self._works = works
        self._unknown = [tuple(part.split()) for part in unknown.split(";") if part]

    def fetch(self, dois: Sequence[str]) -> dict[str, Lookup]:
        held = {work.doi: work for work in self._works if work.doi}
        return {
            doi: Lookup(Outcome.FOUND, (held[doi.lower()],))
            if doi.lower() in held
            else Lookup(Outcome.ABSENT)
            for doi in dois
        }

    def identify(self, references: Sequence[Reference]) -> list[dict[str, Lookup]]:
        held = {("PMID", work.pmid): work for work in self._works if work.pmid}
        held |= {("PMCID", work.pmcid): work for work in self._works if work.pmcid}
        held |= {("arXiv", work.arxiv): work for work in self._works if work.arxiv}
        held |= {("ISBN", isbn): work for work in self._works for isbn in work.isbn}
        found = {number: Lookup(Outcome.FOUND, (work,)) for number, work in held.items()}
        found |= {number: Lookup(Outcome.ABSENT) for number in self._unknown}
        return [
            {kind: found[kind, value] for kind, value in numbers.items() if (kind, value) in found}
            for numbers in map(reference_numbers, references)
        ]

    def candidates(self, references: Sequence[Reference]) -> list[Lookup]:
        found = Lookup(Outcome.FOUND, tuple(self._works)) if self._works else Lookup(Outcome.ABSENT)
        return [found for _ in references]


def claimed(entry: str, fields: Mapping[str, str], text: str = "") -> Reference:
    """One reference as printed; given fields replace what the parser reads, and are located in the text."""
    reading = read_fields([entry])[0]
    work = work_with(reading.work, fields)
    changed = {name for name in fields if name not in ("author",)}
    spans = [span for span in reading.spans if span[0] not in changed]
    spans += [(n, entry.find(v), entry.find(v) + len(v)) for n, v in fields.items() if v and v in entry]
    offset = text.find(entry) if text else 0
    return Reference(
        key=_key(work), text=entry, work=work, start=offset, end=offset + len(entry), line=1,
        spans=tuple((name, start + offset, end + offset) for name, start, end in spans),
    )  # fmt: skip


def _key(work: Work) -> str:
    head = str(work.author[0].family or work.author[0].literal).split() if work.author else []
    return f"{head[0] if head else 'entry'}{work.year or ''}"


def single(
    entry: str, fields: Mapping[str, str], registered: Mapping[str, str], settings: Mapping[str, str]
) -> Review:
    """A review of one reference whose record is its own claim with some fields changed."""
    format = settings.get("format", "text")
    notation = catalogue.named(format).notation
    reference = replace(claimed(entry, fields), notation=notation)
    article = Article(Document(entry, "case.txt", format, notation=notation), (reference,))
    record = work_with(
        replace(reference.work, et_al=False, note="", source="Crossref"),
        {key: value for key, value in registered.items() if key != "found-by"},
    )
    status = MatchStatus(settings.get("status", "matched"))
    matched = status is MatchStatus.MATCHED
    agreement = compare(reference.work, record)
    found_by = tuple(settings.get("found-by", "locator").split())
    candidates = (Candidate(record, agreement, found_by),) if matched else ()
    match = Match(
        reference, status, work=record if matched else None, agreement=agreement if matched else None,
        candidates=candidates, sources=("Crossref",),
    )  # fmt: skip
    known = _known(settings["known"]) if "known" in settings else None
    judged = believe([match])
    return Review((article,), (judged,), as_of=_day(settings), source="Crossref", known_statuses=known)


def whole(
    texts: Sequence[tuple[str, str]], works: Sequence[Work] | None, settings: Mapping[str, str]
) -> Review:
    """A review of whole articles against whole records; without records only the text is judged."""
    articles = tuple(
        parse_document(read_text(text, settings.get("format", "text"), path)) for path, text in texts
    )
    from litreview.library.library import Library
    from litreview.matching.resolve import resolve

    if works is None:
        return Review(articles, library=Library.from_articles(articles), as_of=_day(settings))
    source = Records(works, settings.get("unknown", ""))
    matches = tuple(tuple(resolve(article.references, source=source)) for article in articles)
    library = Library.from_articles(articles, matches)
    return Review(articles, matches, library, as_of=_day(settings), source=source.name)


def _known(text: str) -> frozenset[tuple[str, str]]:
    """What an earlier check knew: "10.5555/a S401; 10.5555/b S404", or "none"."""
    return frozenset((part.split()[0], part.split()[1]) for part in text.split(";") if part.strip() != "none")


def _day(settings: Mapping[str, str]) -> date | None:
    return date.fromisoformat(settings["as-of"]) if "as-of" in settings else None


def review_of_example(example: Example) -> Review:
    """The review an example on a rule's page stands for."""
    settings = {"status": example.status, "format": example.format} | (
        {"as-of": example.as_of.isoformat()} if example.as_of else {}
    )
    records = (example.registered,) if isinstance(example.registered, Mapping) else example.registered
    if example.cites:
        known = None if example.known is None else frozenset(example.known)
        return replace(
            single(example.cites, {}, records[0] if records else {}, settings), known_statuses=known
        )
    texts = (example.text,) if isinstance(example.text, str) else example.text
    works = [work_with(Work(source="Crossref"), record) for record in records if record]
    named = [(f"article-{at}.txt", text) for at, text in enumerate(texts, 1)]
    return whole(named, works or None, settings)


def review_of_case(case: Case) -> Review:
    """The review a case stands for."""
    works = [dict(pairs(text)) for _, text in case.of("work")]
    articles = case.of("article")
    if articles:
        records = [work_with(Work(source="Crossref", type="article-journal"), work) for work in works]
        texts = [(path or f"article-{at}.txt", text) for at, (path, text) in enumerate(articles, 1)]
        return whole(texts, records or None, case.settings)
    entry, fields = _entry(case.of("reference")[0][1])
    return single(entry, fields, works[0] if works else {}, case.settings)


def _entry(block: str) -> tuple[str, dict[str, str]]:
    lines = block.strip().splitlines()
    fields = {name: value for line in lines[1:] for name, value in pairs(line)}
    return lines[0], fields


def findings_of(rule: Rule, review: Review) -> tuple[Finding, ...]:
    """What one rule says about a review."""
    return run_rules(review, Settings(select=(rule.code,)))
