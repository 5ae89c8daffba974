"""What is related by a verb that holds both ways, so that it may change places: the baker married the brewer."""

from __future__ import annotations

from archivist.claims.en.symmetric import is_symmetric

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from archivist.diff.facet_gaps import Gap
    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage

_APOSTROPHES: Final = "'", "’"


def relates_both_ways(side: Passage, first: int, last: int) -> bool:
    """Whether all that stands between two atoms is a verb that says of each what it says of the other."""
    between = side.atoms[first + 1 : last]
    content = [atom for atom in between if atom.content]
    if len(content) != 1 or any(_owns(side.atoms[at], side) for at in (first, last)):
        return False
    others = tuple(word for atom in between if not atom.content for word in atom.words)
    return len(content[0].words) == 1 and is_symmetric(content[0].words[0], others)


def without_exchanged(gaps: Sequence[Gap], old: Passage) -> Sequence[Gap]:
    """The gaps but for those at whose places two words have changed places around such a verb."""
    single = {(gap.old[0].key, gap.new[0].key): gap.old[0] for gap in gaps if len(gap.old) == len(gap.new) == 1}
    crossed = {pair: atom for pair, atom in single.items() if pair[::-1] in single}
    if not crossed:
        return gaps
    where = {atom.span: at for at, atom in enumerate(old.atoms)}
    idle = {
        atom.span
        for pair, atom in crossed.items()
        if relates_both_ways(old, *sorted((where[atom.span], where[crossed[pair[::-1]].span])))
    }
    return [gap for gap in gaps if len(gap.old) != 1 or gap.old[0].span not in idle]


def _owns(atom: Atom, side: Passage) -> bool:
    """Whether an atom is in the genitive, so that another word is what is related: the brewer's widow."""
    return any(mark in side.text[atom.span.start : atom.span.end + 1] for mark in _APOSTROPHES)
