"""A cache file with answers in it, for the tests of what may happen to it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from litreview.model.errors import CacheWarning
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Name, PartialDate, Work
from litreview.sources.cache_file import CacheFile
from litreview.sources.store import Store

NOW = 1_700_000_000.0


def work(number: int) -> Work:
    doi = f"10.1234/w{number}"
    return Work(
        type="article-journal", title=f"A paper about thing number {number}", author=(Name("Ito", "K."),),
        doi=doi, record=doi, issued=PartialDate(1990 + number % 30), volume=str(number), page=f"{number}-9",
        url=f"https://doi.org/{doi}", source="Fake", extra=(("crossref-type", "journal-article"),),
    )  # fmt: skip


ANSWERS = {f"10.1234/w{number}": Lookup(Outcome.FOUND, (work(number),)) for number in range(300)} | {
    f"10.1234/none{number}": Lookup(Outcome.ABSENT, reason=f"no record {number}") for number in range(100)
}


def filled(path: Path) -> Path:
    """A file that holds ``ANSWERS``, closed and without a log."""
    file = CacheFile(path)
    store = Store(file, "Fake", "Fake")
    for question, lookup in ANSWERS.items():
        store.put("fetch", question, lookup, NOW)
    file.close()
    return path


def read(file: CacheFile) -> dict[str, Lookup]:
    """Every answer that the file still gives."""
    store = Store(file, "Fake", "Fake")
    found = {question: store.get("fetch", question) for question in ANSWERS}
    return {question: stored.lookup for question, stored in found.items() if stored}


@contextmanager
def told(*, about: str = "") -> Iterator[None]:
    """Within it one thing is said of the cache, and one only."""
    with pytest.warns(CacheWarning, match=about) as lines:
        yield
    assert len(lines) == 1


def overwrite(path: Path, pages: int = 3) -> bytes:
    """Put nonsense in the place of some pages in the middle; what the file holds then."""
    content = bytearray(path.read_bytes())
    at = len(content) // 3 // 4096 * 4096
    content[at : at + pages * 4096] = b"\xff" * (pages * 4096)
    path.write_bytes(content)
    return bytes(content)


@contextmanager
def as_somebody_else() -> Iterator[Path]:
    """A folder in which this process is not root: where it is, rights do not bind it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid():
            yield folder
            return
        os.chown(folder, 65_534, 65_534)
        os.seteuid(65_534)
        try:
            if not os.access(folder, os.W_OK, effective_ids=True):
                pytest.skip("the folder for temporary files is closed to others")
            yield folder
        finally:
            os.seteuid(0)
