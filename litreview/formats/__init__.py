"""Files ↔ model, one format per file: bytes in, ``Document`` out, and works written back.

Comes in: a path or bytes (``registry.read``). Goes out: a ``Document`` with its text and, where the file is a
bibliography, its references already as fields; ``registry.dump`` writes works. What cannot be read raises
``InputError``; an entry that cannot be understood stays as text. Knows nothing of sections or citations.
"""
