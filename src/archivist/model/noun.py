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
        """Makes a named tuple of what stands in a class statement: annotated fields, then methods.

        Raises TypeError for what typing refuses too: another base, a field without its default behind one with a
        default, and an attribute that the named tuple needs itself.
        """

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type[tuple[object, ...]]:
            fields = tuple(body.get("__annotations__", ()))
            defaulted = tuple(field for field in fields if field in body)
            if len(bases) != 1 or defaulted != fields[len(fields) - len(defaulted) :]:
                raise TypeError(name)
            defaults = [body.pop(field) for field in defaulted]
            made = namedtuple(name, fields, defaults=defaults, module=body.pop("__module__"))  # noqa: PYI024  # see above
            for attribute, value in body.items():
                if attribute in _KEPT:
                    raise TypeError(attribute)
                setattr(made, attribute, value)
            return made

    _KEPT = frozenset({"__new__", "__init__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace"})
    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
