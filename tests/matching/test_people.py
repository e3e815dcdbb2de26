"""Names of one person or group in the forms of lists and registers, and names of two."""

from __future__ import annotations

import pytest

from litreview.matching.people import Likeness, compare_names
from litreview.model.work import Name
from litreview.normalise.names import parse_name

# As cited | as registered: "family, given", or "=" and the name of a group.
ONE = """
Oorst Avd | van den Oorst, Aaron
Oorst AVD | van den Oorst, Aaron
Oorst A van den | van den Oorst, Aaron
Oorst, A. van den | Oorst, Aaron van den
van den Oorst A | Oorst, Aaron van den
Van den Oorst A | van den Oorst, Aaron
vd Oorst A | van den Oorst, Aaron
v. d. Oorst A | van den Oorst, Aaron
Oorst Av | van Oorst, Aaron
Silva DO | de Oliveira Silva, Danilo
Silva DdO | de Oliveira Silva, Danilo
de Oliveira Silva D | Silva, Danilo de Oliveira
Oliveira Silva D de | de Oliveira Silva, Danilo
De Oliveira Silva D | de Oliveira Silva, Danilo
de Oliveira D | de Oliveira Silva, Danilo
Marquez IG | García Márquez, Inés
García Márquez I | Marquez, Ines Garcia
Garcia-Marquez I | García Márquez, Inés
García I | García Márquez, Inés
García-Márquez I | Garcia, Ines M.
Zhang Wei | Wei, Zhang
Zhang W | Wei, Zhang
Wei Zhang | Zhang, Wei
Kim Min-Jun | Min-Jun, Kim
Kim MJ | Min-Jun, Kim
Kim MJ | Minjun, Kim
Kim MJ | Kim, Minjun
Kim M-J | Kim, Min Jun
Tanaka K | Kenji Tanaka,
Tanaka K | TANAKA, KENJI
Tanaka K | Tanaka Kenji,
Tanaka K | =Kenji Tanaka
Tanaka Kenji | =Tanaka, Kenji
Tanaka K | Tanaka,, K.
Roe WH Jr | Roe, William H., Jr.
Roe WH | Roe Jr, William H.
Roe WH 3rd | Roe III, William
Roe WH III | Roe, William H., III
Foltin-Dimitru M | Foltin‐Dimitru, Marta
Foltin–Dimitru M | Foltin‐Dimitru, Marta
Foltin Dimitru M | Foltin‐Dimitru, Marta
FoltinDimitru M | Foltin‐Dimitru, Marta
Foltin M | Foltin‐Dimitru, Marta
Dimitru MF | Foltin‐Dimitru, Marta
Hegedus P | Hegedűs, Péter
Hegedüs P | Hegedűs, Péter
Erdoes M | Erdős, Márton
Hegedûs P | Hegedűs, Péter
Müller J | Mueller, Jörg
Müller J | Muller, Jörg
Mueller J | Muller, Jorg
Sørensen K | Soerensen, Kaj
Sørensen K | Sorensen, Kaj
Ørsted K | Oersted, Kaj
Weiss T | Weiß, Thea
Åberg T | Aaberg, Tor
Åberg T | Aberg, Tor
Đorđević A | Djordjevic, Ana
Müller, Jörg | MÃ¼ller, JÃ¶rg
O'Brien K | O’Brien, Kieran
OBrien K | O’Brien, Kieran
O Brien K | O'Brien, Kieran
D'Amico L | d’Amico, Luca
Amico LD | D'Amico, Luca
Ebner N | Ebner, Natascha-Alexa
Ebner NA | Ebner, Natascha-Alexa
Ebner N-A | Ebner, Natascha Alexa
Müller J | MÃ¼ller, J
Lanišek T | LaniÅ¡ek, T
Žarkelj M | Å½arkelj, M
Müller J | M?ller, J
Muller J | MÃ¼ller, J
Mueller J | MÃ¼ller, J
Łuczak P | Å\x81uczak, P
Çelik A | Ã\x87elik, A
Nguyen TH | Nguyễn, Thị Hồng
Nguyen TH | Thi Hong, Nguyen
Al-Masri H | Al Masri, Hana
Almasri H | Al-Masri, Hana
el-Sayed H | Elsayed, Hana
Masri HA | Al-Masri, Hana
Mc Donald R | McDonald, Rae
MacDonald R | Mac Donald, Rae
St John R | St. John, Rae
Saint-John R | St. John, Rae
St-Pierre R | Saint-Pierre, Rae
von der Lühe A | Lühe, A. von der
Lühe Avd | von der Lühe, Anna
Goethe JWv | von Goethe, Johann W
Santos MJd | dos Santos, Maria José
Santos MJ dos | dos Santos, Maria José
Santos MJ | dos Santos, Maria José
Dos Santos MJ | Santos, Maria José dos
Ivanov SP | Ivanov, С. П.
Ivanov SP | Иванов, С. П.
Dmitriev Y | Dmitriev, Yuri
Smith RE | SMITH, R E
Smith RE | Smith, Robert Edward, PhD
Smith RE | Smith MD, Robert E
Smith RE | Smith, Dr. Robert E
Lee SH | Lee, Sang Hoon
Lee SH | Sang-Hoon, Lee
Lee S | Sang-Hoon Lee,
Wu X | Wu, XiaoGang
Wu XG | Wu, Xiaogang
Xiaogang Wu | Xiaogang, Wu
Papadopoulou E | Papadopoulou, Ε
HYPERION Study Group | =The HYPERION Study Group
HYPERION Investigators | =HYPERION Study Investigators
The HYPERION Trial Investigators | =HYPERION Investigators
HYPERION Collaborative Group | =The HYPERION Collaborators
HYPERION | =HYPERION Study Group
HYPERION Writing Committee | =Writing Committee for the HYPERION Trial Investigators
for the HYPERION Investigators | =HYPERION Investigators
on behalf of the HYPERION Investigators | =HYPERION Investigators
WHO | =World Health Organization
World Health Organisation | =World Health Organization
World Health Organization | World Health Organization,
World Health Organization | Organization, World Health
World Health Organization | World, Health Organization
World Health Organization (WHO) | =WHO
NICE | =National Institute for Health and Care Excellence
Harbour Cats Consortium | =The Consortium on Harbour Cats
Harbour Cats Collaboration | =Harbour Cats Collaborators
GBD 2019 Cats Collaborators | =GBD 2019 Cats Collaborators
CMS Collaboration | =The CMS Collaboration
CMS Collaboration | =CMS
International Society of Harbour Cats | =ISHC
Intl Society of Harbour Cats | =International Society of Harbour Cats
"""
TWO = """
Has U | Haas, Ulrich
Yu J | Yoo, J
Yu J | Xu, J
Wang L | Wong, Lin
Li X | Lin, Xi
Wang W | Wang, Hui
Zhang Y | Zhang, Lei
Lee S | Lee, Jae
Hartwell B | de Oliveira Silva, Danilo
Silva M | de Oliveira Silva, Danilo
Silva DO | Santos, Danilo Oliveira
Okonkwo M | Hegedűs, Péter
Lindqvist K | Lindgren, Karin
Meyer K | Mayr, Karl
Petrosyan T | Petrov, Tigran
Oorst B | van den Oorst, Aaron
Oorst BVD | van den Oorst, Aaron
Marquez RG | García Márquez, Inés
Garcia IT | Marquez, Inés
Kim MJ | Lee, Min-Jun
Kim MJ | Kim, Hyun-Soo
Kim Min-Jun | Kim, Hyun-Soo
Tanaka K | Tanabe, Kenji
Tanaka K | Yamada Kenji,
Roe WH Jr | Doe, William H., Jr.
Roe WH | Roe, Anna
Foltin M | Fulton, Martin
Foltin-Dimitru M | Foltin-Karras, Marta
Berg P | Borg, P
Berg P | van der Berg, Rieke
Müller J | Möller, Jörg
Sørensen K | Sarensen, Kaj
Sørensen K | Svensson, Kaj
Weiss T | Weisz-Nagy, Beata
O'Brien K | O'Bryan, Kieran
O'Brien K | O'Neill, Kieran
O'Brien K | Brian, Omar
D'Amico L | d'Amato, Luca
Ebner N | Ebner, Alexa
Müller J | MÃ¶ller, J
Müller J | MÃ¼ller, Karl
Nguyen TH | Nguyen, Van Lam
Al-Masri H | Al-Basri, Hana
Al-Masri H | Al-Hakim, Hana
van der Berg P | van der Hoek, P
de Silva D | de Souza, D
von der Lühe A | von der Heide, A
Santos MJ | dos Santos, Paulo
McDonald R | MacDougall, Rae
St John R | St Clair, R
Smith RE | Smith, Karl
HYPERION Study Group | =ATLAS Study Group
HYPERION Investigators | =HYDRA Investigators
CMS Collaboration | =ATLAS Collaboration
WHO | =World Bank
World Health Organization | =World Trade Organization
National Institute of Cats | =National Institute of Dogs
International Society of Harbour Cats | =International Society of Ocean Birds
Ministry of Health | =Ministry of Education
American College of Surgeons | =American College of Physicians
Wei Zhang | Li, Wei
Zhang Wei | Zhang, Hong
Chen Wei | Wei, Zhang
Wu X | Wu, Gang
Hu J | Hu, Bo
Mueller J | Miller, J
Boyd A | Boyle, A
Hansen P | Hanson, P
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    rows = (line.split(" | ") for line in table.strip().splitlines())
    return [(cited, found) for cited, found in rows]


def _registered(text: str) -> Name:
    if text.startswith("="):
        return Name(literal=text[1:])
    family, given, suffix = (*(part.strip() for part in text.split(",")), "", "")[:3]
    return Name(family, given, suffix=suffix)


@pytest.mark.parametrize(("cited", "found"), _pairs(ONE))
def test_one_name_in_two_forms(cited: str, found: str) -> None:
    pair = parse_name(cited), _registered(found)
    assert max(compare_names(*pair), compare_names(*reversed(pair))) <= Likeness.FORM


@pytest.mark.parametrize(("cited", "found"), _pairs(TWO))
def test_two_names(cited: str, found: str) -> None:
    pair = parse_name(cited), _registered(found)
    assert min(compare_names(*pair), compare_names(*reversed(pair))) >= Likeness.SPELLING
