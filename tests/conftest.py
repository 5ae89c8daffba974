"""What all tests share: the option that writes the expected files of `tests/examples` anew, and no clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest


# A busy machine fails no test: what must not take long is counted in steps or measured in bench/.
settings.register_profile("unclocked", deadline=None)
settings.load_profile("unclocked")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write the expected files of tests/examples anew; read the difference before you commit it",
    )
