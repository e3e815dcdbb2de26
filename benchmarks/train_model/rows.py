"""Attributes as training needs them: all names of all tokens, put together as the decoder adds them up."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.parsing.reading.features import (
    END,
    JOINTS,
    SLOTS,
    START,
    far_names,
    fars,
    joint_attribute,
    near_look,
    near_word,
    own_attributes,
    rough,
    segment_ends,
    segment_names,
    segments,
    stand_names,
    stands,
)


def attributes(words: Sequence[str]) -> list[list[str]]:
    """All attributes of all tokens as strings."""
    padded = [START, START, *words, END, END]
    forms = [rough(word) for word in padded]
    ends = segment_ends(words)
    placed = zip(stands(words, ends), fars(len(words)), segments(words, ends), strict=True)
    rows = []
    for at, (stand, far, segment) in enumerate(placed, start=2):
        row = [*stand_names(stand), *far_names(far), *segment_names(segment)]
        for slot in SLOTS:
            word = padded[at + slot]
            row += near_look(word, slot) + near_word(word, slot) if slot else own_attributes(word)
        for number, joint in enumerate(JOINTS):
            row.append(joint_attribute([forms[at + offset] for offset in joint], number))
        rows.append(row)
    return rows
