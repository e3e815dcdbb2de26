"""The day on which a page was looked at is no year of publication, in whatever language it is told."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.fields import parse_reference

UNDATED = [
    "García M. Dolor lumbar en remeros. Madrid: Sociedad de Remo. [consultado el 12 de enero de 2020]",
    "García M. Dolor lumbar [Internet]. Madrid: SEPAR; [citado 3 de mayo de 2014]. Disponible en: http://a.es/b",
    "Durand P. Douleur du dos chez les rameurs. Paris: FFA. [consulté le 12 janvier 2020]",
    "Rossi G. La lombalgia dei canottieri. Roma: FIC. [consultato il 3 febbraio 2019]",
    "Jansen P. Rugpijn bij roeiers. Amsterdam: KNRB. Geraadpleegd op 3 mei 2019",
    "Silva A. Dor lombar em remadores. Disponível em: http://a.br/dor. Acesso em: 10 jan. 2020",
    "Müller K. Rückenschmerz bei Ruderern. Verfügbar unter: http://a.de/r. Zugriff am 12. März 2018",
    "Hansen B. Rygsmerter hos roere. København: DFfR. Besøgt d. 3. maj 2012",
    "Andersson L. Ryggsmärta hos roddare. Stockholm: SRF. Hämtad 2014-03-12",
    "Nowak A. Ból krzyża u wioślarzy. Warszawa: PZTW. [dostęp 12 maja 2014]",
    "Novák J. Bolest zad u veslařů. Praha: ČVS. [cit. 2019-05-03]",
    "Yılmaz A. Kürekçilerde bel ağrısı. Ankara: TKF. Erişim tarihi: 12 Ocak 2020",
    "Иванов И.И. Боль в спине у гребцов. Москва: ФГСР. (дата обращения: 12.01.2020)",
]


@pytest.mark.parametrize("text", UNDATED)
def test_the_day_of_access_gives_no_year(text: str) -> None:
    assert parse_reference(text).work.year is None


@pytest.mark.parametrize("text", UNDATED)
def test_a_year_of_publication_stays(text: str) -> None:
    author, rest = text.split(". ", 1)
    assert parse_reference(f"{author} (2009). {rest}").work.year == 2009
