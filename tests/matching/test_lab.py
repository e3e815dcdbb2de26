"""The sixteen cases on which nine existing checkers got at most nine right, and further invented ones."""

from __future__ import annotations

import pytest

from litreview.matching.resolve import resolve
from litreview.model.match import Match, MatchStatus
from tests.matching.lab_records import INVENTED, REAL, MemorySource, references

FRANKE = "10.1186/1471-2474-15-286"
LAB = {
    "correct with DOI": (
        "Nielsen SM, Tarp S, Christensen R. The risk associated with spinal manipulation: an overview of "
        "reviews. Syst Rev. "
        "2017;6(1):64. doi:10.1186/s13643-017-0458-y",
        "10.1186/s13643-017-0458-y",
        set(),
    ),
    "correct, no DOI, short journal": (
        "Wu LC, Weng PW, Chen CH. Literature Review and Meta-Analysis of Transcutaneous Electrical Nerve "
        "Stimulation in Treating "
        "Chronic Back Pain. Reg Anesth Pain Med 2018; 43(4): 425-433.",
        "10.1097/aap.0000000000000740",
        set(),
    ),
    "Franke 2015 without DOI": (
        "Franke H, et al. (2015). Osteopathy for chronic low back pain: A systematic review and "
        "meta-analysis. BMC Musculoskeletal "
        "Disorders, 15, 286.",
        FRANKE,
        {"title", "issued"},
    ),
    "Franke 2015 with DOI": (
        "Franke H, et al. (2015). Osteopathy for chronic low back pain: A systematic review and "
        "meta-analysis. BMC Musculoskeletal "
        "Disorders, 15, 286. https://doi.org/10.1186/1471-2474-15-286",
        FRANKE,
        {"title", "issued"},
    ),
    "Cochrane 2015 correct": (
        "Franke H, Fryer G, Ostelo RW et al. Muscle energy technique for non-specific low-back pain. "
        "Cochrane Database Syst Rev 2015; "
        "(2): CD009852.",
        "10.1002/14651858.cd009852.pub2",
        set(),
    ),
    "wrong title": (
        "Unsworth A, et al. (1971). Bubble formation in synovial fluid during joint manipulation. Annals "
        "of the Rheumatic Diseases, "
        "30(4), 348–358.",
        "10.1136/ard.30.4.348",
        {"title"},
    ),
    "chimera": (
        "Bialosky JE, et al. (2009). Spinal manipulative therapy, mechanisms, and clinical application. "
        "Journal of Electromyography and "
        "Kinesiology, 19(5), 785–796.",
        None,
        set(),
    ),
    "year off by two": (
        "Nielsen SM, Tarp S, Christensen R. The risk associated with spinal manipulation: an overview of "
        "reviews. Syst Rev. 2019;6(1):64.",
        "10.1186/s13643-017-0458-y",
        {"issued"},
    ),
    "first author invented": (
        "Hartwell B, Tarp S, Christensen R. The risk associated with spinal manipulation: an overview of "
        "reviews. Syst Rev. 2017;6(1):64.",
        "10.1186/s13643-017-0458-y",
        {"author"},
    ),
    "volume, issue and page wrong": (
        "Nielsen SM, Tarp S, Christensen R. The risk associated with spinal manipulation: an overview of "
        "reviews. Syst Rev. "
        "2017;9(3):199.",
        "10.1186/s13643-017-0458-y",
        {"volume", "issue", "page"},
    ),
    "DOI of another paper": (
        "Wu LC, Weng PW, Chen CH. Literature Review and Meta-Analysis of Transcutaneous Electrical Nerve "
        "Stimulation in Treating "
        "Chronic Back Pain. Reg Anesth Pain Med 2018; 43(4): 425-433. doi:10.7326/M16-2459",
        "10.1097/aap.0000000000000740",
        {"DOI"},
    ),
    "dead DOI": (
        "Qaseem A, Wilt TJ, McLean RM, Forciea MA. Noninvasive Treatments for Acute, Subacute, and "
        "Chronic Low Back Pain. Ann Intern Med. "
        "2017;166(7):514-530. doi:10.7326/M99-0000",
        "10.7326/m16-2367",
        {"DOI"},
    ),
    "invented paper": (
        "Marchetti L, Osei K. Cupping and the pelvic clock: a randomized controlled trial. J Holist "
        "Kinesiol. 2018;7(2):55-71.",
        None,
        set(),
    ),
    "retracted": (
        "Wakefield AJ, Murch SH, Anthony A. Ileal-lymphoid-nodular hyperplasia, non-specific colitis, "
        "and pervasive developmental "
        "disorder in children. Lancet. 1998;351(9103):637-641.",
        "10.1016/s0140-6736(97)11096-0",
        set(),
    ),
    "translated title": (
        "Chenot JF, Greitemann B, Kladny B et al. Nichtspezifischer Kreuzschmerz. Dtsch Arztebl Int "
        "2017; 114(51-52): 883-890.",
        "10.3238/arztebl.2017.0883",
        set(),
    ),
    "duplicate entry": (
        "Wu L-C, Weng P-W, Chen C-H. Literature review and meta-analysis of transcutaneous electrical "
        "nerve stimulation in treating chronic "
        "back pain. Regional Anesthesia and Pain Medicine, 2018, 43, 425–33.",
        "10.1097/aap.0000000000000740",
        set(),
    ),
}


