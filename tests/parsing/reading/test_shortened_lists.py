"""References whose list of authors is cut short in the words of their language."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.fields import parse_reference

SHORTENED = [
    ("García M, López J, y cols. Dolor lumbar en remeros. Rev Clin Esp 2010; 12: 3-9.", "García"),
    ("García M, López J y col. Dolor lumbar en remeros. Rev Clin Esp 2010; 12: 3-9.", "García"),
    ("Silva A, Souza B, e cols. Dor lombar em remadores. Rev Bras Ortop 2011; 46: 3-9.", "Silva"),
    ("Rossi G, Bianchi L, e coll. La lombalgia dei canottieri. Minerva Med 2009; 100: 3-9.", "Rossi"),
    ("Durand P, Martin L, et coll. Douleur du dos chez les rameurs. Presse Med 2008; 37: 3-9.", "Durand"),
    ("Müller K, Maier S, u. a. Rückenschmerz bei Ruderern. Orthopäde 2012; 41: 3-9.", "Müller"),
    ("Jansen P, de Boer K, e.a. Rugpijn bij roeiers. Ned Tijdschr Geneeskd 2010; 154: 3-9.", "Jansen"),
    ("Hansen B, Jensen K, m.fl. Rygsmerter hos roere. Ugeskr Laeger 2013; 175: 3-9.", "Hansen"),
    ("Andersson L, Berg M, m.fl. Ryggsmärta hos roddare. Läkartidningen 2014; 111: 3-9.", "Andersson"),
    ("Virtanen J, Korhonen M, ym. Soutajien selkäkipu. Duodecim 2015; 131: 3-9.", "Virtanen"),
    ("Nowak A, Lis B, i in. Ból krzyża u wioślarzy. Pol Arch Med Wewn 2012; 122: 3-9.", "Nowak"),
    ("Nowak A, Lis B i wsp. Ból krzyża u wioślarzy. Pol Arch Med Wewn 2012; 122: 3-9.", "Nowak"),
    ("Novák J, Dvořák P, a kol. Bolest zad u veslařů. Cas Lek Cesk 2016; 155: 3-9.", "Novák"),
    ("Kovács P, Szabó J, és mtsai. Evezősök derékfájása. Orv Hetil 2017; 158: 3-9.", "Kovács"),
    ("Yılmaz A, Kaya B, ve ark. Kürekçilerde bel ağrısı. Turk J Phys Med Rehab 2018; 64: 3-9.", "Yılmaz"),
    ("Yılmaz A, Kaya B, vd. Kürekçilerde bel ağrısı. Turk J Phys Med Rehab 2018; 64: 3-9.", "Yılmaz"),
    ("Иванов И.И., Петров П.П. и др. Боль в спине у гребцов. Клин мед 2015; 93: 3-9.", "Иванов"),
    ("Шевченко Т.Г., Франко І.Я. та ін. Біль у спині веслярів. Лікар справа 2016; 4: 3-9.", "Шевченко"),
]


@pytest.mark.parametrize(("text", "first"), SHORTENED)
def test_a_shortened_list(text: str, first: str) -> None:
    work = parse_reference(text).work
    assert work.et_al
    assert len(work.author) == 2
    assert work.author[0].family == first
    assert work.title
    assert not work.title.startswith(
        ("y ", "e ", "i ", "a ", "ve ", "vd", "ym", "m.", "u.", "и ", "та ", ".")
    )


WHOLE = [
    ("Cols A, Kol B. Growth of E. coli. J Bacteriol 2010; 12: 3-9.", 2),
    ("García M, López J. Los niños, las madres y otros. Rev Clin Esp 2010; 12: 3-9.", 2),
    ("Müller K, Maier S. Schmerz u. a. Beschwerden bei Ruderern. Orthopäde 2012; 41: 3-9.", 2),
    ("Khan UA, Ea S. Vitamin D in pain. Lancet 2012; 41: 3-9.", 2),
    ("Mars J, Mai P, Jan K. Novela en prensa. Hispania 2003; 86: 3-9.", 3),
    ("Kim I, In S. Back pain in rowers. Spine 2012; 37: 3-9.", 2),
]


@pytest.mark.parametrize(("text", "count"), WHOLE)
def test_a_whole_list_stays_whole(text: str, count: int) -> None:
    work = parse_reference(text).work
    assert not work.et_al
    assert len(work.author) == count
    assert work.year
