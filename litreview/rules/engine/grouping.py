"""One finding for one fault: what is said at several places of an article becomes one that lists them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace

from litreview.formats.catalogue import named
from litreview.model.article import Article
from litreview.model.finding import CureKind, Finding, Severity, singles

HABIT = 3
"""Notes alike from which on they are a habit of the article; one or two may be a slip. In 12 real articles
against records made of their own references 487 of 583 findings were one note, said up to 52 times in an
article."""
HABIT_OF_LIST, HABIT_SHARE = 6, 0.5
"""A warning asks for a look at each place, unless there are so many and they are such a share of the list:
then the list is so. One of the 12 articles: 16 of 28 entries that the text never cites."""

Key = Callable[[Finding], Hashable]
Group = list[Finding]


def grouped(findings: Iterable[Finding], articles: Sequence[Article]) -> tuple[Finding, ...]:
    """The findings, each fault once, where its first place is; every place is kept in ``places``.

    Within one article three kinds go together: what echoes another rule's finding about the same reference,
    the same sentence at several places (one wrong year, cited seven times), and notes that are a habit.
    """
    found = _joined(_with_echoes(list(findings)), _sentence, _repeated)
    return tuple(_joined(found, _habit, lambda group: _habitual(group, articles)))


def _joined(findings: Group, key: Key, join: Callable[[Group], Group]) -> Group:
    """Those of one key as ``join`` makes them, where the first of them stands; without a key as they are."""
    groups: dict[Hashable, Group] = defaultdict(list)
    for at, finding in enumerate(findings):
        groups[key(finding) or at].append(finding)
    return [finding for group in groups.values() for finding in join(group)]


def _sentence(finding: Finding) -> Hashable:
    """What is the same where one fault is said at several places: all but the place."""
    if finding.article_at is None or finding.places:
        return None
    place = finding.article_at, finding.origin, finding.reference
    return finding.rule, finding.severity, *place, finding.message, finding.cited, finding.found, finding.work


def _repeated(group: Group) -> Group:
    if len(group) == 1:
        return group
    return [_summed(group[0], group, f"so at {len(group)} places")]


def _with_echoes(findings: Group) -> Group:
    """The findings, those that echo another one put under it as places of it."""
    heads = {(one.rule, one.article_at, one.reference): one for one in reversed(findings) if one.reference}
    echoes: dict[int, Group] = defaultdict(list)
    for finding in findings:
        head = heads.get((finding.echoes, finding.article_at, finding.reference))
        if head is not None:
            echoes[id(head)].append(finding)
    said = {id(finding) for group in echoes.values() for finding in group}
    return [
        _echoed(finding, echoes[id(finding)]) if id(finding) in echoes else finding
        for finding in findings
        if id(finding) not in said
    ]


def _echoed(head: Finding, echoes: Group) -> Finding:
    """As grave as the gravest of them; the places that only show it are right themselves: notes."""
    where = "at 1 place" if len(echoes) == 1 else f"at {len(echoes)} places"
    gravest = max((head, *echoes), key=lambda one: one.severity.rank).severity
    shown = [replace(echo, severity=Severity.NOTE) for echo in echoes]
    return replace(_summed(head, [head, *shown], f"the text says otherwise {where}"), severity=gravest)


def _habit(finding: Finding) -> Hashable:
    if not finding.habit or finding.article_at is None:
        return None
    return finding.rule, finding.severity, finding.article_at, finding.origin, finding.habit


def _habitual(group: Group, articles: Sequence[Article]) -> Group:
    """One finding about the article where it is a habit, else the findings as they are."""
    first, places = group[0], list(singles(group))
    if first.article_at is None:
        return group
    article = articles[first.article_at]
    if first.severity is Severity.NOTE:
        is_habit = len(group) >= HABIT
    else:
        is_habit = first.severity is Severity.WARNING and len(group) >= max(
            HABIT_OF_LIST, HABIT_SHARE * len(article.references)
        )
    if not is_habit:
        return group
    message = f"{first.habit.format(len(group))}{_cured(first.rule, places, article)}."
    told = replace(first, message=message, places=tuple(places), reference="", citation="")
    return [replace(told, cited="", found="", work="", candidates=(), proofs=(), fix=None, cure=None)]


def _cured(rule: str, places: Group, article: Article) -> str:
    """How all of them are put right at once, where a program can; some kinds of file it may only read."""
    if not places[0].origin and named(article.document.format).instead:
        return ""
    cured = [one for one in places if one.fix is not None and one.fix.safe]
    likely = sum(one.fix is not None for one in places)
    if not cured:
        return ""
    adds = all(one.cure is not None and one.cure.kind is CureKind.ADD_DOI for one in cured)
    which = "them" if len(cured) == len(places) else f"{len(cured)} of them"
    which += f", with --unsafe {likely}" if likely > len(cured) else ""
    return f"; `litreview fix --select {rule}` {'adds' if adds else 'corrects'} {which}"


def _summed(head: Finding, places: Group, more: str) -> Finding:
    message = f"{head.message.removesuffix('.')}; {more}."
    return replace(head, message=message, places=tuple(places))
