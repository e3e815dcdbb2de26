"""The raw material of a made-up reference: names, titles, journals, numbers, drawn with a seed."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.train_model import vocabulary as words

Person = tuple[str, str]
KINDS = ("article", "chapter", "book", "report", "talk", "web")
_SMALL = frozenset(("of", "the", "and", "für", "und", "in", "on", "for", "de", "la", "zur", "der"))


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reference is to say. ``kind`` is article, chapter, book or report; empty texts are left out."""

    kind: str
    authors: tuple[Person, ...]
    title: str
    container: str = ""
    editors: tuple[Person, ...] = ()
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""


def from_record(fields: Mapping[str, Any]) -> Facts | None:
    """Facts of a Crossref record, None where it lacks authors, title or container."""
    authors: tuple[Person, ...] = tuple(fields.get("authors", ()))
    if not authors or len(authors) > 15 or not fields.get("title") or not fields.get("container"):
        return None
    texts = {
        name: str(fields.get(name, "")) for name in ("title", "container", "year", "volume", "issue", "pages")
    }
    if any("<" in text for text in texts.values()) or len(texts["title"]) < 8:
        return None
    return Facts("article", authors, editors=(), **texts)


class Maker:
    """Makes up facts, mixing hand-written vocabulary with names, titles and journals of real records."""

    def __init__(self, seed: int, records: Sequence[Facts]) -> None:
        self.draw = random.Random(seed)
        self._records = records

    def facts(self) -> Facts:
        """The facts of one made-up reference."""
        kind = self.draw.choices(KINDS, (34, 30, 22, 8, 4, 2))[0]
        german = self.draw.random() < 0.6
        title = self.title(german) if self.draw.random() < 0.85 else self._real().title
        start = self.draw.randint(1, 900)
        pages = f"{start}-{self._last(start)}"
        facts = {
            "kind": kind,
            "authors": self.people(),
            "title": title,
            "year": str(
                self.draw.choices((self.draw.randint(1920, 1979), self.draw.randint(1980, 2023)), (1, 6))[0]
            ),
        }
        if kind == "article":
            facts |= {
                "container": self._journal(),
                "pages": pages,
                "volume": self._volume(),
                "issue": self._issue(),
            }
        elif kind == "chapter":
            facts |= {"container": self.title(german), "pages": pages, "editors": self.people()}
        elif kind == "report":
            facts |= {"container": self._series(), "issue": str(self.draw.randint(1, 900))}
        elif kind == "talk":
            facts |= {"container": self.meeting(), "pages": pages}
        if kind != "article":
            facts |= {
                "place": self.draw.choice(words.PLACES),
                "publisher": self._house(),
            }
        return Facts(**facts)  # type: ignore[arg-type]

    def people(self) -> tuple[Person, ...]:
        """One to five people, most often one or two."""
        if self.draw.random() < 0.05:
            return ((self.draw.choice(words.ORGANISATIONS), ""),)
        count = self.draw.choices((1, 2, 3, 4, 5), (48, 30, 14, 5, 3))[0]
        if self.draw.random() < 0.25:
            return self._real().authors[:count]
        return tuple((self.draw.choice(words.FAMILIES), self._given()) for _ in range(count))

    def title(self, german: bool) -> str:  # noqa: FBT001 - a draw, not an option
        """A title, often with a subtitle after a full stop or colon."""
        text = self._fill(self.draw.choice(words.FRAMES_DE if german else words.FRAMES_EN), german)
        if self.draw.random() < 0.5:
            end = self._fill(self.draw.choice(words.SUBTITLES_DE if german else words.SUBTITLES_EN), german)
            mark = "" if text.endswith("?") else self.draw.choices((".", ":", " –"), (6, 3, 1))[0]
            text = f"{text}{mark} {end}"
        if not german and self.draw.random() < 0.4:
            text = " ".join(
                word if word in {"and", "of", "the", "in", "on", "to", "a"} else word[0].upper() + word[1:]
                for word in text.split()
            )
        return text

    def _fill(self, frame: str, german: bool) -> str:  # noqa: FBT001
        nouns, adjectives = (
            (words.NOUNS_DE, words.ADJECTIVES_DE) if german else (words.NOUNS_EN, words.ADJECTIVES_EN)
        )
        text = frame
        for mark, options in (
            ("{n}", nouns),
            ("{N}", nouns),
            ("{a}", adjectives),
            ("{A}", adjectives),
            ("{G}", words.GIVENS),
            ("{F}", words.FAMILIES),
        ):
            while mark in text:
                word = self.draw.choice(options)
                text = text.replace(mark, word.capitalize() if mark in "{N}{A}" else word, 1)
        return text

    def _real(self) -> Facts:
        return self.draw.choice(self._records)

    def _journal(self) -> str:
        name = self.draw.choice(words.JOURNALS) if self.draw.random() < 0.65 else self._real().container
        return self.abbreviated(name) if self.draw.random() < 0.2 else name

    def abbreviated(self, name: str) -> str:
        """A journal name cut down as lists do ("Am. J. Hum. Genet."), with or without full stops."""
        parts = [part for part in name.replace(":", "").split() if part.casefold() not in _SMALL]
        if len(parts) < 2:
            return name
        stop = "." if self.draw.random() < 0.6 else ""
        short = []
        for part in parts:
            size = 1 if part in ("Journal", "Zeitschrift", "American") else self.draw.randint(3, 6)
            short.append(part if len(part) <= size + 2 else part[:size] + stop)
        return " ".join(short).rstrip(".")

    def meeting(self) -> str:
        """A conference, alone, in its proceedings, or as a paper read there."""
        number = self.draw.choice(("", "", "3rd ", "5th ", "12th ", "21st ", "Second ", "XXIII "))
        name = number + self._fill(self.draw.choice(words.MEETINGS_EN), german=False).replace("{", "")
        frame = self.draw.choice(
            (
                "Proceedings of the {}",
                "Proc. of the {}",
                "Proceedings {}",
                "Proc. {}",
                "{}",
                "Paper presented at the {}",
                "paper presented at the {}",
                "Paper presented at {}",
                "Vortrag auf der {}",
                "Poster presented at the {}",
            )
        )
        return frame.format(
            " ".join(word[0].upper() + word[1:] if len(word) > 3 else word for word in name.split())
        )

    def _series(self) -> str:
        if self.draw.random() < 0.6:
            return self.draw.choice(words.SERIES)
        base = self.draw.choice((*words.NOUNS_DE, *words.NOUNS_EN)).capitalize()
        return self.draw.choice(
            (
                "{} Discussion Paper",
                "{} Working Paper",
                "{} Series",
                "Beiträge zur {}",
                "Schriftenreihe {}",
                "{}-Materialien",
                "Research Report {}",
                "Institute for {} Working Paper",
                "Studien zur {}",
                "Forschungsberichte {}",
                "Texte zur {}",
                "{} Research Papers",
            )
        ).format(base)

    def _house(self) -> str:
        if self.draw.random() < 0.5:
            return self.draw.choice(words.PUBLISHERS)
        text = self.draw.choice(words.HOUSES)
        for mark, options in (
            ("{F}", words.FAMILIES),
            ("{P}", words.PLACES),
            ("{D}", words.NOUNS_DE),
            ("{E}", words.NOUNS_EN),
        ):
            while mark in text:
                text = text.replace(
                    mark,
                    self.draw.choice(options).split(",")[0].capitalize()
                    if mark == "{E}"
                    else self.draw.choice(options).split(",")[0],
                    1,
                )
        return text

    def _given(self) -> str:
        given = self.draw.choice(words.GIVENS)
        extra = self.draw.random()
        return (
            f"{given} {self.draw.choice('ABCDEFGHJKLMPRSTW')}."
            if extra < 0.12
            else f"{given} {self.draw.choice(words.GIVENS)}"
            if extra < 0.16
            else given
        )

    def _volume(self) -> str:
        if self.draw.random() < 0.04:
            return self.draw.choice(("IV", "XII", "XXIII", "VII", "XXXVI", "LIX", "II", "XIV"))
        return str(self.draw.randint(1, 130)) if self.draw.random() < 0.92 else ""

    def _issue(self) -> str:
        if self.draw.random() < 0.35:
            return ""
        first = self.draw.randint(1, 12)
        return (
            f"{first}-{first + 1}"
            if self.draw.random() < 0.06
            else f"{first}/{first + 1}"
            if self.draw.random() < 0.04
            else str(first)
        )

    def _last(self, start: int) -> str:
        last = str(start + self.draw.randint(2, 40))
        if self.draw.random() < 0.1 and len(last) == len(str(start)) > 1:
            return last[-2:]
        return last
