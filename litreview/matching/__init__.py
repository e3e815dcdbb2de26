"""Reference → Match: which registered work an entry means, or that none can be named.

Comes in: references and a source (``resolve.resolve``). Goes out: one ``Match`` per reference, in order,
with its candidates, the agreement field by field, and the reason in words. Two works are compared here
and nowhere else (``agreement.compare``); ``document`` writes ``docs/matching.md`` from the tables.
"""
