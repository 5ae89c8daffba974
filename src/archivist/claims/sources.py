"""Who a source is: the name that it stands for in this text, and whether the text withholds the name."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property

from archivist.claims.en.sources import (
    AFTER_HEAD,
    INDEFINITE,
    INFORMANTS,
    NAMING,
    NOT_PEOPLE,
    PEOPLE,
    PERSON_ENDINGS,
    PREPOSITIONS,
    REFUSING,
    RELATIVES,
    WITHHELD,
)
from archivist.claims.pronouns import (
    FORMS_HE,
    FORMS_SHE,
    HE,
    NO_NOUNS,
    PERSON,
    PRONOUNS,
    SEVERAL,
    SHE,
    SPEAKER,
    THING,
    Talk,
    Titles,
    barred_by,
)
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Protocol

    from archivist.model.span import Span
    from archivist.text.paragraphs import Excerpt

    class Scene(Protocol):
        """A text as sources are read in its light, each part of it looked at when it is asked for.

        `everything` says that all sources of it will be asked for, in order.
        """

        text: str
        paragraphs: Excerpt
        everything: bool

        def number(self, place: Span) -> int:
            """The number of the paragraph in which a place lies."""

        def sources_in(self, number: int) -> Sequence[Span]:
            """The sources in a paragraph, each once, in order."""

        def having(self, noun: str, source: Span) -> Iterable[int]:
            """The numbers of the paragraphs, up to that of a source, in which a noun can stand, the last one first."""

        def names_between(self, start: int, end: int, *, reaching_in: bool = False) -> Sequence[Span]:
            """The mentions of names that start there, or also those that only end there, in order."""

        def names_before(self, source: Span) -> Sequence[Span]:
            """The mentions of names in its sentence before a source; failing that, those from the one before on."""

        def key(self, mention: Span) -> str:
            """The key of the name that is mentioned."""


_PATTERNS = {
    "word": r"[^\W_]+(?:[-'.][^\W_]+|’[^\W_]+)*",
    "apposition": r", (?:an?|the|one) [^,.;:]{1,80}, ",
}
_PARTICIPLE = "ed"
_LONGEST_BETWEEN = 100  # code points between a name and a pronoun that takes it up
_NAMES_LOOKED_AT = 4
_FIRST_LOOK_BACK = 4
"""How many paragraphs are looked through first for whom a pronoun takes up; then twice as many, and so on."""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


class Who(NamedTuple):
    """What a source stands for: its fullest name or description in the text, and whether its name is withheld.

    `rule` names how it was found (docs/claims.md), "" where nobody was.
    """

    name: str | None
    anonymous: bool
    rule: str = ""


NOBODY = Who(None, anonymous=False)


class Sources:
    """The sources of a text, each read when it is asked for, in the light of those before it that bear on it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._text = scene.text
        self._titles = Titles(scene.text)
        self._known: dict[Span, Who] = {}
        self._heads: dict[Span, Span | None] = {}
        self._nouns: dict[int, dict[str, list[Span]]] = {}
        self._talks: list[Talk] = []  # the last one, and the one that reaches back the farthest

    def of(self, source: Span) -> Who:
        """What `source` stands for."""
        who = self._known.get(source)
        if who is None:
            who = self._known[source] = self._read(source)
        return who

    def _read(self, source: Span) -> Who:
        words = self.words(source)
        alone = words[0] if len(words) == 1 else ""
        if not words or alone in SPEAKER:
            return NOBODY
        if alone in RELATIVES:
            return self._before_relative(source)
        if alone in PRONOUNS:
            return self._antecedent(source, alone)
        head = self.head_of(source, words)
        if head is not None:
            return Who(self._scene.key(head), anonymous=False, rule="name")
        noun = _head_noun(words)
        described = Who(source.of(self._text).rstrip(" ,"), anonymous=_is_withheld(words, noun), rule="description")
        return (self._taken_up(source, noun) if words == ["the", noun] else None) or described

    def words(self, source: Span) -> list[str]:
        """The words of a source, in lower case."""
        return [word.lower() for word in _pattern("word").findall(source.of(self._text))]

    def head_of(self, source: Span, words: list[str]) -> Span | None:
        """The name that the source is; None where it is a description, also of somebody whose name is withheld."""
        return self._head_name(source) if WITHHELD.isdisjoint(words) else None

    # --- names

    def _head_name(self, source: Span) -> Span | None:
        """The name that the source is, before its apposition or in it: Ann Roe, the mayor · The mayor, Ann Roe."""
        if source not in self._heads:
            self._heads[source] = self._find_head_name(source)
        return self._heads[source]

    def _find_head_name(self, source: Span) -> Span | None:
        start = source.start
        for part in source.of(self._text).split(",")[:2]:
            if part != part.lower():  # without a capital it has no name
                end = start + len(part.rstrip().removesuffix("'s").removesuffix("’s"))
                head = self._head_end(start, end)
                for mention in self._scene.names_between(start, end):
                    if mention.start <= head <= mention.end:
                        return mention
            start += len(part) + 1
        return None

    def _head_end(self, start: int, end: int) -> int:
        """Where the head of a noun phrase ends: before its first preposition or relative pronoun, else at its end.

        A participle with a capital is part of the name: the United Nations.
        """
        last = start
        for match in _pattern("word").finditer(self._text, start, end):
            word = match[0].lower()
            named = word.endswith(_PARTICIPLE) and match[0] != word
            if last > start and not named and _ends_head(word):
                return last
            last = match.end()
        return last

    def _before_relative(self, source: Span) -> Who:
        """The name a relative clause belongs to, also with an apposition between: the Post, a daily, which …."""
        near = max(0, source.start - _LONGEST_BETWEEN)
        for mention in self._scene.names_between(near, source.start, reaching_in=True)[-_NAMES_LOOKED_AT:]:
            between = self._text[mention.end : source.start]
            if not between.strip(" ,") or _pattern("apposition").fullmatch(between):
                return Who(self._scene.key(mention), anonymous=False, rule="relative")
        return NOBODY

    @cached_property
    def _speakers(self) -> frozenset[str]:
        """The names of all sources of the text."""
        heads = (self._head_name(source) for source in self._every())
        return frozenset(self._scene.key(head) for head in heads if head is not None)

    def _every(self) -> Iterator[Span]:
        return (source for number in self._scene.paragraphs.numbers() for source in self._scene.sources_in(number))

    # --- descriptions

    def _taken_up(self, source: Span, noun: str) -> Who | None:
        """Whom "the" and a noun take up: the last source that was described by that noun; None where none was."""
        passed: list[Span] = []
        first: Who | None = None
        for earlier in self._described(noun, source):
            first = self._known.get(earlier)
            if first is None and self.words(earlier) != ["the", noun]:
                first = self.of(earlier)
            if first is not None:
                break
            passed.append(earlier)
        if first is None and passed:
            start = passed.pop()
            name = start.of(self._text).rstrip(" ,")
            first = self._known[start] = Who(name, _is_withheld(["the", noun], noun), rule="description")
        if first is not None and first.rule == "description":
            first = first._replace(rule="taken-up")
        self._known |= dict.fromkeys(passed, first or NOBODY)
        return first

    def _described(self, noun: str, source: Span) -> Iterator[Span]:
        """The sources before this one that a noun describes, the last one first."""
        tables = (self._by_noun,) if self._scene.everything else map(self._nouns_in, self._scene.having(noun, source))
        for table in tables:
            known = table.get(noun, [])
            yield from (known[at] for at in range(bisect_left(known, source) - 1, -1, -1))

    @cached_property
    def _by_noun(self) -> dict[str, list[Span]]:
        """The sources of the text by the nouns that describe them, in order."""
        return self._described_by(self._every())

    def _nouns_in(self, number: int) -> dict[str, list[Span]]:
        """The sources of a paragraph by the nouns that describe them, in order."""
        if number not in self._nouns:
            self._nouns[number] = self._described_by(self._scene.sources_in(number))
        return self._nouns[number]

    def _described_by(self, sources: Iterable[Span]) -> dict[str, list[Span]]:
        table: dict[str, list[Span]] = {}
        for source in sources:
            table.setdefault(self._description(source), []).append(source)
        return table

    def _description(self, source: Span) -> str:
        """The noun that describes a source; "" for a name or a pronoun."""
        words = self.words(source)
        alone = words[0] if len(words) == 1 else ""
        if not words or alone in NO_NOUNS or self.head_of(source, words) is not None:
            return ""
        return _head_noun(words)

    # --- pronouns

    def _antecedent(self, source: Span, pronoun: str) -> Who:
        """Whom a pronoun stands for: the latest source it can take up, else the first name of the sentence before.

        It is looked for in the paragraphs before, in twice as many each time.
        """
        number, paragraphs = self._scene.number(source), self._scene.paragraphs
        talk = self._talk_from(paragraphs.first if self._scene.everything else number)
        while True:
            latest, told = talk.taken_up(source, number, self)
            if latest is not None or not paragraphs.has(talk.first - 1):
                break
            talk = self._talk_from(paragraphs.nearest(talk.first - max(_FIRST_LOOK_BACK, number - talk.first)))
        self._talks = [talk, min((talk, *self._talks), key=lambda one: one.first)]
        if latest is not None:
            return self.of(latest)._replace(rule="pronoun-source")
        return NOBODY if pronoun in SEVERAL else self._named_before(source, pronoun, talk, told)

    def _talk_from(self, first: int) -> Talk:
        """What was heard from a paragraph on, also from one before it where that was heard up to this one."""
        known = (talk for talk in self._talks if talk.first <= first <= talk.after)
        return next(known, None) or Talk(self._scene, first)

    def _named_before(self, source: Span, pronoun: str, talk: Talk, told: int) -> Who:
        """The first name before a pronoun in its sentence, else in the one before, that it can stand for."""
        before = self._scene.names_before(source)[:_NAMES_LOOKED_AT]
        keys = [
            key
            for key, taken_up in zip(map(self._scene.key, before), self._after(before, source.start), strict=True)
            if pronoun not in (*self._titles.barred(key), *talk.barred(key, told, self), *taken_up)
        ]
        likely = keys[0] if keys else None
        if len(keys) > 1:
            likely = next((key for key in keys if key in self._speakers), likely)
        return Who(likely, anonymous=False, rule="pronoun-name") if likely is not None else NOBODY

    def _after(self, mentions: Sequence[Span], end: int) -> Iterator[tuple[str, ...]]:
        """For each of the mentions the pronouns that it cannot be: it has the other one before the next name."""
        stops = [*(one.start for one in mentions), end][1:]
        for mention, stop in zip(mentions, stops, strict=True):
            near = min(stop, mention.end + _LONGEST_BETWEEN)
            words = {word.lower() for word in _pattern("word").findall(self._text, mention.end, near)}
            he, she = (not words.isdisjoint(forms) for forms in (FORMS_HE, FORMS_SHE))
            yield () if he == she else SHE if he else HE

    def pronouns(self, source: Span, words: list[str]) -> tuple[Iterable[str], tuple[str, ...]]:
        """The pronouns that can take up a source with these words, and those that its description rules out."""
        noun = _head_noun(words)
        head = self.head_of(source, words)
        if head is None:
            several = noun.endswith("s") or noun == "people"
            return (SEVERAL if several else PERSON if _is_person(noun) else THING), ()
        described = barred_by(noun)
        titled = self._titles.barred(self._scene.key(head)) if any(self._titles.found) else ()
        return [one for one in (*PERSON, *THING) if one not in described and one not in titled], described


def _ends_head(word: str) -> bool:
    """Whether the word follows the head of a noun phrase: a person | briefed on the talks."""
    return word in PREPOSITIONS or word in RELATIVES or word in AFTER_HEAD or word.endswith(_PARTICIPLE)


def _head_noun(words: list[str]) -> str:
    head = words[0]
    for word in words[1:]:
        if _ends_head(word) and head not in {"the", "a", "an"}:
            break
        head = word
    return head


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
