"""The steps from the label model's places to the finished ones: one file per thing that they mend.

A step is a function of the draft that returns a new draft, or None where it has nothing to say. Steps know
nothing of each other; their order is the tuple ``STEPS`` in ``readings``. The strings in their comments are
where the need was seen.
"""
