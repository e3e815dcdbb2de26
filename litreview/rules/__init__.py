"""The rule book: one short pure function per check, found by scanning, run over a finished review.

Comes in: articles, their matches and the library (``review.Review``) with the user's ``settings``.
Goes out: findings in a fixed order. Knows nothing of files, the network or the clock.
"""
