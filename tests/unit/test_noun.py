"""Nouns are named tuples as typing makes them, in all that anybody may ask of them."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import TYPE_CHECKING, Any, get_type_hints
from typing import NamedTuple as TypingNamedTuple

import pytest

from archivist.model.noun import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

NOUN: Any = NamedTuple


class Berth(NamedTuple):
    """A place for a ship."""

    number: int
    ship: str = ""

    @property
    def free(self) -> bool:
        """Whether no ship lies there."""
        return not self.ship


class Twin(TypingNamedTuple):
    """A place for a ship."""

    number: int
    ship: str = ""

    @property
    def free(self) -> bool:
        """Whether no ship lies there."""
        return not self.ship


def test_a_noun_is_what_typing_would_make_of_it() -> None:
    one, twin = Berth(3), Twin(3)
    assert tuple(one) == tuple(twin)
    assert repr(one) == repr(twin).replace("Twin", "Berth")
    assert (one.free, Berth(3, "Ellen Marr").free) == (True, False)
    assert one._replace(ship="Ida") == (3, "Ida")
    assert (Berth._fields, Berth._field_defaults) == (Twin._fields, Twin._field_defaults)
    assert (Berth.__match_args__, Berth.__doc__, Berth.__module__) == (Twin.__match_args__, Twin.__doc__, __name__)
    assert get_type_hints(Berth) == get_type_hints(Twin)
    assert (one._asdict(), tuple(Berth._make([4, "Ida"]))) == (twin._asdict(), tuple(Twin._make([4, "Ida"])))
    assert str(inspect.signature(Berth)) == "(number, ship='')"
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301  # our own bytes


@pytest.mark.parametrize(
    "mistake",
    [
        lambda noun: noun(),
        lambda noun: noun(3, "Ida", 4),
        lambda noun: noun(3, skipper="Roe"),
        lambda noun: noun(3, number=4),
        lambda noun: noun._make([3]),
        lambda noun: noun(3)._replace(skipper="Roe"),
        lambda noun: setattr(noun(3), "ship", "Ida"),
    ],
)
def test_what_typing_says_of_a_mistake_is_said(mistake: Callable[[Any], object]) -> None:
    told = []
    for noun in (Berth, Twin):
        with pytest.raises((TypeError, ValueError, AttributeError)) as error:
            mistake(noun)
        told.append((error.type, str(error.value).replace("Twin", "Berth")))
    assert told[0] == told[1]


class Mixin:
    """Something else to inherit from."""


@pytest.mark.parametrize(
    ("bases", "body"),
    [
        ((NOUN,), {"__annotations__": {"a": "int", "b": "int"}, "a": 1}),
        ((NOUN,), {"__annotations__": {"a": "int"}, "_replace": None}),
        ((NOUN,), {"__annotations__": {"a": "int"}, "__new__": None}),
        ((NOUN, Mixin), {"__annotations__": {"a": "int"}}),
    ],
    ids=["a default before none", "a method of its own", "another constructor", "another base"],
)
def test_what_typing_refuses_is_refused(bases: tuple[type, ...], body: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        type(NOUN)("Made", bases, {"__module__": __name__} | body)


def test_a_noun_without_fields_is_empty() -> None:
    class Nothing(NamedTuple):
        """Nothing."""

    assert Nothing() == ()
