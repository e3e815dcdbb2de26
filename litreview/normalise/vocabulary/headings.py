"""The words that stand over a reference list, and over what follows one, in the languages journals use.

Sources: the headings of the stored articles of the development data, and the section names of the
LaTeX ``babel`` and Word templates in each language.
"""

from __future__ import annotations

from litreview.normalise.text import fold

_OVER = {
    "en": "References | Reference list | References list | List of references | References and notes"
    " | Notes and references"
    " | References cited | Cited references | References and further reading | Bibliography "
    "| Bibliographic references"
    " | Selected bibliography | Selected references | List of literature | Literature | Literature cited "
    "| Cited literature "
    "| Literature references | Works cited"
    " | Sources | Sources cited | List of sources | Citations | Endnotes | Key references | Reference"
    " | Supplementary references | Additional references | Methods references | Other references "
    "| Included studies"
    " | References to included studies | References to studies included in this review",
    "de": "Literatur | Literaturverzeichnis | Literaturangaben | Literaturliste | Literaturnachweise"
    " | Literaturhinweise | Quellen | Quellenverzeichnis | Quellenangaben | Quellen und Literatur"
    " | Literatur und Quellen | Schrifttum | Bibliographie | Bibliografie | Referenzen | Nachweise",
    "fr": "Références | Références bibliographiques | Liste des références | Liste de références"
    " | Bibliographie sélective | Ouvrages cités | Littérature",
    "es": "Bibliografía | Referencias | Referencias bibliográficas | Lista de referencias | Fuentes "
    "| Obras citadas"
    " | Literatura citada | Bibliografía citada",
    "it pt": "Riferimenti | Riferimenti bibliografici | Bibliografia | Fonti | Letteratura | Referências"
    " | Referências bibliográficas | Lista de referências",
    "nl": "Literatuur | Literatuurlijst | Referenties | Bronnen | Bronnenlijst | Geraadpleegde literatuur",
    "sv da no is": "Referenser | Litteratur | Litteraturförteckning | Källor | Källförteckning | Referanser"
    " | Litteraturliste | Kilder | Kildeliste | Referencer | Litteraturfortegnelse | Heimildir "
    "| Heimildaskrá",
    "fi et": "Kirjallisuus | Kirjallisuusluettelo | Lähteet | Lähdeluettelo | Viitteet | Kirjandus | Viited",
    "ru uk bg": "Список литературы | Литература | Библиография | Библиографический список | Источники"
    " | Список использованной литературы | Список использованных источников | Литература и источники"
    " | Список літератури | Література | Бібліографія | Използвана литература",
    "pl cs sk sl hr": "Piśmiennictwo | Literatura | Literatúra | Seznam literatury "
    "| Seznam použité literatury"
    " | Použitá literatura | Zoznam literatúry | Viri | Viri in literatura | Popis literature",
    "hu ro lv tr el": "Irodalom | Irodalomjegyzék | Hivatkozások | Bibliografie selectivă | Referințe"
    " | Referințe bibliografice | Literatūra | Atsauces | Kaynaklar | Kaynakça | Βιβλιογραφία | Αναφορές",
    "zh ja ko": "参考文献 | 引用文献 | 文献 | 參考文獻 | 参考资料 | 参考書目 | 注释 | 참고문헌 | 참고 문헌 "
    "| 인용문헌",
    "ar fa he": "المراجع | قائمة المراجع | المصادر | المصادر والمراجع | منابع | فهرست منابع | מקורות"
    " | ביבליוגרפיה | רשימת מקורות",
    "vi id th hi": "Tài liệu tham khảo | Daftar pustaka | Referensi | Rujukan | บรรณานุกรม "
    "| เอกสารอ้างอิง | संदर्भ",
}
_AFTER = {
    "en": "Acknowledgements | Acknowledgments | Acknowledgement | Appendix | Appendices | Annex | Supplement"
    " | Supplementary material | Supplementary materials | Supplementary information | Supplementary data"
    " | Supporting information | Supplemental information | Additional files | Additional information"
    " | Author contributions | Authors contributions | Author information | About the author "
    "| About the authors"
    " | Contributors | Competing interests | Conflict of interest | Conflicts of interest | Declarations"
    " | Declaration of interest | Disclosure | Funding | Data availability | Data availability statement"
    " | Ethics statement | Ethics approval | Abbreviations | Glossary | Figure legends | Figures | Tables"
    " | Publication history | Pre publication history | Rights and permissions | Copyright | License "
    "| Footnotes"
    " | Notes | Correspondence | Related articles | Related content | Share | Share this article "
    "| Further reading | External links | See also"
    " | Comments | Cite this article | How to cite | Peer review | Open access",
    "de": "Danksagung | Anhang | Interessenkonflikt | Interessenkonflikte | Förderung | Abkürzungen "
    "| Impressum"
    " | Korrespondenzadresse | Abbildungen | Tabellen",
    "fr es it pt": "Remerciements | Annexe | Annexes | Conflits d'intérêts | Agradecimientos | Anexo | Anexos"
    " | Conflicto de intereses | Ringraziamenti | Appendice | Allegati | Agradecimentos | Apêndice",
    "nl sv fi": "Dankwoord | Bijlage | Bijlagen | Tack | Bilaga | Liitteet",
    "ru zh ja ko": "Приложение | Благодарности | 附录 | 致谢 | 付録 | 謝辞 | 부록",
}
_NOTES = {
    "en": "Notes | Footnotes | Endnotes | Explanatory notes | Footnotes and citations",
    "de": "Anmerkungen | Fußnoten | Fussnoten | Endnoten | Einzelnachweise",
    "fr": "Notes de bas de page",
    "es it pt": "Notas | Notas al pie | Note | Notas de rodapé",
    "nl sv da no fi": "Noten | Voetnoten | Noter | Fotnoter | Noter og referencer | Alaviitteet",
    "pl cs ru": "Przypisy | Poznámky | Примечания | Сноски",
}
_READING = {
    "en": "Further reading | Further readings | Suggested reading | Suggested readings | Recommended reading"
    " | Additional reading | Background reading | External links | See also | Web links | Related links"
    " | Resources | Additional resources | Works not cited | Bibliography of works not cited"
    " | Selected publications | Publications",
    "de": "Weiterführende Literatur | Weblinks | Siehe auch | Zum Weiterlesen | Leseempfehlungen",
    "fr": "Pour aller plus loin | Lectures complémentaires | Liens externes | Voir aussi",
    "es it pt": "Lecturas adicionales | Enlaces externos | Véase también | Collegamenti esterni"
    " | Voci correlate"
    " | Leitura adicional | Ligações externas | Ver também",
    "nl sv": "Externe links | Zie ook | Verder lezen | Vidare läsning | Externa länkar | Se även",
    "pl ru": "Linki zewnętrzne | Zobacz też | Ссылки | См. также",
}
_NEIGHBOURS = {
    "en": "Cited by | Cited by other articles | Articles citing this article | Citing articles"
    " | Citing literature"
    " | This article is cited by | Similar articles | Similar articles in PubMed | Related articles"
    " | Related content | Related papers | Recommended articles | Recommended reading for you | Recommended"
    " | Recommendations | You may also like | You might also like | Similar content being viewed by others"
    " | More from this author | More from this issue | More like this | Most read | Most cited | Trending"
    " | Latest articles | Read next | Other articles in this issue | People also read | Also of interest",
    "de": "Ähnliche Artikel | Das könnte Sie auch interessieren | Mehr zum Thema",
}
_ITSELF = {
    "en": "Cite this article | Cite this | Cite this paper | Cite as | Cite | How to cite"
    " | How to cite this article"
    " | Suggested citation | Recommended citation | Share and cite | Citation | About this article"
    " | Article citation | To cite this article",
    "de": "Zitiervorschlag | Zitierhinweis | Zitierweise",
    "fr": "Pour citer cet article | Citer cet article",
    "es pt": "Cómo citar | Como citar",
}


def _read_headings(table: dict[str, str]) -> frozenset[str]:
    return frozenset(fold(heading) for row in table.values() for heading in row.split("|"))


REFERENCE_HEADINGS = _read_headings(_OVER)
"""What stands over a reference list, folded."""
BACK_MATTER = _read_headings(_AFTER)
"""What may follow one, folded."""
NOTE_HEADINGS = _read_headings(_NOTES)
"""What stands over footnotes, which may be remarks, references or both, folded."""
READING_HEADINGS = _read_headings(_READING)
"""What stands over a list of works that the text need not cite, folded."""
NEIGHBOUR_HEADINGS = _read_headings(_NEIGHBOURS)
"""What stands over a publisher's list of other articles, folded."""
OWN_CITATION_HEADINGS = _read_headings(_ITSELF)
"""What stands over the citation of the article itself, folded."""
