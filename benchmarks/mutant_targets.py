"""Which tests are asked about which module: its own first, then what looks at it from further away."""

from __future__ import annotations

_DECIDE = (
    "tests/matching/test_decide_choice.py", "tests/matching/test_decide_ties.py",
    "tests/matching/test_decision_rows.py",
    "tests/matching/test_decide.py", "tests/matching/test_other_forms.py", "tests/matching/test_chimera.py",
    "tests/matching/test_lab.py", "tests/test_odd_records.py",
)  # fmt: skip
_FIELDS = ("tests/matching/test_compare_fields.py",)
_CORRECTED = ("tests/editing/test_corrections.py", "tests/editing/test_record_traps.py")
_FILES = ("tests/editing/apply/test_fix_files.py",)
_PLAN = ("tests/editing/apply/test_plan.py", *_FILES)
_HTML = ("tests/editing/apply/test_html.py", *_FILES)
_WORD = ("tests/editing/apply/test_word.py", "tests/editing/apply/test_tracked_changes.py", *_FILES)
_VALUES = ("tests/editing/propose/test_values.py", "tests/editing/propose/test_proposals.py")
_PROPOSE = ("tests/editing/propose", *_CORRECTED)
_YEARS = ("tests/rules/views/test_years.py", "tests/rules/test_rules.py")
_CACHE = (
    "tests/sources/test_cache_file.py", "tests/sources/test_cache_opening.py",
    "tests/sources/test_cache_repair.py",
)  # fmt: skip

TARGETS: dict[str, tuple[str, ...]] = {
    "litreview.matching.decide": _DECIDE,
    "litreview.matching.table": ("tests/matching/test_table.py", "tests/matching/test_decision_rows.py"),
    "litreview.matching.compare_dates": ("tests/matching/test_compare_dates.py", *_FIELDS),
    "litreview.matching.compare_volumes": ("tests/matching/test_compare_volumes.py", *_FIELDS),
    "litreview.matching.belief.year": ("tests/matching/belief", *_YEARS),
    "litreview.rules.views.years": ("tests/rules/views/test_years.py",),
    "litreview.rules.records.year_mismatch": _YEARS,
    "litreview.rules.records.online_year": _YEARS,
    "litreview.rules.references.impossible_year": _YEARS,
    "litreview.rules.citations.citation_year_mismatch": _YEARS,
    "litreview.rules.citations.inherited_year": _YEARS,
    "litreview.editing.apply.edits": _PLAN,
    "litreview.editing.apply.plan": _PLAN,
    "litreview.editing.apply.files": (*_FILES, *_CORRECTED),
    "litreview.editing.apply.html": _HTML,
    "litreview.editing.apply.readback": (*_FILES, *_WORD, *_CORRECTED),
    "litreview.editing.apply.text": (*_PLAN, *_CORRECTED),
    "litreview.editing.apply.word": _WORD,
    "litreview.editing.propose.added_doi": _PROPOSE,
    "litreview.editing.propose.authors": _PROPOSE,
    "litreview.editing.propose.citations": _PROPOSE,
    "litreview.editing.propose.entry_edits": _PROPOSE,
    "litreview.editing.propose.fields": ("tests/editing/propose/test_fields.py", *_PROPOSE),
    "litreview.editing.propose.losses": ("tests/editing/propose/test_losses.py", *_PROPOSE),
    "litreview.editing.propose.proofs": _PROPOSE,
    "litreview.editing.propose.proposals": ("tests/editing/propose/test_proposals.py", *_PROPOSE),
    "litreview.editing.propose.safe_years": _PROPOSE,
    "litreview.editing.propose.sheets": _PROPOSE,
    "litreview.editing.propose.values": (*_VALUES, *_CORRECTED),
    "litreview.rules.engine.baseline": ("tests/rules/engine/test_baseline.py",),
    "litreview.rules.engine.suppress": ("tests/rules/engine/test_suppress.py",),
    "litreview.formats.writing": ("tests/formats/test_writing.py",),
    "litreview.sources.retry": ("tests/sources/test_retry.py", "tests/sources/test_transport.py"),
    "litreview.sources.limiter": ("tests/sources/test_limiter.py",),
    "litreview.sources.store": ("tests/sources/test_store.py", "tests/sources/test_cached.py"),
    "litreview.sources.cached": ("tests/sources/test_cached.py",),
    "litreview.sources.cache_file": _CACHE,
    "litreview.sources.cache_opening": ("tests/sources/test_cache_opening.py", *_CACHE),
    "litreview.sources.cache_repair": ("tests/sources/test_cache_repair.py", *_CACHE),
}
