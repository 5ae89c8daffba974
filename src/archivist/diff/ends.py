"""How far two texts go on alike: by comparing ever longer pieces, then ever shorter ones of the first that differs.

A piece is compared by one call, at the speed of memory; how many are compared grows with the logarithm of the length.
"""

from __future__ import annotations

_FIRST = 256
"""Code points of the first piece; the next has twice as many. A power of two."""

_MOST = 1 << 15
"""Code points of a piece at most: a larger one is no faster."""


def same_from(old: str, i: int, new: str, j: int, limit: int) -> int:
    """How many code points two texts share from `i` and `j` on, up to a limit that lies within both."""
    same, size = 0, _FIRST
    # Both loops may compare beyond the limit, never beyond a text.
    while same < limit and old.startswith(new[j + same : j + same + size], i + same):
        same += size
        if size < _MOST:
            size *= 2
    while size > 1 and same < limit:  # the first difference is within the next `size`
        size //= 2
        if old.startswith(new[j + same : j + same + size], i + same):
            same += size
    return min(same, limit)


def same_until(old: str, i: int, new: str, j: int, limit: int) -> int:
    """How many code points two texts share before `i` and `j`, up to a limit that lies within both."""
    same, size = 0, _FIRST
    while same < limit and old.endswith(new[max(0, j - same - size) : j - same], 0, i - same):
        same += size
        if size < _MOST:
            size *= 2
    while size > 1 and same < limit:
        size //= 2
        if old.endswith(new[max(0, j - same - size) : j - same], 0, i - same):
            same += size
    return min(same, limit)
