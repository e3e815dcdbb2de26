"""Searching an index by words: sqlite's own text index, or tantivy's where that was asked for.

Both answer one question: the ids of the works that share the rarest words with a reference.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from litreview.model.errors import MissingExtraError

RAREST, BUDGET = 6, 4_000
"""Rarest words that sqlite is asked for, while the works they stand in do not exceed the budget: among
100,000 works 2,000 found as much as 30,000, in half the time."""
ENDING = ".tantivy"
"""What is put behind the name of an index for the folder of its tantivy index."""


class WordSearch(Protocol):
    """Ids of works by words, the best first."""

    def search(self, words: Iterable[str], most: int) -> list[int]:
        """At most so many works that share the words."""
        ...


def open_words(database: sqlite3.Connection, path: Path) -> WordSearch:
    """The search of an index: tantivy where its folder is there and the package installed, else sqlite."""
    folder = tantivy_folder(path)
    if folder.is_dir():
        try:
            return TantivyWords(folder)
        except MissingExtraError:
            pass  # the folder came with the index; sqlite has the same words
    return RareWords(database)


def tantivy_folder(path: Path) -> Path:
    """Where the tantivy index of an index file is."""
    return path.with_name(path.name + ENDING)


class RareWords:
    """sqlite's FTS5, asked for the rarest words only: common ones would make it look at every work."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database
        self._count = lru_cache(100_000)(self._count_word)

    def search(self, words: Iterable[str], most: int) -> list[int]:
        """At most so many works, by BM25."""
        counted = sorted((count, word) for word in words if (count := self._count(word)))
        asked: list[str] = []
        left = BUDGET
        for count, word in counted[:RAREST]:
            if asked and count > left:
                break
            asked.append(f'"{word}"')
            left -= count
        if not asked:
            return []
        sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
        return [row[0] for row in self._db.execute(sql, (" OR ".join(asked), most))]

    def _count_word(self, word: str) -> int:
        """In how many works a word stands, 0 where in none."""
        row = self._db.execute("SELECT works FROM counts WHERE word = ?", (word,)).fetchone()
        row = row or self._db.execute("SELECT doc FROM vocabulary WHERE term = ?", (word,)).fetchone()
        return int(row[0]) if row else 0


class TantivyWords:
    """tantivy (``pip install 'litreview[index]'``), asked for all words: steadier, and smaller on disk."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        try:
            import tantivy
        except ImportError as error:
            raise MissingExtraError("tantivy", "index", "this text index") from error
        self._tantivy = tantivy
        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field("id", stored=True)
        schema.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
        self._schema = schema.build()
        folder.mkdir(exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(folder), reuse=not create)

    def fill(self, rows: Iterable[tuple[int, str]]) -> None:
        """Take in the words of works, in place of all that was there."""
        writer = self._index.writer(heap_size=128_000_000, num_threads=1)
        writer.delete_all_documents()
        for number, text in rows:
            writer.add_document(self._tantivy.Document(id=number, text=text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, words: Iterable[str], most: int) -> list[int]:
        """At most so many works, by BM25."""
        kind, should = self._tantivy.Query, self._tantivy.Occur.Should
        terms = [(should, kind.term_query(self._schema, "text", word, "freq")) for word in sorted(words)]
        if not terms:
            return []
        searcher = self._index.searcher()
        hits = searcher.search(kind.boolean_query(terms), most).hits
        return [int(searcher.doc(address)["id"][0]) for _, address in hits]
