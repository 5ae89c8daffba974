"""How right the comparison of claims is, on the project's own labelled passages.

    python bench/accuracy.py [FILE.jsonl …] [--show N]

Each line holds `old`, `new`, the days they were published, and `expected`: every change by kind, facets and the words
where it stands (docs/claims.md defines both). A label counts as found where the report has it on an overlapping place.
Prints precision, recall and F1 of the substantive labels, the share of passages that are wholly right, the share of
passages without a substantive change that raise one, and the same label by label.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import archivist

EXAMPLES = Path(__file__).resolve().parent.parent / "tests" / "examples"
OWN = [EXAMPLES / f"{name}.jsonl" for name in ("changes", "heldout", "heldout2", "heldout3")]
LIGHT = {"reworded", "moved"}
Place = tuple[int, int] | None


class Label(NamedTuple):
    """A kind or a facet, and where it stands in the old and in the new text."""

    name: str
    old: Place
    new: Place

    def meets(self, other: Label) -> bool:
        """Whether both say the same of places that overlap on at least one side."""
        sides = ((self.old, other.old), (self.new, other.new))
        return self.name == other.name and any(a and b and a[0] < b[1] and b[0] < a[1] for a, b in sides)


def expected(item: dict[str, Any]) -> list[Label]:
    """The labels that people gave."""
    labels = []
    for entry in item["expected"]:
        names = entry["facets"] if entry["kind"] == "changed" else [entry["kind"]]
        where = [place(item[side], entry[side]) for side in ("old", "new")]
        labels += [Label(name, *where) for name in names]
    return labels


def place(text: str, words: str | None) -> Place:
    """Where `words` stand in `text`, in code points; None where they do not."""
    at = text.find(words) if words else -1
    return None if at < 0 or words is None else (at, at + len(words))


def reported(item: dict[str, object]) -> list[Label]:
    """The labels that the program gives."""
    days = [
        date.fromisoformat(str(item[key])) if item.get(key) else None for key in ("published_old", "published_new")
    ]
    labels = []
    for change in archivist.compare(str(item["old"]), str(item["new"]), *days).changes:
        names = [str(facet.facet) for facet in change.facets] if change.facets else [str(change.kind)]
        where = [(claim.span.start, claim.span.end) if claim else None for claim in (change.old, change.new)]
        labels += [Label(name, *where) for name in names]
    return labels


def measure(path: Path, show: int) -> None:
    """Measure one file and print the result."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    right = neutral = alarms = 0
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for item in items:
        gold, left = expected(item), reported(item)
        missed = []
        for label in gold:
            hit = next((other for other in left if label.meets(other)), None)
            counts[label.name]["found" if hit else "missed"] += 1
            missed += [] if hit else [label.name]
            left = [other for other in left if other is not hit]
        for label in left:
            counts[label.name]["wrong"] += 1
        wrong = [label.name for label in left if label.name not in LIGHT]
        bad = wrong or [name for name in missed if name not in LIGHT]
        right += not bad
        if all(label.name in LIGHT for label in gold):
            neutral += 1
            alarms += bool(wrong)
        if bad and show > 0:
            show -= 1
            print(f"  {item['id']}: missed {missed}, wrong {[label.name for label in left]} ({item.get('note', '')})")
    heavy = sum((count for name, count in counts.items() if name not in LIGHT), Counter[str]())
    print(f"{path.name}: {len(items)} passages")
    print(f"  substantive labels    {scores(heavy)}")
    print(f"  wholly right          {100 * right / len(items):5.1f} %")
    print(f"  neutral false alarms  {100 * alarms / max(1, neutral):5.1f} % of {neutral}")
    for name in sorted(counts):
        print(f"  {name:<12} {scores(counts[name])}")


def scores(count: Counter[str]) -> str:
    """Precision, recall and F1 in percent, and the number of labels."""
    found, wrong, missed = count["found"], count["wrong"], count["missed"]
    precision, recall = found / max(1, found + wrong), found / max(1, found + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}  of {found + missed}"


def main() -> None:
    """Measure the files named, or the project's own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=OWN)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print so many wrong passages")
    arguments = parser.parse_args()
    for path in arguments.files:
        measure(path, arguments.show)


if __name__ == "__main__":
    main()
