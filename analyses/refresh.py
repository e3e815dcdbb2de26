"""Ask live Crossref for every record of a snapshot that has a DOI, and show what differs. Changes no file.

    python -m analyses.refresh SNAPSHOT_DIR

Exit code 0 whatever differs, 1 when Crossref could not be reached for some record.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from litreview.matching.agreement import compare
from litreview.model.match import Verdict
from litreview.model.source import Lookup, Outcome, Source
from litreview.model.work import Work
from litreview.sources.crossref import Crossref
from litreview.sources.snapshot import Snapshot


def differences(kept: Work, answer: Lookup) -> Iterable[str]:
    """What Crossref says otherwise about one record, one line each."""
    if answer.outcome is not Outcome.FOUND:
        yield f"{answer.outcome.value}: {answer.reason or 'Crossref has no such record'}"
        return
    found = answer.works[0]
    for field in compare(kept, found):
        if field.verdict is Verdict.DIFFERENT:
            yield f"{field.field}: {field.cited!r} here, {field.found!r} at Crossref"
    for update in found.updated_by:
        if (update.type, update.doi) not in {(one.type, one.doi) for one in kept.updated_by}:
            yield f"updated-by: {update.type} {update.doi}"


def refresh(snapshot: Snapshot, source: Source) -> tuple[list[str], bool]:
    """The lines to print, and whether every record could be asked for."""
    kept = [work for work in snapshot.works if work.doi]
    answers = source.fetch([work.doi for work in kept])
    lines = [f"{work.doi}  {line}" for work in kept for line in differences(work, answers[work.doi])]
    skipped = len(snapshot.works) - len(kept)
    lines.append(f"{len(kept)} records asked for, {skipped} without a DOI left alone.")
    return lines, all(answers[work.doi].outcome is not Outcome.UNREACHABLE for work in kept)


def main(path: str) -> int:
    """Print the differences."""
    lines, complete = refresh(Snapshot(path), Crossref())
    print("\n".join(lines))
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
