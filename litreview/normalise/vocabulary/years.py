"""What a year looks like. Several patterns, because a number is trusted with less where less surrounds it."""

from __future__ import annotations

import re

YEAR = r"(?:1[5-9]|20)\d\d"
"""A year of print, 1500 to 2099: in a reference or beside authors."""
NEAR_YEAR = r"(?:1[5-9]\d\d|20[0-3]\d)"
"""The same in running text, where 2048 is a number and not a year."""
OLD_YEAR = r"(?:1[4-9]|20)\d\d"
"""The same from the first printed books on, where a number is known to be a year."""
RECORD_YEAR = r"(?:1[4-9]|2[01])\d\d"
"""A year in a field of a record that says it is one, slips like 2107 among them: a rule tells of them."""
LONE_YEAR = re.compile(rf"(?<!\d)({YEAR})(?!\d)")
"""A year that is no part of a longer number; group 1."""
