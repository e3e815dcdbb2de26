"""Results of studies: read with care, summarised without mixing scales, pooled where pooling is allowed.

``rows`` reads the table, ``evidence`` is what a notebook holds, ``heterogeneity`` and ``pooling`` are the
numbers, ``effect_sizes`` makes estimates from counts and means, ``overlap`` counts shared studies and
``tables`` prints. Nothing here draws, and nothing here looks at a citation.
"""
