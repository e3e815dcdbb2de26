"""The whole text that an entry stands in: the article's, or that of a bibliography it names."""

from __future__ import annotations

from litreview.formats.registry import read
from litreview.model.article import Article
from litreview.model.errors import InputError
from litreview.model.reference import Reference


class Sheets:
    """Texts of named files, each read once and only when a pen asks for it."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def text(self, reference: Reference, article: Article) -> str:
        """The text that the reference's offsets index; empty where that file has changed since it was read:
        then no place in it is certain."""
        path = reference.origin
        if not path:
            return article.text
        if path not in self._texts:
            try:
                self._texts[path] = read(path).text
            except InputError:
                self._texts[path] = ""
        text = self._texts[path]
        return text if text[reference.start : reference.end] == reference.text else ""
