"""Options that come together, as one parameter of a verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import get_type_hints

Verb = Callable[..., None]


def spread(verb: Verb) -> Verb:
    """A verb as typer sees it: each parameter that is a dataclass of options gives way to these options.

    >>> @dataclass                                                          # doctest: +SKIP
    ... class Naming:
    ...     mailto: Annotated[str, typer.Option(help="Your address.")] = ""
    >>> spread(lambda naming: ...)      # has the option --mailto             # doctest: +SKIP

    The options stand where the parameter stands, under the names of their fields.
    """
    hints = get_type_hints(verb, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if isinstance(hint, type) and is_dataclass(hint)}
    parameters = list(_parameters(verb, hints, groups))

    @wraps(verb)
    def run(**given: object) -> None:
        for name, group in groups.items():
            given[name] = group(**{field.name: given.pop(field.name) for field in fields(group)})
        verb(**given)

    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    return run


def _parameters(verb: Verb, hints: dict[str, object], groups: dict[str, type]) -> Iterator[Parameter]:
    for name, parameter in signature(verb).parameters.items():
        if name in groups:
            inner = get_type_hints(groups[name], include_extras=True)
            for field in fields(groups[name]):
                yield Parameter(
                    field.name, Parameter.KEYWORD_ONLY, default=_default(field), annotation=inner[field.name]
                )
        else:
            yield parameter.replace(annotation=hints[name])


def _default(field: Field[object]) -> object:
    return Parameter.empty if field.default is MISSING else field.default
