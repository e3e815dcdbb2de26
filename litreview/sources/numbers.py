"""The numbers of a reference beside its DOI: PubMed's, PubMed Central's, arXiv's, and the ISBN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.plain import wording_of
from litreview.model.reference import Reference
from litreview.normalise.identifiers import find_arxiv, find_pmcids, find_pmids

_ARXIV = re.compile(r"(?:\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d\d(?:0[1-9]|1[0-2])\d{3})")
_VERSION = re.compile(r"v\d+$")
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)


def reference_numbers(reference: Reference) -> dict[str, str]:
    """One number of each kind by its CSL name (``PMID``, ``PMCID``, ``arXiv``, ``ISBN``).

    Where a reference gives two of one kind ("PMID 123; comment in PMID 456"), nobody knows which is its own,
    and the kind is left out. Of several ISBNs (bound and paperback) the first stands for all.
    """
    found = {kind: list(dict.fromkeys(values)) for kind, values in _all(reference)}
    return {
        kind: values[0] for kind, values in found.items() if len(values) == 1 or (values and kind == "ISBN")
    }


def _all(reference: Reference) -> Iterator[tuple[str, list[str]]]:
    work, text = reference.work, wording_of(reference)
    pmids = [work.pmid, *(item.value for item in find_pmids(text))]
    yield "PMID", [value for text in pmids if (value := text.strip().lstrip("0")).isdecimal()]
    pmcids = [f"PMC{work.pmcid.strip().upper().removeprefix('PMC')}"] if work.pmcid else []
    pmcids += [item.value for item in find_pmcids(text)]
    yield "PMCID", [value for text in pmcids if re.fullmatch(r"PMC\d+", value := text.partition(".")[0])]
    named = _ARXIV_DOI.match(work.doi)
    arxiv = [work.arxiv, named[1] if named else "", *(item.value for item in find_arxiv(text))]
    yield "arXiv", [number for text in arxiv if (number := arxiv_number(text))]
    yield "ISBN", [isbn for text in work.isbn if (isbn := isbn_13(text))]


def arxiv_number(text: str) -> str:
    """An arXiv number without version and address, empty where it cannot be one.

    >>> arxiv_number("arXiv:1801.01234v2"), arxiv_number("1813.01234")
    ('1801.01234', '')
    """
    bare = _VERSION.sub(
        "", re.sub(r"(?i)^\s*(?:arxiv:|https?://arxiv\.org/(?:abs|pdf)/)\s*", "", text).strip()
    )
    return bare if _ARXIV.fullmatch(bare) else ""


def isbn_13(text: str) -> str:
    """An ISBN as thirteen digits, empty where its check digit is wrong.

    >>> isbn_13("0-306-40615-2"), isbn_13("978-0-306-40615-8")
    ('9780306406157', '')
    """
    bare = re.sub(r"[\s‐–-]", "", text).upper()
    if re.fullmatch(r"\d{9}[\dX]", bare):
        values = [10 if digit == "X" else int(digit) for digit in bare]
        if sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11:
            return ""
        bare = f"978{bare[:9]}"
        return bare + str(-_weighted(bare) % 10)
    return bare if re.fullmatch(r"97[89]\d{10}", bare) and _weighted(bare) % 10 == 0 else ""


def _weighted(digits: str) -> int:
    return sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
