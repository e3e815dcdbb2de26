"""Initials of given names, as they are written: "J. A.", "JA", "J.-P.", "Avd"."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.particles import PARTICLE_INITIALS

_INITIALS = re.compile(
    r"(?:[^\W\d_a-z]\s?\.?(?:\s*+[-‐–]\s*+)?){1,4}|(?:[^\W\d_a-z][a-z]?\s?\.\s*+[-‐–]?+\s*+){1,5}(?:[^\W\d_a-z]\.?)?"
)
_CAPS = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ŽА-Я](?:[-‐]?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я]){0,3}")
_WITH_PARTICLE = re.compile(rf"[A-ZÀ-ÖØ-Þ]{{1,3}}(?:{'|'.join(PARTICLE_INITIALS)})[A-ZÀ-ÖØ-Þ]{{0,2}}")


def is_initials(text: str) -> bool:
    """True for "J. A.", "JA", "J.-P.", "Ch." and the like, and for "Avd" (A. van den)."""
    text = text.strip()
    if _CAPS.fullmatch(text) or _WITH_PARTICLE.fullmatch(text):
        return True
    return (
        bool(_INITIALS.fullmatch(text)) and len(text) < 16 and ("." in text or len(text) < 3 or " " in text)
    )


def without_particle_initials(word: str) -> str:
    """Initials without those of a particle: "Avd" (A. van den) is A; any other word as it is.

    >>> without_particle_initials("Avd"), without_particle_initials("DdO"), without_particle_initials("Ida")
    ('A', 'DO', 'Ida')
    """
    return re.sub("[a-z]+", "", word) if _WITH_PARTICLE.fullmatch(word) else word
