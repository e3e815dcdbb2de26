"""RTF, as Word, LibreOffice, WordPad and Apple's TextEdit write it.

striprtf, the one library kept up, gives mere text: raised letters, notes, headings and what stands behind a
field are gone, and with them the citations (its issues 11 and 53 tell of lost code pages too).
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import replace

from litreview.formats.live_document import LiveText
from litreview.formats.rtf.scan import Token, codec_of, page_of, scan
from litreview.formats.rtf.state import INTO, Field, State, look_behind
from litreview.formats.rtf.tables import CHARACTERS, LINE_ENDS, SIGNS, SKIPPED, STARRED
from litreview.formats.styled_list import Paragraph, is_list_style
from litreview.formats.word.fields import address
from litreview.formats.word.read import MIN_ENDNOTES, MIN_ENTRY, MIN_SHARE
from litreview.model.document import Document, Entry, Hyperlink, Mark, Style
from litreview.model.errors import InputError
from litreview.normalise.vocabulary.years import LONE_YEAR

_NO_OUTLINE = 9
"""The level of text that is no heading (RTF 1.9.1, ``\\outlinelevel``)."""


def read_rtf(data: bytes, path: str = "") -> Document:
    """An RTF file. Places are paragraphs and notes, counted as they are read.

    Raises:
        InputError: the bytes are no RTF.
    """
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith(b"{\\rtf"):
        raise InputError("not an RTF file", path=path)
    reader = _Reader(list(scan(head)))
    reader.read()
    return reader.live.document(path, "rtf", title=" ".join("".join(reader.title).split()))


class _Reader:
    """One file. A note or a text box waits, as a stretch of tokens, for the end of its paragraph or text."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.ends = _closing(tokens)
        self.live = LiveText()
        self.title: list[str] = []
        self.page = 1252
        self.fonts: dict[int, int] = {}
        self.headings: set[int] = set()
        self.titles: set[int] = set()
        self.entries: set[int] = set()
        self.waiting: list[tuple[str, int, int]] = []
        self.endnotes: list[tuple[int, int]] = []
        self.listed = False
        self._bytes = bytearray()
        self._state = State()
        self._stack: list[tuple[State, bool]] = []
        self._fields: list[Field] = []
        self._skip = 0
        self._style = self._count = self._start = 0
        self._outline = _NO_OUTLINE
        self._part = "paragraph"
        self._noted = False  # in a note or a box; those inside it are read in place
        self._font = self._entry = 0
        self._name: list[str] = []
        self._high = ""

    def read(self) -> None:
        """The whole file; the endnotes are the reference list where they look like one."""
        notes = (at for at, token in enumerate(self.tokens) if token[:2] == ("word", "footnote"))
        spans = [self._note_at(at) for at in notes]
        texts = [self._plain(*span) for span in spans if span and self._is_endnote(*span)]
        entries = [text for text in texts if len(text) > MIN_ENTRY and LONE_YEAR.search(text)]
        self.listed = len(texts) >= MIN_ENDNOTES and len(entries) > MIN_SHARE * len(texts)
        self._run(0, self.ends.get(0, len(self.tokens)))
        self._paragraph()
        for number, (start, end) in enumerate(self.endnotes, 1):
            self._note("endnote", start, end, f"{number}. " if self.listed else "", f"endnote-{number}")

    def _run(self, at: int, end: int) -> None:
        """The tokens of a stretch, without those that wait."""
        while at < end:
            token = self.tokens[at]
            if token.kind != "bytes":
                self._flush()
            at = self._group(at) if token.kind == "{" else self._token(at, token)
        self._flush()

    def _group(self, at: int) -> int:
        """Opens a group; one that nobody sees, or that waits, is passed over."""
        end = self.ends.get(at, len(self.tokens))
        self._skip = 0
        starred, name = self._first(at + 1)
        if name in SKIPPED or (starred and name not in STARRED):
            return end + 1
        if name in ("footnote", "shptxt") and self._state.into == "text" and not self._noted:
            self._wait(name, at + 1, end)
            return end + 1
        self._stack.append((self._state, name == "field"))
        if name == "field":
            self._fields.append(Field(self.live.out.start()))
        elif into := INTO.get(name):
            self._state = replace(self._state, into=into, inside=self._state.inside or into == "code")
        elif name == "fldrslt" and not self._state.inside:
            self._state = replace(self._state, into="text")
        return at + 1

    def _first(self, at: int) -> tuple[bool, str]:
        """Whether a group is one that old readers pass over, and its first word."""
        starred = self.tokens[at : at + 1] == [Token("sign", "*")]
        at += starred
        first = self.tokens[at] if at < len(self.tokens) else Token("}", "")
        return starred, first.text if first.kind == "word" else ""

    def _wait(self, name: str, start: int, end: int) -> None:
        if name == "footnote" and self._is_endnote(start, end):
            self.endnotes.append((start, end))
            if self.listed:
                begin = self.live.out.start()
                self.live.out.verbatim(str(len(self.endnotes)))
                self.live.raised(begin)
                mark = Mark(begin, self.live.out.end, "link", (f"endnote-{len(self.endnotes)}",))
                self.live.out.marks.append(mark)
            return
        self.waiting.append((name, start, end))

    def _token(self, at: int, token: Token) -> int:
        if token.kind == "}":
            self._close()
        elif self._skip and token.kind != "bytes":
            self._skip -= 1
        elif token.kind == "bytes":
            self._letters(token.text)
        elif token.kind == "sign":
            if token.text in "\r\n":
                self._paragraph()
            else:
                self._write(SIGNS.get(token.text, ""))
        elif token.text == "u":
            self._unicode(token.number or 0)
        else:
            self._word(token.text, token.number)
        return at + 1

    def _word(self, name: str, number: int | None) -> None:
        if name in CHARACTERS:
            self._write(CHARACTERS[name])
        elif name in LINE_ENDS:
            if self._state.into == "text":
                self._paragraph()
        elif name == "line":
            if self._state.into == "text":
                self.live.line_end()
        elif name in ("pard", "s", "outlinelevel"):
            self._paragraph_word(name, number or 0)
        elif name in ("f", "fcharset", "cpg", "deff", "ansicpg", "mac", "pc", "pca", "uc"):
            self._page_word(name, number or 0)
        else:
            self._state = look_behind(self._state, name, number)

    def _paragraph_word(self, name: str, number: int) -> None:
        if self._state.into == "styles":
            self._entry = number if name == "s" else self._entry
            if name == "outlinelevel" and number < _NO_OUTLINE:
                self.headings.add(self._entry)
        elif name == "s":
            self._style = number
        else:
            self._outline = number if name == "outlinelevel" else _NO_OUTLINE
            self._style = self._style if name == "outlinelevel" else 0

    def _page_word(self, name: str, number: int) -> None:
        if name == "uc":
            self._state = replace(self._state, uc=min(max(number, 0), 10))
        elif name in ("mac", "pc", "pca", "ansicpg"):
            self.page = {"mac": 10000, "pc": 437, "pca": 850}.get(name, number)
            self._state = replace(self._state, page=self.page)
        elif self._state.into == "fonts":
            self._font = number if name == "f" else self._font
            if name in ("fcharset", "cpg"):
                self.fonts[self._font] = number if name == "cpg" else page_of(number, self.page)
        elif name == "f":
            self._state = replace(self._state, page=self.fonts.get(number, self.page))

    def _close(self) -> None:
        if not self._stack:
            return
        was_field = self._stack[-1][1]
        self._state = self._stack.pop()[0]
        self._skip = 0
        if was_field and self._fields:
            self._end_field(self._fields.pop())

    def _end_field(self, ended: Field) -> None:
        code, data = "".join(ended.code), _packed(ended.data)
        if self._state.inside:
            if self._fields and data:
                self._fields[-1].chunks.append(data)
            return
        if self._state.into != "text" or self.live.close(code, ended.start, data, tuple(ended.chunks)):
            return
        if (url := address(code)) and self.live.out.end > ended.start:
            self.live.out.hyperlinks.append(Hyperlink(ended.start, self.live.out.end, url))

    def _letters(self, text: str) -> None:
        taken = min(self._skip, len(text))
        self._skip -= taken
        self._bytes += text[taken:].encode("latin-1")

    def _flush(self) -> None:
        if self._bytes:
            text = self._bytes.decode(codec_of(self._state.page), "replace")
            self._bytes.clear()
            self._write(text)

    def _unicode(self, number: int) -> None:
        """``\\uN``, a UTF-16 unit as a signed number; old readers show the ``\\uc`` characters behind it."""
        unit = chr(number % 65_536)
        self._skip = self._state.uc
        if "\ud800" <= unit < "\udc00":
            self._high = unit
            return
        pair, self._high = self._high + unit, ""
        self._write(pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))

    def _write(self, text: str) -> None:
        into = self._state.into
        if not text or into == "nowhere" or (self._state.hidden and into == "text"):
            return
        if into == "text":
            if not self._state.inside:
                start = self.live.out.start()
                self.live.out.verbatim(text)
                if self._state.raised:
                    self.live.raised(start)
        elif into == "title":
            self.title.append(text)
        elif into == "styles":
            self._style_name(text)
        elif into in ("code", "data") and self._fields:
            (self._fields[-1].code if into == "code" else self._fields[-1].data).append(text)

    def _style_name(self, text: str) -> None:
        """The names of a style sheet; each ends in a semicolon."""
        self._name.append(text)
        if ";" in text:
            name = "".join(self._name).strip("; ").casefold()
            self._name.clear()
            if is_list_style(name):
                self.entries.add(self._entry)
            if name.startswith(("heading", "title")):
                (self.titles if name == "title" else self.headings).add(self._entry)
            self._entry = 0

    def _paragraph(self) -> None:
        """Ends a paragraph: its look, its place, then what waited for its end."""
        self._flush()
        out, style = self.live.out, self._style
        if out.end > self._start and out.since(self._start).strip():
            self._count += 1
            if style in self.headings or style in self.titles or self._outline < _NO_OUTLINE:
                out.style(self._start, "heading")
            if style in self.titles and not self.title:
                self.title.append(out.since(self._start))
            out.place(self._start, f"{self._part} {self._count}", self._part, self._count)
            self.live.paragraphs.append(Paragraph(self._start, out.end, style in self.entries))
        out.break_line()
        waiting, self.waiting = self.waiting, []
        for name, start, end in waiting:
            self._note("footnote" if name == "footnote" else "box", start, end)
        self._start = out.end

    def _note(self, kind: str, start: int, end: int, label: str = "", key: str = "") -> None:
        """A footnote, an endnote, or a text box, on lines of its own."""
        out = self.live.out
        kept = self._state, self._stack, self._fields, self._style, self._outline, self._start, self._part
        self._state, self._stack, self._fields = State(page=self.page), [], []
        self._style, self._outline, self._start = 0, _NO_OUTLINE, out.end
        self._part, self._noted = "paragraph" if kind == "box" else kind, True
        begin = out.start()
        out.verbatim(label)
        self._run(start, end)
        self._paragraph()
        self._noted = False
        text = out.since(begin)
        first, last = begin + len(text) - len(text.lstrip()), begin + len(text.rstrip())
        if label and last > first:
            out.entries.append(Entry(first, last, key))
        elif kind != "box" and last > first:
            out.styles.append(Style(first, last, "footnote"))
        self._state, self._stack, self._fields, self._style, self._outline, self._start, self._part = kept

    def _note_at(self, at: int) -> tuple[int, int] | None:
        """The stretch of a note whose first word is this token."""
        opened = at - 1
        is_group = opened >= 0 and self.tokens[opened].kind == "{"
        return (at, self.ends.get(opened, len(self.tokens))) if is_group else None

    def _is_endnote(self, start: int, end: int) -> bool:
        return Token("word", "ftnalt") in self.tokens[start : min(start + 3, end)]

    def _plain(self, start: int, end: int) -> str:
        """The bare letters of a stretch, enough to tell an entry by."""
        return "".join(token.text for token in self.tokens[start:end] if token.kind == "bytes")


def _closing(tokens: Sequence[Token]) -> dict[int, int]:
    """Where each group ends."""
    found, opened = dict[int, int](), list[int]()
    for at, token in enumerate(tokens):
        if token.kind == "{":
            opened.append(at)
        elif token.kind == "}" and opened:
            found[opened.pop()] = at
    return found


def _packed(data: Sequence[str]) -> str:
    """The data of a field, written in hexadecimal, in base 64 as Word's XML has it."""
    try:
        return base64.b64encode(bytes.fromhex("".join(data))).decode("ascii")
    except ValueError:
        return ""
