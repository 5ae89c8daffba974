"""The root of a Merkle tree over a growing row of leaves (RFC 6962, section 2.1). Touches no disk."""

from __future__ import annotations

from hashlib import sha256

_LEAF = b"\x00"
_NODE = b"\x01"


class Tree:
    """A Merkle tree that leaves are added to on the right. It keeps one hash a level, never the leaves."""

    def __init__(self) -> None:
        self.size = 0
        self._full: list[tuple[int, bytes]] = []  # full subtrees from left to right: how many leaves, their hash

    def add(self, leaf: bytes) -> None:
        """Add a leaf with this data."""
        size, own = 1, sha256(_LEAF + leaf).digest()
        while self._full and self._full[-1][0] == size:
            own = _joined(self._full.pop()[1], own)
            size *= 2
        self._full.append((size, own))
        self.size += 1

    def root(self) -> bytes:
        """The 32 bytes of the Merkle tree hash over all leaves so far; of no leaves, the hash of nothing."""
        if not self._full:
            return sha256().digest()
        rest = reversed(self._full)
        root = next(rest)[1]
        for _, left in rest:
            root = _joined(left, root)
        return root


def _joined(left: bytes, right: bytes) -> bytes:
    return sha256(_NODE + left + right).digest()
