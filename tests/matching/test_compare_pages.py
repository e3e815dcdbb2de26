"""Pages, article numbers and e-locators: one place in two forms, and two places."""

from __future__ import annotations

import pytest

from litreview.matching.compare_pages import compare_pages
from litreview.model.match import Verdict
from litreview.model.work import Work

# As cited | registered pages | registered article number.
ONE_PLACE = """
1-6 |  | 2020
1–6 | 2020 | 2020
1-6 | 2020 |
1-6 | e1698 |
1-6 |  | e1698
1698 | e1698 |
e1698 | 1698 |
E1698 | e1698 |
1698 |  | e1698
e1698 |  | 1698
101880T | 101880T |
101880t | 101880T |
101880 | 101880T |
S33-50 | s33-s50 |
S33–S50 | s33-s50 |
33-50 | s33-s50 |
S33 | s33-s50 |
s33-50 | S33-S50 |
1138-50 | 1138-1150 |
1138-1150 | 1138-50 |
1138–50 | 1138-1150 |
1138 | 1138-1150 |
1138ff | 1138-1150 |
1138 ff. | 1138-1150 |
1138- | 1138-1150 |
1138+ | 1138-1150 |
ix-xii | ix-xii |
IX-XII | ix-xii |
ix–xii | IX-XII |
xi | xi-xii |
E34 | e34 |
34 | e34 |
E34-E40 | e34-e40 |
E34-40 | E34-E40 |
e34-40 | 34-40 |
123 |  | 00123
00123 |  | 123
00123 | 1-9 | 123
1-9 | 1-9 | 123
Article 123 |  | 123
Art. 123 | 123 |
art. no. 123 |  | 123
No. 123 |  | 123
article ID 4567890 |  | 4567890
ID 4567890 | 1-9 | 4567890
4567890 | 1-9 |
4567890, 9 pages | 1-9 | 4567890
1-9 | 4567890 |
064002 |  | 064002
64002 |  | 064002
064002-1-064002-9 |  | 064002
064002-1 |  | 064002
064002 (9 pp) |  | 064002
p. 064002 |  | 064002
191803 | 191803 |
345.e1-345.e7 | 345.e1-345.e7 |
345.e1-7 | 345.e1-345.e7 |
345-345.e7 | 345-345.e7 |
345-52.e7 | 345-352.e7 |
345-352 | 345-352.e7 |
345-52 | 345-352.e7 |
345 | 345-352.e7 |
345-352.e3 | 345-352 |
345-352.e1-7 | 345-352.e7 |
12-19, 25 | 12-19 |
12-19 | 12-19; discussion 20 |
12-9; discussion 20-1 | 12-19 |
12-19; discussion 20 | 12-20 |
12-19, discussion 20-21 | 12-21 |
A12-A19 | A12-A19 |
A12-9 | A12-A19 |
12-19 | A12-A19 |
L12-L19 | L12-L19 |
R12–19 | R12-R19 |
m4825 |  | m4825
m4825 | m4825 |
bmj.m4825 | m4825 |
bmj.m4825 |  | m4825
CD009852 | CD009852 |
Cd009852.pub2 |  | CD009852
ckab123 | ckab123 |
105-110 | 105-110 |
105‐110 | 105–110 |
105--110 | 105-110 |
105 - 110 | 105-110 |
105-10 | 105-110 |
105/110 | 105-110 |
1-18 |  | 286
1-18 | 286 |
286, 1-18 |  | 286
286:1-18 |  | 286
Article 286, 1-18 | 1-18 | 286
1-12 | 1-12 | 77
77 | 1-12 | 77
117-28 | 117-128 |
1417-8 | 1417-1418 |
417-417 | 417 |
417 | 417-417 |
417 | 417- |
417 | 417-8 |
1-10 |  | 4567
e1-e6 |  | e100234
e1-6 |  | 100234
1e6 |  | 100234
S1-S5 | S1-5 |
1.1-1.20 | 1.1-1.20 |
8:1-8:15 | 1-15 |
8:1–8:15 | 1-15 | 8
"""
TWO_PLACES = """
884-890 | 883-890 |
2536-2567 | 2356-2367 |
287 |  | 286
304 | 95-107 |
e1689 | e1698 |
S34-S50 | s33-s50 |
1139-50 | 1138-1150 |
x-xii | ix-xii |
10-12 | ix-xii |
A12 | B12 |
E35 | e34 |
m4826 |  | m4825
CD009853 | CD009852 |
064003 |  | 064002
345.e1-345.e7 | 355.e1-355.e7 |
101881T | 101880T |
12-19 | 21-29 |
2-6 |  | 2020
105-110 | 115-120 |
883-899 | 883-890 |
5-10 | 286 |
12 | 1-12 |
110 | 105-110 |
1-6 | 77-82 |
1-6 | 101-106 |
4567891 |  | 4567890
191830 | 191803 |
1138-1159 | 1138-1150 |
S33-S60 | S33-S50 |
xx-xxii | ix-xii |
"""


def _rows(table: str) -> list[tuple[str, str, str]]:
    rows = ([part.strip() for part in line.split("|")] for line in table.strip().splitlines())
    return [(cited, page, number) for cited, page, number in rows]


@pytest.mark.parametrize(("cited", "page", "number"), _rows(ONE_PLACE))
def test_one_place(cited: str, page: str, number: str) -> None:
    agreement = compare_pages(Work(page=cited), Work(page=page, article_number=number))
    assert agreement.verdict in (Verdict.EQUAL, Verdict.COMPATIBLE)


@pytest.mark.parametrize(("cited", "page", "number"), _rows(TWO_PLACES))
def test_two_places(cited: str, page: str, number: str) -> None:
    agreement = compare_pages(Work(page=cited), Work(page=page, article_number=number))
    assert agreement.verdict is Verdict.DIFFERENT


def test_the_number_of_the_doi_stands_for_later_pages() -> None:
    found = Work(page="12-15", doi="10.5555/nar/gkab123")
    assert compare_pages(Work(page="gkab123"), found).verdict is Verdict.COMPATIBLE
    assert compare_pages(Work(page="gkab124"), found).verdict is Verdict.DIFFERENT
