"""Comparing titles: real and invented pairs, and what must hold for any pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.normalise.languages import guess_language
from litreview.normalise.titles import (
    DRIFT_SIMILARITY,
    TitleLikeness,
    compare_titles,
    have_cognates,
    is_generic,
    is_notice,
    same_word,
    similarity,
    split_status,
    title_words,
)

PAIRS = [
    # the same, written otherwise
    ("Pain in <i>Drosophila</i> &amp; man", "Pain in Drosophila and man", "same"),
    ("Non‐specific low‐back pain", "Nonspecific low back pain", "cosmetic"),
    ("α-Blockers in the aged", "Alpha-blockers in aged", "cosmetic"),
    ("The health care of children", "Healthcare of the children", "cosmetic"),
    ("RETRACTED: Ileal hyperplasia in children", "Ileal hyperplasia in children", "same"),
    ("Ginger for motion sickness (Review)", "Ginger for motion sickness", "same"),
    ("Behaviour of tumour cells", "Behavior of tumor cells", "same"),
    # the subtitle
    ("Ginger for motion sickness", "Ginger for motion sickness: a systematic review", "subtitle"),
    ("Ginger for sickness. A randomised trial in ferries", "Ginger for sickness", "subtitle"),
    # slips
    ("Musculosceletal pain of rowers", "Musculoskeletal pain of rowers", "spelling"),
    ("Vascluar lesions in rowers", "Vascular lesions in rowers", "spelling"),
    # a word that matters
    ("Shoulder abduction in swimmers of all ages", "Shoulder adduction in swimmers of all ages", "drift"),
    ("Winter foraging of grey herons on flats", "Winter foraging of grey egrets on flats", "drift"),
    (
        "Osteopathy for chronic low back pain: a systematic review and meta-analysis",
        "Osteopathic manipulative treatment for nonspecific low back pain: "
        "a systematic review and meta-analysis",
        "other",
    ),
    (
        "Iron in swimmers: a randomised controlled trial",
        "Zinc in cyclists: a randomised controlled trial",
        "other",
    ),
    ("Vaccines in 2019", "Vaccines in 2020", "other"),
    # another language, a notice
    ("Nichtspezifischer Kreuzschmerz", "Non-Specific Low Back Pain", "translated"),
    ("Correction to: Winter foraging of herons", "Winter foraging of herons", "notice"),
]


@pytest.mark.parametrize(("cited", "found", "likeness"), PAIRS)
def test_likeness(cited: str, found: str, likeness: str) -> None:
    assert compare_titles(cited, found).likeness.value == likeness


def test_differing_words_are_named() -> None:
    comparison = compare_titles("Winter foraging of grey herons", "Winter foraging of grey egrets")
    assert (comparison.cited_only, comparison.found_only) == (("herons",), ("egrets",))


def test_boilerplate_proves_nothing() -> None:
    tail = ": a systematic review and meta-analysis"
    assert compare_titles(f"Cod liver oil{tail}", f"Sleep hygiene{tail}").similarity == 0.0


def test_a_longer_main_title_is_another_paper() -> None:
    comparison = compare_titles(
        "Manipulative treatment for low back pain",
        "Manipulative treatment for low back pain and pelvic girdle pain during pregnancy",
    )
    assert comparison.likeness in (TitleLikeness.DRIFT, TitleLikeness.OTHER)


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("RETRACTED: Sleep", "retracted"),
        ("[Retracted] Sleep", "retracted"),
        ("WITHDRAWN: Sleep", "withdrawn"),
        ("Retraction notice to Sleep", "retraction notice to"),
        ("Sleep: a retracted idea", ""),
    ],
)
def test_status_prefix(title: str, status: str) -> None:
    assert split_status(title)[1] == status


@pytest.mark.parametrize(
    ("title", "notice"),
    [
        ("Erratum to: Sleep", True),
        ("Expression of concern: Sleep", True),
        ("Correction of myopia", False),
        ("Comment on Sleep", True),
        ("Retracted: Sleep", False),
    ],
)
def test_notices(title: str, notice: bool) -> None:
    assert is_notice(title) is notice


@pytest.mark.parametrize("title", ["Introduction", "Book reviews", "In reply", "Abstracts 12", "Editorial."])
def test_generic_titles(title: str) -> None:
    assert is_generic(title)


def test_a_telling_title_is_not_generic() -> None:
    assert not is_generic("Cod liver oil and colds")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("hypertension", "hypotension", False),
        ("intracellular", "intercellular", False),
        ("treatment", "treatments", True),
        ("2019", "2018", False),
        ("cast", "cost", False),
        ("randomised", "randomized", True),
        ("osteopathic", "osteopathy", False),
    ],
)
def test_same_word(one: str, two: str, same: bool) -> None:
    assert same_word(one, two) is same


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rückenschmerzen bei Kindern", "de"),
        ("Traitement de la douleur chez les enfants", "fr"),
        ("Tratamiento del dolor en los niños", "es"),
        ("Treatment of pain in children", "en"),
        ("腰痛", "zh"),
        ("Боль в спине", "ru"),
        ("Xyz", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_cognates() -> None:
    assert have_cognates("Nichtspezifischer Kreuzschmerz", "Non-specific low back pain")
    assert not have_cognates("Vogelzug über der Ostsee", "Sleep loss in night nurses")


TITLES = st.text(max_size=60)


@given(TITLES, TITLES)
def test_never_raises_and_stays_in_range(one: str, two: str) -> None:
    assert 0.0 <= compare_titles(one, two).similarity <= 1.0


@given(TITLES)
def test_a_title_equals_itself(title: str) -> None:
    assert compare_titles(title, title).likeness is TitleLikeness.SAME


@given(
    st.lists(
        st.sampled_from(["heron", "tide", "winter", "grip", "sleep", "nurse", "copper"]),
        min_size=1,
        max_size=7,
    )
)
def test_similarity_is_symmetric(words: list[str]) -> None:
    one, two = tuple(words), title_words("winter sleep of herons")
    assert similarity(one, two) == similarity(two, one)


def test_threshold_separates_the_example() -> None:
    assert compare_titles(*PAIRS[13][:2]).similarity < DRIFT_SIMILARITY
