"""sqlite, of which every error is an ``sqlite3.Error``.

Where the names in a damaged file are no text, Python fails at reading sqlite's own message: then comes
a ``UnicodeDecodeError`` that says nothing of the file.
"""

from __future__ import annotations

import sqlite3


class Database(sqlite3.Connection):
    """A connection, for ``sqlite3.connect(…, factory=Database)``."""

    def execute(self, sql: str, values: object = (), /) -> sqlite3.Cursor:
        """As ever."""
        try:
            return super().execute(sql, values)  # type: ignore[arg-type]
        except UnicodeDecodeError as error:
            raise malformed() from error

    def executemany(self, sql: str, rows: object, /) -> sqlite3.Cursor:
        """As ever."""
        try:
            return super().executemany(sql, rows)  # type: ignore[arg-type]
        except UnicodeDecodeError as error:
            raise malformed() from error

    def executescript(self, script: str, /) -> sqlite3.Cursor:
        """As ever."""
        try:
            return super().executescript(script)
        except UnicodeDecodeError as error:
            raise malformed() from error


def malformed() -> sqlite3.DatabaseError:
    """What sqlite says of a damaged file."""
    error = sqlite3.DatabaseError("database schema is malformed")
    error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_CORRUPT, "SQLITE_CORRUPT"
    return error
