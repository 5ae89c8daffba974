"""Who a source is: the name that it stands for in this text, and whether the text withholds the name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING

from archivist.claims.en.sources import (
    AFTER_HEAD,
    ENDINGS_HE,
    ENDINGS_SHE,
    INDEFINITE,
    INFORMANTS,
    NAMING,
    NOT_PEOPLE,
    PEOPLE,
    PERSON_ENDINGS,
    PREPOSITIONS,
    REFUSING,
    RELATIVES,
    TITLES_HE,
    TITLES_SHE,
    WITHHELD,
)
from archivist.model.noun import NamedTuple
from archivist.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from archivist.model.span import Sentence

_TITLES = sorted(word.capitalize() for word in TITLES_HE | TITLES_SHE)
_PATTERNS = {
    "word": r"[^\W_]+(?:[-'.][^\W_]+|’[^\W_]+)*",
    "apposition": r", (?:an?|the|one) [^,.;:]{1,80}, ",
    "titled": rf"\b({'|'.join(_TITLES)})\b\.? "
    r"((?:[A-Z](?:[\w'-]++|’)*+\.? ?){1,3})",
}
_LONGEST_BETWEEN = 100  # code points between a name and a pronoun that takes it up
_NAMES_LOOKED_AT = 4

# What a pronoun can take up: a person, a thing or body, several. A name can be the first or the second.
_HE = ("he", "his")
_SHE = ("she", "her")
_FORMS_HE = frozenset({*_HE, "him", "himself"})
_FORMS_SHE = frozenset({*_SHE, "hers", "herself"})
_PERSON = (*_HE, *_SHE)
_THING = ("it", "its")
_SEVERAL = ("they", "their")
_SPEAKER = frozenset({"i", "we", "you", "my", "our", "your"})
_PRONOUNS = frozenset((*_PERSON, *_THING, *_SEVERAL))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


class Who(NamedTuple):
    """What a source stands for: its fullest name or description in the text, and whether its name is withheld.

    `open` is true where a source in a part of the text that was not looked at could tell better. `rule` names how it
    was found (docs/claims.md), "" where nobody was.
    """

    name: str | None
    anonymous: bool
    open: bool = False
    rule: str = ""


NOBODY = Who(None, anonymous=False)


class Titles:
    """The titles of a text, read once, when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def found(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words, in lower case, that follow a title of a man and of a woman anywhere in the text."""
        words: tuple[set[str], set[str]] = (set(), set())
        if not any(title in self._text for title in _TITLES):
            return frozenset(), frozenset()
        for match in _pattern("titled").finditer(self._text):
            title, name = match.groups()
            words[title.lower() in TITLES_SHE].update(word.lower().rstrip(".") for word in name.split())
        return frozenset(words[0]), frozenset(words[1])


class Scene(NamedTuple):
    """The part of a text in whose light sources are read.

    `sentences`, `mentions` (of names) and `sources` are those of this part, in order; `key` tells that of a mention.
    `titles` are those of the whole text.
    `before` is the text before it, in lower case; `whole` says that nothing of the text is missing.
    """

    text: str
    sentences: Sequence[Sentence]
    mentions: Sequence[Span]
    key: Callable[[Span], str]
    sources: Sequence[Span]
    titles: Titles
    before: str = ""
    whole: bool = True


class Sources:
    """The sources of a scene, each read in the light of those before it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._text = scene.text
        self._mentions = scene.mentions
        self._mention_starts = [mention.start for mention in scene.mentions]
        self._described: dict[str, Who] = {}  # by head noun
        self._latest: dict[str, Who] = {}  # by the pronoun that can take it up
        self._told: dict[str, tuple[str, ...]] = {}  # by key, the pronouns that sources so far rule out
        self._known = {source: self._read(source) for source in sorted(set(scene.sources))}

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self._scene.sentences]

    @cached_property
    def _speakers(self) -> frozenset[str]:
        heads = (self._head_name(source) for source in self._scene.sources)
        return frozenset(self._scene.key(head) for head in heads if head is not None)

    def of(self, source: Span) -> Who:
        """What `source`, one of those of the scene, stands for."""
        return self._known[source]

    def _read(self, source: Span) -> Who:
        words = [word.lower() for word in _pattern("word").findall(source.of(self._text))]
        alone = words[0] if len(words) == 1 else ""
        if not words or alone in _SPEAKER:
            return NOBODY
        if alone in RELATIVES:
            return self._before_relative(source)
        if alone in _PRONOUNS:
            return self._antecedent(source, alone)
        head = self._head_name(source)
        if head is None or not WITHHELD.isdisjoint(words):
            return self._by_description(source, words)
        who = Who(self._scene.key(head), anonymous=False, rule="name")
        described = _barred_by(_head_noun(words))
        if described:
            self._told[who.name or ""] = described
        barred = {*self._barred(who.name or ""), *described}
        self._latest |= dict.fromkeys((one for one in (*_PERSON, *_THING) if one not in barred), who)
        return who

    def _barred(self, key: str) -> tuple[str, ...]:
        """The pronouns that a title somewhere in the text rules out for a name: Mrs Roe is no "he"."""
        called = {word.lower() for word in key.split()[-1:]}
        he, she = (not called.isdisjoint(words) for words in self._scene.titles.found)
        return () if he == she else _SHE if he else _HE

    def _taken_up(self, who: Who, pronoun: str) -> None:
        """Note that the text gave somebody a pronoun, so that the other one no longer takes them up."""
        others = _SHE if pronoun in _HE else _HE if pronoun in _SHE else ()
        if others and who.name is not None:
            self._told.setdefault(who.name, others)
        for other in others:
            if self._latest.get(other) is who:
                del self._latest[other]

    def _within(self, span: Span) -> Sequence[Span]:
        starts = self._mention_starts
        return self._mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def _head_name(self, source: Span) -> Span | None:
        """The name that the source is, before its apposition or in it: Ann Roe, the mayor · The mayor, Ann Roe."""
        start = source.start
        for part in source.of(self._text).split(",")[:2]:
            end = start + len(part.rstrip().removesuffix("'s").removesuffix("’s"))
            head = self._head_end(start, end)
            for mention in self._within(Span(start, end)):
                if mention.start <= head <= mention.end:
                    return mention
            start += len(part) + 1
        return None

    def _head_end(self, start: int, end: int) -> int:
        """Where the head of a noun phrase ends: before its first preposition or relative pronoun, else at its end."""
        last = start
        for match in _pattern("word").finditer(self._text, start, end):
            if last > start and _ends_head(match.group().lower()):
                return last
            last = match.end()
        return last

    def _antecedent(self, source: Span, pronoun: str) -> Who:
        """Whom a pronoun stands for: the latest source it can take up, else the first name of the sentence before."""
        if pronoun in self._latest or (pronoun in _SEVERAL and not self._scene.before):
            latest = self._latest.get(pronoun)
            if latest is None:
                return NOBODY
            self._taken_up(latest, pronoun)
            return latest._replace(rule="pronoun-source")
        if self._scene.before:
            return NOBODY._replace(open=True)
        starts = self._sentence_starts
        sentence = max(0, bisect_right(starts, source.start) - 1)
        before = self._within(Span(starts[sentence], source.start))
        if not before and sentence:
            before = self._within(Span(starts[sentence - 1], source.start))
        before = before[:_NAMES_LOOKED_AT]
        if len(before) > 1 and not self._scene.whole:
            return NOBODY._replace(open=True)
        keys = [
            key
            for key, taken_up in zip(map(self._scene.key, before), self._after(before, source.start), strict=True)
            if pronoun not in (*self._barred(key), *self._told.get(key, ()), *taken_up)
        ]
        likely = next((key for key in keys if key in self._speakers), keys[0] if keys else None)
        return Who(likely, anonymous=False, rule="pronoun-name") if likely is not None else NOBODY

    def _after(self, mentions: Sequence[Span], end: int) -> Iterator[tuple[str, ...]]:
        """For each of the mentions the pronouns that it cannot be: it has the other one before the next name."""
        stops = [*(one.start for one in mentions), end][1:]
        for mention, stop in zip(mentions, stops, strict=True):
            near = min(stop, mention.end + _LONGEST_BETWEEN)
            words = {word.lower() for word in _pattern("word").findall(self._text, mention.end, near)}
            he, she = (not words.isdisjoint(forms) for forms in (_FORMS_HE, _FORMS_SHE))
            yield () if he == she else _SHE if he else _HE

    def _before_relative(self, source: Span) -> Who:
        """The name a relative clause belongs to, also with an apposition between: the Post, a daily, which …."""
        behind = bisect_left(self._mention_starts, source.start)
        for mention in self._mentions[max(0, behind - _NAMES_LOOKED_AT) : behind]:
            if source.start - mention.end > _LONGEST_BETWEEN:
                continue
            between = self._text[mention.end : source.start]
            if not between.strip(" ,") or _pattern("apposition").fullmatch(between):
                return Who(self._scene.key(mention), anonymous=False, rule="relative")
        return NOBODY

    def _by_description(self, source: Span, words: list[str]) -> Who:
        """A source without a name: its description, or an earlier one that it takes up with "the"."""
        noun = _head_noun(words)
        who = self._described.get(noun) if words == ["the", noun] else None
        if who is None:
            taken_up = words == ["the", noun] and noun in self._scene.before
            name = source.of(self._text).rstrip(" ,")
            who = Who(name, anonymous=_is_withheld(words, noun), open=taken_up, rule="description")
        elif who.rule == "description":
            who = who._replace(rule="taken-up")
        self._described[noun] = who
        several = noun.endswith("s") or noun == "people"
        self._latest |= dict.fromkeys(_SEVERAL if several else _PERSON if _is_person(noun) else _THING, who)
        return who


