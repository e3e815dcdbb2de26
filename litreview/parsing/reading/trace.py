"""How a reference came to be read as it is: the model's places, then what each step changed and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from litreview.parsing.reading.draft import LABELS, Draft
from litreview.parsing.reading.fields import first_drafts
from litreview.parsing.reading.readings import STEPS, Step
from litreview.parsing.reading.stylevote import ListStyle, apply, vote
from litreview.parsing.reading.works import finish

_NOTHING = "–"


def explain(texts: Sequence[str]) -> str:
    """The reading of the references of one list as plain text, a paragraph each.

    A line ``model`` says what the label model found, a line per step what that changed, with the reason
    below it; the last line is what the reference claims. Steps that changed nothing are left out.
    """
    traces = [[*_walk(draft)] for draft in first_drafts(texts)]
    style = vote([walk[-1][1] for walk in traces])
    return "\n".join(_paragraph(walk, style) for walk in traces)


def _walk(draft: Draft) -> Iterator[tuple[Step | None, Draft]]:
    """The draft as the model has it, then the draft after each step that had something to say."""
    yield None, draft
    for step in STEPS:
        after = step(draft)
        if after is not None and after != draft:
            draft = after
            yield step, draft


def _paragraph(walk: Sequence[tuple[Step | None, Draft]], style: ListStyle) -> str:
    draft = walk[0][1]
    lines = [draft.text, f"  model: {'; '.join(_found(draft)) or _NOTHING}"]
    for step, after in walk[1:]:
        lines += [
            f"  {_name(step)}: {'; '.join(_changes(draft, after))}",
            f"    ({_reason(step)} steps/{_file(step)})",
        ]
        draft = after
    settled = apply(style, draft)
    if settled is not draft:
        lines.append(f"  style of the list: {'; '.join(_changes(draft, settled))}")
    return "\n".join([*lines, f"  read as: {'; '.join(_claims(settled, style.order))}"]) + "\n"


def _found(draft: Draft) -> list[str]:
    cuts = [f'{kind} "{draft.text[start:end].strip()}"' for start, end, kind in draft.cuts.spans]
    return [*cuts, *(f'{label} "{draft.value(label)}"' for label, _ in draft.places)]


def _changes(before: Draft, after: Draft) -> list[str]:
    """What a step did: "title "A" → "A: B"", in the order of the fields."""
    changed = [label for label in LABELS if before.places.get(label) != after.places.get(label)]
    found = [f"{label} {_shown(before, label)} → {_shown(after, label)}" for label in changed]
    if after.extras != before.extras:
        found += [f'set aside "{after.text[start:end].strip()}"' for start, end in after.extras.spans]
    if after.et_al and not before.et_al:
        found.append("the list of authors is shortened")
    if after.edited and not before.edited:
        found.append("the authors are editors")
    return found


def _shown(draft: Draft, label: str) -> str:
    return f'"{draft.value(label)}"' if draft.places.get(label) else _NOTHING


def _claims(draft: Draft, order: str) -> list[str]:
    """The fields of the Work, as they are printed and searched for."""
    work, _ = finish(draft, order)
    csl = {name: value for name, value in work.to_csl().items() if isinstance(value, str)}
    names = {"author": work.author, "editor": work.editor}
    people = [f"{role} {' / '.join(map(str, found))}" for role, found in names.items() if found]
    people += ["et al."] if work.et_al else []
    issued = [f"issued {work.issued}"] if work.issued else []
    return [*people, *issued, *(f'{name} "{value}"' for name, value in csl.items())]


def _name(step: Step | None) -> str:
    return getattr(step, "__name__", "")


def _file(step: Step | None) -> str:
    return f"{getattr(step, '__module__', '').rpartition('.')[2]}.py"


def _reason(step: Step | None) -> str:
    return " ".join((step.__doc__ or "").split("\n\n")[0].split())
