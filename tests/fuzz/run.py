"""Fuzz the parsers with atheris, which watches what code each input reaches.

    python -m pip install -e '.[fuzz]'
    python tests/fuzz/run.py TARGET [SECONDS]          # decode, json, record, selector, segment or claims; default 100

It stops at the first input that crashes, or takes more than ten seconds, and writes it to a file in the current
folder. Mend the parser, and make the input a case of `FOUND` in tests/property/test_fuzz.py. The last lines say how
many inputs were tried. What was found worth keeping stays in the folder .fuzz/TARGET, where the next run goes on.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
LONGEST = 4096
"""Bytes of an input."""


def main() -> None:
    """Run one target; atheris ends the program itself."""
    name, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "100"
    atheris = import_module("atheris")  # by name: it is no dependency of the other tests, and has no types
    sys.path.insert(0, str(HERE))
    with atheris.instrument_imports(include=["archivist"]):
        targets = import_module("targets")
    corpus = Path(".fuzz", name)
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in targets.SEEDS[name]:
        (corpus / sha256(seed).hexdigest()).write_bytes(seed)
    settings = [f"-max_total_time={seconds}", "-timeout=10", f"-max_len={LONGEST}", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *settings, str(corpus)], targets.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
