"""What a pronoun can take up: what titles and descriptions tell of it, and the sources that came up before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from operator import itemgetter

from archivist.claims.en.sources import ENDINGS_HE, ENDINGS_SHE, RELATIVES, TITLES_HE, TITLES_SHE
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.claims.sources import Scene, Sources
    from archivist.model.span import Span

# What a pronoun can take up: a person, a thing or body, several. A name can be the first or the second.
HE = ("he", "his")
SHE = ("she", "her")
FORMS_HE = frozenset({*HE, "him", "himself"})
FORMS_SHE = frozenset({*SHE, "hers", "herself"})
PERSON = (*HE, *SHE)
THING = ("it", "its")
SEVERAL = ("they", "their")
SPEAKER = frozenset({"i", "we", "you", "my", "our", "your"})
PRONOUNS = frozenset((*PERSON, *THING, *SEVERAL))
NO_NOUNS = SPEAKER | PRONOUNS | RELATIVES
"""Words that name and describe nobody."""

_TITLES = sorted(word.capitalize() for word in TITLES_HE | TITLES_SHE)
_TITLED = rf"({'|'.join(_TITLES)})\b\.? ((?:[A-Z](?:[\w'-]++|’)*+\.? ?){{1,3}})"


class Titles:
    """The titles of a text, read once, when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def found(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words, in lower case, that follow a title of a man and of a woman anywhere in the text."""
        words: tuple[set[str], set[str]] = (set(), set())
        text = self._text
        # A pattern that begins with a word boundary is tried at every character; this one only at a title's letters.
        pattern = re.compile(_TITLED)
        match = pattern.search(text)
        while match:
            whole = match.start() == 0 or not (text[match.start() - 1].isalnum() or text[match.start() - 1] == "_")
            if whole:
                title, name = match.groups()
                words[title.lower() in TITLES_SHE].update(word.lower().rstrip(".") for word in name.split())
            match = pattern.search(text, match.end() if whole else match.start() + 1)
        return frozenset(words[0]), frozenset(words[1])

    def barred(self, key: str) -> tuple[str, ...]:
        """The pronouns that a title somewhere in the text rules out for a name: Mrs Roe is no "he"."""
        called = {word.lower() for word in key.split()[-1:]}
        he, she = (not called.isdisjoint(words) for words in self.found)
        return () if he == she else SHE if he else HE


def barred_by(noun: str) -> tuple[str, ...]:
    """The pronouns that the noun for a person rules out: a spokesman is no "she"."""
    return HE if noun.endswith(ENDINGS_SHE) else SHE if noun.endswith(ENDINGS_HE) else ()


class Told(NamedTuple):
    """Pronouns that the text does not allow for a source, and whether it tells so by how it describes it."""

    source: Span
    barred: tuple[str, ...]
    described: bool


class Talk:
    """Who can be meant by a pronoun, from a paragraph on: each source as it comes up.

    `first` is the paragraph with which it begins, `after` the one that comes next. `sources` are those of the text,
    which keep it and are not kept by it: what holds itself stays in memory until it is looked for.
    """

    def __init__(self, scene: Scene, first: int) -> None:
        self.first = self.after = first
        self._scene = scene
        self._latest: dict[str, Span] = {}  # by the pronoun that can take it up
        self._told: list[Told] = []
        # By name, each with how much was told before; `_read` of what was told is in this table.
        self._barred: dict[str | None, list[tuple[int, tuple[str, ...]]]] = {}
        self._read = 0
        self._taken_up: dict[Span, tuple[Span | None, int]] = {}  # by pronoun, with how much was told before it

    def taken_up(self, source: Span, number: int, sources: Sources) -> tuple[Span | None, int]:
        """The source that a pronoun of a paragraph takes up, if there is one, and how much was told before of any."""
        while self.after <= number:
            for one in self._scene.sources_in(self.after):
                self._hear(one, sources)
            self.after += 1
        return self._taken_up[source]

    def barred(self, name: str, told: int, sources: Sources) -> tuple[str, ...]:
        """The pronouns that a name does not allow, by what was told first: so much of it."""
        for number in range(self._read, told):
            source, barred, described = self._told[number]
            known = self._barred.setdefault(sources.of(source).name, [])
            if described or not known:
                known.append((number, barred))
        self._read = max(self._read, told)
        known = self._barred.get(name, [])
        before = bisect_left(known, told, key=itemgetter(0))
        return known[before - 1][1] if before else ()

    def _hear(self, source: Span, sources: Sources) -> None:
        words = sources.words(source)
        alone = words[0] if len(words) == 1 else ""
        if alone in PRONOUNS:
            self._hear_pronoun(source, alone)
        elif words and alone not in NO_NOUNS:
            pronouns, barred = sources.pronouns(source, words)
            if barred:
                self._told.append(Told(source, barred, described=True))
            self._latest |= dict.fromkeys(pronouns, source)

    def _hear_pronoun(self, source: Span, pronoun: str) -> None:
        """Note whom it takes up, and that the text gave somebody a pronoun: the other one no longer takes them up."""
        latest = self._latest.get(pronoun)
        self._taken_up[source] = latest, len(self._told)
        others = SHE if pronoun in HE else HE if pronoun in SHE else ()
        if latest is None or not others:
            return
        self._told.append(Told(latest, others, described=False))
        for other in others:
            if self._latest.get(other) == latest:
                del self._latest[other]
