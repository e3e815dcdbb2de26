"""What the model is trained on: labelled strings (without the unlicensed ones) and rendered records."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.train_model.align import Example, align

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


STYLES_PER_WORK = 1


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
    printed: Record = dict(fields)
    given = [(family, "") for family, _ in fields.get("authors", [])]  # type: ignore[attr-defined]
    if given:
        printed["authors"] = given
    pages = str(printed.get("pages", ""))
    shown = text.replace("–", "-")
    if pages and pages not in shown:
        first = pages.split("-")[0]
        printed["pages"] = first if first in shown else ""
    for field in ("issue", "volume", "title", "publisher"):
        if str(printed.get(field, "")).casefold() not in text.casefold():
            printed.pop(field, None)
    if "title" in printed and len(str(printed["title"])) < 6:
        return None
    return align(text, {key: value for key, value in printed.items() if value})
