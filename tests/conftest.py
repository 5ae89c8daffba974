"""What all tests share: the option that writes the expected files of `tests/examples` anew, and no clock."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest


# A busy machine fails no test: what must not take long is counted in steps or measured in bench/.
# `.ci/run` draws the same examples every time, to say the same of the same commit; everybody else draws new ones.
settings.register_profile("fresh", deadline=None)
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fresh"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write the expected files of tests/examples anew; read the difference before you commit it",
    )
