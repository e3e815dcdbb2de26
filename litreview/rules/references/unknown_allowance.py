"""R215."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.errors import OptionError
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.registry import matching
from litreview.rules.engine.rule import Example, rule
from litreview.rules.engine.suppress import find_allowances


@rule(
    "R215",
    Severity.NOTE,
    bad=Example(
        text="<!-- litreview: allow year-missmatch confirmed by the publisher -->\nRest helps.\n",
        format="markdown",
        says="A comment allows year-missmatch, and there is no such rule (did you mean year-mismatch?).",
    ),
    good=Example(
        text="<!-- litreview: allow year-mismatch confirmed by the publisher -->\nRest helps.\n",
        format="markdown",
    ),
)
def unknown_allowance(article: Article) -> Iterator[Problem]:
    """A comment allows a rule that does not exist.

    It was meant to set a finding aside and does nothing, so the finding comes back or another one hides.

    Fix: write the rule's name or code as `litreview rules` lists it.

    Silent about allowances that nothing falls under, and about those that have run out.
    """
    for allowance in find_allowances(article.text):
        for name in allowance.rules:
            try:
                matching(name)
            except OptionError as error:
                advice = f" ({error.advice})" if error.advice else ""
                yield Problem(
                    f"A comment allows {name}, and there is no such rule{advice}.",
                    cited=name,
                    at=(allowance.start, allowance.start),
                )
