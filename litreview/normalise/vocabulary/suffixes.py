"""What follows a person's name: the generation, a degree, a title.

Generations: names of PubMed and Crossref; Filho, Neto and Júnior are Brazil's.
"""

from __future__ import annotations

GENERATIONS = ("Jr", "Sr", "II", "III", "IV", "2nd", "3rd")
"""Written behind family or initials: "Pope Jr. HG", "Ettinger WH Jr"."""
FAMILY_GENERATIONS = ("Filho", "Neto", "Júnior", "Junior")
"""Generations that PubMed keeps as part of the family name before initials ("Lino Júnior RS")."""
GENERATION = rf"(?:{'|'.join((*GENERATIONS, *FAMILY_GENERATIONS))}|Jun|JR\.|SR\.)\.?"
"""Pattern of any of them, as a whole word."""
GENERATION_APART = rf"(?:{'|'.join(GENERATIONS)})\.?|JR\.|SR\."
"""The same without those that are part of the family name."""
DEGREES = (
    "MD",
    "M.D.",
    "PhD",
    "Ph.D.",
    "MSc",
    "MPH",
    "FRCP",
    "DrPH",
    "Dr",
    "Dr.",
    "Prof",
    "Prof.",
    "DO",
    "RN",
)
"""Degrees and titles that stand among names and are none."""
PLAIN_DEGREES = ("MD", "PhD", "Dr", "Prof")
"""Those that are no name either ("Do" and "Jun" are)."""
