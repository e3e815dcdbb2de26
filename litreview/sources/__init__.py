"""Where records come from: Crossref, a cache of it, a snapshot in files, a local index.

All are the one protocol of ``model/source``; nothing here decides which record a reference means.
"""
