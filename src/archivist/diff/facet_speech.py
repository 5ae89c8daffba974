"""Who says a claim, and with which verb: source and cue of two matched claims."""

from __future__ import annotations

from archivist.claims.en.cues import cues as forms
from archivist.claims.en.sources import ALONE, INTRODUCING, OWN_VOICE, SPOKESPERSONS, TAKING_UP
from archivist.claims.names import same_name
from archivist.claims.polarity import negations
from archivist.diff.facet_akin import Kin, akin
from archivist.diff.facet_words import fold, is_content
from archivist.diff.weight import DENIAL_RULE
from archivist.model.claim import ClaimKind, CueClass
from archivist.model.report import Evidence, Facet, FacetKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.diff.reading import Passage
    from archivist.model.claim import Claim

_DESCRIBED = frozenset({"description", "taken-up"})
"""The rules by which a source is told to stand for no name (docs/claims.md)."""


def sources(old: Claim, new: Claim, before: Passage, after: Passage) -> list[Facet]:
    """At most one facet: another source, or an attribution that came or went.

    Rules: `source-differs`, `source-withheld`, `source-named`, `attribution-dropped`, `attribution-added`.
    """
    if old.source is not None and new.source is not None:
        if _same_source(old, new, before, after):
            return []
        rule = "source-differs"
        if old.anonymous != new.anonymous:
            rule = "source-withheld" if new.anonymous else "source-named"
        return [_facet(old, new, before.text, after.text, rule)]
    if old.source is not None and _in_own_voice(old, new, before, after):
        return [_facet(old, new, before.text, after.text, "attribution-dropped")]
    if new.source is not None and _in_own_voice(new, old, after, before):
        return [_facet(old, new, before.text, after.text, "attribution-added")]
    return []


def cues(old: Claim, new: Claim, before: Passage, after: Passage) -> list[Facet]:
    """At most one facet: the reporting verb moved to another class.

    Rules: `denial-differs` where only one side denies what is otherwise said alike, else `cue-class-differs`.
    """
    if old.cue is None or new.cue is None or old.cue_class is None or new.cue_class is None:
        return []
    if old.cue_class is new.cue_class:
        return []
    denial = (old.cue_class is CueClass.DENYING) != (new.cue_class is CueClass.DENYING)
    turned = denial and not _is_negated(old, before.text) and not _is_negated(new, after.text)
    rule = DENIAL_RULE if turned and old.negated == new.negated else "cue-class-differs"
    was, now = Evidence(old.cue, str(old.cue_class)), Evidence(new.cue, str(new.cue_class))
    return [Facet(FacetKind.CUE, was, now, rule=rule)]


def negated_cues(old: Claim, new: Claim, before: Passage, after: Passage) -> list[Facet]:
    """At most one facet: the same reporting verb has gained or lost its negation (rule `cue-negated`).

    Somebody who "declined to say" did not turn round what was said: such a verb is not compared.
    """
    if old.cue is None or new.cue is None or old.cue_class is None or old.cue_class is not new.cue_class:
        return []
    was, now = (" ".join(cue.of(text).split()) for cue, text in ((old.cue, before.text), (new.cue, after.text)))
    if any(_is_withheld(cue) for cue in (was, now)) or _is_negated(old, before.text) == _is_negated(new, after.text):
        return []
    if _verbs(was).isdisjoint(_verbs(now)):
        return []
    told = Evidence(old.cue, was.casefold()), Evidence(new.cue, now.casefold())
    return [Facet(FacetKind.POLARITY, *told, rule="cue-negated")]


def _verbs(cue: str) -> set[str]:
    """The base forms of the reporting verbs in a cue."""
    table = forms()
    return {table[word].lemma for word in fold(cue) if word in table}


def _is_negated(claim: Claim, text: str) -> bool:
    """Whether the reporting verb itself is negated: "did not confirm"."""
    return claim.cue is not None and bool(negations(claim.cue.of(text)))


def _is_withheld(cue: str) -> bool:
    """Whether a verb before the cue says that it was left unsaid: "declined to say", "refused to confirm"."""
    return any(span.of(cue).endswith(" to") for span in negations(cue))


def _facet(old: Claim, new: Claim, old_text: str, new_text: str, rule: str) -> Facet:
    return Facet(FacetKind.SOURCE, _evidence(old, old_text), _evidence(new, new_text), rule=rule)


def _evidence(claim: Claim, text: str) -> Evidence | None:
    if claim.source is None:
        return None
    return Evidence(claim.source, claim.source_name or " ".join(claim.source.of(text).split()))


