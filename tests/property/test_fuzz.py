"""The targets of tests/fuzz, with what hypothesis thinks of and with every input that a fuzzer has tripped on."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

FUZZ = Path(__file__).parent.parent / "fuzz" / "targets.py"


def _targets() -> Any:  # noqa: ANN401  # a module that lies beside the tests
    spec = spec_from_file_location("fuzz_targets", FUZZ)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


targets = _targets()
FOUND: dict[str, tuple[bytes, ...]] = {}
"""By target: what tripped it once."""


@pytest.mark.parametrize("name", targets.TARGETS)
def test_a_target_takes_its_seeds_and_what_was_found(name: str) -> None:
    for data in (b"", *targets.SEEDS[name], *FOUND.get(name, ())):
        targets.TARGETS[name](data)


@pytest.mark.parametrize("name", targets.TARGETS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_target_takes_any_bytes(name: str, data: st.DataObject) -> None:
    """Bytes and texts of all kinds, and seeds with a piece of one replaced by something else."""
    seed = data.draw(st.sampled_from(targets.SEEDS[name]))
    at, cut = data.draw(st.integers(0, len(seed))), data.draw(st.integers(0, 20))
    piece = data.draw(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
    targets.TARGETS[name](data.draw(st.sampled_from([piece, seed[:at] + piece + seed[at + cut :]])))
