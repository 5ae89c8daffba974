"""The one door to the style sheets and scripts that pages carry: files of this package, in the folder `assets`."""

from __future__ import annotations

from functools import cache


@cache
def asset(*names: str) -> str:
    """The files of these names in `assets`, in that order, as one text.

    A file of the package that is missing is a broken installation: FileNotFoundError.
    """
    from importlib.resources import files

    folder = files("archivist.render.html").joinpath("assets")
    return "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)
