"""Claims and their texts as JSON values, as reports and listings of claims show them alike."""

from __future__ import annotations

from archivist.render.json_text import place, place_or_none, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from archivist.model.claim import Claim, Date, Figure, Furniture, Hedge, Name
    from archivist.render.source import SourceInfo


def source_value(source: SourceInfo, text: str, furniture: Iterable[Furniture]) -> dict[str, object]:
    """What a document says of one text; what is not known is left out."""
    known = {
        "article": source.article,
        "revision": source.revision,
        "capturedAt": source.captured_at,
        "published": source.published,
    }
    return {
        "name": source.name,
        "sha256": source.sha256,
        "bytes": source.bytes,
        "characters": source.characters,
        **{name: value for name, value in known.items() if value is not None},
        "furniture": [{"kind": piece.kind.value, **place(piece.span, text)} for piece in furniture],
    }


def claim_value(claim: Claim, text: str) -> dict[str, object]:
    """One claim of `text` with all that it carries; every span comes with its words."""
    return {
        "kind": claim.kind.value,
        **place(claim.span, text),
        "rule": claim.rule,
        "source": place_or_none(claim.source, text),
        "sourceName": claim.source_name,
        "anonymous": claim.anonymous,
        "cue": place_or_none(claim.cue, text),
        "cueClass": claim.cue_class.value if claim.cue_class else None,
        "content": places(claim.content, text),
        "quoted": places(claim.quoted, text),
        "figures": [_figure(figure, text) for figure in claim.figures],
        "dates": [_date(date, text) for date in claim.dates],
        "names": [_name(name, text) for name in claim.names],
        "hedges": [_hedge(hedge, text) for hedge in claim.hedges],
        "negated": claim.negated,
    }


def _figure(figure: Figure, text: str) -> dict[str, object]:
    return {
        **place(figure.span, text),
        "value": _decimal(figure.value),
        "upper": _decimal(figure.upper),
        "unit": figure.unit,
        "approximator": figure.approximator,
    }


def _decimal(value: Decimal | None) -> str | None:
    """All digits, as a string: JSON numbers are read as binary floating point, which holds 0.1 only nearly."""
    return None if value is None else format(value, "f")


def _date(date: Date, text: str) -> dict[str, object]:
    return {**place(date.span, text), "type": date.type.value, "value": date.value}


def _name(name: Name, text: str) -> dict[str, object]:
    return {**place(name.span, text), "key": name.key}


def _hedge(hedge: Hedge, text: str) -> dict[str, object]:
    return {**place(hedge.span, text), "strength": hedge.strength.value}
