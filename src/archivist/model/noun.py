"""What every noun is made of: `typing.NamedTuple`, without what typing does to each annotation.

Under `from __future__ import annotations` all annotations are strings, and typing compiles each of them for whoever
may ask for it. Nobody here does, and for the ninety nouns that a comparison loads it is a sixteenth of the whole
process (docs/decisions/0016-start-up.md). A type checker is shown typing's own.
"""

from __future__ import annotations

from collections import namedtuple

__all__ = ["NamedTuple"]

TYPE_CHECKING = False  # as typing has it
if TYPE_CHECKING:
    from typing import NamedTuple
else:

    class _Maker(type):
        """Makes a named tuple of what stands in a class statement: annotated fields, then methods."""

        def __new__(cls, name: str, _bases: tuple[type, ...], body: dict[str, object]) -> type[tuple[object, ...]]:
            fields = body["__annotations__"]
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body.pop("__module__"))  # noqa: PYI024  # see above
            for attribute, value in body.items():
                setattr(made, attribute, value)
            return made

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
