"""How a change or a claim was found, for a person at a terminal."""

from __future__ import annotations

from archivist.model.report import FacetKind
from archivist.render.columns import Piece, wrap
from archivist.render.safe import one_line
from archivist.render.terminal import change_lines
from archivist.render.words import counted, percent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.diff.explain import Explanation, Match
    from archivist.diff.explain_facets import FacetTrial, Item
    from archivist.model.report import Evidence, Facet, Report
    from archivist.model.span import Span

_MATCHED = {
    "linked": "The alignment linked the two sentences",
    "split-or-joined": "The alignment linked one sentence to several",
    "retold": "Left over in the same place, and alike in what they say",
    "same-words": "The same words, linked out of the order of the rest",
    "claim-unmatched": "The sentences are matched; this claim has a source of its own and no counterpart in the other",
    "parted": "The alignment linked it to a sentence that shares too little with it to be the same claim",
    "unlinked": "The alignment linked it to nothing",
}
_OUTCOMES = {
    "other-claim": "differs, in another claim of these sentences",
    "same": "the same",
    "unanswered": "on one side only, with nothing on the other to compare it with",
    "too-little": "too little on one side only",
}
_RULES = {
    "facets-differ": "matched, and at least one facet differs",
    "words-differ": "matched, no facet differs, other words",
    "place-differs": "matched, the same words, another place among its neighbours",
    "no-match-in-old": "nothing in the old text says something about the same thing",
    "no-match-in-new": "nothing in the new text says something about the same thing",
}
_LABEL = 12
"""The columns of the words on the left."""


def explanation_terminal(explanation: Explanation, report: Report, *, width: int, colour: bool) -> str:
    """The change as the report shows it, why its sides were matched, each facet as compared, the rule, the weight."""
    lines = change_lines(report, explanation.change, explanation.number, width=width, colour=colour)
    for heading, entries in (
        ("matched", _match(explanation.match, report)),
        ("facets", list(_facets(explanation.facets, report))),
        ("rule", [f"{explanation.change.rule}: {_RULES[explanation.change.rule]}"]),
        ("weight", [_weight(explanation)]),
        ("disclosure", list(_disclosure(explanation))),
    ):
        if entries:
            lines += ["", *_block(heading, entries, width, colour=colour)]
    return "\n".join(lines) + "\n"


def _block(heading: str, entries: Sequence[str], width: int, *, colour: bool) -> Iterator[str]:
    """A heading with its entries beside it, each beginning a line."""
    for number, entry in enumerate(entries):
        lead = "    " + (heading if number == 0 else "").ljust(_LABEL)
        yield from wrap([Piece(entry)], width, colour=colour, first=lead, rest=" " * len(lead) + "  ")


def _match(match: Match, report: Report) -> list[str]:
    entries = [f"{_MATCHED[match.rule]} ({match.rule})."]
    if match.likeness is not None and match.least is not None:
        entries.append(f"Shared: {percent(match.likeness)} of what they say; {percent(match.least)} is enough.")
    if match.claim_likeness is not None:
        entries.append(f"Of several claims the most alike: {match.claim_likeness:.2f}.")
    if match.missing is not None and match.least is not None:
        entries.append(f"Missing there: {percent(match.missing)} of its content; {percent(match.least)} is enough.")
    for name, spans, text in (
        ("In both", match.shared, report.old_text),
        ("Only in the old text", match.alone_old, report.old_text),
        ("Only in the new text", match.alone_new, report.new_text),
    ):
        if spans:
            entries.append(f"{name}: {', '.join(one_line(span.of(text)) for span in spans)}.")
    for one in match.rejected:
        old, new = _quoted(one.old, report.old_text), _quoted(one.new, report.new_text)
        entries.append(f"Held beside {old} → {new}: {percent(one.likeness)} shared, {percent(one.least)} needed.")
    return entries


def _facets(trials: Sequence[FacetTrial], report: Report) -> Iterator[str]:
    """One entry a facet, those that neither side has anything of in one."""
    yield from (_facet(trial, report) for trial in trials if trial.outcome != "nothing")
    empty = [trial.facet.value for trial in trials if trial.outcome == "nothing"]
    if empty:
        yield f"{', '.join(empty)}: nothing on either side"


def _facet(trial: FacetTrial, report: Report) -> str:
    """One line: the facet, what came of it, and the values."""
    name = trial.facet.value
    if trial.found:
        return f"{name}: differs — " + "; ".join(_difference(facet, report) for facet in trial.found)
    outcome = _OUTCOMES[trial.outcome]
    if trial.facet is FacetKind.DETAIL and trial.needed:
        words = counted(trial.size, "word")
        outcome += f" ({words} of content more, {-int(-trial.needed // 1)} needed)"
    if trial.facet is FacetKind.DETAIL and trial.outcome == "too-little" and not trial.needed:
        outcome = "words of content gave way to others that do not exclude them"
    old, new = _values(trial.old, report.old_text), _values(trial.new, report.new_text)
    if old == new:
        return f"{name}: {outcome}" + (f" — {old}" if old else "")
    return f"{name}: {outcome} — {old or '(nothing)'} → {new or '(nothing)'}"


def _difference(facet: Facet, report: Report) -> str:
    old, new = _evidence(facet.old, report.old_text), _evidence(facet.new, report.new_text)
    by = f", {one_line(facet.difference)}" if facet.difference else ""
    return f"{old} → {new}{by} ({facet.rule})"


def _values(compared: Sequence[Item], text: str) -> str:
    return ", ".join(_evidence(one.evidence, text) for one in compared)


def _evidence(evidence: Evidence | None, text: str) -> str:
    """The words, and the value that stood for them where it is another."""
    if evidence is None:
        return "(nothing)"
    words, value = one_line(evidence.span.of(text)), one_line(evidence.value)
    return words if value.casefold() in {"", words.casefold()} else f"{words} = {value}"


def _quoted(span: Span, text: str) -> str:
    return f"“{one_line(span.of(text))}”"


def _weight(explanation: Explanation) -> str:
    made_of = ", ".join(f"{what} {points}" for what, points in explanation.weight)
    return f"{explanation.change.weight}: {made_of}"


def _disclosure(explanation: Explanation) -> Iterator[str]:
    if explanation.change.disclosed is not None:
        named = f": a note has {one_line(', '.join(explanation.named))}" if explanation.named else ""
        yield explanation.change.disclosed.value + named
