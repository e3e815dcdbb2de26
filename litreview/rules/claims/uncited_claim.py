"""E603."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.labels import quote
from litreview.rules.views.prose import citations_in, sentences

_APPEAL = re.compile(
    r"\b(?:(?:many |several |recent |numerous |some )?(?:studies|trials|reviews|meta-analyses)"
    r" (?:have )?(?:shown?|found|suggest(?:ed)?|demonstrated?|reported|confirm(?:ed)?|prove[nd]?)"
    r"|(?:the |current |recent |scientific )?(?:research|evidence|literature)"
    r" (?:has |have |continues to |clearly )*"
    r"(?:shown?|shows|suggests?|demonstrates?|found|confirms?|indicates?)"
    r"|(?:it has been|is) (?:scientifically )?proven|studien (?:zeigen|belegen|haben gezeigt))\b",
    re.IGNORECASE,
)
"""Words by which a sentence itself says that it rests on research."""

NEAR = 2
"""Sentences on either side in which a citation still counts for this one."""

_OWN_WORK = re.compile(r"\bour\b|\b(?:this|the present) (?:study|trial|review)\b|\bwe (?:found|show)", re.I)


@rule(
    "E603",
    Severity.NOTE,
    bad=Example(
        text="Exercise helps (Okafor, 2015).\n\nRowing is a sport. It is old. Many like "
        "it.\n\nResearch has shown that massage cuts recovery time by "
        "half.\n\nReferences\n\nOkafor P. (2015). Exercise in rowers. European Spine Journal, "
        "24, 1-9.\n",
        says="“Research has shown that massage cuts recovery time by half.” appeals to research "
        "and cites none.",
    ),
    good=Example(
        text="Exercise helps.\n\nResearch has shown that massage cuts recovery time by half (Okafor, 2015)."
        "\n\nReferences\n\nOkafor P. (2015). Exercise in rowers. European Spine Journal, 24, 1-9.\n"
    ),
    rests_on=LINKS,
    on_request=True,
)
def uncited_claim(article: Article) -> Iterator[Problem]:
    """A sentence appeals to research and cites none.

    "Studies show" without a study cannot be checked.

    Fix: cite the studies, or say whose view it is.

    Silent where a citation stands in the sentence or within two sentences of it, for the article's own
    results, and in articles without any citation (no-citations says it once).
    """
    if not article.citations:
        return
    texts = list(sentences(article))
    cited = {at for at, one in enumerate(texts) if citations_in(one, article)}
    for at, sentence in enumerate(texts):
        appeal = _APPEAL.search(sentence.text)
        if (
            appeal is None
            or _OWN_WORK.search(sentence.text)
            or any(at + step in cited for step in range(-NEAR, NEAR + 1))
        ):
            continue
        yield Problem(
            f"“{quote(sentence.text, 160)}” appeals to research and cites none.",
            cited=appeal.group(),
            at=(sentence.start, sentence.end),
            habit="{} sentences appeal to research and cite none",
        )
