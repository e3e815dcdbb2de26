"""Records and an in-memory source for the matching tests.

Real ones are bibliographic facts of papers named in the project's example and in the literature on citation
errors; invented ones have DOIs under 10.5555, Crossref's prefix for tests.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Name, PartialDate, Update, Work
from litreview.parsing.reading.fields import read_fields
from litreview.sources.memory import MemoryIndex


def record(
    doi: str, authors: str, year: int | None, title: str, journal: str = "", place: str = "", **more: object
) -> Work:
    """A registered work; ``authors`` is "Family Given; [Organisation]", ``place`` is "
    ""volume(issue):pages"."""
    names = tuple(
        Name(literal=part[1:-1]) if part.startswith("[") else Name(*part.rsplit(" ", 1))
        for part in authors.split("; ")
        if part
    )
    volume, _, rest = place.partition("(")
    issue, _, page = rest.partition("):")
    number = "" if "-" in page or not page else page
    return Work(
        type="article-journal",
        title=title,
        author=names,
        issued=PartialDate(year) if year else None,
        container_title=journal,
        volume=volume,
        issue=issue,
        page="" if number else page,
        article_number=number,
        doi=doi,
        record=doi,
        source="lab",
        **more,  # type: ignore[arg-type]
    )


REAL = (
    record(
        "10.1186/1471-2474-15-286",
        "Franke Helge; Franke Jan-David; Fryer Gary",
        2014,
        "Osteopathic manipulative treatment for nonspecific low back pain: a systematic review and "
        "meta-analysis",
        "BMC Musculoskeletal Disorders",
        "15(1):286",
    ),
    record(
        "10.1002/14651858.cd009852.pub2",
        "Franke Helge; Fryer Gary; Ostelo Raymond; Kamper Steven",
        2015,
        "Muscle energy technique for non‐specific low‐back pain",
        "Cochrane Database of Systematic Reviews",
        "2015(2):CD009852",
    ),
    record(
        "10.1136/ard.30.4.348",
        "Unsworth Anthony; Dowson Duncan; Wright Verna",
        1971,
        "'Cracking joints'. A bioengineering study of cavitation in the metacarpophalangeal joint.",
        "Annals of the Rheumatic Diseases",
        "30(4):348-358",
    ),
    record(
        "10.1016/j.math.2008.09.001",
        "Bialosky Joel; Bishop Mark; Price Don; Robinson Michael; George Steven",
        2009,
        "The Mechanisms of Manual Therapy in the Treatment of Musculoskeletal Pain: A Comprehensive Model",
        "Manual Therapy",
        "14(5):531-538",
    ),
    record(
        "10.1016/j.jelekin.2012.01.015",
        "Pickar Joel; Bolton Philip",
        2012,
        "Spinal manipulative therapy and somatosensory activation",
        "Journal of Electromyography and Kinesiology",
        "22(5):785-794",
    ),
    record(
        "10.3238/arztebl.2017.0883",
        "Chenot Jean-François; Greitemann Bernhard; Kladny Bernd; Petzke Frank",
        2017,
        "Non-Specific Low Back Pain",
        "Deutsches Ärzteblatt International",
        "114(51-52):883-890",
    ),
    record(
        "10.1186/s13643-017-0458-y",
        "Nielsen Sabrina; Tarp Simon; Christensen Robin",
        2017,
        "The risk associated with spinal manipulation: an overview of reviews",
        "Systematic Reviews",
        "6(1):64",
    ),
    record(
        "10.1016/s0140-6736(97)11096-0",
        "Wakefield Andrew; Murch Simon; Anthony Andrew",
        1998,
        "RETRACTED: Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive "
        "developmental disorder in children",
        "The Lancet",
        "351(9103):637-641",
        updated_by=(Update("retraction", "10.1016/s0140-6736(10)60175-4"),),
    ),
    record(
        "10.7326/m16-2367",
        "Qaseem Amir; Wilt Timothy; McLean Robert; Forciea Mary",
        2017,
        "Noninvasive Treatments for Acute, Subacute, and Chronic Low Back Pain: A Clinical Practice "
        "Guideline From the "
        "American College of Physicians",
        "Annals of Internal Medicine",
        "166(7):514-530",
    ),
    record(
        "10.7326/m16-2459",
        "Chou Roger; Deyo Richard; Friedly Janna",
        2017,
        "Nonpharmacologic Therapies for Low Back Pain: A Systematic Review for an American College of "
        "Physicians Clinical "
        "Practice Guideline",
        "Annals of Internal Medicine",
        "166(7):493-505",
    ),
    record(
        "10.1097/aap.0000000000000740",
        "Wu Lien-Chen; Weng Pei-Wei; Chen Chia-Hsien",
        2018,
        "Literature Review and Meta-Analysis of Transcutaneous Electrical Nerve Stimulation in Treating "
        "Chronic Back Pain",
        "Regional Anesthesia and Pain Medicine",
        "43(4):425-433",
    ),
)

