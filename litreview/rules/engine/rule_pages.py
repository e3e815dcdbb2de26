"""The rule book as text: one page per rule from its docstring and examples, and an index by family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from litreview.rules.engine.registry import FAMILIES, all_rules, find_rule
from litreview.rules.engine.retired import RETIRED
from litreview.rules.engine.rule import Example, Rule

_STATUS_WORDS = {
    "matched": "", "unmatched": "The sources asked have no record of it.",
    "outside": "The sources asked hold no works of this kind.",
    "unavailable": "The source did not answer.", "ambiguous": "Several records fit.",
}  # fmt: skip

_ON_REQUEST = (
    "A lead or a matter of style, said on request only: `--leads` turns all of these on, "
    "`--select {}` this one alone."
)


def rule_pages() -> Iterator[tuple[str, str]]:
    """Every page with its path under ``docs/``, the index first."""
    yield "rules/index.md", index_page()
    for rule in all_rules():
        yield f"rules/{rule.name}.md", rule_page(rule)


def explain(selector: str) -> str:
    """The page of the rule with that code or name.

    Raises:
        OptionError: there is no such rule.
    """
    return rule_page(find_rule(selector))


def rule_page(rule: Rule) -> str:
    """One rule: title, code, severity, why, how to fix, when silent, and both examples."""
    _, _, rest = rule.page.partition("\n")
    paragraphs = [_unwrap(part) for part in rest.strip().split("\n\n")]
    parts = [
        f"# {rule.name}",
        f"**{rule.code}** · {rule.severity.value} · {_heading(rule)}",
        rule.title,
        *([_ON_REQUEST.format(rule.code)] if rule.on_request else ()),
        *(_lead(part) for part in paragraphs if part),
        "## Found",
        *_example(rule.bad),
        f"litreview says:\n\n> {rule.bad.says}",
        "## Not found",
        *_example(rule.good),
        f"To allow it where it is right: `<!-- litreview: allow {rule.name} (your reason) -->`.",
    ]
    return "\n\n".join(parts) + "\n"


def index_page() -> str:
    """All rules by family, and what became of retired codes."""
    parts = ["# The rule book", "Generated from the rules themselves; every example is run by a test."]
    for letter, (_, heading) in FAMILIES.items():
        rules = [rule for rule in all_rules() if rule.code.startswith(letter)]
        rows = [
            f"| {rule.code} | [{rule.name}]({rule.name}.md) | {_level(rule)} | {rule.title} |"
            for rule in rules
        ]
        table = ["| code | name | severity | what it says |", "| --- | --- | --- | --- |", *rows]
        parts += [f"## {heading} ({letter})", "\n".join(table)]
    if RETIRED:
        parts += ["## Retired", "\n".join(f"- {code}: {advice}" for code, advice in sorted(RETIRED.items()))]
    return "\n\n".join(parts) + "\n"


def _level(rule: Rule) -> str:
    return f"{rule.severity.value}, on request" if rule.on_request else rule.severity.value


def _heading(rule: Rule) -> str:
    return FAMILIES[rule.code[0]][1].lower()


def _unwrap(text: str) -> str:
    return " ".join(text.split())


def _lead(paragraph: str) -> str:
    """ "Fix: …" and "Silent …" stand out, since editors look for them."""
    for word, shown in (("Fix:", "**Fix:**"), ("Silent", "**Silent**")):
        if paragraph.startswith(word):
            return shown + paragraph[len(word) :]
    return paragraph


def _example(example: Example) -> Iterator[str]:
    texts = (example.text,) if isinstance(example.text, str) else example.text
    for text in texts or (example.cites,):
        yield f"```text\n{text.strip()}\n```"
    records = (example.registered,) if isinstance(example.registered, Mapping) else example.registered
    for record in records:
        if record:
            fields = "\n".join(f"{name}: {value}" for name, value in record.items())
            yield f"{'The record' if texts else 'The record has'}:\n\n```yaml\n{fields}\n```"
    if not texts and _STATUS_WORDS[example.status]:
        yield _STATUS_WORDS[example.status]
    if example.as_of:
        yield f"On {example.as_of.isoformat()}."
