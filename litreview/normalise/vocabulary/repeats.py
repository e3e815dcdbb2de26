"""What stands for the authors of the entry above: a long dash (Chicago's 3-em dash, AMS's bar) or a word."""

from __future__ import annotations

from litreview.normalise.vocabulary.dashes import ANY_DASH

REPEATED_AUTHORS = (
    rf"(?:(?:[{ANY_DASH}_]\s?){{2,12}}|[—―](?=[.,]\s)"
    r"|(?:Idem|Eadem|Iidem|Derselbe|Dieselben?)\b|(?:Id|Ead|Ders|Dies)\.(?=[\s:,(]))"
)
"""Pattern for the beginning of an entry. The words are those of German and Romance lists of sources."""
