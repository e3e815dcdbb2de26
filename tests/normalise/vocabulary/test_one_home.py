"""Each fact about words has one home: no other module keeps months, "et al." or years of its own.

Only strings that do something count: docstrings, messages to people and the examples of rules may say what
they like. ``ELSEWHERE`` names the modules whose tables are of another subject, and the fact they look like.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[3] / "litreview"
HOME = PACKAGE / "normalise" / "vocabulary"

# What betrays a table: fact → pattern, and how many different hits make one.
TELLS = {
    "et al.": (r"(?i)\bet(?:\\?[.?*+ ]|\\s)+al\b|\bcols\b|\bm\.fl\b", 1),
    "months": (
        r"(?i)\b(?:jan(?:uar|vier|eiro)?|feb(?:ruar)?|marzo|märz|avril|juli|august|okt|dez)(?:y|\b)",
        2,
    ),
    "access": (r"(?i)\b(?:consultado|consulté|abgerufen|geraadpleegd|retrieved|accessed)\b", 2),
    "states": (r"(?i)\bforthcoming\b|im druck|sous presse|en prensa|in press\b", 2),
    "particles": (r"\b(?:van|von|vom|der|den|della|del|ten|ter|zu)\b", 4),
    "dashes": ("[‐‑‒–—−]", 4),
    "years": (r"1\[[4-9]-9\]|\(1\[|20\[0", 1),
    "editors": (r"(?i)\bhrsg|\bhgg\b", 1),
    "preprint servers": (r"(?i)\b(?:bio|med|chem|psy)rxiv", 2),
    "generations": (r"\b(?:Jr|Sr|III|Filho|jr|sr|iii)\b", 3),
    "function words": (r"\b(?:the|of|and|und|les|della|für|fur|los)\b", 5),
}
# Tables of another subject that look alike.
ELSEWHERE = {
    "model/reasons.py": "et al.",  # a note in words
    "normalise/journal_words.py": "function words|particles",  # what ISO 4 leaves out
    "normalise/languages.py": "function words|particles",  # words by which a language is told
    "normalise/organisations.py": "function words",  # joiners of the names of bodies
    "parsing/reading/features.py": "years",  # what the trained label model looks at: not to be changed
    "parsing/citations/words.py": "access|function words",  # openers of sentences
    "parsing/lists/layout.py": "access",  # how lines of an entry go on
    "parsing/lists/likeness.py": "access|editors",  # signs of an entry, weighed together
    "parsing/lists/runtogether.py": "editors|particles",  # small words of a list's heads
    "rules/claims/scope_mismatch.py": "et al.",  # the list of its examples
    "sources/ranking.py": "function words",  # common words of an index, kept with it
}
# Rooms that are being rewritten: these facts may still stand there. To be emptied.
WAITING = {}


def _allowed(module: str) -> set[str]:
    rooms = [facts for room, facts in WAITING.items() if module.startswith(room)]
    return set("|".join([ELSEWHERE.get(module, ""), *rooms]).split("|"))


def _silent(tree: ast.AST) -> set[int]:
    """Nodes of docstrings, of rules' examples and messages, and of what is printed or raised."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        if isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and _name(node) in ("Example", "rule")):
            found |= {id(inner) for inner in ast.walk(node)}
    return found


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every string of a module that does something."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = _silent(tree)
    for node in ast.walk(tree):
        if id(node) in silent or not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if node.value.strip(" ,.") != "et al":  # it is written so, not looked for
            yield node.lineno, node.value


def facts_in(path: Path) -> dict[str, int]:
    """The facts a module keeps in its strings, each with a line."""
    found: dict[str, int] = {}
    for line, text in strings_of(path):
        for fact, (pattern, least) in TELLS.items():
            if len({hit.lower() for hit in re.findall(pattern, text)}) >= least:
                found.setdefault(fact, line)
    return found


def _modules() -> list[str]:
    return [
        str(path.relative_to(PACKAGE)) for path in sorted(PACKAGE.rglob("*.py")) if HOME not in path.parents
    ]


@pytest.mark.parametrize("module", _modules())
def test_no_other_module_keeps_a_fact_of_the_vocabulary(module: str) -> None:
    assert set(facts_in(PACKAGE / module)) <= _allowed(module)


@pytest.mark.parametrize("module", ELSEWHERE)
def test_what_is_allowed_is_still_there(module: str) -> None:
    assert set(facts_in(PACKAGE / module)) == set(ELSEWHERE[module].split("|"))


def test_the_tells_find_the_tables() -> None:
    found = {fact for path in HOME.glob("*.py") for fact in facts_in(path)}
    assert {"months", "access", "states", "particles", "dashes", "years", "editors"} <= found
