"""What other facets of two matched passages have told already, so that it is not told again."""

from __future__ import annotations

from archivist.diff.cover import Cover
from archivist.model.noun import NamedTuple
from archivist.model.report import FacetKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.diff.facet_words import Atom
    from archivist.diff.reading import Passage
    from archivist.model.report import Facet


class Told(NamedTuple):
    """What facets rest on in the old and in the new text, and what they are about.

    `quoted` where a quotation differs, which stands for all words between quotation marks; `spoken` where source and
    cue are compared as such; `renamed` where another person is spoken of, or speaks.
    """

    old: Cover
    new: Cover
    quoted: bool
    spoken: bool
    renamed: bool

    def leaves(self, atom: Atom, cover: Cover) -> bool:
        """Whether no other facet accounts for an atom; `cover` is `old` or `new`, the side that it stands on."""
        if (atom.speech and self.spoken) or (atom.quoted and self.quoted):
            return False
        return not cover.touches(atom.span)


def told(facets: Sequence[Facet], old: Passage, new: Passage) -> Told:
    """What these facets of two passages tell."""
    kinds = {facet.facet for facet in facets}
    return Told(
        Cover(one.old.span for one in facets if one.old),
        Cover(one.new.span for one in facets if one.new),
        FacetKind.QUOTE in kinds,
        FacetKind.SOURCE in kinds or _both_speak(old, new),
        not kinds.isdisjoint({FacetKind.SOURCE, FacetKind.NAME}),
    )


def _both_speak(old: Passage, new: Passage) -> bool:
    """Whether both sides give the claim to a source, so that source and cue are compared as such."""
    return all(any(claim.source for claim in side.claims) for side in (old, new))
