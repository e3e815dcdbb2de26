"""Which tests are asked about which module: its own first, then what looks at it from further away."""

from __future__ import annotations

_DECIDE = (
    "tests/matching/test_decide_ties.py", "tests/matching/test_decision_rows.py",
    "tests/matching/test_decide.py", "tests/matching/test_other_forms.py", "tests/matching/test_chimera.py",
    "tests/matching/test_lab.py",
)  # fmt: skip
_FIELDS = ("tests/matching/test_compare_fields.py",)
_APPLY = ("tests/editing/apply/test_fix_files.py",)
_PROPOSE = ("tests/editing/propose/test_values.py", "tests/editing/propose/test_proposals.py")

TARGETS: dict[str, tuple[str, ...]] = {
    "litreview.matching.decide": _DECIDE,
    "litreview.matching.table": ("tests/matching/test_table.py", *_DECIDE),
    "litreview.matching.compare_dates": ("tests/matching/test_compare_dates.py", *_FIELDS),
    "litreview.matching.compare_volumes": ("tests/matching/test_compare_volumes.py", *_FIELDS),
    "litreview.rules.views.years": ("tests/rules/views/test_years.py",),
    "litreview.editing.apply.edits": ("tests/editing/apply/test_edits.py", *_APPLY),
    "litreview.editing.apply.plan": ("tests/editing/apply/test_plan.py", *_APPLY),
    "litreview.editing.propose.values": _PROPOSE,
    "litreview.editing.propose.safe_years": _PROPOSE,
    "litreview.rules.engine.baseline": ("tests/rules/engine/test_baseline.py",),
    "litreview.rules.engine.suppress": ("tests/rules/engine/test_suppress.py",),
    "litreview.formats.writing": ("tests/formats/test_writing.py",),
    "litreview.sources.retry": ("tests/sources/test_retry.py", "tests/sources/test_transport.py"),
    "litreview.sources.limiter": ("tests/sources/test_limiter.py",),
    "litreview.sources.store": ("tests/sources/test_store.py", "tests/sources/test_cached.py"),
    "litreview.sources.cached": ("tests/sources/test_cached.py",),
}
