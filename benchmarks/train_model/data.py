"""What the model is trained on: labelled strings (without the unlicensed ones) and rendered records."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.train_model.align import Example, align, fold
from benchmarks.train_model.material import Facts, Maker, from_record
from benchmarks.train_model.render import draw_style, render, render_east

UNLICENSED = "excite-"
"""Sources whose labels state no licence: scored, never trained on."""
VALIDATION_SHARE = 5
"""One labelled string in five is kept out of the validation model, by a hash of its id."""

Record = dict[str, object]


def labelled(shared: Path) -> list[Record]:
    """All labelled references of the development split, in file order."""
    with (shared / "references" / "parse_dev.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def held_out(record: Record) -> bool:
    """True for the strings that only score."""
    digest = hashlib.sha256(str(record["id"]).encode()).digest()
    return digest[0] % VALIDATION_SHARE == 0


def gold_examples(shared: Path, *, validation: bool) -> Iterator[Example]:
    """Training sequences from labelled strings; with ``validation`` the held-out ones are left out."""
    for record in labelled(shared):
        if str(record["source"]).startswith(UNLICENSED) or (validation and held_out(record)):
            continue
        example = align(str(record["raw"]), record["fields"], record.get("unscored", ()))  # type: ignore[arg-type]
        if example:
            yield example


def works(shared: Path, name: str) -> list[Record]:
    """Crossref records of one file, sorted by DOI."""
    with gzip.open(shared / "crossref" / name, "rt", encoding="utf-8") as lines:
        return sorted((json.loads(line) for line in lines), key=lambda work: str(work["DOI"]))


def crossref_fields(work: Record) -> Record:
    """A Crossref record in the field names of the labelled strings."""
    fields: Record = {}
    names = [(str(a["family"]), str(a.get("given", ""))) for a in work.get("author", []) if a.get("family")]  # type: ignore[attr-defined]
    if names:
        fields["authors"] = names
    for field, key in (("title", "title"), ("container", "container-title")):
        values = work.get(key)
        if isinstance(values, list) and values:
            fields[field] = str(values[0])
    for field, key in (
        ("volume", "volume"),
        ("issue", "issue"),
        ("pages", "page"),
        ("publisher", "publisher"),
    ):
        if work.get(key):
            fields[field] = str(work[key])
    parts = (work.get("issued") or {}).get("date-parts", [[None]])  # type: ignore[attr-defined]
    if parts and parts[0] and parts[0][0]:
        fields["year"] = str(parts[0][0])
    return fields


PER_JOURNAL = 15


def formatted_examples(shared: Path, seed: int = 7) -> Iterator[Example]:
    """Real renderings of known records (Crossref's matching evaluation): the fields found in the string."""
    records = {
        str(work["DOI"]).lower(): crossref_fields(work)
        for work in works(shared, "works-reconstructed.jsonl.gz")
    }
    pairs = []
    with (shared / "crossref" / "reference-pairs.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            origin = pair["origin"]
            if origin.startswith("formatted:") and "noise" not in origin and "degraded" not in origin:
                pairs.append(pair)
    random.Random(seed).shuffle(pairs)
    for pair in pairs:
        fields = records.get(str(pair["doi"]).lower())
        if fields:
            example = _found(pair["string"], fields)
            if example:
                yield example


def _found(text: str, fields: Record) -> Example | None:
    """Align what a style prints of a record; None where the string holds something the record lacks."""
    if "<" in text:
        return None
    printed: Record = dict(fields)
    people = [_printed_name(text, *person) for person in fields.get("authors", [])]  # type: ignore[attr-defined]
    if any(person is None for person in people):
        return None
    if people:
        printed["authors"] = people
    pages = str(printed.get("pages", ""))
    shown = text.replace("–", "-")
    if pages and pages not in shown:
        first = pages.split("-")[0]
        printed["pages"] = first if first in shown else ""
    for field in ("issue", "volume", "title", "publisher"):
        if fold(str(printed.get(field, ""))) not in fold(text):
            printed.pop(field, None)
    if "title" in printed and len(str(printed["title"])) < 6:
        return None
    return align(text, {key: value for key, value in printed.items() if value})


def rendered_examples(shared: Path, count: int, seed: int = 11) -> Iterator[Example]:
    """Made-up references of the social sciences and real records in styles put together at random."""
    fields = [
        crossref_fields(work)
        for name in ("works-reconstructed.jsonl.gz", "works.jsonl.gz")
        for work in works(shared, name)
    ]
    records = _spread([facts for facts in map(from_record, fields) if facts])
    maker = Maker(seed, records)
    for number in range(count):
        if number % 25 == 1:
            yield render_east(maker.draw)
            continue
        facts = maker.draw.choice(records) if number % 5 == 0 else maker.facts()
        yield render(facts, draw_style(maker.draw), maker.draw)


def _spread(records: list[Facts]) -> list[Facts]:
    """At most ``PER_JOURNAL`` records of one journal: seven tenths of the real records are JAMA's."""
    seen: dict[str, int] = {}
    kept = []
    for facts in records:
        seen[facts.container] = seen.get(facts.container, 0) + 1
        if seen[facts.container] <= PER_JOURNAL:
            kept.append(facts)
    return kept


def _printed_name(text: str, family: str, given: str) -> tuple[str, str] | None:
    """Family and given name in the form a string prints them: in full, as initials, or the first initial."""
    whole = fold(text)
    letters = "".join(part[0] for part in given.replace("-", " ").replace(".", " ").split())
    for form in (given, letters, letters[:1]):
        if fold(family + form) in whole or fold(form + family) in whole:
            return family, form
    return None
