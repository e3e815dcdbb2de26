"""Library: the studies behind articles and bibliographies, each once, with everything that cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from litreview.formats.catalogue import bibliographies, endings
from litreview.formats.registry import read
from litreview.library.dedupe import Deduplication, deduplicate
from litreview.library.families import Relations, families
from litreview.library.frames import works_frame, works_from_frame
from litreview.library.keys import study_keys
from litreview.library.records import Record, best_work, members_of, named, records_of
from litreview.library.study import Family, Study
from litreview.model.article import Article
from litreview.model.errors import InputError
from litreview.model.match import Match

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Library:
    """Studies with their keys, members and families.

    ``records`` are the entries as they were read, one per reference, each with an id of its own; ``studies``
    is what they mean. A library read from one bibliography has one study per record until its records
    are joined by ``merged``; one made from articles joins them from the start, because two articles that cite
    one work are the point of it.
    """

    records: tuple[Record, ...] = ()
    studies: tuple[Study, ...] = ()
    families: tuple[Family, ...] = ()
    articles: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: str | Path) -> Library:
        """The records of a bibliography (.bib, .ris, .nbib, .enw, EndNote XML, CSL-JSON, -YAML) or a table.

        Raises:
            InputError: the file cannot be read, or is no bibliography.
        """
        document = read(path)
        if not document.references:
            raise InputError(
                "no records in it", path=path, advice=f"one of {', '.join(endings(bibliographies()))}"
            )
        return cls._apart(records_of(Article(document, document.references)), (document.path,))

    @classmethod
    def from_frame(cls, frame: pd.DataFrame) -> Library:
        """The records of a DataFrame, one per row, by the usual column names.

        Columns: id, entry_type, title, authors (joined by " and " or ";"), year, journal, volume, issue,
        pages, doi; others are kept. Cells may be text, numbers or missing.
        """
        works = works_from_frame(frame)
        return cls._apart(tuple(Record.from_work(work, at) for at, work in enumerate(works)))

    @classmethod
    def from_articles(
        cls, articles: Iterable[Article], matches: Sequence[Sequence[Match]] | None = None
    ) -> Library:
        """The studies that articles cite, each once.

        ``matches`` has one sequence per article, aligned with its references.

        References that were matched to one record are one study; the rest are joined where their fields
        agree, so that two articles that cite one work under two years still meet.
        """
        found = tuple(articles)
        given = list(matches) if matches else [()] * len(found)
        records = tuple(
            record
            for at, (article, some) in enumerate(zip(found, given, strict=True))
            for record in records_of(article, some, at)
        )
        return cls._apart(records, tuple(article.path for article in found)).merged()

    @classmethod
    def _apart(cls, records: tuple[Record, ...], articles: tuple[str, ...] = ()) -> Library:
        """One study per record, under the record's own id."""
        records = _distinct(records)
        studies = tuple(
            Study(record.id, replace(record.work, key=record.id), record.members, record.id)
            for record in records
        )
        return cls(records, studies, (), articles)

    @property
    def keys(self) -> tuple[str, ...]:
        """The studies' keys, in order."""
        return tuple(study.key for study in self.studies)

    def __len__(self) -> int:
        return len(self.studies)

    def __getitem__(self, key: str) -> Study:
        """The study with that key.

        Raises:
            KeyError: no study has it.
        """
        return self._by_key[key]

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    @cached_property
    def _by_key(self) -> dict[str, Study]:
        return {study.key: study for study in self.studies}

    def study_of(self, article: str | int, reference: str) -> Study | None:
        """The study that a reference (by its key) of an article means.

        An article is named by its path, or by its position in the library where paths do not tell it apart.
        """
        at = self.articles.index(article) if article in self.articles else article
        return self._by_reference.get((at, reference))

    @cached_property
    def _by_reference(self) -> dict[tuple[int | str, str], Study]:
        return {
            (member.article_at, member.reference.key): study
            for study in self.studies
            for member in study.members
        }

    def family_of(self, key: str) -> Family | None:
        """The family a study belongs to, None where it stands alone."""
        return next((family for family in self.families if key in family.members), None)

    def deduplicate(self) -> Deduplication:
        """Which records are one work, with the reason for every join; nothing is changed.

        ``.groups`` maps each record's id to its group, ``.merges`` lists pairs that are the same work,
        versions of one thing, or doubtful. Versions are linked, never joined.
        """
        return self._deduplication

    @cached_property
    def _deduplication(self) -> Deduplication:
        lists = [record.article_at for record in self.records] if len(self.articles) > 1 else None
        return deduplicate([one.work for one in self.records], [one.id for one in self.records], lists)

    def merged(self) -> Library:
        """The library with the records of one work joined into one study."""
        found = self.deduplicate()
        grouped: defaultdict[str, list[Record]] = defaultdict(list)
        for record, label in zip(self.records, found.labels, strict=True):
            grouped[label].append(record)
        works = [best_work([record.work for record in records]) for records in grouped.values()]
        keys = study_keys(
            [named(work, records) for work, records in zip(works, grouped.values(), strict=True)]
        )
        related = Relations.of(dict(zip(grouped, zip(keys, works, strict=True), strict=True)), found)
        kin, home = families(related)
        studies = tuple(
            Study(
                key,
                replace(work, key=key),
                members_of(records),
                home.get(key, key),
            )
            for key, work, records in zip(keys, works, grouped.values(), strict=True)
        )
        return Library(self.records, studies, kin, self.articles)

    def citation_matrix(self) -> pd.DataFrame:
        """Articles (rows, by path) × studies (columns, by key): 1 where the article cites it, else 0."""
        import pandas as pd

        paths = self.articles or ("",) * bool(self.studies)
        citing = {study.key: {member.article_at for member in study.members} for study in self.studies}
        columns = {key: [int(at in places) for at in range(len(paths))] for key, places in citing.items()}
        return pd.DataFrame(columns, index=pd.Index(paths, name="article"))

    def to_frame(self) -> pd.DataFrame:
        """One row per study: its fields, the number of records behind it, who cites it, its other names."""
        frame = works_frame(study.work for study in self.studies)
        frame["records"] = [len(study.members) for study in self.studies]
        frame["articles"] = ["; ".join(study.articles) for study in self.studies]
        frame["aliases"] = ["; ".join(study.aliases) for study in self.studies]
        frame["family"] = [study.family for study in self.studies]
        return frame

    def write(self, path: str | Path) -> None:
        """Writes the studies as .bib, .ris, .nbib, .json, .jsonl or .yaml (CSL), .xml (EndNote), .csv …

        Raises:
            OptionError: no such ending.
            InputError: the file cannot be written.
            MissingExtraError: .xlsx without xlsxwriter.
        """
        # LaTeX's tables are loaded for writing only, not for each check.
        from litreview.formats.writing import write_file
        from litreview.library.writing import write_records

        target = Path(path)
        write_file(write_records([study.work for study in self.studies], target.suffix), target)

    def __repr__(self) -> str:
        return f"Library({len(self.studies)} studies, {len(self.records)} records)"

    def _repr_html_(self) -> str:
        html: str = self.to_frame()[["id", "authors", "year", "title", "journal", "doi", "records"]].to_html(
            index=False
        )
        return html


def _distinct(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """Records with distinct ids: the key alone where it is unique, else with the file it stands in."""
    counts: defaultdict[str, int] = defaultdict(int)
    for record in records:
        counts[record.key] += 1
    taken: set[str] = set()
    result = []
    for record in records:
        name = record.key if counts[record.key] == 1 else f"{record.article}#{record.key}"
        number = 2
        wanted = name
        while name in taken:
            name, number = f"{wanted}-{number}", number + 1
        taken.add(name)
        result.append(replace(record, id=name))
    return tuple(result)
