"""Facts → a labelled reference string, in a style put together at random from what real lists do."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.train_model.align import Example
from benchmarks.train_model.material import Facts, Person
from litreview.parsing.cuts import cut
from litreview.parsing.tokens import tokenise

Piece = tuple[str, str]
"""A stretch of text and its label; marks and words of the style are "other"."""

QUOTES = (("“", "”"), ('"', '"'), ("„", "“"), ("»", "«"), ("‘", "’"), ("‚", "‘"), ("«", "»"))


@dataclass(frozen=True, slots=True)
class Style:
    """How one list is set. Every field is one free choice; see ``draw_style``."""

    order: str
    given: str
    between: str
    last: str
    capitals: bool
    year: str
    after_year: str
    quotes: tuple[str, str] | None
    title_end: str
    into: str
    numbers: str
    chapter: str
    imprint: str
    end: str
    dash: str


def draw_style(draw: random.Random) -> Style:
    """One style."""
    year = draw.choices(("(Y)", "Y", "(Y)end", "Yend"), (58, 16, 10, 16))[0]
    between, last = draw.choice(
        (("; ", "; "), ("/", "/"), (" / ", " / "), ("/ ", "/ "), (", ", " & "), (", ", ", & "), (", ", " and "), (", ", ", and "), (", ", " und "), (", ", ", "),
         ("; ", " und "), ("; ", " & "), (" and ", " and "), (", ", ", und "))
    )  # fmt: skip
    after = {"(Y)": (": ", ", ", ". ", " "), "Y": (": ", ", ", ". ", " ")}.get(year, (": ", ", ", ". "))
    return Style(
        order=draw.choices(("inverted", "first", "direct"), (60, 22, 18))[0],
        given=draw.choice(("full", "full", "dotted", "dotted", "tight", "bare")),
        between=between,
        last=last,
        capitals=draw.random() < 0.05,
        year=year,
        after_year=draw.choice(after),
        quotes=draw.choice(QUOTES) if draw.random() < 0.35 else None,
        title_end=draw.choices((". ", ", ", "? "), (70, 29, 1))[0],
        into=draw.choice(("", "", "", "", "In: ", "in: ", "in ", "– In: ", "In ", "// ")),
        numbers=draw.choice(NUMBERS),
        chapter=draw.choice(CHAPTERS),
        imprint=draw.choice(IMPRINTS),
        end=draw.choice((".", ".", "")),
        dash=draw.choice(("-", "–", "-", "--", " - ", " – ")),
    )


# v volume, i issue, p pages, y year; a bracketed group is left out when its letter has no value.
NUMBERS = (
    " {v}[ ({i})]: {p}", " {v}[({i})]: {p}", ", {v}[({i})], {p}", ", {v}, {p}", " {v}[, {i}]: {p}", ", Jg. {v}[, H. {i}], S. {p}", ", {v}. Jg.[, Heft {i}], S. {p}",
    ", Vol. {v}[, No. {i}], pp. {p}", " {v}[/{i}], S. {p}", ", {v}[,{i}]: {p}", " {v}[.{i}] ({y}): {p}", " {v}: {p}", ", Bd. {v}, S. {p}", " {v} ({y})[, {i}], S. {p}",
    ", {v} ({y}), {p}", " {v} ({y})[ {i}], S. {p}", ", Jg. {v}[, Nr. {i}], S. {p}", " {v}[, H. {i}], S. {p}", ", {v}: {p}", ", {v}[ ({i})], S. {p}", ". {v}: {p}", ", {v}[:{i}], {p}",
    ", vol. {v}[, no. {i}] ({y}), pp. {p}", " {y};{v}[({i})]:{p}", " {v}, {p}", ", {v} ({i}), pp. {p}", ", Heft {i}, S. {p}", " {i}/{y}, S. {p}", ", Nr. {i}, S. {p}", " H. {i}, {p}",
    " Vol. {v}[ No.{i}], pp. {p}", " Vol. {v}[({i})], pp. {p}", ". {y}. {v}[ ({i})]: {p}", ". {y}. № {i}. С. {p}", ". – {y}. – Vol. {v}[, № {i}]. – P. {p}", ". Vol. {v}[, No. {i}], {p}",
    ", {v} (December), {p}", " {v} (Spring): {p}", ", Sonderheft {i}", ", {v}, pp. {p}", " {y}; {v}[ ({i})]: {p}", ", t. {v}[, n° {i}], p. {p}", ", {v}[, {i}], p. {p}",
    ", {v}[:{i}, {y}], S. {p}", " {v}, S. {p}", "; {v}[({i})]: {p}", ", Nr. {i}, Jg. {v}, {y}, S. {p}", ", {v}[ ({i})] {p}", ", {i}/{y}, {p}", ", Volume {v}[, Issue {i}], {p}",
)  # fmt: skip
# E editors, C book, I imprint, p pages.
CHAPTERS = (
    "In: {E} (Hrsg.): {C}. {I}, S. {p}", "in: {E} (Hg.), {C}, {I}, S. {p}", "In: {E} (Hrsg.): {C}. {I}, {p}", "In {E} (Eds.), {C} (pp. {p}). {I}", "In {E} (Hrsg.), {C} (S. {p}). {I}",
    "in {E} (eds) {C}, {I}, pp. {p}", "in {E} (eds.): {C}. {I}: {p}", "S. {p} in: {E} (Hg.): {C}. {I}", "Pp. {p} in {C}, edited by {E}. {I}", "In: {E} (eds.): {C}. {I}, pp. {p}",
    "– In: {E} (Hrsg.): {C}. – {I}, S. {p}", "In {C}, edited by {E}, {p}. {I}", "in: {E} (Hg.): {C}, {I}, S. {p}", "In: {E} (Hrsg.), {C}, {I}, {p}", "in {C}, ed. {E}, {I}, {p}",
    "In: {C}, hrsg. von {E}, {I}, S. {p}", "In: {C}. {I}, S. {p}", "In {E} (Ed.), {C}. {I}", "in: {E} (eds.), {C}, {I}, {p}", "in {C}, {I}, pp. {p}", "In: {E}: {C}. {I}: {p}",
    "in: {E} (Hrsg.): {C}, {I}: {p}", "In: {E} (Hrsg.) ({y}): {C}. {I}, S. {p}", "in: Ders. (Hg.), {C}, {I}, S. {p}", "In {E}, eds., {C}. {I}, pp. {p}", "In: dies. (Hrsg.): {C}. {I}, S. {p}",
)  # fmt: skip
IMPRINTS = (
    "{l}: {b}", "{l}: {b}", "{l}: {b}", "{l}", "{l}", "{b}, {l}", "({l}: {b})", "{l}, {b}", "{b}", "{b}: {l}", "{l} : {b}",
    "2. Aufl. {l}: {b}", "3., überarb. Aufl., {l}", "2nd ed. {l}: {b}",
)  # fmt: skip
TALKS = ("{c}, {l}", "{c}, {l}, pp. {p}", "{c} ({l}), {b}, pp. {p}", "{c}, pages {p}, {l}", "{c}", "In {c}, {l}: {b}, {p}", "in: {c}, {l}, S. {p}", "In: {c}. {b}, {l}, pp. {p}",
         "In {c}, pages {p}. {b}", "{c}, {b}, {p}", "in {c}, pp. {p}", "{c}. {l}: {b}", "In {c} (pp. {p}). {b}", "{c}, {l}, 7-10 July")  # fmt: skip
WEBS = ("{u}", "Available at: {u}", "Retrieved from {u}", "Online verfügbar unter: {u}", "URL: {u} (accessed 12 May 2011)", "{b}. {u}", "{l}. {u} [12.03.2009]", "Internet: {u}", "Retrieved May 5, 2008, from {u}",
        "Downloaded on 10th June, 2006, from {u}", "Unpublished manuscript", "Manuskript", "Mimeo", "unveröff. Ms.", "PhD thesis, {b}", "Dissertation, {b}", "Diss., {l}", "Doctoral dissertation, {b}, {l}")  # fmt: skip
HELPERS = (
    " Translated by {n}.",
    " Trans. {n}.",
    ", übers. von {n},",
    " (trans. {n}).",
    " Aus dem Amerikanischen von {n}.",
    " 2 Bde.",
    " 3 vols.",
    " Mit einem Vorwort von {n}.",
    " Ed. {n}.",
)
REPORTS = (
    "({c} {i}). {I}",
    "{c} Nr. {i}. {I}",
    "{c} Nr. {i}. {b}, {l}",
    "{c} {i}. {b}. {l}",
    "{c} No {i}, {l}: {b}",
    "{c}. {I}",
    "{c} No. {i}",
    "{c} #{i}, {b}",
    "{c} {i}",
    "(= {c}, Bd. {i}), {I}",
    "{c} {i}, {I}",
    "({c} No. {i}). {I}",
    "{c}, No. {i}, {I}",
    "{c} {i}. {I}",
    "= {c} {i}. {I}",
)


def render(facts: Facts, style: Style, draw: random.Random) -> Example:
    """The reference and its labels."""
    pieces = _start(draw)
    pieces += _people(facts.authors, style, "author", draw)
    year = _year(facts, draw)
    if style.year in ("(Y)", "Y"):
        pieces += _early_year(year, style, draw)
    else:
        pieces.append(
            (
                draw.choice((": ", ", ", ". ")) if pieces[-1][0][-1] != "." else draw.choice((" ", ", ")),
                "other",
            )
        )
    pieces += _title(facts.title, style)
    pieces += _body(facts, style, draw)
    if style.year == "(Y)end":
        pieces += [(" (", "other"), (year, "year"), (")", "other")]
    elif style.year == "Yend" and not any(label == "year" for _, label in pieces):
        pieces += [(draw.choice((", ", " ")), "other"), (year, "year")]
    pieces.append((style.end, "other"))
    return labelled(pieces)


def render_east(draw: random.Random) -> Example:
    """A Korean, Chinese or Japanese entry as such lists in English-language journals print them."""
    names, words, ends = draw.choice(EAST)
    people = [
        draw.choice(names[0]) + draw.choice(names[1]) + draw.choice(names[1])
        for _ in range(draw.choice((1, 1, 2, 3)))
    ]
    gap = " " if names is EAST[0][0] else draw.choice(("", "", " "))
    title = gap.join(draw.choice(words) for _ in range(draw.randint(4, 9)))
    journal = "".join(draw.choice(words) for _ in range(draw.randint(1, 3)))[:10] + draw.choice(ends)
    year, first = str(draw.randint(1975, 2022)), draw.randint(1, 400)
    values = {
        "a": [(draw.choice((", ", ".", ", ", "·")).join(people), "author")], "y": [(year, "year")], "t": [(title, "title")], "c": [(journal, "container")],
        "v": [(str(draw.randint(1, 60)), "volume")], "i": [(str(draw.randint(1, 12)), "issue")], "p": [(f"{first}{draw.choice('--~')}{first + draw.randint(3, 30)}", "pages")],
    }  # fmt: skip
    return labelled(_filled(draw.choice(EAST_STYLES), values))


EAST_STYLES = (
    "{a}, '{t},' {c}, 제{v}권, 제{i}호, pp.{p}, {y}.", "{a}, '{t}', {c} 제{v}권 {i}호, {y}, {p}.", "{a}. ({y}). {t}. {c}, {v}({i}), {p}.", "{a}({y}), {t}, {c}, {v}({i}), {p}.",
    "{a}, {t}, {c} {v}, p.{p}, ({y}).", "{a}, {y}, {t}, {c}, {v}({i}), pp.{p}.", "{a}. {t}. {c}. {y}. {v}({i}).", "{a}. {t}. {c}. {y};{v}({i}):{p}.", "{a}, {y}, {t}, {c} {v}.",
    "{a}({y}). {t}. {c}. 第{v}期.: {p}.", "{a}, '{t},' {c}, 第{v}期, pp.{p}, {y}.", "{a}, {t}[J]. {c}, {y}, {v}({i}): {p}.", "{a}, {t}, {c}, 제{v}권, {y}.", "{a}. {t}. {c}{y};{v}({i}):{p}.",
    "{a}, {t}, {c} 제{v}집, {y}.", "{a}, {t}, {c} {v}권 {i}호, {y}.", "{a}, “{t}”, {c}, {v}({i}), {y}, {p}.", "{a} ({y}) {t}. {c} {v}({i}): {p}.", "{a}, {t}, {c}{v}, {y}.",
)  # fmt: skip
EAST = (
    (("김이박최정강조윤장임한오서신권황안송류전", "민서준지현우영수진호경희정은주연성태상재혁용"),
     "한국 교육 연구 사회 경제 문화 정책 방안 분석 효과 개선 영향 관계에 대한 관한 미치는 중심으로 활용한 학습 프로그램 개발 기반 정보 시스템 고구려 건축물 디지털 콘텐츠 서비스 만족도 스트레스와 청소년의 대학생의 노인의 지역 환경 변화 모형 역사 고찰 사례 조사".split(),
     ("학회지", "연구", "논문지", "학보", "논총", "저널", "학회논문지", "문화")),
    (("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗", "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英"),
     "研究 分析 中国 社会 经济 教育 发展 影响 基于 问题 理论 应用 系统 技术 环境 保护 城市 文化 历史 治疗 观察 临床 證 醫學 園林 建築 比較 制度 政策 因素 模型 設計 評價".split(),
     ("学报", "杂志", "研究", "雜誌", "學報", "文史", "建築", "论坛")),
    (("佐鈴高田渡伊山中小加吉井木林清斎", "藤木橋中辺本村田川子郎美子一二三雄樹"),
     "日本の 研究 社会 教育 における 地域 環境 変化 分析 関する 考察 歴史 文化 構造 開発 利用 について 都市 影響 調査".split(),
     ("論集", "研究", "学会誌", "紀要", "学報", "の硏究")),
)  # fmt: skip


def labelled(pieces: Sequence[Piece]) -> Example:
    """Pieces joined, tokenised as a reader would, each token with the label of its first character."""
    text = "".join(text for text, _ in pieces)
    marks = [label for part, label in pieces for _ in part]
    tokens = tokenise(text, cut(text).spans)
    cuts = tuple(
        "other" if word[0] == "<" and len(word) > 1 else marks[start]
        for word, start in zip(tokens.words, tokens.starts, strict=True)
    )
    return Example(tokens.words, cuts)


def _start(draw: random.Random) -> list[Piece]:
    label = draw.random()
    number = draw.randint(1, 150)
    return [(f"[{number}] ", "other")] if label < 0.05 else [(f"{number}. ", "other")] if label < 0.1 else []


def _people(people: Sequence[Person], style: Style, label: str, draw: random.Random) -> list[Piece]:
    names = [_name(person, style, first=at == 0) for at, person in enumerate(people)]
    if len(names) > 2 and draw.random() < 0.15:
        return [(names[0] + draw.choice((" et al.", " u.a.", ", et al.")), label)]
    text = names[0]
    for at, name in enumerate(names[1:], start=1):
        text += (style.last if at == len(names) - 1 else style.between) + name
    return [(text, label)]


def _name(person: Person, style: Style, *, first: bool) -> str:
    family, given = person
    family = family.upper() if style.capitals else family
    letters = [part for part in given.replace("-", " -").replace(".", " ").split() if part.strip("-")]
    if style.given == "dotted":
        given = " ".join(f"{part[:2] if part[0] == '-' else part[0]}." for part in letters).replace(" -", "-")
    elif style.given == "tight":
        given = "".join(f"{part.strip('-')[0]}." for part in letters)
    elif style.given == "bare":
        given = "".join(part.strip("-")[0] for part in letters)
    if not given:
        return family
    inverted = style.order == "inverted" or (style.order == "first" and first)
    return (
        f"{family}, {given}"
        if inverted and style.given != "bare"
        else f"{family} {given}"
        if inverted
        else f"{given} {family}"
    )


def _year(facts: Facts, draw: random.Random) -> str:
    return facts.year + (draw.choice("aabbc") if draw.random() < 0.07 else "")


def _early_year(year: str, style: Style, draw: random.Random) -> list[Piece]:
    if style.year == "(Y)":
        return [
            (draw.choice((" (", " (", " (", "(", ". (")), "other"),
            (year, "year"),
            (")" + style.after_year, "other"),
        ]
    return [
        (draw.choice((", ", " ", ". ")), "other"),
        (year, "year"),
        (style.after_year.replace(" ", " ", 1), "other"),
    ]


def _title(title: str, style: Style) -> list[Piece]:
    left, right = style.quotes or ("", "")
    end = style.title_end
    if not style.quotes and title[-1:].isalpha() and len(title) % 29 == 0:
        end = " "
    if title.endswith("?"):
        end = " "
    if style.quotes and style.title_end == ", " and left == "“":
        return [(left, "other"), (title, "title"), ("," + right + " ", "other")]
    return [(left, "other"), (title, "title"), (right + end, "other")]


def _body(facts: Facts, style: Style, draw: random.Random) -> list[Piece]:
    if facts.kind == "article":
        into = [(style.into, "other")] if style.into else []
        return [*into, (facts.container, "container"), *_numbers(facts, style)]
    values: dict[str, list[Piece]] = {
        "I": _imprint(facts, style),
        "p": [(facts.pages.replace("-", style.dash), "pages")],
    }
    if facts.kind == "chapter":
        editors = Style(
            **{**_fields(style), "order": draw.choice(("direct", style.order)), "capitals": False}
        )
        values |= {
            "E": _people(facts.editors, editors, "editor", draw),
            "C": [(facts.container, "container")],
            "y": [(facts.year, "other")],
        }
        return _filled(style.chapter, values)
    values |= {
        "c": [(facts.container, "container")],
        "i": [(facts.issue, "issue")],
        "l": [(facts.place, "place")],
        "b": [(facts.publisher, "publisher")],
    }
    if facts.kind == "report":
        return _filled(draw.choice(REPORTS), values)
    if facts.kind == "talk":
        return _filled(draw.choice(TALKS), values)
    if facts.kind == "web":
        address = f"http://www.{facts.authors[0][0].casefold().split()[0]}.{draw.choice(('de', 'org', 'com/papers/12.pdf'))}"
        return _filled(draw.choice(WEBS), {**values, "u": [(address, "other")]})
    if draw.random() < 0.12:
        name = facts.authors[-1]
        return [(draw.choice(HELPERS).format(n=f"{name[1]} {name[0]}".strip()) + " ", "other"), *values["I"]]
    return values["I"]


def _fields(style: Style) -> dict[str, object]:
    return {name: getattr(style, name) for name in Style.__slots__}


def _imprint(facts: Facts, style: Style) -> list[Piece]:
    return _filled(style.imprint, {"l": [(facts.place, "place")], "b": [(facts.publisher, "publisher")]})


def _numbers(facts: Facts, style: Style) -> list[Piece]:
    pattern = style.numbers
    if "[" not in pattern and "{i}" in pattern and not facts.issue:
        pattern = " {v}: {p}"
    if "[" in pattern:
        head, rest = pattern.split("[", 1)
        optional, tail = rest.split("]", 1)
        pattern = head + (optional if facts.issue else "") + tail
    if not facts.volume and "{v}" in pattern:
        pattern = " ({i}): {p}" if facts.issue else ": {p}"
    if not facts.pages:
        pattern = pattern.split("{p}")[0].rstrip(" :,.SpP")
    late = "y" in pattern and style.year in ("Yend", "(Y)end")
    pages = facts.pages.replace("-", style.dash)
    values = {"v": [(facts.volume, "volume")], "i": [(facts.issue, "issue")], "p": [(pages, "pages")]}
    values["y"] = [(facts.year, "year" if late else "other")]
    return _filled(pattern, values)


def _filled(pattern: str, values: dict[str, list[Piece]]) -> list[Piece]:
    """A pattern with its ``{letters}`` replaced by labelled pieces."""
    pieces: list[Piece] = []
    for part in pattern.split("{"):
        letter, closed, rest = part.partition("}")
        if closed and letter in values:
            pieces += values[letter]
            pieces.append((rest, "other"))
        else:
            pieces.append((part, "other"))
    return [piece for piece in pieces if piece[0]]
