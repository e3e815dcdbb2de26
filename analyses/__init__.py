"""One short script per analysis: reads ``references/`` or an audit, writes tables and figures to ``build/``.

Every script is run as ``python -m analyses NAME INPUT… OUTPUT`` and takes its paths as arguments, so that
``rules.mk`` says exactly what depends on what. The results are built and are not kept in the project.
"""
