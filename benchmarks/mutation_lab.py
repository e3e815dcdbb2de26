"""Mutation lab: real records printed in four styles with exactly one field changed.

Whoever checks references must name the changed field and nothing else. The functions here render and
mutate; what is measured with them is up to the caller: this script parses them and compares each with the
true record, printed string included; the rules' benchmark runs a whole check over the same strings.

    python benchmarks/mutation_lab.py RECORDS.jsonl.gz… [--count 600] [--show 5]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from litreview.formats.records.crossref import work_from_crossref
from litreview.matching.agreement import compare
from litreview.matching.compare_pages import parse_locator
from litreview.matching.secondreading import reread
from litreview.model.match import Verdict
from litreview.model.work import Name, PartialDate, Work
from litreview.normalise.text import strip_markup
from litreview.normalise.titles import content_words, is_generic, split_status

SEED = 20261121
MOST_AUTHORS = 6
OTHER_SURNAMES = (
    "Hartwell",
    "Okonkwo",
    "Lindqvist",
    "Baranowski",
    "Yamashiro",
    "Delacroix",
    "Petrosyan",
    "Achterberg",
)
OTHER_INITIALS = ("B", "K", "M", "T", "V", "RE", "QL")
OTHER_WORDS = (
    "osteopathic",
    "paediatric",
    "migratory",
    "volcanic",
    "bilingual",
    "hydraulic",
    "nocturnal",
    "cervical",
    "maternal",
)
OTHER_JOURNALS = (
    "Journal of Applied Ornithology",
    "Annals of Rural Health",
    "Acta Chirurgica Borealis",
    "Quarterly of Marine Law",
)


@dataclass(frozen=True, slots=True)
class Specimen:
    """One printed reference: the true record, the string, its style, and the field that was changed (""
    if none)."""

    record: Work
    text: str
    style: str
    mutation: str = ""
    field: str = ""


def usable(record: Work) -> bool:
    """True for journal articles whose record has every field that the lab changes."""
    names = [name for name in record.author if name.family and name.given and len(name.family) > 2]
    locator = parse_locator(record.page)
    return bool(
        names and len(names) == len(record.author) and len(names) <= MOST_AUTHORS
        and record.title and not is_generic(record.title) and len(content_words(record.title)) >= 3
        and not split_status(record.title)[1] and len(record.full_title) < 200
        and record.container_title and record.volume.isdigit() and record.year and record.doi
        and (record.article_number or locator)
    )  # fmt: skip


# — styles —————————————————————————————————————————————————————————————————————————————————


def _initials(given: str, dot: str, space: str) -> str:
    parts = [part for part in given.replace(".", " ").replace("-", " ").split() if part[0].isalpha()]
    return space.join(f"{part[0].upper()}{dot}" for part in parts)


def _surname(name: Name) -> str:
    return f"{name.particle} {name.family}".strip()


def _pages(work: Work) -> str:
    return (work.page or work.article_number).replace("-", "–")


def _doi(work: Work) -> str:
    return f" https://doi.org/{work.doi}" if work.doi else ""


def apa(work: Work) -> str:
    """Smith, J. A., & Lee, B. (2014). Title. Journal, 15(2), 1–9. https://doi.org/…"""
    names = [f"{_surname(name)}, {_initials(name.given, '.', ' ')}" for name in work.author]
    people = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}"
    issue = f"({work.issue})" if work.issue else ""
    title = work.full_title.rstrip(".")
    place = f"{work.container_title}, {work.volume}{issue}, {_pages(work)}"
    return f"{people} ({work.year}). {title}. {place}.{_doi(work)}"


def vancouver(work: Work) -> str:
    """Smith JA, Lee B. Title. Journal. 2014;15(2):1-9. doi:…"""
    people = ", ".join(f"{_surname(name)} {_initials(name.given, '', '')}" for name in work.author)
    issue = f"({work.issue})" if work.issue else ""
    doi = f" doi:{work.doi}" if work.doi else ""
    place = f"{work.year};{work.volume}{issue}:{_pages(work).replace('–', '-')}"
    return f"{people}. {work.full_title.rstrip('.')}. {work.container_title}. {place}.{doi}"


