"""Running the rules: hand each one its subjects, add place, code and severity, sort."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import inf

from litreview.model.article import Article, Citation, Link
from litreview.model.finding import Finding
from litreview.model.match import Match
from litreview.model.reference import Reference
from litreview.rules.engine.placing import Subject, place
from litreview.rules.engine.registry import find_rule, select_rules
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Rule, is_library
from litreview.rules.engine.settings import Settings
from litreview.rules.engine.suppress import suppress

NOT_READ = "doubted-reading"
"""The rule that says of an article that it was not read."""


def run_rules(review: Review, settings: Settings | None = None) -> tuple[Finding, ...]:
    """Every finding of the selected rules, sorted by article, place, code and message.

    Findings that a comment in the text allows are kept, with the reason in ``suppressed``. An article
    of which nothing was read is judged by no rule and told of whatever rules are selected.

    Raises:
        OptionError: the settings name a rule that does not exist.
    """
    settings = settings or Settings()
    found = list(_unread(review))
    for rule in select_rules(settings.select, settings.ignore, leads=settings.leads):
        found += [finding for finding in _run(rule, review) if not settings.drops(finding)]
    levelled = (replace(item, severity=settings.severity(item)) for item in dict.fromkeys(found))
    return tuple(sorted(suppress(levelled, review.articles), key=_sort_key))


def _unread(review: Review) -> Iterator[Finding]:
    rule = find_rule(NOT_READ)
    for article in review.articles:
        if article.unread:
            subject = Subject(article, article)
            yield from (place(problem, rule, subject, review) for problem in rule.check(article))


def _run(rule: Rule, review: Review) -> Iterator[Finding]:
    for subject in _subjects(rule.subject, review):
        if subject.article and subject.article.unread:
            continue
        if subject.article and any(doubt.reading in rule.rests_on for doubt in subject.article.doubts):
            continue  # the fault may be in our reading
        arguments = [_supply(needed, subject, review) for needed in rule.parameters[1:]]
        if any(argument is None for argument in arguments):
            continue  # what the rule needs to judge is not known: it abstains
        for problem in rule.check(subject.value, *arguments):
            yield place(problem, rule, subject, review)


def _subjects(kind: type, review: Review) -> Iterator[Subject]:
    if kind is Review:
        yield Subject(review, None)
    elif is_library(kind):
        if review.library is not None:
            yield Subject(review.library, None)
    else:
        for article in review.articles:
            for value in _members(kind, article, review):
                yield Subject(value, article)


def _members(kind: type, article: Article, review: Review) -> tuple[object, ...]:
    members: dict[type, tuple[object, ...]] = {
        Article: (article,),
        Link: article.links,
        Citation: article.citations,
        Reference: article.references,
        Match: review.matches_of(article),
    }
    return members[kind]


def _supply(needed: type, subject: Subject, review: Review) -> object:
    if needed is Review:
        return review
    if is_library(needed):
        return review.library
    if needed is date:
        return (subject.article.as_of if subject.article else None) or review.as_of
    if needed is Match and subject.article is not None and isinstance(subject.value, Reference):
        return review.match_of(subject.article, subject.value)
    return subject.article if needed is Article else None


def _sort_key(finding: Finding) -> tuple[float, float, str, str, str, str]:
    """What is about no article, or about none of its words, comes last."""
    article, start = (inf if at is None else at for at in (finding.article_at, finding.start))
    return article, start, finding.rule, finding.field, finding.reference, finding.message
