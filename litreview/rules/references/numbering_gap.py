"""R211."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.rule import LIST, Example, rule


@rule(
    "R211",
    Severity.WARNING,
    bad=Example(
        text="Massage helps [1,3].\n\nReferences\n\n1. Chou R, Deyo R. Therapies for low back pain. "
        "Ann Intern Med 2017; 166: 493-505.\n\n3. Egger M, Smith GD. Bias in meta-analysis "
        "detected by a test. BMJ 1997; 315: 629-634.\n",
        says="In the reference list, number 3 follows 1.",
    ),
    good=Example(
        text="Massage helps [1,2].\n\nReferences\n\n1. Chou R, Deyo R. Therapies for low back pain. "
        "Ann Intern Med 2017; 166: 493-505.\n\n2. Egger M, Smith GD. Bias in meta-analysis "
        "detected by a test. BMJ 1997; 315: 629-634.\n"
    ),
    rests_on=LIST,
)
def numbering_gap(article: Article) -> Iterator[Problem]:
    """A number of the reference list is missing or stands twice.

    Every citation after the gap may point one entry too far.

    Fix: number the list anew, and check the citations against it.

    Silent for lists without numbers, for lists that begin at another number than 1 and run on from there, and
    where the count begins again at 1, 2: a supplement has a list of its own.
    """
    numbered = [reference for reference in article.references if reference.number is not None]
    if len(numbered) < 2 or len(numbered) < len(article.references):
        return
    numbers = [reference.number for reference in numbered]
    for at, (before, after) in enumerate(pairwise(numbered), 1):
        assert before.number is not None
        assert after.number is not None
        anew = numbers[at : at + 2] == [1, 2] and before.number > 1
        if after.number != before.number + 1 and not anew:
            what = "stands twice" if after.number == before.number else f"follows {before.number}"
            yield Problem(
                f"In the reference list, number {after.number} {what}.",
                cited=str(after.number),
                reference=after.key,
                at=(after.start, after.end),
            )
