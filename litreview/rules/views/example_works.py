"""Real works that the examples of several rules share, in CSL names, with Crossref's values."""

from __future__ import annotations

from typing import Final

DERSIMONIAN_1986: Final = {
    "DOI": "10.1016/0197-2456(86)90046-2",
    "author": "DerSimonian R; Laird N",
    "title": "Meta-analysis in clinical trials",
    "container-title": "Controlled Clinical Trials",
    "volume": "7",
    "issue": "3",
    "page": "177-188",
    "issued": "1986",
}
EGGER_1997: Final = {
    "DOI": "10.1136/bmj.315.7109.629",
    "author": "Egger M; Davey Smith G; Schneider M; Minder C",
    "title": "Bias in meta-analysis detected by a simple, graphical test",
    "container-title": "BMJ",
    "volume": "315",
    "page": "629-634",
    "issued": "1997",
}
CHOU_2017_WITHOUT_DRUGS: Final = {
    "DOI": "10.7326/M16-2459",
    "author": "Chou R; Deyo R; Friedly J",
    "title": "Nonpharmacologic therapies for low back pain",
    "container-title": "Annals of Internal Medicine",
    "volume": "166",
    "page": "493-505",
    "issued": "2017",
}