def _in_own_voice(attributed: Claim, claim: Claim, side: Passage, other: Passage) -> bool:
    """Whether `claim` asserts what `attributed` gives to a source, in the article's own voice.

    A source that the other side names too is no longer given anything only where it spoke of itself: "the airline said
    it had cancelled …", "the airline had cancelled …".
    """
    if claim.kind is not ClaimKind.ASSERTION or attributed.source is None or attributed.cue_class is None:
        return False
    said = fold(attributed.source.of(side.text))
    if OWN_VOICE.issuperset(said):
        return False
    if any(word in other.words for word in said if is_content(word)) and not _of_itself(attributed, side):
        return False
    given = Kin(word for span in attributed.content for word in _telling(span.of(side.text)))
    asserted = _telling(claim.span.of(other.text))
    return 2 * sum(word in given for word in asserted) >= len(asserted)


def _of_itself(claim: Claim, side: Passage) -> bool:
    """Whether the content of a claim begins with a pronoun, which takes up its source."""
    words = [word for span in claim.content[:1] for word in fold(span.of(side.text))[:2] if word != "that"]
    return bool(words) and words[0] in TAKING_UP


def _telling(text: str) -> list[str]:
    return [word for word in fold(text) if is_content(word)]


def _same_source(old: Claim, new: Claim, before: Passage, after: Passage) -> bool:
    """Whether two claims have one source, longer or shorter.

    Names decide where both sides have one. A description is the same source as a longer one that has all its words,
    but no name is the same source as somebody who is only now introduced ("a spokeswoman").
    """
    raw = [fold(one.source.of(text)) for one, text in ((old, before.text), (new, after.text)) if one.source]
    if sorted(raw) == [("he",), ("she",)]:
        return False
    words = _source_words(old, before.text), _source_words(new, after.text)
    if words[0] == words[1] or (_stands_in(words[0], after) and _stands_in(words[1], before)):
        return True
    if _speaks_for(words[0], words[1]) or _speaks_for(words[1], words[0]):
        return True
    if old.anonymous != new.anonymous:
        return False
    named = _is_named(old, before), _is_named(new, after)
    if all(named):
        return same_name(old.source_name or "", new.source_name or "")
    return _same_description(words, named)


def _speaks_for(source: tuple[str, ...], body: tuple[str, ...]) -> bool:
    """Whether one source is an unnamed spokesperson of the other: a spokesman for the palace, the palace."""
    rest = sorted(word for word in source if word not in SPOKESPERSONS and is_content(word))
    spoken = SPOKESPERSONS.isdisjoint(body) and not SPOKESPERSONS.isdisjoint(source)
    return spoken and bool(rest) and rest == sorted(word for word in body if is_content(word))


def _is_named(claim: Claim, passage: Passage) -> bool:
    """Whether the source is one that the text knows by name."""
    name = claim.source_name
    if claim.source is None or name is None or name.islower() or claim.source_rule in _DESCRIBED:
        return False
    if any(one.key == name for one in claim.names):
        return True
    described = name == claim.source.of(passage.text).rstrip(" ,")
    return not described and name in passage.names


def _same_description(words: tuple[tuple[str, ...], tuple[str, ...]], named: tuple[bool, bool]) -> bool:
    """Whether two sources, at most one of them named, can be the same one by their words."""
    if any(one and one[0] in ALONE for one in words):
        return True
    described = words[0] if named[1] else words[1]
    if any(named) and described and described[0] in INTRODUCING:
        return False
    short, long = sorted(([word for word in one if is_content(word)] for one in words), key=len)
    return all(any(akin(word, other) for other in long) for word in short) and bool(short or not long)


def _stands_in(source: tuple[str, ...], passage: Passage) -> bool:
    """Whether all words of a source stand in a passage: where both do on the other side, the sentence was recast."""
    return all(word in passage.words for word in source if is_content(word))


def _source_words(claim: Claim, text: str) -> tuple[str, ...]:
    """The words of a source without its figures, which are compared as such; those that a pronoun stands for."""
    if claim.source is None:
        return ()
    letters = list(claim.source.of(text))
    for figure in claim.figures:
        if claim.source.covers(figure.span):
            at = figure.span.start - claim.source.start
            letters[at : at + len(figure.span)] = " " * len(figure.span)
    words = fold("".join(letters))
    if claim.source_name and len(words) == 1 and words[0] in ALONE:
        return fold(claim.source_name)
    return words
