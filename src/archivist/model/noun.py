"""What every noun is made of: `typing.NamedTuple`, without what it does to each of them at start-up.

Under `from __future__ import annotations` all annotations are strings, and typing compiles each of them for whoever
may ask for it; `collections.namedtuple` compiles a constructor for each noun. Nobody here asks, and the constructors
of all nouns with as many fields differ in the names of their parameters alone. For the ninety nouns that a comparison
loads it is a tenth of the whole process (docs/decisions/0016-start-up.md). A type checker is shown typing's own.
"""

from __future__ import annotations

from collections import namedtuple
from functools import cache
from types import FunctionType

__all__ = ["NamedTuple"]

TYPE_CHECKING = False  # as typing has it
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NamedTuple, Self
else:

    class _Noun(tuple):
        """What a named tuple can do, by its `_fields`."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[object]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                message = f"Expected {len(cls._fields)} arguments, got {len(made)}"
                raise TypeError(message)
            return made

        def _replace(self, /, **values: object) -> Self:
            made = self._make(map(values.pop, self._fields, self))
            if values:
                message = f"Got unexpected field names: {list(values)!r}"
                raise ValueError(message)
            return made

        __replace__ = _replace

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            values = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

    _new = tuple.__new__
    _CONSTRUCTORS = (  # of nouns with none, one, two ... fields
        lambda _cls: _new(_cls, ()),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
    )

    @cache
    def _shape(size: int) -> type[tuple[object, ...]]:
        """A named tuple with so many fields: for what gets each of them, and for the constructor of a large one."""
        return namedtuple("_Shape", [f"field{number}" for number in range(size)])  # noqa: PYI024  # see above

    class _Maker(type):
        """Makes a named tuple of what stands in a class statement: annotated fields, then methods.

        Raises TypeError for what typing refuses too: another base, a field without its default behind one with a
        default, and an attribute that the named tuple needs itself.
        """

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type[tuple[object, ...]]:
            fields = tuple(body.get("__annotations__", ()))
            defaulted = tuple([field for field in fields if field in body])
            if len(bases) != 1 or defaulted != fields[len(fields) - len(defaulted) :] or not _KEPT.isdisjoint(body):
                raise TypeError(name)
            defaults = tuple([body[field] for field in defaulted])
            shape = _shape(max(len(fields), len(_CONSTRUCTORS)))
            like = _CONSTRUCTORS[len(fields)] if len(fields) < len(_CONSTRUCTORS) else shape.__new__
            new = FunctionType(
                like.__code__.replace(co_varnames=("_cls", *fields), co_qualname=f"{name}.__new__"),
                like.__globals__,
                "__new__",
                defaults,
            )
            body.setdefault("__doc__", f"{name}({', '.join(fields)})")
            body.update(zip(fields, map(vars(shape).get, shape._fields), strict=False))
            body |= {"__slots__": (), "__new__": new, "__match_args__": fields, "_fields": fields}
            body["_field_defaults"] = dict(zip(defaulted, defaults, strict=True))
            return type(name, (_Noun,), body)

    _KEPT = frozenset({"__new__", "__init__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace"})
    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
