"""What pages print around the text and what looks like a citation of another work: the copyright line, the
article's own short citation in a running head, "how to cite"."""

from __future__ import annotations

import re

from litreview.model.article import Citation
from litreview.parsing.lists.likeness import has_address, sentence_words

LONGEST = 250
"""Characters of a line of furniture; a paragraph is longer, and holds citations whatever it begins with."""
_RIGHTS = re.compile(
    r"\W*(?:©|\(c\)(?=\s)|copyright\b|(?:please |to |how to )?cite(?:[: ]\s*(?:this|as)\b|:)|to cite\b"
    r"|suggested citation\b|received\b.*\baccepted\b)",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"\b\d{1,4}\s?(?:\(\d{1,4}\)|:)\W{0,3}\w")


def is_furniture(text: str, citation: Citation) -> bool:
    """True for a citation in a line that is no part of the text."""
    start = text.rfind("\n", 0, citation.start) + 1
    end = text.find("\n", citation.start)
    line = text[start : len(text) if end < 0 else end].strip()
    if len(line) > LONGEST:
        return False
    return bool(_RIGHTS.match(line)) or _cites_itself(line, citation)


def _cites_itself(line: str, citation: Citation) -> bool:
    """ "Arden et al. (2017), J Things, DOI 10.1234/things.118" in a line of its own, without a sentence."""
    rest = line.removeprefix(citation.text)
    published = has_address(rest) or bool(_VOLUME.search(rest))
    return rest != line and published and not sentence_words(line)
