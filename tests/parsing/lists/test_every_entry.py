"""n printed entries are n references, whatever they are and however the list is set."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litreview.model.document import Document
from litreview.parsing.lists.entries import split_entries
from litreview.parsing.lists.likeness import looks_like_entry
from litreview.parsing.lists.sections import find_sections

ARTICLES = """
Adler T, Brandt K. Heat for sore backs: a long title that runs on and on. J Warm Med 2011; 4(2): 11-19.
Carver, L., Dunn, P., & Eaton, M. (2013). Cold packs after sport. Cold Therapy, 7, 101–108. https://doi.org/10.1000/cold.7.101
H. Gruber and I. Hahn, “On the physics of hot water bottles,” Phys. Heat, vol. 12, no. 3, pp. 45–67, 1999.
Ivanova, J.; Kim, S.; Lee, T. Solvent effects on warm water. J. Hot Chem. 2001, 17 (6), 971-979.
Lindqvist Å, Østby N, Çelik M, et al. Sauna and sleep. Scand J Heat. 2019;33:e1204. doi:10.1000/sjh.1204
O'Neill S, van den Berg R, de la Cruz M. Mud. J Warm Med. 2008;1:1.
Müller-Lüdenscheidt H (2010) Wärme im Alltag. Z Wärme 12:34–45
Garvey, Joan, and Mary-Ann Holt. “The Stove in the Novel.” Victorian Hearths 22, no. 4 (1987): 311–29.
Nakamura, H. et al. (2020) ‘Hot springs in old age’, Onsen Studies, 5(1), pp. 3–9.
Petrov A.I., Sidorov B.V. Heating of small houses // Heat Engineering. 2005. No. 3. P. 12–18.
Zimmer P. Warmth in press. J Warm Med. In press.
"""
BOOKS = """
van der Ferro, A. (2009). Hot water and other comforts. Berlin: Warmverlag.
Higgins JPT, Green S, editors. Handbook of Warmth. Chichester: Wiley; 2008.
Aristotle. On Warmth and Cold. Translated by J. Barr. Oxford: Heat Press.
Darwin, Charles. The Expression of Warmth. London: Murray, 1872.
Kuhn, T. S. (1962/1996). The structure of heating revolutions (3rd ed.). Chicago: Hearth Press.
Reed M. Cold comfort. In: Stone B, ed. Essays on Ice. 2nd ed. New York: Frost; 1995:12-40.
Schmidt, W.: Der Ofen. Eine Kulturgeschichte. 3. Aufl. München: Ofenverlag o. J.
Weber, Max (Hrsg.): Wärme und Gesellschaft, Frankfurt a. M. 1988, S. 17–29.
Bible. Authorised version.
"""
ORGANISATIONS = """
World Health Organization. Global report on warmth. Geneva: WHO; 2015.
National Institute for Health and Care Excellence. Low back pain: heat and cold. London: NICE; 2016.
National Institute for Health and Care Excellence (NICE). Sciatica guideline. London, 2020.
WHO. Obesity and overweight. Fact sheet no. 311.
NICE. Back pain in adults. NICE guideline NG59. 2016.
Bundesärztekammer (BÄK), Kassenärztliche Bundesvereinigung (KBV). Nationale Leitlinie Wärme. Reg. nvl-7. 2017.
European Commission, Directorate-General for Warmth. (2018). Heating and cooling in the Union. Luxembourg: EU.
Statistisches Bundesamt (Hrsg.): Heizkosten privater Haushalte. Wiesbaden 2019.
The Hot Water Study Group. Bottles against bags: a randomised trial. Lancet Heat 2003; 361: 12–20.
OECD (2021), Heat at a Glance 2021, OECD Publishing, Paris.
Deutsche Rentenversicherung Bund. Rehabilitation und Wärme. Berlin: DRV; 2014.
UNICEF. The state of the world's stoves 2012. New York: UNICEF; 2012.
American Society for Warmth, Committee on Cold: Position paper on mittens. Boston, 1999.
"""
WEB = """
Cochrane Heat Group. Our reviews. https://heat.cochrane.example/our-reviews. Accessed 3 May 2020.
Warm Homes Trust. Keeping warm in winter [Internet]. 2019 [cited 2020 Jan 4]. Available from: https://warm.example.org/winter
Wikipedia. Hot water bottle. https://en.wikipedia.org/wiki/Hot_water_bottle
https://www.destatis.example/heizung (abgerufen am 12.03.2021).
Meteorological Office: Coldest nights since 1900, www.met.example/cold, last accessed 1 June 2018.
Smith J. Why I love my stove. Hearth blog, 12 March 2017. http://hearth.example.com/stove
"""
LAWS = """
Gesetz über die Wärmelieferung (WärmeLG) vom 5. Mai 2013, BGBl. I S. 2477.
Regulation (EU) 2016/679 of the European Parliament of 27 April 2016. OJ L 119, 4.5.2016, p. 1–88.
Heating Act 1986, c. 44 (UK).
Warm v. Cold, 347 U.S. 483 (1954).
BGH, Urteil vom 12. Juli 2006 – X ZR 12/05, NJW 2006, 3344.
DIN EN 442-1:2015-03. Heizkörper und Konvektoren. Berlin: Beuth.
ISO 7730:2005. Ergonomics of the thermal environment. Geneva.
"""
REPORTS = """
Kaur P. Heat transfer in mittens [PhD thesis]. Leeds: University of Leeds; 2016.
Bauer, L. (2012). Die Wärmflasche im Film. Dissertation, Universität Graz.
R Core Team. R: A language and environment for statistical computing. Vienna: R Foundation; 2023.
StataCorp. Stata Statistical Software: Release 17. College Station, TX: StataCorp LLC.
Wickham H. ggwarm: elegant graphics for heat. R package version 3.1.
Nguyen D, Okafor C. Household stove data set (version 2) [Data set]. Zenodo. 2021. https://doi.org/10.5281/zenodo.0000001
Ho J, Lin K. Warm networks. arXiv:1806.00001 [cs.LG]. 2018.
Lopez M, Ruiz A. Calor y dolor. Poster presented at: Congreso de Calor; 2014 May 3-5; Sevilla, Spain.
Review Manager (RevMan). Version 5.3. Copenhagen: The Nordic Cochrane Centre; 2014.
US Patent 5,123,456. Warming device. 1992.
"""
OTHER = """
王小明, 李华. 热水袋的研究. 热学学报, 2015, 12(3): 45-50.
山田太郎. 湯たんぽの歴史. 温泉学会誌. 2009;5:1–8.
김철수. 온돌의 과학. 서울: 온기출판사; 2011.
Иванов И.И. Теплота и здоровье. М.: Наука, 1998. 240 с.
Dupont J., Lefèvre É. La bouillotte, hier et aujourd'hui. Rev Chal 1994 ; 12 : 33-8.
Rossi G, Di Marco L. Il calore. Torino: Calda; 2001.
Ivy K. 1971.
"""
TABLE = [
    line.strip()
    for part in (ARTICLES, BOOKS, ORGANISATIONS, WEB, LAWS, REPORTS, OTHER)
    for line in part.splitlines()
    if line.strip()
]
PROSE = "On warmth\n\nWarmth may help for a while, in some people. We looked at it and found little.\n\n"
TAILS = {
    "nothing": "",
    "appendix": "\n\nAppendix A\n\nThe forms were sent to 25 people in 2010, and most of them replied.\n",
    "page foot": "\n\nAbout this page\n\nUpdated on June 5, 2019\n\nFollow us or subscribe.\n",
}


def wrapped(entry: str, hang: str = "") -> str:
    return textwrap.fill(entry, 76, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)


Layout = Callable[[int, str], str]
NUMBERED: dict[str, Layout] = {
    "1.": lambda n, e: f"{n}. {e}\n",
    "1. blank lines": lambda n, e: f"{n}. {e}\n\n",
    "[1]": lambda n, e: f"[{n}] {e}\n",
    "[1] blank lines": lambda n, e: f"[{n}] {e}\n\n",
    "(1)": lambda n, e: f"({n}) {e}\n",
    "1 tab": lambda n, e: f"{n}\t{e}\n",
    "wrapped 1.": lambda n, e: wrapped(f"{n}. {e}") + "\n",
    "wrapped [1], hanging": lambda n, e: wrapped(f"[{n}] {e}", "    ") + "\n",
    "wrapped 1., blank lines": lambda n, e: wrapped(f"{n}. {e}", "   ") + "\n\n",
}
PLAIN: dict[str, Layout] = {
    "lines": lambda _, e: e + "\n",
    "paragraphs": lambda _, e: e + "\n\n",
    "bullets": lambda _, e: f"• {e}\n",
    "wrapped paragraphs": lambda _, e: wrapped(e) + "\n\n",
    "wrapped, hanging": lambda _, e: wrapped(e, "    ") + "\n",
}
PLAINEST = [line for line in TABLE if looks_like_entry(line)]
"""Those that look like entries where nothing announces them."""
LAYOUTS = NUMBERED | PLAIN
SOLID = ("lines", "wrapped, hanging")


def entries_of(text: str) -> list[str]:
    document = Document(text)
    cuts = [cut for s in find_sections(document) for cut in split_entries(document, s.start, s.end)]
    return [" ".join(text[cut.start : cut.end].split()) for cut in cuts]


def printed(entries: list[str], layout: str) -> str:
    return "".join(LAYOUTS[layout](n, entry) for n, entry in enumerate(entries, 1))


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("layout", LAYOUTS)
@given(entries=st.lists(st.sampled_from(TABLE), min_size=3, max_size=14, unique=True))
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_under_a_heading_every_entry_is_kept(layout: str, tail: str, entries: list[str]) -> None:
    # A line that is nothing but an address is the end of the entry before it, in a list without gaps.
    kept = [entry for entry in entries if layout not in SOLID or not entry.startswith("https:")]
    assert entries_of(f"{PROSE}References\n\n{printed(kept, layout)}{TAILS[tail]}") == kept


@pytest.mark.parametrize("layout", [*NUMBERED, "paragraphs", "lines"])
@given(entries=st.lists(st.sampled_from(PLAINEST), min_size=3, max_size=14, unique=True))
@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_without_a_heading_every_entry_is_kept(layout: str, entries: list[str]) -> None:
    assert entries_of(f"{PROSE}{printed(entries, layout)}{TAILS['appendix']}") == entries


@pytest.mark.parametrize(
    "last",
    [
        "World Health Organization. Obesity.",
        "NICE. Back pain in adults. London.",
        "National Institute for Health and Care Excellence (NICE). Sciatica guideline. London, 2020.",
    ],
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_organisation_at_the_end_is_kept(layout: str, last: str) -> None:
    entries = [*PLAINEST[:4], last]
    assert entries_of(f"{PROSE}References\n\n{printed(entries, layout)}") == entries


NUMBERS = [
    [1, 2, 2, 3, 4, 5],
    [1, 2, 3, 3, 3, 4],
    [1, 2, 4, 3, 5, 6],
    [1, 2, 3, 9, 10, 11],
    [2, 3, 4, 5, 6, 7],
]


@pytest.mark.parametrize("numbers", NUMBERS, ids=str)
@pytest.mark.parametrize("layout", NUMBERED)
def test_numbers_that_repeat_or_leap_part_entries_too(layout: str, numbers: list[int]) -> None:
    entries = PLAINEST[:6]
    body = "".join(LAYOUTS[layout](number, entry) for number, entry in zip(numbers, entries, strict=True))
    assert entries_of(f"{PROSE}References\n\n{body}") == entries