def _ends_head(word: str) -> bool:
    """Whether the word follows the head of a noun phrase: a person | briefed on the talks."""
    return word in PREPOSITIONS or word in RELATIVES or word in AFTER_HEAD or word.endswith("ed")


def _head_noun(words: list[str]) -> str:
    head = words[0]
    for word in words[1:]:
        if _ends_head(word) and head not in {"the", "a", "an"}:
            break
        head = word
    return head


def _barred_by(noun: str) -> tuple[str, ...]:
    """The pronouns that the noun for a person rules out: a spokesman is no "she"."""
    return _HE if noun.endswith(ENDINGS_SHE) else _SHE if noun.endswith(ENDINGS_HE) else ()


def _is_withheld(words: list[str], noun: str) -> bool:
    """Whether a description stands in for a name: one or some of many people, or somebody who is not to be named."""
    if noun in INFORMANTS or not WITHHELD.isdisjoint(words):
        return True
    if not NAMING.isdisjoint(words) and not REFUSING.isdisjoint(words):
        return True
    if words[0] == "the" or not _is_person(noun):
        return False
    return words[0] in INDEFINITE or words[0].isdigit() or noun.endswith("s") or noun == "people"


def _is_person(noun: str) -> bool:
    """Whether the noun, singular or plural, says what a person is or does."""
    forms = {noun, noun.removesuffix("s"), noun.removesuffix("es"), noun[:-3] + "y" if noun.endswith("ies") else noun}
    if not forms.isdisjoint(PEOPLE):
        return True
    singular = noun.removesuffix("s") if not noun.endswith("ss") else noun
    return singular not in NOT_PEOPLE and singular.endswith(PERSON_ENDINGS)
