"""What is read by pattern: number blocks, extras, cuts, types."""

from __future__ import annotations

import pytest

from litreview.model.work import Work
from litreview.parsing.reading.cuts import cut
from litreview.parsing.reading.extras import find_extras
from litreview.parsing.reading.numberblock import find_block
from litreview.parsing.reading.worktype import guess_type

BLOCKS = [
    ("Dtsch Arztebl Int 2017; 114(51-52): 883-890.", ("114", "51-52", "883-890")),
    ("Cochrane Database Syst Rev 2020; (7): CD009169.", (None, "7", "CD009169")),
    ("BMJ 2021; 372: m4825.", ("372", None, "m4825")),
    ("J Dent 2013;41(Supplement 3):e24–e30.", ("41", "Supplement 3", "e24–e30")),
    ("Pediatr Obes. 2018 Jun;13(6):342-347.", ("13", "6", "342-347")),
    ("JAMA, 317(14), 1451–1460.", ("317", "14", "1451–1460")),
    ("Clinical Science (2008) 114, 687–697", ("114", None, "687–697")),
    ("Int J Implants 2014;29 suppl:308-24.", ("29", None, "308-24")),
    ("Chest 2003;38 Suppl 1:S46-52.", ("38", "Suppl 1", "S46-52")),
    ("Commun. ACM 64, 3 (Feb. 2021), 56-65.", ("64", "3", "56-65")),
    ("BMJ 331 (7529): 1356.3.", ("331", "7529", "1356.3")),
    ("Ecology 77, 3 (1996), 982.", ("77", "3", "982")),
    ("DÖV, 64 (2011) 13, S. 504–510.", ("64", "13", "504–510")),
    ("Journal, vol. 48, no. 4, pp. 163–164, 1999.", ("48", "4", "163–164")),
    ("Soziale Welt, Jg. 16, H. 2, S. 29-37.", ("16", "2", "29-37")),
    ("IEEE J. of Automation, Vol.RA-3, No.4, pp.291-300.", ("RA-3", "4", "291-300")),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_number_blocks(text: str, expected: tuple[str | None, ...]) -> None:
    block = find_block(text, 0)
    assert block is not None
    spans = (block.volume, block.issue, block.pages)
    assert tuple(text[slice(*span)] if span else None for span in spans) == expected


def test_an_article_number_before_the_year_is_no_issue() -> None:
    assert find_block("JHEP 0904, 094 (2009), 0902.1265", 0) is None


def test_a_year_in_brackets_is_no_issue() -> None:
    block = find_block("TAPhA 94 (1963), pp. 235-247", 0)
    assert block is not None
    assert block.issue is None
    assert find_block("TAPhA 94 (1963), on pp. 235-247", 0) is None


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Backs. (Health Reviews; No. 169). 2016.", "series", "Health Reviews"),
        ("Backs. (Health Reviews; No. 169). 2016.", "number", "169"),
        ("Leitlinie (in Überarbeitung). AWMF-Registernr.: nvl-007. 2017.", "note", "in Überarbeitung"),
        ("Leitlinie (in Überarbeitung). AWMF-Registernr.: nvl-007. 2017.", "number", "nvl-007"),
        ("Gesellschaft für Bad. S3-Leitlinie Bad. AWMF-Register-Nr. 999-012. 2018.", "number", "999-012"),
        ("Gesellschaft für Bad. S3-Leitlinie Bad. AWMF Reg. Nr. 999-012. 2018.", "number", "999-012"),
        ("Social psychology (3rd ed.). Boston: Pearson.", "edition", "3"),
        ("Landesrecht Hessen, 6. Aufl., Baden-Baden", "edition", "6"),
        ("Spine 3 (Vol. 2, No. 4)", "series", ""),
    ],
)
def test_extras(text: str, name: str, value: str) -> None:
    assert getattr(find_extras(text), name) == value


def test_cuts() -> None:
    cuts = cut(
        "[12] Doe J. Backs. Spine 2010;3:4. doi: 10.1234/ab.c PMID: 123456. Accessed 3 May 2011. http://x.org/a."
    )
    assert (cuts.label, cuts.doi, cuts.pmid, cuts.url) == ("12", "10.1234/ab.c", "123456", "http://x.org/a")
    assert [kind for _, _, kind in cuts.spans] == ["label", "doi", "pmid", "access", "url"]
    assert cut("2010 was a good year for backs").label == ""


@pytest.mark.parametrize(
    "glued", ["[doi]", "[arXiv:1509.00074 [hep-th]].", ".PMID:123456", ",", "[ hep-th/9906022]."]
)
def test_what_runs_into_a_doi_is_no_part_of_it(glued: str) -> None:
    text = f"Doe J. Backs. Spine 2010;3:4. doi:10.1234/ab(2).c{glued}"
    cuts = cut(text)
    assert cuts.doi == "10.1234/ab(2).c"
    assert cuts.doi_span is not None
    assert text[slice(*cuts.doi_span)] == cuts.doi


def test_a_page_that_runs_into_a_publishers_item_number_is_no_part_of_the_doi() -> None:
    cuts = cut("Doe J. Backs. J Backs 1975;12:189-98. doi:10.1016/0022-1234(75)90026-6.154")
    assert cuts.doi == "10.1016/0022-1234(75)90026-6"


def test_an_address_at_arxiv_is_cut_whole() -> None:
    text = "Doe, J. Backs are all you need. at https://arxiv.org/abs/2307.01234 (2018)."
    cuts = cut(text)
    assert [text[start:end] for start, end, _ in cuts.spans] == ["https://arxiv.org/abs/2307.01234"]
    assert cuts.arxiv == "2307.01234"


def test_an_address_that_a_line_end_parts_is_one() -> None:
    cuts = cut("Doe, J. (2018). Backs and necks. YouTube. https:\n    //example.org/watch?v=1")
    assert cuts.url == "https://example.org/watch?v=1"


@pytest.mark.parametrize(
    ("work", "text", "expected"),
    [
        (Work(title="A", container_title="Spine", volume="3"), "Spine 3", "article-journal"),
        (
            Work(title="A", container_title="Proceedings of X", page="3-4"),
            "Proceedings of X",
            "paper-conference",
        ),
        (Work(title="A", publisher="Aldine"), "Aldine", "book"),
        (Work(title="A", publisher="Uni"), "PhD thesis, Uni", "thesis"),
        (Work(title="A", number="169"), "No. 169", "report"),
        (Work(title="A", url="http://x.org"), "http://x.org", "webpage"),
        (Work(), "", ""),
    ],
)
def test_types(work: Work, text: str, expected: str) -> None:
    assert guess_type(work, text) == expected
