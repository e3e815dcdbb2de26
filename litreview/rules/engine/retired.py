"""Tombstones: codes that once existed, are never used again, and what to use instead."""

from __future__ import annotations

RETIRED: dict[str, str] = {}
"""Code → advice for people who still name it in their settings."""
