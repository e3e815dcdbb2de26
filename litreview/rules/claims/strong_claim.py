"""E602."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.article import Article, Citation
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label, quote
from litreview.rules.views.prose import citations_in, references_in, sentence_of, title_of

_STRONG = re.compile(
    r"\b(?:proves?|proven|definitive(?:ly)?|conclusive(?:ly)?|undoubtedly|without doubt|always|never"
    r"|guarantees?|(?:the )?evidence (?:clearly )?(?:shows|proves|demonstrates)|best outcomes?"
    r"|clearly (?:shows?|demonstrates?)|established that|is caused by|cures?|simply|beweist|erwiesen)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:case (?:report|series|study)|in vitro|cadaver\w*|bioengineering|protocol|pilot|feasibility|letter"
    r"|editorial|commentary|opinion|hypothes[ie]s|(?:conceptual|comprehensive|theoretical) model"
    r"|narrative review|in (?:rats|mice)|rat model|mouse model|murine|survey|qualitative|fallbericht)\b",
    re.IGNORECASE,
)
"""Kinds of work, as titles name them, that cannot show by themselves that a treatment works."""


@rule(
    "E602",
    Severity.NOTE,
    bad=Example(
        text="Heat therapy always relieves pain (Okafor, 2015).\n\nReferences\n\nOkafor P. (2015). "
        "Heat therapy in a rower with back pain: a case report. European Spine Journal, 24, "
        "1-9.\n",
        says="“Heat therapy always relieves pain (Okafor, 2015).” is a strong statement "
        "(“always”) for Okafor P (2015), whose title says “case report”.",
    ),
    good=Example(
        text="Heat therapy may relieve pain (Okafor, 2015).\n\nReferences\n\nOkafor P. (2015). Heat "
        "therapy in a rower with back pain: a case report. European Spine Journal, 24, 1-9.\n"
    ),
    on_request=True,
)
def strong_claim(citation: Citation, article: Article, review: Review) -> Iterator[Problem]:
    """A strong statement rests on a kind of work that cannot carry it.

    A lead, never a verdict: the sentence says "proves", "always" or "best outcomes", and the title of the
    cited work calls it a case report, a laboratory study, a protocol or a model.

    Fix: soften the sentence, or cite a study that can show it.

    Silent for guarded words ("may", "suggests"), and where any other work is cited in the same sentence.
    """
    sentence = sentence_of(citation, article)
    if sentence is None or citations_in(sentence, article)[0] is not citation:
        return
    strong = _STRONG.search(sentence.text)
    cited = references_in(sentence, article)
    if strong is None or not cited:
        return
    weak = [_WEAK.search(title_of(reference, article, review)) for reference in cited]
    if all(weak) and weak[0] is not None:
        yield Problem(
            f"“{quote(sentence.text, 120)}” is a strong statement (“{strong.group()}”) for "
            f"{label(cited[0])}, whose title says “{weak[0].group()}”.",
            cited=strong.group(),
            found=weak[0].group(),
            reference=cited[0].key,
            habit="{} strong statements rest on a kind of work that may not carry them",
        )
