"""Document → Article: where the reference list is, its entries and their fields, and what cites them.

Comes in: a ``Document`` (``article.parse_document``), or one entry as text (``fields.parse_reference``).
Goes out: an ``Article`` with references, citations and links, every span cutting the text it claims.
Nothing here asks a source or judges what is written.
"""
