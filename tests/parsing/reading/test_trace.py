"""What ``litreview parse --explain`` prints."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.fields import read_fields
from litreview.parsing.reading.trace import explain

SUBTITLE = (
    "Coser, R. L. (1991). In defence of baths. Role and autonomy. Stanford, CA: Stanford University Press."
)


def test_the_paragraph_of_a_reference() -> None:
    text = "[3] Durand P, Martin L. Douleur du dos. Rev Rhum. 28 février - 2 mars 2010. doi:10.1000/abc"
    lines = explain([text]).splitlines()
    assert lines[0] == text
    assert lines[1].startswith('  model: label "[3]"; doi "doi:10.1000/abc"; author "Durand P, Martin L')
    assert '  drop_days: volume "28" → –' in lines
    assert lines[lines.index('  drop_days: volume "28" → –') + 1].startswith(
        "    (Days of a month are neither"
    )
    assert lines[-1].startswith("  read as: author Durand P / Martin L; issued 2010")
    assert 'DOI "10.1000/abc"' in lines[-1]


def test_steps_that_change_nothing_are_left_out() -> None:
    text = "Paige, N. M., & Roe, I. M. (2017). Spinal manipulation for back pain. JAMA, 317(14), 1451–1460."
    lines = explain([text]).splitlines()
    assert [line.split(":")[0].strip() for line in lines[1:]] == ["model", "read as"]


def test_marks_beside_the_places_are_told() -> None:
    told = explain(["Roe, K. et al. (Eds.) (1991). Cold baths. 2nd ed. Oslo: Fjord Press."])
    assert "the authors are editors" in told
    assert 'set aside "' in told


def test_the_style_of_the_list_is_told() -> None:
    lines = [
        f"Autor{n} AB. Treatment number {n} for backs. Spine 20{10 + n}; {n}: {n}1-{n}9." for n in range(1, 8)
    ]
    told = explain([*lines, "Zacher Q. Annual Review of Backs 2014."])
    assert 'style of the list: title – → "Annual Review of Backs"' in told


@pytest.mark.parametrize("text", ["", " ", "x", SUBTITLE])
def test_any_text_is_told_as_it_is_read(text: str) -> None:
    work = read_fields([text])[0].work
    last = explain([text]).splitlines()[-1]
    assert (f'title "{work.title}"' in last) == bool(work.title)
