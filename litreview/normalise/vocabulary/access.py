"""What says when a page was looked at: "accessed 3 May 2019", "[consultado el 12 de enero de 2020]".

Words: the CSL locales (terms "accessed", "retrieved", "cited"), ISO 690 in its national editions ("[cit.
2019-05-03]", "[consulta: …]", "[dostęp …]"), ABNT ("Acesso em: 10 jan. 2020"), GOST ("дата обращения:
12.01.2020"), NLM ("[cited 2008 Feb 3]"), and lists read in the development data.
"""

from __future__ import annotations

from litreview.normalise.vocabulary.patterns import read_table

# Words that mean it with a bare year too: "Accessed 2015".
_SURE = """
en: accessed | last accessed | access date | date accessed | date of access | retrieved | viewed | visited
en: last viewed | last visited | consulted | cited | downloaded
de: abgerufen | aufgerufen | abruf | zugriff | zugegriffen | gesehen | eingesehen | stand | zugriffsdatum
fr: consulté | consultée
es: consultado | consultada | fecha de consulta | fecha de acceso | accedido
ca: data de consulta
it: consultato | consultata | ultima consultazione | data di consultazione | ultimo accesso | data di accesso
pt: acesso em | acessado | acedido | data de acesso | consultado em
nl: geraadpleegd
sv: hämtad | hämtat | åtkomstdatum
fi: viitattu
pl: dostęp | data dostępu
cs: citováno
hu: letöltve | megtekintve
ro: accesat | data accesării
tr: erişim tarihi
ru: дата обращения | дата доступа | просмотрено
uk: дата звернення | дата доступу | переглянуто
el: ημερομηνία πρόσβασης | ανακτήθηκε
"""
# Words of other meanings ("Microsoft Access 2010"), which need a whole date behind them.
_WITH_DATE = """
en: access | download | assessed | seen | date cited | date retrieved
de: besucht | abgefragt | heruntergeladen | abfrage
fr: visité | visitée | vu | vue | accédé | téléchargé | repéré | récupéré | dernière consultation
fr: date de consultation | page consultée | dernier accès | accès
es: acceso | último acceso | última consulta | consulta | visitado | visitada | recuperado | revisado | citado
es: descargado | obtenido | fecha de la consulta
ca: consulta | consultat | accés
it: consultazione | accesso | visitato | visto | verificato | scaricato
pt: acesso | último acesso | consulta em | consulta | visitado | citado | obtido | recuperado
nl: laatst geraadpleegd | bezocht | bekeken | opgehaald | geopend | raadpleging
da: besøgt | set | sidst set | hentet | tilgået | lokaliseret | citeret
nb: besøkt | lest | åpnet | lastet ned | sitert
sv: besökt | läst | åtkomst | citerad | nedladdad
fi: luettu | haettu | katsottu | käyty
pl: pobrano | odczyt | cytowane | odwiedzono | data pobrania | data odczytu | wyświetlono
cs: cit. | citované | navštíveno | staženo | přístup | zobrazeno | vid.
sk: prístup | navštívené | stiahnuté
hu: letöltés | letöltés dátuma | letöltés ideje | hozzáférés | elérés | hozzáférve
ro: consultat | vizualizat
hr: pristupljeno | pristup | preuzeto | pregledano
sl: dostop | pridobljeno | citirano
tr: erişim | erişildi | ulaşım tarihi | alıntı
ru: дата просмотра | доступ | проверено | обращение
uk: дата перегляду | звернення
bg: посетен | последно посещение | дата на достъп
el: πρόσβαση | τελευταία πρόσβαση
et: vaadatud
lv: skatīts
lt: žiūrėta
zh: 访问日期 | 查阅日期 | 引用日期 | 浏览日期
ja: 参照 | 参照日 | 閲覧日 | アクセス日 | 最終閲覧日
ko: 접속일 | 검색일
"""
_LINKS = """
en: on the | on | at | the | from
de: am | vom | im
fr: le
es: el día | el | en | en el | a
it: il | in data | il giorno | in
pt: em | em: | no dia | a
nl: op
da: den | d. | på | i
pl: w dniu | z dnia | dnia
cs: dne
sk: dňa
ca: el dia
ro: la
"""
_BEFORE = """
en: last | date | online
de: zuletzt | letzter | letztmals
nl: laatst
da: senest | sidst
sv: senast
"""
ACCESS_SURE, ACCESS_WITH_DATE = read_table(_SURE), read_table(_WITH_DATE)
"""Language → words behind which a bare year is the day of access; and those that need a whole date."""
ACCESS_LINKS, ACCESS_BEFORE = read_table(_LINKS), read_table(_BEFORE)
"""Language → what may stand between such a word and the date; and before the word."""