@pytest.fixture(scope="module")
def lab() -> dict[str, Match]:
    """The sixteen references resolved as one list."""
    items = references(*(text for text, _, _ in LAB.values()))
    return dict(zip(LAB, resolve(items, source=MemorySource((*REAL, *INVENTED))), strict=True))


@pytest.mark.parametrize("case", LAB)
def test_right_work_and_exactly_the_wrong_fields(lab: dict[str, Match], case: str) -> None:
    _, doi, different = LAB[case]
    match = lab[case]
    assert (match.work.doi if match.work else None) == doi, match.reason
    if match.agreement:
        assert set(match.agreement.different) == different
    assert (match.status is MatchStatus.MATCHED) == (doi is not None)


def test_chimera_names_both_donors(lab: dict[str, Match]) -> None:
    donors = {candidate.work.doi for candidate in lab["chimera"].donors}
    assert donors == {"10.1016/j.math.2008.09.001", "10.1016/j.jelekin.2012.01.015"}
    assert "split into" in lab["chimera"].reason


def test_invented_paper_has_no_donors(lab: dict[str, Match]) -> None:
    assert not lab["invented paper"].donors
    assert "No record found in the sources asked" in lab["invented paper"].reason


def test_foreign_doi_gives_both_works(lab: dict[str, Match]) -> None:
    other = lab["DOI of another paper"].cited_doi_work
    assert other is not None
    assert other.doi == "10.7326/m16-2459"
    assert lab["dead DOI"].cited_doi_work is None


def test_translated_title_is_said(lab: dict[str, Match]) -> None:
    agreement = lab["translated title"].agreement
    assert agreement is not None
    assert agreement["title"].note == "translated title"


# — invented cases: what the example taught, on other authors, journals and subjects ———————————————————————

FURTHER = {
    "wrong title at the right place": (
        "Halvorsen, I., & Okafor, C. (2012). Diet of egrets in estuaries. Journal of Shore Birds, 18(3), "
        "211–224.",
        "10.5555/heron.1",
        {"title"},
    ),
    "second part of a series": (
        "Halvorsen I, Okafor C. Winter foraging of grey herons on tidal flats: a second season. J Shore "
        "Birds 2013;19(1):14-29.",
        "10.5555/heron.2",
        set(),
    ),
    "first part of a series": (
        "Halvorsen I, Okafor C. Winter foraging of grey herons on tidal flats. J Shore Birds "
        "2012;18(3):211-224.",
        "10.5555/heron.1",
        set(),
    ),
    "article, not its preprint": (
        "Moreau C, Iversen T, Sato K. Sleep loss and grip strength in night nurses. Occup Med Lett. "
        "2021;9(2):101-10.",
        "10.5555/article.7",
        set(),
    ),
    "older version by its year": (
        "Brandt E, Lopes R. Ginger for motion sickness. Cochrane Database Syst Rev 2009; (3): CD000777.",
        "10.5555/cd000777",
        set(),
    ),
    "newer version by its year": (
        "Brandt E, Lopes R. Ginger for motion sickness. Cochrane Database Syst Rev 2016; (8): CD000777.",
        "10.5555/cd000777.pub2",
        set(),
    ),
    "one of two letters on a page": (
        "Tanaka J. Zinc lozenges. Br J Remedies 2001;77(4):402.",
        "10.5555/letter.2",
        set(),
    ),
    "a third letter on that page": (
        "Ferrari G. Honey for coughs. Br J Remedies 2001;77(4):402.",
        None,
        set(),
    ),
    "particles and compound surnames": (
        "Van Der Berg P, García L, Mueller J. Dust exposure in open-pit mining. Rev Esp Salud Publica. "
        "2007;81(6):621-30.",
        "10.5555/mining.3",
        set(),
    ),
    "organisation by its acronym": (
        "WHO. (2019). Guidelines on physical activity for children under five years of age.",
        "10.5555/who.1",
        set(),
    ),
    "style without titles": (
        "(1) Halvorsen, I.; Okafor, C. J. Shore Birds 2013, 19, 14–29.",
        "10.5555/heron.2",
        set(),
    ),
    "same author, same year, other paper": (
        "Osei K, Lindholm M. Tendon stiffness in rowers. Sports Med Arch. 2015;33(4):e201.",
        None,
        set(),
    ),
    "shared boiler-plate proves nothing": (
        "Osei K. (2015). Iron supplements in swimmers: a randomised controlled trial. Nutrition Today "
        "and Tomorrow, 4, 12-19.",
        None,
        set(),
    ),
    "invented co-author": (
        "Osei K, Lindholm M, Petrosyan A. Bone density in marathon runners: a randomised controlled "
        "trial. Sports Med Arch. 2015;33(2):e118.",
        "10.5555/atlas.4",
        {"author"},
    ),
}


@pytest.mark.parametrize("case", FURTHER)
def test_further_cases(case: str) -> None:
    text, doi, different = FURTHER[case]
    (match,) = resolve(references(text), source=MemorySource((*REAL, *INVENTED)))
    assert (match.work.doi if match.work else None) == doi, match.reason
    if match.agreement:
        assert set(match.agreement.different) == different


def test_every_field_of_another_work_but_the_title_is_no_match() -> None:
    text = (
        "Halvorsen I, Okafor C. Winter foraging of grey herons on tidal flats. Br J Remedies 2001;77(4):402."
    )
    (match,) = resolve(references(text), source=MemorySource(INVENTED))
    assert match.status is not MatchStatus.MATCHED
    assert "10.5555/heron.1" in {candidate.work.doi for candidate in match.candidates}