def harvard(work: Work) -> str:
    """Smith, J.A. and Lee, B. (2014) 'Title', Journal, 15(2), pp. 1–9. doi: …"""
    names = [f"{_surname(name)}, {_initials(name.given, '.', '')}" for name in work.author]
    people = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    issue = f"({work.issue})" if work.issue else ""
    pages = _pages(work)
    mark = "pp. " if "–" in pages else "p. "
    doi = f" doi: {work.doi}" if work.doi else ""
    title = work.full_title.rstrip(".")
    return (
        f"{people} ({work.year}) ‘{title}’, {work.container_title}, {work.volume}{issue}, {mark}{pages}.{doi}"
    )


def chicago(work: Work) -> str:
    """Smith, Jane A., and Bo Lee. 2014. “Title.” Journal 15 (2): 1–9. https://doi.org/…"""
    first, *others = work.author
    names = [f"{_surname(first)}, {first.given}", *(f"{name.given} {_surname(name)}" for name in others)]
    people = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, and {names[-1]}"
    issue = f" ({work.issue})" if work.issue else ""
    title = work.full_title.rstrip(".")
    end = "" if people.endswith(".") else "."
    place = f"{work.container_title} {work.volume}{issue}: {_pages(work)}"
    return f"{people}{end} {work.year}. “{title}.” {place}.{_doi(work)}"


STYLES: dict[str, Callable[[Work], str]] = {
    "apa": apa,
    "vancouver": vancouver,
    "harvard": harvard,
    "chicago": chicago,
}


# — mutations —————————————————————————————————————————————————————————————————————————————————


def _other_name(work: Work, rng: random.Random) -> Name:
    known = {name.family for name in work.author}
    family = rng.choice([name for name in OTHER_SURNAMES if name not in known])
    return Name(family=family, given=f"{rng.choice(OTHER_INITIALS)[0]}.")


def _year(work: Work, rng: random.Random) -> Work:
    free = [
        work.year + step for step in (-4, -3, -2, 2, 3, 4) if work.year and work.year + step not in work.years
    ]
    return replace(work, issued=PartialDate(rng.choice(free)))


def _title(work: Work, rng: random.Random) -> Work:
    words = work.title.split()
    places = [at for at, word in enumerate(words) if word.strip(".,:;()").isalpha() and len(word) > 5]
    if not places:
        return replace(work, title=f"{rng.choice(OTHER_WORDS).capitalize()} {work.title}")
    at = rng.choice(places)
    tail = words[at][len(words[at].rstrip(".,:;?")) :]
    words[at] = rng.choice(OTHER_WORDS) + tail
    return replace(work, title=" ".join(words))


def _first_author(work: Work, rng: random.Random) -> Work:
    return replace(work, author=(_other_name(work, rng), *work.author[1:]))


def _extra_author(work: Work, rng: random.Random) -> Work:
    at = rng.randint(1, len(work.author))
    return replace(work, author=(*work.author[:at], _other_name(work, rng), *work.author[at:]))


def _missing_author(work: Work, rng: random.Random) -> Work | None:
    if len(work.author) < 2:
        return None
    at = rng.randrange(len(work.author))
    return replace(work, author=(*work.author[:at], *work.author[at + 1 :]))


def _journal(work: Work, rng: random.Random) -> Work:
    return replace(work, container_title=rng.choice(OTHER_JOURNALS))


def _number(text: str, rng: random.Random) -> str:
    value = int("".join(char for char in text if char.isdigit()))
    return (
        str(max(1, value + rng.choice((-7, -3, -2, 2, 3, 5, 11))))
        if value > 8
        else str(value + rng.choice((2, 3, 5)))
    )


def _volume(work: Work, rng: random.Random) -> Work:
    return replace(work, volume=_number(work.volume, rng))


def _issue(work: Work, rng: random.Random) -> Work | None:
    return replace(work, issue=_number(work.issue, rng)) if work.issue.isdigit() else None


def _first_page(work: Work, rng: random.Random) -> Work | None:
    """A first page moved back a little (so that the range stays a range), or another article number."""
    if not work.page:
        digits = work.article_number
        return replace(work, article_number=_number(digits, rng)) if digits.isdigit() else None
    first, dash, last = work.page.partition("-")
    if not first.isdigit() or int(first) < 12:
        return None
    return replace(work, page=f"{int(first) - rng.randint(2, 9)}{dash}{last}", article_number="")


def _other_doi(work: Work, rng: random.Random) -> Work:
    prefix, _, suffix = work.doi.partition("/")
    return replace(work, doi=f"{prefix}/x{rng.randint(10, 99)}{suffix[-12:]}")


