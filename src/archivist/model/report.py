"""What differs between two revisions."""

from __future__ import annotations

from enum import StrEnum

from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.model.claim import Claim, Furniture
    from archivist.model.span import Span


class Pair(NamedTuple):
    """A link between two sentences, by index; None on one side means added or removed.

    In a split or a join one index stands in several pairs. `moved` is true where the pair crosses its neighbours.
    """

    old: int | None
    new: int | None
    moved: bool = False


class OpKind(StrEnum):
    """What a text operation does."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


class Op(NamedTuple):
    """One operation of the text diff, over whole words.

    The old spans of all operations, in order, make up the old text without gap or overlap, the new spans the new
    text. A delete has an empty new span, an insert an empty old one. `move` joins the delete and the insert that are
    the two ends of one move.
    """

    kind: OpKind
    old: Span
    new: Span
    move: int | None = None


class Move(NamedTuple):
    """A stretch that changed its place: where it was, where it is, and the operations within it."""

    id: int
    old: Span
    new: Span
    ops: tuple[Op, ...]


class TextDiff(NamedTuple):
    """The text diff of a pair of texts.

    `coarse` lists the stretches of the old text where the step budget ran out and the operations are correct but
    larger than need be.
    """

    ops: tuple[Op, ...]
    moves: tuple[Move, ...]
    coarse: tuple[Span, ...] = ()


class FacetKind(StrEnum):
    """The ways in which a claim can differ from the claim it is matched with."""

    FIGURE = "figure"
    DATE = "date"
    QUOTE = "quote"
    SOURCE = "source"
    CUE = "cue"
    CERTAINTY = "certainty"
    POLARITY = "polarity"
    NAME = "name"
    DETAIL = "detail"


class ChangeKind(StrEnum):
    """What happened to a claim."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REWORDED = "reworded"
    MOVED = "moved"


class Disclosure(StrEnum):
    """Whether the new revision says that it made a substantive change."""

    DISCLOSED = "disclosed"
    UNDISCLOSED = "undisclosed"
    UNCLEAR = "unclear"


class Evidence(NamedTuple):
    """One side of a facet: where it stands and, where it has one, its value in a comparable notation."""

    span: Span
    value: str = ""


class Facet(NamedTuple):
    """One way in which two matched claims differ.

    A side is None where that claim has nothing of the kind. `difference` says by how much, for figures ("+15",
    "+11.6 %", "−2 percentage points"), else it is empty. `rule` names the rule that told them apart.
    """

    facet: FacetKind
    old: Evidence | None
    new: Evidence | None
    difference: str = ""
    rule: str = ""


class Change(NamedTuple):
    """What happened to one claim between two revisions.

    `old` is None where it was added, `new` where it was removed. `facets`, the heaviest first, is empty unless `kind`
    is changed. `weight` orders a report: the heavier, the earlier. `disclosed` is None for changes that are not
    substantive.
    """

    kind: ChangeKind
    old: Claim | None
    new: Claim | None
    facets: tuple[Facet, ...]
    moved: bool
    disclosed: Disclosure | None
    rule: str
    weight: int

    @property
    def substantive(self) -> bool:
        """Whether the article now says something else: added, removed, or changed in any facet."""
        return self.kind in {ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED}


class MetadataChange(NamedTuple):
    """A metadata field that differs. A side is None where that revision does not have the field."""

    field: str
    old: object
    new: object


class Ignored(StrEnum):
    """What can be left out of account when words are compared."""

    SPACE = "space"
    TYPOGRAPHY = "typography"


class Report(NamedTuple):
    """What changed between two texts: metadata first, then claims (heaviest first), then the words.

    Where something is `ignored`, an equal operation can have two sides that differ in just that. The page furniture is
    compared, printed and copied as a tuple is, and may be looked for only when it is asked for.
    """

    old_text: str
    new_text: str
    metadata: tuple[MetadataChange, ...]
    changes: tuple[Change, ...]
    diff: TextDiff
    old_furniture: Sequence[Furniture] = ()
    new_furniture: Sequence[Furniture] = ()
    ignored: tuple[Ignored, ...] = ()

    @property
    def ops(self) -> tuple[Op, ...]:
        """The operations of the text diff."""
        return self.diff.ops

    @property
    def differs(self) -> bool:
        """Whether there is anything to report: other words, other characters or other metadata."""
        return self.text_differs or bool(self.metadata)

    @property
    def text_differs(self) -> bool:
        """Whether the texts differ in more than what is ignored."""
        if not self.ignored:
            return self.old_text != self.new_text
        return any(op.kind is not OpKind.EQUAL for op in self.diff.ops)
