"""How each claim of a text was found, for a person at a terminal and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archivist.render.claims_json import claim_value, source_value
from archivist.render.columns import Piece, Style, wrap
from archivist.render.explain_json import EXPLANATION_SCHEMA
from archivist.render.json_text import TOOL, UNIT, to_json
from archivist.render.safe import one_line
from archivist.render.words import paragraph_number
from archivist.text.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.claim import Claim, Date, Figure, Furniture, Hedge, Name
    from archivist.model.span import Span
    from archivist.render.source import SourceInfo

RULES = {
    "before": "source and cue before the content",
    "after": "source and cue after the content, in either order",
    "inside": "content on both sides of source and cue",
    "according-to": "a phrase names the source",
    "participle": "a participle takes the source of its sentence, or the document or speaker right before it",
    "coordinated": "a second cue with the source of the first",
    "passive": "the content is the subject, the source stands after by",
    "noun": "a noun of saying or thinking with its owner",
    "label": "a name and a colon, as in headlines and transcripts",
    "continued": (
        "a quotation that is a sentence by itself, given to the speaker of the sentence before, else to that of the "
        "sentence after"
    ),
    "unattributed": "such a quotation with no speaker near",
    "sentence": "nothing is given to anybody (assertions only)",
}
"""What the rules of claims mean, in the words of docs/claims.md."""

SOURCE_RULES = {
    "name": "the source is or holds a name; its fullest form in the text",
    "pronoun-source": "a pronoun; the latest source before it that can be meant",
    "pronoun-name": "a pronoun with no such source before it; a name of its sentence or the one before",
    "relative": "a relative pronoun; the name right before it",
    "description": "a description; itself",
    "taken-up": "a description that takes up an earlier one",
}
"""What the rules mean by which it was told whom a source stands for, in the words of docs/claims.md."""

_LABEL = 12
"""The columns of the words on the left."""


def explained_claims_terminal(claims: Sequence[Claim], text: str, *, width: int, colour: bool) -> str:
    """The claims in the order given: each with its rule, the parts the rule found, and all evidence with its value."""
    if not claims:
        return "No claims.\n"
    sentences = segment(text)
    blocks = []
    for number, claim in enumerate(claims, 1):
        lead = f"{number:>2}. "
        indent = " " * len(lead)
        where = f" — paragraph {paragraph_number(claim.span, sentences)}, {_place(claim.span)}"
        head = [Piece(claim.kind.value.capitalize(), Style.HEAD), Piece(where)]
        lines = wrap(head, width, colour=colour, first=lead)
        lines += wrap([Piece(one_line(claim.span.of(text)))], width, colour=colour, first=indent)
        for label, entry in _entries(claim, text):
            start = indent + label.ljust(_LABEL)
            lines += wrap([Piece(entry)], width, colour=colour, first=start, rest=" " * len(start) + "  ")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def explained_claims_json(
    claims: Iterable[Claim], text: str, source: SourceInfo, furniture: Iterable[Furniture] = ()
) -> str:
    """The claims in the order given, each with what its rules mean; every span comes with its words."""
    return to_json(
        {
            "schema": EXPLANATION_SCHEMA,
            "explains": "claims",
            "tool": TOOL,
            "unit": UNIT,
            "source": source_value(source, text, furniture),
            "claims": [_explained(claim, text) for claim in claims],
        }
    )


def _explained(claim: Claim, text: str) -> dict[str, object]:
    return {
        "claim": claim_value(claim, text),
        "ruleMeans": _meaning(claim),
        "sourceRule": claim.source_rule,
        "sourceRuleMeans": SOURCE_RULES.get(claim.source_rule, ""),
    }


def _meaning(claim: Claim) -> str:
    return RULES.get(claim.rule.partition(".")[2], "")


def _entries(claim: Claim, text: str) -> Iterator[tuple[str, str]]:
    """What there is to say of a claim, each with its label."""
    yield "rule", f"{claim.rule}: {_meaning(claim)}"
    if claim.source is not None:
        yield "source", _words(claim.source, text)
        yield "stands for", _who(claim)
    if claim.cue is not None:
        class_ = "an attitude, no class" if claim.cue_class is None else claim.cue_class.value
        yield "cue", f"{_words(claim.cue, text)}: {class_}"
    for label, spans in (("content", claim.content), ("quoted", claim.quoted)):
        for number, span in enumerate(spans):
            yield label if number == 0 else "", _words(span, text)
    for label, entries in (
        ("figures", [_figure(one, text) for one in claim.figures]),
        ("dates", [_date(one, text) for one in claim.dates]),
        ("names", [_name(one, text) for one in claim.names]),
        ("hedges", [_hedge(one, text) for one in claim.hedges]),
    ):
        for number, entry in enumerate(entries):
            yield label if number == 0 else "", entry
    if claim.negated:
        yield "negated", "a word of the claim denies something"


def _who(claim: Claim) -> str:
    if claim.source_name is None:
        return "nobody that the text names"
    withheld = "; the text withholds the name" if claim.anonymous else ""
    return f"{one_line(claim.source_name)} ({claim.source_rule}: {SOURCE_RULES[claim.source_rule]}){withheld}"


def _place(span: Span) -> str:
    return f"{span.start}–{span.end}"


def _words(span: Span, text: str) -> str:
    return f"{one_line(span.of(text))} ({_place(span)})"


def _figure(figure: Figure, text: str) -> str:
    if figure.value is None:
        return f"{_words(figure.span, text)}: vague"
    value = f"{figure.value:f}" + (f" to {figure.upper:f}" if figure.upper is not None else "")
    loosened = f", loosened by “{one_line(figure.approximator)}”" if figure.approximator else ""
    return f"{_words(figure.span, text)}: {value} {one_line(figure.unit)}".rstrip() + loosened


def _date(date: Date, text: str) -> str:
    return f"{_words(date.span, text)}: {date.type.value} {one_line(date.value)}"


def _name(name: Name, text: str) -> str:
    return f"{_words(name.span, text)}: {one_line(name.key)}"


def _hedge(hedge: Hedge, text: str) -> str:
    return f"{_words(hedge.span, text)}: {hedge.strength.value}, group {one_line(hedge.group)}"
