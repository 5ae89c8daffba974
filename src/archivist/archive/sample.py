"""Which files of an archive are looked at where not all are: the same ones for the same seed, on every machine."""

from __future__ import annotations

import re
from hashlib import sha256

from archivist.errors import UsageError
from archivist.model.noun import NamedTuple

_WHOLE = 100_000
_BYTES = 8


class Sample(NamedTuple):
    """About `thousandths` of a per cent of all files, chosen by `seed`."""

    thousandths: int
    seed: str

    def has(self, digits: str) -> bool:
        """Whether the file whose name has these digits of a digest is chosen."""
        drawn = sha256(f"{self.seed}\n{digits}".encode("utf-8", "surrogateescape")).digest()[:_BYTES]
        return int.from_bytes(drawn) * _WHOLE < self.thousandths << 8 * _BYTES

    def __str__(self) -> str:
        """`10% with seed 2026-03-02`."""
        return f"{self.thousandths / 1000:g}% with seed {self.seed}"


def read_sample(text: str, seed: str) -> Sample:
    """The sample that a person means by `10%`, `10` or `0.5%`. Raises UsageError for what is no share."""
    match = re.fullmatch(r"([0-9]{1,3})(?:\.([0-9]{1,3}))?%?", text)
    whole, fraction = (match[1], match[2] or "") if match else ("0", "")
    thousandths = int(whole) * 1000 + int(f"{fraction:0<3}")
    if not 0 < thousandths <= _WHOLE:
        raise UsageError(f"--sample {text[:40]!r} is no share of the files. Use a percentage such as 10% or 0.5%.")
    return Sample(thousandths, seed)
