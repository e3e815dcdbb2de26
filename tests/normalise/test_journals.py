"""Comparing journals: abbreviations, acronyms, places, tag-lines; and names that only look alike."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.normalise.journals import JournalLikeness, compare_journals, same_journal

SAME = [
    ("J Electromyogr Kinesiol", "Journal of Electromyography and Kinesiology"),
    ("BMC Musculoskelet Disord", "BMC Musculoskeletal Disorders"),
    ("BMC Musculoskel. Disord.", "BMC Musculoskelet Disord"),
    ("Dtsch Arztebl Int", "Deutsches Ärzteblatt International"),
    ("Cochrane Database Syst Rev", "Cochrane Database of Systematic Reviews"),
    ("N Engl J Med", "The New England Journal of Medicine"),
    ("NEJM", "New England Journal of Medicine"),
    ("Br Med J", "BMJ"),
    ("BMJ (Clinical research ed.)", "BMJ"),
    ("JAMA", "Journal of the American Medical Association"),
    ("PNAS", "Proceedings of the National Academy of Sciences of the United States of America"),
    (
        "Proc. Natl. Acad. Sci. U.S.A.",
        "Proceedings of the National Academy of Sciences of the United States of America",
    ),
    ("Spine (Phila Pa 1976)", "Spine"),
    ("Ann Rheum Dis", "Annals of the Rheumatic Diseases"),
    ("Phys. Rev. B", "Physical Review B - Condensed Matter"),
    ("Z Orthop Unfall", "Zeitschrift für Orthopädie und Unfallchirurgie"),
    ("Rev Esp Salud Publica", "Revista Española de Salud Pública"),
    ("Bull Acad Natl Med", "Bulletin de l'Académie Nationale de Médecine"),
    ("J Neurol Neurosurg Psychiatry", "Journal of Neurology, Neurosurgery &amp; Psychiatry"),
    ("Clin. Orthop.", "Clinical Orthopaedics"),
    ("For Ecol Manage", "Forest Ecology and Management"),
    ("Healthcare Policy", "Healthcare Policy | Politiques de Santé"),
    ("Polit Sante", "Healthcare Policy / Politiques de Santé"),
    ("Schweiz Arch Tierheilkd", "Schweizer Archiv für Tierheilkunde = Archives vétérinaires suisses"),
    ("Anesthesiol", "Anesthesiology"),
    ("Population (French Edition", "Population (French Edition)"),
]

OTHER = [
    ("Spine", "Spine J"),
    ("Spine", "European Spine Journal"),
    ("Circulation", "Circulation: Heart Failure"),
    ("Journal of Physics", "Journal of Physics: Condensed Matter"),
    ("Pain", "Pain Medicine"),
    ("Am J Med", "American Journal of Medical Genetics"),
    ("J Appl Physiol", "Journal of Applied Psychology"),
    ("Manual Therapy", "Journal of Electromyography and Kinesiology"),
    ("Nature", "Nature Medicine"),
    ("Int J Epidemiol", "Italian Journal of Epidemiology"),
    ("Series A", "Series B"),
    ("Journal of Magnetic Resonance. Series A", "J. Magn. Reson. B"),
    ("Cancer", "Cancer Research"),
    ("", "Spine"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_same(one: str, two: str) -> None:
    assert same_journal(one, two)
    assert same_journal(two, one)


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_other(one: str, two: str) -> None:
    assert not same_journal(one, two)
    assert not same_journal(two, one)


def test_kinds_of_likeness() -> None:
    assert compare_journals("The Spine", "spine") is JournalLikeness.EQUAL
    assert compare_journals("Syst Rev", "Systematic Reviews") is JournalLikeness.ABBREVIATION
    assert compare_journals("NEJM", "New England Journal of Medicine") is JournalLikeness.VARIANT


@given(st.text(max_size=40), st.text(max_size=40))
def test_symmetric_and_total(one: str, two: str) -> None:
    assert same_journal(one, two) == same_journal(two, one)


@pytest.mark.shared
def test_listed_abbreviations(shared_dir: Path) -> None:
    """95 of 100 pairs of the CC0 list, and one shuffled pair in 10,000 at most."""
    with (shared_dir / "data/dedupe/journal_pairs_dev.csv").open(encoding="utf-8") as lines:
        rows = list(csv.reader(lines))[1:]
    hits = sum(same_journal(full, short) for full, short in rows)
    assert hits / len(rows) >= 0.95
    rng = random.Random(1)
    pairs = [(rng.choice(rows), rng.choice(rows)) for _ in range(20_000)]
    wrong = sum(one is not two and same_journal(one[0], two[1]) for one, two in pairs)
    assert wrong / len(pairs) <= 1e-4
