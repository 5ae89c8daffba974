"""English words that open a noun phrase or a verb, and nouns that label a part of a text."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# What belongs here: words after which a noun phrase goes on: articles, and words that stand in their place.
_DETERMINERS: Final = """
    a an the this that these those my your his her its our their whose some any each every no another other both all
    several many few such
"""

# What belongs here: words that open a phrase in which a noun follows.
_PREPOSITIONS: Final = """
    about above across after against along amid among around as at before behind below beneath beside besides between
    beyond by despite down during except for from in inside into like near of off on onto opposite out outside over
    per since through throughout to toward towards under until up upon via with within without
"""

# What belongs here: words between the members of a list.
_CONJUNCTIONS: Final = "and or as well also plus"

# What belongs here: words after which a verb, or what is said of the subject, follows: personal and relative
# pronouns, auxiliaries but "have" (which takes an object as well), and "to" and "not".
_VERB_OPENERS: Final = """
    i you he she it we they who which that to not never
    am is are was were be been being do does did will would shall should can could may might must
"""

# What belongs here: pronouns of writer and reader, and modals: a sentence with one of them is about more than what
# happened.
_GENERAL: Final = """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves one's oneself
    can can't cannot could couldn't should shouldn't would wouldn't may might must mustn't will won't shall ought
"""

# What belongs here: pronouns for one person who was spoken of before.
_THIRD_PERSONS: Final = "he him his himself she her hers herself"

# What belongs here: auxiliaries in the present.
_PRESENT: Final = "am is are be isn't aren't has have hasn't haven't do does don't doesn't"

# What belongs here: the forms of "be", with which a participle makes a passive.
_BE: Final = "am is are was were be been being"

# What belongs here: nouns that with a number or letter name a part of the text they stand in.
_LABELS: Final = """
    figure figs fig table section sections secs sec chapter appendix equation equations eqs eq theorem lemma
    proposition corollary definition algorithm example step part case condition refs ref note
"""


@cache
def determiners() -> frozenset[str]:
    """The words after which a noun phrase goes on."""
    return frozenset(_DETERMINERS.split())


@cache
def prepositions() -> frozenset[str]:
    """The words that open a phrase in which a noun follows."""
    return frozenset(_PREPOSITIONS.split())


@cache
def conjunctions() -> frozenset[str]:
    """The words between the members of a list."""
    return frozenset(_CONJUNCTIONS.split())


@cache
def verb_openers() -> frozenset[str]:
    """The words after which a verb follows."""
    return frozenset(_VERB_OPENERS.split())


@cache
def labels() -> frozenset[str]:
    """The nouns that name a part of the text they stand in."""
    return frozenset(_LABELS.split())


@cache
def general() -> frozenset[str]:
    """The words with which a sentence is about more than what happened."""
    return frozenset(_GENERAL.split())


@cache
def third_persons() -> frozenset[str]:
    """The pronouns for one person who was spoken of before."""
    return frozenset(_THIRD_PERSONS.split())


@cache
def present() -> frozenset[str]:
    """The auxiliaries in the present."""
    return frozenset(_PRESENT.split())


@cache
def be() -> frozenset[str]:
    """The forms of "be"."""
    return frozenset(_BE.split())
