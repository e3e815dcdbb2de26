"""What one live citation says: the works it names, by what identifies them, and the records it carries."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass

Csl = Mapping[str, object]
"""A record as a CSL item."""


@dataclass(frozen=True, slots=True)
class Cite:
    """One work that a live citation names.

    ``names`` identify the work in every field of the file: URIs, a uuid, a database with its record's
    number, the tag of a source. A field's own number for it ("ITEM-1") is none of them. ``hint`` is what a
    field without a database says ("7 Franke 2014"): the work of that hint where there is only one.
    ``csl`` or ``endnote`` is the record that the field carries, as a CSL item or as EndNote's XML.
    """

    names: tuple[str, ...] = ()
    hint: str = ""
    locator: str = ""
    csl: Csl | None = None
    endnote: str = ""


Live = tuple[Cite, ...]
"""The works of one live citation, in the order of the field; styles may print them in another."""


def decode(text: str) -> bytes:
    """Base 64, wrapped and padded or not; empty where it is none."""
    try:
        return base64.b64decode("".join(text.split()).rstrip("=") + "==", validate=False)
    except (binascii.Error, ValueError):
        return b""