INVENTED = (
    record(
        "10.5555/heron.1",
        "Halvorsen Ingrid; Okafor Chidi",
        2012,
        "Winter foraging of grey herons on tidal flats",
        "Journal of Shore Birds",
        "18(3):211-224",
    ),
    record(
        "10.5555/heron.2",
        "Halvorsen Ingrid; Okafor Chidi",
        2013,
        "Winter foraging of grey herons on tidal flats: a second season",
        "Journal of Shore Birds",
        "19(1):14-29",
    ),
    record(
        "10.5555/preprint.7",
        "Moreau Claire; Iversen Tom; Sato Ken",
        2020,
        "Sleep loss and grip strength in night nurses",
        "",
        "",
        dates=(("posted", PartialDate(2020)),),
    ),
    record(
        "10.5555/article.7",
        "Moreau Claire; Iversen Tom; Sato Ken",
        2021,
        "Sleep loss and grip strength in night nurses",
        "Occupational Medicine Letters",
        "9(2):101-110",
    ),
    record(
        "10.5555/cd000777",
        "Brandt Eva; Lopes Rui",
        2009,
        "Ginger for motion sickness",
        "Cochrane Database of Systematic Reviews",
        "2009(3):CD000777",
    ),
    record(
        "10.5555/cd000777.pub2",
        "Brandt Eva; Lopes Rui",
        2016,
        "Ginger for motion sickness",
        "Cochrane Database of Systematic Reviews",
        "2016(8):CD000777",
    ),
    record(
        "10.5555/letter.1",
        "Novak Petra",
        2001,
        "Cod liver oil and colds",
        "British Journal of Remedies",
        "77(4):402-402",
    ),
    record(
        "10.5555/letter.2",
        "Tanaka Jun",
        2001,
        "Zinc lozenges",
        "British Journal of Remedies",
        "77(4):402-402",
    ),
    record(
        "10.5555/mining.3",
        "van der Berg Pieter; García Márquez Luisa; Müller Jörg",
        2007,
        "Dust exposure in open-pit mining",
        "Revista Española de Salud Pública",
        "81(6):621-630",
    ),
    record(
        "10.5555/who.1",
        "[World Health Organization]",
        2019,
        "Guidelines on physical activity for children under five years of age",
    ),
    record(
        "10.5555/copy.1",
        "Halvorsen Ingrid; Okafor Chidi",
        2024,
        "Winter foraging of grey herons on tidal flats",
        "Preprint Mirror",
        "",
    ),
    record(
        "10.5555/atlas.4",
        "Osei Kwame; Lindholm Maja",
        2015,
        "Bone density in marathon runners: a randomised controlled trial",
        "Sports Medicine Archive",
        "33(2):e118",
    ),
)


class MemorySource:
    """A source over given works that answers everything, or nothing where ``reachable`` is false."""

    def __init__(self, works: Sequence[Work], *, reachable: bool = True) -> None:
        self._index, self._works, self._reachable = (
            MemoryIndex(works),
            {work.doi: work for work in works},
            reachable,
        )
        self.fetched: list[str] = []
        self.looked_up: list[str] = []

    @property
    def name(self) -> str:
        """Its name in messages."""
        return "the lab"

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        """Records by DOI."""
        self.fetched += dois
        return {doi: self._answer((self._works[doi],) if doi in self._works else ()) for doi in dois}

    def candidates(self, references: Sequence[Reference]) -> Sequence[Lookup]:
        """Suggestions of the index."""
        self.looked_up += [reference.key for reference in references]
        return [self._answer(self._index.candidates(reference)) for reference in references]

    def _answer(self, works: tuple[Work, ...]) -> Lookup:
        if not self._reachable:
            return Lookup(Outcome.UNREACHABLE, reason="the lab is closed")
        return Lookup(Outcome.FOUND if works else Outcome.ABSENT, works)


def references(*texts: str) -> list[Reference]:
    """Printed references, parsed as one list."""
    return [
        Reference(key=f"r{at}", text=text, work=reading.work, end=len(text))
        for at, (text, reading) in enumerate(zip(texts, read_fields(texts), strict=True))
    ]
