"""Study, its members and its family: what a library is made of."""

from __future__ import annotations

from dataclasses import dataclass

from litreview.model.match import Match
from litreview.model.reference import Reference
from litreview.model.work import Work


@dataclass(frozen=True, slots=True)
class Member:
    """One reference of one article (or one record of a file) that means the study.

    ``article`` is the path, ``article_at`` the article's position in the library, for texts have no path and
    files may share one. ``match`` is None where nothing was looked up. ``reference`` is as it stands there,
    with its own key, text and fields, however wrong.
    """

    article: str
    reference: Reference
    match: Match | None = None
    article_at: int = 0

    @property
    def year(self) -> int | None:
        """The year under which this article cites the study."""
        return self.reference.work.year


@dataclass(frozen=True, slots=True)
class Study:
    """One citable work with every reference that means it.

    ``work`` is the registered record where a member was matched, else the fullest of the members' claims.
    ``family`` is the key of the study's family (its own key if it stands alone).
    """

    key: str
    work: Work
    members: tuple[Member, ...] = ()
    family: str = ""

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names of the study: the members' reference keys and the years they give, sorted."""
        keys = {member.reference.key for member in self.members}
        return tuple(sorted(keys - {self.key, ""}))

    @property
    def years(self) -> frozenset[int]:
        """Every year under which the study is cited."""
        return frozenset(member.year for member in self.members if member.year is not None)

    @property
    def articles(self) -> tuple[str, ...]:
        """Paths of the articles that cite the study, in order, each article once."""
        return tuple({member.article_at: member.article for member in self.members}.values())

    @property
    def is_resolved(self) -> bool:
        """True where a source has registered the work."""
        return any(member.match is not None and member.match.work is not None for member in self.members)


@dataclass(frozen=True, slots=True)
class Family:
    """Studies that are versions of one thing: preprint and article, Cochrane versions, notice and paper.

    They stay separate works; ``relations`` says how each two hang together (key, reason, key).
    """

    key: str
    members: tuple[str, ...]
    relations: tuple[tuple[str, str, str], ...] = ()
