"""Every character that is printed where a hyphen is meant."""

from __future__ import annotations

DASHES = "‐‑‒–—―−﹘﹣－"
"""U+2010 (Cochrane's pages), U+2011, figure, en and em dash, bar, minus, and the forms of CJK typesetting."""
DASH = f"[-{DASHES}]"
"""Pattern of one hyphen or dash."""
ANY_DASH = f"-{DASHES}"
"""Hyphen and dashes for the inside of a character class (first in it, so that "-" is no range)."""
