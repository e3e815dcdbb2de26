"""An audit (JSON, schema ``litreview.report/1``) as studies and the references that cite them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Item = Mapping[str, Any]
"""An object of parsed JSON: a CSL item, a reference, a citation or a finding."""

WRONG = "different"
_FIELDS = {"container-title": "journal", "issued": "year", "page": "pages"}


@dataclass(frozen=True)
class Cited:
    """One reference of one article. ``study`` is the key of the record it was matched to, else a key of its
    own; ``record`` is that record (CSL), None without one; ``markers`` are the in-text citations of it."""

    article: str
    key: str
    study: str
    claim: Item
    record: Item | None
    agreement: Mapping[str, str]
    status: str
    markers: tuple[str, ...]

    @property
    def claimed(self) -> str:
        """Author and year as the reference gives them."""
        return name_year(self.claim)

    @property
    def differing(self) -> tuple[str, ...]:
        """Names of the fields that contradict the record."""
        return tuple(name for name, verdict in self.agreement.items() if verdict == WRONG)

    @property
    def words(self) -> str:
        """How the article cites the work: author and year, how often in the text, what differs."""
        often = f"{len(self.markers)}× in the text" if self.markers else "listed, not cited in the text"
        names = ", ".join(_FIELDS.get(name, name) for name in self.differing)
        differs = f"; differs: {names}" if names else ""
        return f"{self.claimed} ({often}{differs})"


@dataclass(frozen=True)
class Study:
    """A work and every reference to it, in the order of the articles."""

    key: str
    label: str
    citing: tuple[Cited, ...]

    @property
    def record(self) -> Item | None:
        """The record of the work, None where none was found."""
        return self.citing[0].record

    @property
    def shown(self) -> Item:
        """The record, else what the first reference claims."""
        return self.record or self.citing[0].claim

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that cite it."""
        return tuple(dict.fromkeys(one.article for one in self.citing))


@dataclass(frozen=True)
class Audit:
    """Articles (name to title), references in order, studies, and the findings as in the JSON,
    each with the name of its article."""

    articles: Mapping[str, str]
    cited: tuple[Cited, ...]
    studies: tuple[Study, ...]
    findings: tuple[Item, ...]
    as_of: str
    source: str

    @property
    def labels(self) -> dict[str, str]:
        """Study key to label."""
        return {study.key: study.label for study in self.studies}

    def letter(self, article: str) -> str:
        """A, B, C … for an article, in order."""
        return chr(ord("A") + list(self.articles).index(article))

    @property
    def letters(self) -> str:
        """ "A: title; B: title" for the foot of a figure."""
        return "; ".join(f"{self.letter(name)}: {title}" for name, title in self.articles.items()) + "."


def read_audit(path: str | Path) -> Audit:
    """Read what ``analyses.audit`` wrote."""
    data = json.loads(Path(path).read_text(encoding="utf-8"))
    names = _names([one["path"] for one in data["articles"]])
    articles = {names[one["path"]]: one["title"] or one["path"] for one in data["articles"]}
    cited = tuple(
        _cited(names[article["path"]], reference, article["citations"])
        for article in data["articles"] for reference in article["references"]
    )  # fmt: skip
    findings = tuple(one | {"article": names.get(one["article"], one["article"])} for one in data["findings"])
    return Audit(articles, cited, _studies(cited), findings, data["as_of"] or "", data.get("source", ""))


def _names(paths: Sequence[str]) -> dict[str, str]:
    """A short name for each article: its file name without suffix, or the path where two files share one."""
    stems = [Path(path).stem for path in paths]
    return {path: path if stems.count(stem) > 1 else stem for path, stem in zip(paths, stems, strict=True)}


def _cited(article: str, reference: Item, citations: Sequence[Item]) -> Cited:
    match = reference["match"] or {}
    name = match.get("key") or match.get("doi")
    found = [one["csl"] for one in match.get("candidates", ()) if name and name in (one["key"], one["doi"])]
    markers = tuple(
        one["text"] for one in citations
        if any(reference["key"] in item["references"] for item in one["items"])
    )  # fmt: skip
    own = f"{article}/{reference['key']}"
    return Cited(
        article, reference["key"], name or own, reference["csl"], found[0] if found else None,
        match.get("agreement") or {}, match.get("status", "unavailable"), markers,
    )  # fmt: skip


def _studies(cited: Sequence[Cited]) -> tuple[Study, ...]:
    groups: dict[str, list[Cited]] = {}
    for one in cited:
        groups.setdefault(one.study, []).append(one)
    names = {key: _name(members) for key, members in groups.items()}
    found = []
    for key, members in groups.items():
        twins = [other for other, name in names.items() if name == names[key]]
        suffix = chr(ord("a") + twins.index(key)) if len(twins) > 1 else ""
        found.append(Study(key, names[key] + suffix, tuple(members)))
    return tuple(sorted(found, key=lambda study: (study.label.casefold(), study.key)))


def _name(members: Sequence[Cited]) -> str:
    """Author and year of the record; what the record lacks is taken from the references."""
    known = [*(one.record for one in members if one.record), *(one.claim for one in members)]
    author = next((csl["author"] for csl in known if csl.get("author")), None)
    issued = next((csl["issued"] for csl in known if year_of(csl)), None)
    return name_year({"author": author, "issued": issued})


def name_year(csl: Item) -> str:
    """ "Franke 2014": the first author, or the organisation in short, and the year."""
    authors = csl.get("author") or [{"literal": "No author"}]
    first = authors[0].get("family") or authors[0].get("literal", "")
    return f"{first.split(' (')[0]} {year_of(csl) or 'n.d.'}"


def year_of(csl: Item) -> int | None:
    """The year of a CSL item."""
    parts = (csl.get("issued") or {}).get("date-parts") or [[None]]
    return int(parts[0][0]) if parts[0] and parts[0][0] else None


def study_labels(keys: Sequence[str], known: Mapping[str, str]) -> dict[str, str]:
    """Labels for the keys of an evidence table: those of the audit, else "mu-2020" as "Mu 2020"."""
    return {key: known.get(key) or " ".join(key.split("-")[:2]).capitalize() for key in keys}
