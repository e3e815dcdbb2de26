"""What each step of the reading brings: every one of them switched off in turn.

    python -m benchmarks.ablate_steps [--strings FILE.jsonl …] [--step NAME …]

Per step and set of strings: references that are whole only with the step, those that are whole only without
it, and what the step adds to micro F1 (in thousandths). The sets are the labelled strings that the validation
weights have not seen (the rules were written on their like), the Vancouver entries among them, and the lists
of real articles, which no rule was written on. ``--strings`` adds sets in the form of the labelled strings,
one per ``source``. A step that adds nothing outside the labelled strings should go, unless it keeps a false
value away.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from benchmarks.bench_fields import SHARED, VALIDATION, VANCOUVER, as_fields, scorer, unseen
from benchmarks.train_model.data import Record
from litreview.parsing.reading import fields
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.labelmodel import LabelModel
from litreview.parsing.reading.readings import STEPS, Step, read
from litreview.parsing.reading.works import finish


@dataclass(frozen=True, slots=True)
class Outcome:
    """One reference against its truth: whole, and values right, false, missed."""

    whole: bool
    right: int
    false: int
    missed: int


def article_strings(data: Path) -> Iterator[Record]:
    """The reference lists of real articles with their fields."""
    for path in sorted(data.glob("documents/jats/*/truth.json")):
        for number, reference in enumerate(json.loads(path.read_text("utf-8"))["references"]):
            truth, text = reference["fields"], re.sub(r"^\d+\.\s", "", reference["text"])
            pages = "-".join(truth[name] for name in ("fpage", "lpage") if truth.get(name))
            known = {**truth, "pages": truth.get("elocation") or pages}
            # A field of the XML that the text does not print is no part of the string.
            unprinted = [name for name in ("issue", "doi") if str(known.get(name, "")) not in text]
            yield {
                "id": f"{path.parent.name}:{number}",
                "source": "articles",
                "raw": text,
                "fields": known,
                "unscored": ["publisher", *unprinted],
            }


def groups(rows: Sequence[Record]) -> dict[str, list[int]]:
    """The places of the rows of each set."""
    found: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if row.get("quality") == "noisy":
            continue
        found.setdefault(str(row["set"]), []).append(at)
        if row["set"] == "labelled" and VANCOUVER.search(str(row["raw"])):
            found.setdefault("Vancouver", []).append(at)
    return found


def outcomes(
    tool: ModuleType, rows: Sequence[Record], drafts: Sequence[Draft], steps: Sequence[Step]
) -> list[Outcome]:
    """How the references come out with these steps."""
    found = []
    for row, draft in zip(rows, drafts, strict=True):
        truth = tool.normalised(row["fields"])
        claimed = tool.normalised(as_fields(finish(read(draft, steps))[0]))
        unscored = tuple(map(str, row.get("unscored", ())))  # type: ignore[call-overload]
        scored = [name for name in tool.FIELDS if name not in unscored]
        counts = [tool.compare(name, truth[name], claimed[name], soft=False) for name in scored]
        whole = tool.whole_reference_right(truth, claimed, unscored, soft=False)
        sums = [sum(getattr(count, name) for count in counts) for name in ("tp", "fp", "fn")]
        found.append(Outcome(whole, *sums))
    return found


def micro_f1(found: Sequence[Outcome], members: Sequence[int]) -> float:
    """Micro F1 over all fields of some references."""
    right = sum(found[at].right for at in members)
    wrong = sum(found[at].false + found[at].missed for at in members)
    return 2 * right / max(1, 2 * right + wrong)


def cell(everything: Sequence[Outcome], without: Sequence[Outcome], members: Sequence[int]) -> str:
    """ "+3 -1 (+.4)": whole only with the step, whole only without it, thousandths of F1."""
    gained = sum(everything[at].whole and not without[at].whole for at in members)
    spoilt = sum(without[at].whole and not everything[at].whole for at in members)
    added = 1000 * (micro_f1(everything, members) - micro_f1(without, members))
    return f"+{gained} -{spoilt} ({added:+.2f})"


def table(rows: Sequence[Record], drafts: Sequence[Draft], names: Sequence[str]) -> Iterator[str]:
    """The lines of the table, as they are measured."""
    tool, sets = scorer(), groups(rows)
    everything = outcomes(tool, rows, drafts, STEPS)
    whole = {name: sum(everything[at].whole for at in places) / len(places) for name, places in sets.items()}
    yield f"| step | {' | '.join(sets)} |"
    yield f"| --- |{' --- |' * len(sets)}"
    figures = (f"{micro_f1(everything, places):.4f} / {whole[name]:.4f}" for name, places in sets.items())
    yield f"| references | {' | '.join(str(len(places)) for places in sets.values())} |"
    yield f"| F1 / whole with all steps | {' | '.join(figures)} |"
    for step in STEPS:
        name = getattr(step, "__name__", "")
        if names and name not in names:
            continue
        without = outcomes(tool, rows, drafts, [other for other in STEPS if other is not step])
        yield f"| {name} | {' | '.join(cell(everything, without, places) for places in sets.values())} |"


def read_rows(files: Sequence[Path]) -> list[Record]:
    """The strings of all sets, each row with the name of its set."""
    rows: list[Record] = [{**row, "set": "labelled"} for row in unseen()]
    rows += [{**row, "set": "articles"} for row in article_strings(SHARED / "data")]
    for file in files:
        added: list[Mapping[str, object]] = [json.loads(line) for line in file.open(encoding="utf-8")]
        rows += [{**row, "set": row["source"]} for row in added]
    return rows


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.ablate_steps", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--strings", type=Path, action="append", default=[], help="more labelled strings")
    parser.add_argument("--step", action="append", default=[], help="switch off this step only")
    options = parser.parse_args()
    rows = read_rows(options.strings)
    model = LabelModel(VALIDATION.read_bytes())
    with patch.object(fields, "shared_model", lambda: model):
        drafts = fields.first_drafts([str(row["raw"]) for row in rows])
    for line in table(rows, drafts, options.step):
        print(line, flush=True)


if __name__ == "__main__":
    main()
