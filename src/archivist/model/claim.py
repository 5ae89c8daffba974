"""Claims and the evidence they carry. The words are defined in docs/terms.md and docs/claims.md."""

from __future__ import annotations

from enum import StrEnum

from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

    from archivist.model.span import Span


class ClaimKind(StrEnum):
    """What kind of claim a stretch of text makes."""

    QUOTE = "quote"
    STATEMENT = "statement"
    ASSERTION = "assertion"


class DateType(StrEnum):
    """The TIMEX3 types (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Strength(StrEnum):
    """How firmly a claim is made, from firm to weak."""

    CERTAIN = "certain"
    EXPECTED = "expected"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNVERIFIED = "unverified"


class CueClass(StrEnum):
    """The classes of reporting verbs that readers understand differently."""

    NEUTRAL = "neutral"
    CLAIMING = "claiming"
    CONCEDING = "conceding"
    DENYING = "denying"
    SUGGESTING = "suggesting"
    URGING = "urging"
    PROMISING = "promising"


class FurnitureKind(StrEnum):
    """Page furniture: parts of a text that claim nothing."""

    HEADLINE = "headline"
    CAPTION = "caption"
    CREDIT = "credit"
    DATELINE = "dateline"
    BYLINE = "byline"
    CORRECTION = "correction"
    STAMP = "stamp"
    PROMOTION = "promotion"


class Figure(NamedTuple):
    """A quantity.

    `value` is the exact value in units of `unit` ("4.1 percent" is 4.1 with unit "percent"), None where the text is
    vague ("dozens"). `upper` is the end of a range or the second part of a score ("31-29"), else None. `unit` is a
    canonical name ("percent", "percentage point", "USD", "kilometre", "year old", "ordinal", …) or "" for a bare
    count. `approximator` is the word that loosens the value ("about", "at least"), "" if none; `span` leaves it out.
    """

    span: Span
    value: Decimal | None
    unit: str
    upper: Decimal | None = None
    approximator: str = ""


class Date(NamedTuple):
    """A date, time, duration or frequency, with its TIMEX3 type and value ("2024-10-27", "P2D", "2024-W42")."""

    span: Span
    type: DateType
    value: str


class Name(NamedTuple):
    """A mention of a person, place, organisation or event. `key` is equal for mentions of the same one in a text."""

    span: Span
    key: str


class Hedge(NamedTuple):
    """A word or phrase that makes a claim less than certain.

    `group` names the hedges that a reader takes to say the same: hedges of one group replace each other without a
    change in certainty ("about" and "roughly"; "may" and "possibly"), hedges of two groups do not.
    """

    span: Span
    strength: Strength
    group: str = ""


class Furniture(NamedTuple):
    """A stretch of page furniture."""

    span: Span
    kind: FurnitureKind


class Claim(NamedTuple):
    """A stretch of text that asserts something.

    `source`, `cue` and `content` follow PARC/PolNeAR; `content` may be split ("We will," she said, "not sell.").
    `quoted` holds the words inside quotation marks, without the marks. `source_name` is who the source stands for,
    as far as the text tells; `anonymous` is true where the text withholds the name. `negated` is true where
    a word of the claim denies something, in whichever clause. `rule` names the rule that found the claim,
    `source_rule` the one that told whom the source stands for, "" where none did (docs/claims.md).
    """

    kind: ClaimKind
    span: Span
    rule: str
    source: Span | None = None
    cue: Span | None = None
    cue_class: CueClass | None = None
    content: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    source_name: str | None = None
    anonymous: bool = False
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    names: tuple[Name, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    negated: bool = False
    source_rule: str = ""
