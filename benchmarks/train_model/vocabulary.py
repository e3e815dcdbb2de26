"""Words to make up references of the German and English social sciences, which Crossref's records lack.

Written by hand: names, places, publishers, journals and the building blocks of titles. One table per kind;
``|`` parts the members, because many of them hold blanks.
"""

from __future__ import annotations


def _table(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("|")]


FAMILIES = _table(
    """
    Müller|Schmidt|Schneider|Fischer|Weber|Meyer|Wagner|Becker|Schulz|Hoffmann|Schäfer|Koch|
    Bauer|Richter|Klein|Wolf|Schröder|Neumann|Schwarz|Zimmermann|Braun|Krüger|Hofmann|Hartmann|
    Lange|Schmitt|Werner|Krause|Lehmann|Köhler|Maier|Huber|Kaiser|Fuchs|Peters|Lang|Scholz|
    Möller|Weiß|Jung|Hahn|Vogel|Friedrich|Keller|Günther|Frank|Berger|Winkler|Roth|Beck|
    Lorenz|Baumann|Franke|Albrecht|Schuster|Simon|Ludwig|Böhm|Winter|Kraus|Martin|Schumacher|
    Krämer|Vogt|Stein|Jäger|Otto|Sommer|Groß|Seidel|Heinrich|Brandt|Haas|Schreiber|Graf|
    Dietrich|Ziegler|Kuhn|Pohl|Engel|Horn|Busch|Bergmann|Voigt|Sauer|Arnold|Wolff|Pfeiffer|
    Smith|Jones|Taylor|Brown|Wilson|Johnson|Davies|Robinson|Wright|Thompson|Evans|Walker|
    Green|Hall|Clarke|Jackson|Wood|Harris|Cooper|King|Lee|Baker|Turner|Hill|Moore|Morris|
    Ward|Campbell|Carter|Phillips|Parker|Collins|Bennett|Cook|Bailey|Cox|Richardson|Gray|
    Marshall|Ross|Simmons|Foster|Powell|Sullivan|Russell|Ortiz|Jenkins|Perry|Butler|Barnes|
    Habermas-Lenz|Meier-Braun|O'Connor|McDonald|van-Dijk|Ebbing|Kreckwitz|Esping|Sørby|Nilsson|
    Larsen|Jørgensen|Dupont|Moreau|Lefèvre|Rossi|Bianchi|García|Martínez|Novak|Kowalski|Yılmaz
    """
)
GIVENS = _table(
    """
    Anna|Peter|Hans|Klaus|Ulrich|Jürgen|Stefan|Thomas|Michael|Andreas|Martin|Wolfgang|Werner|
    Karl|Heinz|Manfred|Monika|Ursula|Renate|Sabine|Petra|Claudia|Susanne|Birgit|Andrea|
    Martina|Christine|Barbara|Karin|Ute|Angelika|Heike|Gabriele|Kirsten|Frank|Bernd|Rainer|
    Dieter|Günter|Horst|Gerhard|Helmut|Walter|Ralf|Uwe|Jörg|Dirk|Matthias|Christian|Alexander|
    Daniel|Markus|Sebastian|Philipp|Max|Paul|Ernst|Otto|Fritz|Niklas|Axel|John|James|Robert|
    David|William|Richard|Mary|Patricia|Jennifer|Linda|Elizabeth|Susan|Margaret|Sarah|Karen|
    Nancy|Mark|George|Kenneth|Steven|Edward|Brian|Ronald|Anthony|Kevin|Jason|Jane|Alice|Ruth|
    Helen|Laura|Hans-Peter|Karl-Heinz|Anne-Marie|Jean-Claude|Eva-Maria|Ernst-Dieter|Pierre|Michel
    """
)
PLACES = _table(
    """
    Berlin|Frankfurt am Main|Frankfurt/M.|Frankfurt a. M.|Frankfurt|München|Wiesbaden|Opladen|
    Weinheim|Weinheim und München|Hamburg|Stuttgart|Köln|Bonn|Bielefeld|Tübingen|Göttingen|
    Münster|Leipzig|Wien|Zürich|Bern|Basel|Baden-Baden|Reinbek bei Hamburg|Neuwied|Konstanz|
    Freiburg|Darmstadt|Heidelberg|Nürnberg|Düsseldorf|Mannheim|Würzburg|Kassel|Bremen|Dortmund|
    Essen|Frankfurt a.M./New York|Berlin/New York|Opladen/Farmington Hills|Leverkusen|Hannover|
    New York|London|Oxford|Cambridge|Cambridge, MA|Cambridge, Mass.|Chicago|Berkeley|Los Angeles|
    Princeton, NJ|Thousand Oaks, CA|Newbury Park|Beverly Hills|London and New York|Amsterdam|
    Dordrecht|Paris|Toronto|Sydney|Boston|Philadelphia|Washington, DC|Washington, D.C.|
    Hillsdale, NJ|Mahwah, NJ|Ithaca|Durham|Aldershot|Basingstoke|Houndmills, Basingstoke|
    Cheltenham, UK|Manchester|Edinburgh|Stanford, CA|New Haven|Minneapolis|Westport, CT|Lanham, MD|
    Leiden|Copenhagen|Stockholm|Oslo|Roma|Milano|Madrid|Barcelona|Brussels|Geneva|Budapest|
    Warszawa|Moscow|Tokyo|Delhi|Canberra|Buckingham|Malden, MA
    """
)
PUBLISHERS = _table(
    """
    Suhrkamp|Campus|Campus Verlag|Nomos|VS Verlag|VS Verlag für Sozialwissenschaften|
    Westdeutscher Verlag|Leske + Budrich|Leske und Budrich|Juventa|Beltz|Beltz Juventa|Springer VS|
    transcript|transcript Verlag|de Gruyter|Mohr Siebeck|Oldenbourg|Duncker & Humblot|Luchterhand|
    Rowohlt|Fischer|C. H. Beck|UTB|Waxmann|Klinkhardt|Hogrefe|Huber|Enke|Metzler|Reclam|
    edition sigma|Metropolis|Lit|LIT Verlag|UVK|Böhlau|Vandenhoeck & Ruprecht|Barbara Budrich|
    Hampp|Oxford University Press|Cambridge University Press|Princeton University Press|
    University of Chicago Press|Harvard University Press|MIT Press|Yale University Press|Sage|
    Sage Publications|SAGE|Routledge|Routledge & Kegan Paul|Palgrave Macmillan|Macmillan|Blackwell|
    Polity Press|Polity|Edward Elgar|Ashgate|Wiley|John Wiley & Sons|Springer|Springer-Verlag|
    Elsevier|Academic Press|Kluwer|Kluwer Academic Publishers|Lawrence Erlbaum|Erlbaum|
    Russell Sage Foundation|Free Press|The Free Press|Basic Books|Penguin|Knopf|Norton|
    W. W. Norton|McGraw-Hill|Prentice-Hall|Addison-Wesley|Stanford University Press|
    University of California Press|Open University Press|Manchester University Press|Verso|Pluto|
    Zed Books|Gallimard|Seuil|PUF|Aldine|Transaction|Greenwood|Rowman & Littlefield|
    Westview Press|Berghahn|Brill|Peter Lang|Statistisches Bundesamt|OECD|World Bank|
    United Nations|Europäische Kommission|ILO|Bundeszentrale für politische Bildung|
    Bertelsmann Stiftung
    """
)
JOURNALS = _table(
    """
    Kölner Zeitschrift für Soziologie und Sozialpsychologie|KZfSS|Zeitschrift für Soziologie|
    Soziale Welt|Berliner Journal für Soziologie|Leviathan|Politische Vierteljahresschrift|PVS|
    Aus Politik und Zeitgeschichte|APuZ|Zeitschrift für Pädagogik|
    Zeitschrift für Erziehungswissenschaft|WSI-Mitteilungen|
    Mitteilungen aus der Arbeitsmarkt- und Berufsforschung|MittAB|ZUMA-Nachrichten|
    Zeitschrift für Bevölkerungswissenschaft|Industrielle Beziehungen|Das Argument|
    Zeitschrift für Sozialreform|Neue Praxis|Psychologie in Erziehung und Unterricht|
    Diskurs Kindheits- und Jugendforschung|Feministische Studien|Prokla|Merkur|
    Berufsbildung in Wissenschaft und Praxis|BWP|Wirtschaft und Statistik|DIW-Wochenbericht|
    Geschichte und Gesellschaft|Historische Zeitschrift|Publizistik|Rundfunk und Fernsehen|
    Media Perspektiven|Geographische Zeitschrift|Sozialer Fortschritt|Gewerkschaftliche Monatshefte|
    Blätter für deutsche und internationale Politik|DBW|zfbf|ZfB|Sociologus|Die Zeit|Der Spiegel|
    Frankfurter Allgemeine Zeitung|FAZ|Osteuropa|Journal für Psychologie|
    Forum Qualitative Sozialforschung|Mittelweg 36|American Sociological Review|
    American Journal of Sociology|Social Forces|European Sociological Review|
    British Journal of Sociology|Sociology|Social Problems|Annual Review of Sociology|
    American Political Science Review|Journal of Politics|World Politics|Comparative Political Studies|
    Public Opinion Quarterly|West European Politics|Journal of Marriage and the Family|Demography|
    Population and Development Review|European Journal of Population|Work, Employment and Society|
    Social Indicators Research|Organization Studies|Academy of Management Journal|
    Academy of Management Review|Administrative Science Quarterly|Strategic Management Journal|
    Harvard Business Review|Journal of Personality and Social Psychology|Psychological Bulletin|
    Journal of Communication|Media, Culture & Society|New Media & Society|Theory and Society|
    Journal of European Public Policy|International Organization|International Security|
    Foreign Affairs|Journal of Peace Research|Human Relations|Social Science & Medicine|
    Economic Journal|American Economic Review|Journal of Political Economy|
    Quarterly Journal of Economics|Journal of Human Resources|Population Studies|
    Sociological Methods & Research|Journal of Social Policy|Gender & Society|Signs|Feminist Review|
    Ethnic and Racial Studies|Journal of Ethnic and Migration Studies|Urban Studies|
    The Sociological Review|Revue française de sociologie|Actes de la recherche en sciences sociales|
    Acta Sociologica|Human Resource Management Journal|Survey Methodology|Europe-Asia Studies
    """
)
SERIES = _table(
    """
    IZA Discussion Paper|SOEPpapers|DIW Discussion Papers|WZB Discussion Paper|MPIfG Working Paper|
    MPIfG Discussion Paper|NBER Working Paper|IAB-Forschungsbericht|IAB-Kurzbericht|SWP-Studie|
    ZUMA-Arbeitsbericht|ZUMA-Methodenbericht|Arbeitspapier|SFI-Studies|
    OECD Social, Employment and Migration Working Papers|HIS-Kurzinformation|
    Edition der Hans-Böckler-Stiftung|IAB-Discussion Paper|MZES Working Papers|
    Beiträge zur Arbeitsmarkt- und Berufsforschung|Working Paper|Discussion Paper|QUEM-report
    """
)
NOUNS_DE = _table(
    """
    Arbeit|Bildung|Familie|Jugend|Gesellschaft|Ungleichheit|Migration|Integration|Geschlecht|
    Medien|Öffentlichkeit|Politik|Wohlfahrtsstaat|Lebenslauf|Biographie|Kindheit|Alter|Gesundheit|
    Armut|Reichtum|Mobilität|Wandel|Modernisierung|Globalisierung|Europäisierung|Demokratie|
    Partizipation|Gewalt|Kriminalität|Stadt|Raum|Region|Umwelt|Nachhaltigkeit|Technik|Wissen|
    Wissenschaft|Hochschule|Schule|Unterricht|Lernen|Beruf|Berufsbildung|Ausbildung|Arbeitsmarkt|
    Beschäftigung|Arbeitslosigkeit|Rente|Pflege|Sozialpolitik|Sozialstruktur|Milieus|Lebensstile|
    Konsum|Kultur|Religion|Identität|Körper|Sprache|Kommunikation|Internet|Fernsehen|
    Organisation|Management|Unternehmen|Betriebsräte|Gewerkschaften|Mitbestimmung|Tarifpolitik|
    Verwaltung|Recht|Steuern|Staat|Nation|Krieg|Erinnerung|Nationalsozialismus|Vertrauen|
    Solidarität|Anerkennung|Individualisierung|Institutionen|Governance|Steuerung|Netzwerke|
    Sozialkapital|Werte|Einstellungen|Umfragen|Interviews|Methoden
    """
)
ADJECTIVES_DE = _table(
    """
    soziale|politische|empirische|theoretische|qualitative|quantitative|moderne|neue|europäische|
    deutsche|internationale|kulturelle|ökonomische|private|öffentliche|kollektive|individuelle|
    regionale|historische|vergleichende|lebenslange|berufliche|familiale|weibliche|junge|ältere|
    gesellschaftliche
    """
)
FRAMES_DE = _table(
    """
    Zur Soziologie der {n}|{n} und {n}|{A} {n} im Wandel|Die {a} Konstruktion der {n}|
    {n} zwischen {n} und {n}|Handbuch {n}|Einführung in die {a} Forschung|{n} in Deutschland|
    {n} im internationalen Vergleich|Grundlagen der {n}|{n}, {n} und {n}|Theorie der {n}|
    Das Ende der {n}?|{n} als Problem|Probleme der {a}n {n}|{n} in der Bundesrepublik Deutschland|
    Jenseits von {n} und {n}|Der {a} Wandel der {n} seit 1945|Auf dem Weg zur {a}n {n}|
    {n} nach der Wende|Wie {a} ist die {n}?|Strukturen der {n}|{n}|Die Zukunft der {n}|
    Lexikon der {n}|Zum Verhältnis von {n} und {n}|{A} {n}|{n} 2000|Die {n} der {n}|Krise der {n}|
    {n} im Umbruch
    """
)
SUBTITLES_DE = _table(
    """
    Eine empirische Untersuchung|Eine Einführung|Theorien, Methoden, Befunde|Ein Überblick|
    Ergebnisse einer Befragung|Zur Kritik der {n}|Ein Vergleich von {n} und {n}|Studien zur {n}|
    Grundriß einer allgemeinen Theorie|Perspektiven der {a}n Forschung|Befunde und Perspektiven|
    Festschrift für {G} {F}|Eine {a} Analyse|Versuch über {n}|Der Beitrag der {n} zur {n}|
    Konzepte, Probleme, Lösungen|Analysen zur {n} in der Bundesrepublik|Eine Längsschnittstudie|
    Das Beispiel der {n}|Beiträge zur {n}
    """
)
NOUNS_EN = _table(
    """
    work|education|family|youth|society|inequality|migration|integration|gender|media|politics|
    welfare|democracy|participation|violence|crime|city|space|region|environment|technology|
    knowledge|science|learning|employment|unemployment|retirement|care|policy|culture|religion|
    identity|language|communication|television|organization|management|trade|unions|
    administration|law|state|nation|war|memory|trust|solidarity|recognition|institutions|
    governance|networks|social|capital|values|attitudes|survey|research|mobility|class|
    stratification|fertility|marriage|divorce|cohabitation|ageing|health|poverty|globalization|
    Europe|Germany|Britain
    """
)
ADJECTIVES_EN = _table(
    """
    social|political|empirical|comparative|modern|new|European|German|international|cultural|
    economic|private|public|collective|individual|regional|historical|global|local|institutional|
    organizational|transnational
    """
)
FRAMES_EN = _table(
    """
    The {a} construction of {n}|{N} and {n}|{A} {n} in transition|{N} between {n} and {n}|
    Handbook of {n}|An introduction to {n}|{N} in comparative perspective|Foundations of {n}|
    Theories of {n}|The end of {n}?|Explaining {n}|Rethinking {a} {n}|The politics of {n}|
    {N}, {n} and {n}|Beyond {n}|Towards a theory of {a} {n}|Does {n} matter?|
    {N} in the European Union|{A} {n}|The future of {n}|The effects of {n} on {n}|
    Understanding {a} {n}|Making sense of {n}|{N} and the {a} {n}
    """
)
SUBTITLES_EN = _table(
    """
    An introduction|A comparative analysis|Evidence from {n} and {n}|Theory and practice|
    A review of the literature|Essays on {n}|The case of {n}|A reader|Concepts, methods, results|
    Toward a {a} perspective|A longitudinal study|Lessons from {n}|The role of {n}|Studies in {a} {n}|
    A cross-national study
    """
)
ORGANISATIONS = _table(
    """
    World Health Organization|WHO|OECD|United Nations|Eurostat|European Commission|
    Europäische Kommission|Statistisches Bundesamt|Bundesministerium für Bildung und Forschung|
    Bundesministerium für Familie, Senioren, Frauen und Jugend|BMFSFJ|
    Institut für Demoskopie Allensbach|Deutscher Bundestag|Bundesagentur für Arbeit|
    National Institute of Mental Health|National Research Council|American Psychological Association|
    American Psychiatric Association|U.S. Department of Education|U.S. Bureau of the Census|
    Office for National Statistics|World Bank|International Labour Organization|UNESCO|UNICEF|
    Amnesty International|Human Rights Watch|House of Lords|Department of Health|
    Ministry of Education|Statistik Austria|Deutsche Gesellschaft für Soziologie|Robert Koch-Institut|
    Bundeszentrale für politische Bildung|Cochrane Collaboration|ATLAS Collaboration|
    Centers for Disease Control and Prevention|National Center for Health Statistics|
    Ministério da Saúde|Institut national de la statistique|Bundesärztekammer (BÄK)|
    Kassenärztliche Bundesvereinigung (KBV)|AWMF|Royal Society of Canada|Health Research Board Ireland|
    Bundesamt für Statistik|Autorengruppe Bildungsberichterstattung|Deutsches PISA-Konsortium|
    European Monitoring Centre on Racism and Xenophobia (EUMC)
    """
)
MEETINGS_EN = _table(
    """
    International Conference on {N}|Annual Symposium on {N} and {N}|ACM Conference on {N}|
    IEEE Symposium on {N}|European Workshop on {N}|Annual Meeting of the {A} {N} Association|
    World Congress of {N}|International Joint Conference on {N}|Conference of the Society for {N}|
    Symposium on {A} {N}|Workshop on {N} in {N}|National Conference on {N}
    """
)
HOUSES = _table(
    """
    {F} Verlag|Verlag {F}|{F} & {F}|{F}|{F} Press|{F} Publishers|Editora {F}|Éditions {F}|{F}/{F}|
    Presses Universitaires de {P}|University of {P} Press|{P} University Press|{F} Publishing House|
    {F} and Sons|{F} et Cie|{F} Books|Ediciones {F}|Wydawnictwo {F}|Edizioni {F}|{P} University|
    Universität {P}|Institut für {D}|Institute of {E}|{F} Law International|Centre for {E} and {E}|
    Department of {E}, University of {P}|Landesinstitut für {D}|Kohlhammer|Centaurus|Hirzel|Promodis|
    Rodopi|EDUC/UNESP|Jossey-Bass|Holt, Rinehart and Winston|ACM|IEEE|ACM Press|
    IEEE Computer Society Press|World Scientific|Birkhäuser|Marcel Dekker|Plenum|North-Holland|
    Akademie-Verlag|Harcourt Brace|Little, Brown|Houghton Mifflin|Allen & Unwin
    """
)