MUTATIONS: dict[str, tuple[str, Callable[[Work, random.Random], Work | None]]] = {
    "year": ("issued", _year),
    "title": ("title", _title),
    "first author": ("author", _first_author),
    "extra author": ("author", _extra_author),
    "missing author": ("author", _missing_author),
    "journal": ("container-title", _journal),
    "volume": ("volume", _volume),
    "issue": ("issue", _issue),
    "first page": ("page", _first_page),
    "DOI": ("DOI", _other_doi),
}
"""What is changed → the CSL field that must be named, and the change; None where a record cannot have it."""


def clean(work: Work) -> Work:
    """A record as a careful author would print it: no markup in the title, one title."""
    return replace(work, title=strip_markup(work.title), subtitle=strip_markup(work.subtitle))


def specimens(records: Sequence[Work], *, with_doi: bool = False) -> Iterator[Specimen]:
    """Every record in turn in each style: untouched once, and with each mutation once. Seeded.

    Without ``with_doi`` the DOI is printed only where it is what was changed.
    """
    for at, record in enumerate(records):
        rng = random.Random(f"{SEED}/{record.doi}")
        styles = list(STYLES)
        base = clean(record)
        bare = base if with_doi else replace(base, doi="")
        style = styles[at % len(styles)]
        yield Specimen(record, STYLES[style](bare), style)
        for step, (name, (field, mutate)) in enumerate(MUTATIONS.items()):
            style = styles[(at + step) % len(styles)]
            changed = mutate(base if name == "DOI" else bare, rng)
            if changed is not None:
                yield Specimen(record, STYLES[style](changed), style, name, field)


def read_records(paths: Iterable[Path]) -> list[Work]:
    """Usable records of JSON-lines files (plain or .gz), in order."""
    works: list[Work] = []
    for path in paths:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
        works += [work_from_crossref(json.loads(line)) for line in text.split("\n") if line.strip()]
    return [work for work in works if usable(work)]


def sample(records: Sequence[Work], count: int) -> list[Work]:
    """A seeded sample spread over DOI prefixes: a third of any file may come from one publisher."""
    groups: dict[str, list[Work]] = defaultdict(list)
    rng = random.Random(SEED)
    for work in rng.sample(list(records), len(records)):
        groups[work.doi.partition("/")[0]].append(work)
    most = max(1, count // 12)
    spread = [work for members in groups.values() for work in members[:most]]
    return rng.sample(spread, min(count, len(spread)))


# — measuring the comparison ———————————————————————————————————————————————————————————————————————————


def measure(lab: Sequence[Specimen], *, show: int = 0) -> dict[str, tuple[int, int, int]]:
    """For each mutation: how many, how many found, how many with a field named beside it."""
    from litreview.parsing.reading.fields import read_fields

    by_style: dict[str, list[Specimen]] = defaultdict(list)
    for item in lab:
        by_style[item.style].append(item)
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for items in by_style.values():
        for item, reading in zip(items, read_fields([item.text for item in items]), strict=True):
            agreement = reread(compare(reading.work, item.record), item.record, item.text)
            wrong = [field.field for field in agreement if field.verdict is Verdict.DIFFERENT]
            count = tally[item.mutation or "untouched"]
            count["n"] += 1
            count["found"] += item.field in wrong if item.field else not wrong
            count["beside"] += any(field != item.field for field in wrong)
            if show and (
                any(field != item.field for field in wrong) or (item.field and item.field not in wrong)
            ):
                count["shown"] += 1
                if count["shown"] <= show:
                    _show(item, agreement)
    return {name: (count["n"], count["found"], count["beside"]) for name, count in tally.items()}


def _show(item: Specimen, agreement: Iterable[object]) -> None:
    print(f"[{item.mutation or 'untouched'}] {item.text}")
    for field in agreement:
        print("     ", field)


def main() -> None:
    """Print recall per mutation and false alarms."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("records", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    records = sample(read_records(options.records), options.count)
    result = measure(list(specimens(records)), show=options.show)
    print(f"{len(records)} records, {sum(row[0] for row in result.values())} references")
    print(f"{'changed':16}{'n':>6}{'found':>9}{'other field named':>20}")
    for name, (count, found, beside) in result.items():
        print(f"{name:16}{count:6}{found / count:9.1%}{beside / count:20.1%}")
    changed = [row for name, row in result.items() if name != "untouched"]
    total, found, beside = (sum(row[at] for row in changed) for at in range(3))
    print(f"{'all changes':16}{total:6}{found / total:9.1%}{beside / total:20.1%}")


if __name__ == "__main__":
    main()
