"""Whole processes, in CPU time: start-up ratios, and validation against check-jsonschema.

    python bench/processes.py [--runs 15]

Prints medians of user + system CPU time and their ratio to a floor or a peer measured in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
_SCRIPT = Path(sys.executable).parent / "archivist"
PROGRAM = [str(_SCRIPT)] if _SCRIPT.exists() else [sys.executable, "-m", "archivist"]
"""What a user runs: the installed script, where there is one."""


def cpu_seconds(command: list[str]) -> float:
    """User and system CPU seconds of one run of `command` with everything it starts; its modules may stay compiled."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """The median CPU seconds of each command; the commands take turns, so that drift hits all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        cpu_seconds(command)
    for _ in range(runs):
        for name, command in commands.items():
            seconds[name].append(cpu_seconds(command))
    return {name: statistics.median(values) for name, values in seconds.items()}


def table(title: str, found: dict[str, float], floor: str, limits: dict[str, float]) -> None:
    """Print medians, ratios to `floor` and, where there is one, the limit for the ratio."""
    print(f"\n{title}")
    for name, seconds in found.items():
        ratio = seconds / found[floor]
        limit = f"  limit {limits[name]:g}" if name in limits else ""
        print(f"  {name:<34} {seconds * 1000:8.1f} ms  x{ratio:6.2f}{limit}")


def records(folder: Path, count: int) -> list[str]:
    """`count` different valid records, written to `folder`."""
    record = {
        "article": "bench/story",
        "capturedAt": "2026-03-02T09:00:00Z",
        "datePublished": "2026-03-02T10:00:00+01:00",
        "headline": "A headline of the usual length for a story",
        "language": "en",
        "parents": [],
        "schema": "urn:archivist:schema:revision:v1",
        "text": {"bytes": 0, "sha256": "0" * 64},
        "tool": "archivist 0.1.0",
        "url": "https://news.example/2026/03/02/story",
    }
    paths = []
    for number in range(count):
        path = folder / f"{number:04}.json"
        changed = record | {"text": {"bytes": number, "sha256": f"{number:064x}"}}
        path.write_text(json.dumps(changed, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        paths.append(str(path))
    return paths


def startup(runs: int, folder: Path) -> None:
    """Start-up of the commands against `python -c pass`."""
    (record,) = records(folder, 1)
    for side, numbers in (("old", (3, 2)), ("new", (4, 3))):
        stories = zip(("harrow-bridge", "lindow-water"), numbers, strict=True)
        text = "\n".join((EXAMPLES / story / f"{number}.txt").read_text(encoding="utf-8") for story, number in stories)
        (folder / f"{side}.txt").write_text(text, encoding="utf-8")
    story = (folder / "old.txt").read_text(encoding="utf-8")
    (folder / "one.txt").write_text(story.replace("seven people", "nine people", 1), encoding="utf-8")
    old, new, one = (str(folder / f"{name}.txt") for name in ("old", "new", "one"))
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "archivist --version": [*PROGRAM, "--version"],
        "archivist --help": [*PROGRAM, "--help"],
        "archivist validate (one record)": [*PROGRAM, "validate", record],
        "archivist diff (6 KB, one figure)": [*PROGRAM, "diff", old, one],
        "archivist diff (6 KB, 16 changes)": [*PROGRAM, "diff", old, new],
        "archivist diff --markdown (the same)": [*PROGRAM, "diff", old, new, "--markdown"],
    }
    limits = {
        "archivist --version": 2.5,
        "archivist validate (one record)": 12,
        "archivist diff (6 KB, one figure)": 10,
        "archivist diff (6 KB, 16 changes)": 10,
    }
    table("Start-up, whole process", medians(commands, runs), "python -c pass", limits)


def validation(runs: int, folder: Path) -> None:
    """1,000 records against check-jsonschema, where it is installed."""
    peer = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent)) or shutil.which("check-jsonschema")
    if peer is None:
        print("\nValidation: check-jsonschema is not installed; skipped.")
        return
    paths = records(folder, 1000)
    schema = str(ROOT / "schemas" / "revision.v1.schema.json")
    commands = {
        "check-jsonschema (1,000 records)": [peer, "--schemafile", schema, *paths],
        "archivist validate (1,000 records)": [*PROGRAM, "validate", *paths],
    }
    limits = {"archivist validate (1,000 records)": 2.0}
    table("Validation, whole process", medians(commands, runs), "check-jsonschema (1,000 records)", limits)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        startup(runs, Path(name))
        validation(max(3, runs // 3), Path(name))


if __name__ == "__main__":
    main()
