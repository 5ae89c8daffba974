"""Words that make an English claim less than certain, and words that loosen an English figure."""

from __future__ import annotations

from archivist.model.claim import Strength

HEDGES: dict[Strength, tuple[str, ...]] = {
    # What belongs here: words and phrases by which a writer holds back from asserting the clause they stand in, under
    # the strength that is left. A plan or schedule ("is to", "is due to", "plans to") is asserted outright and does
    # not belong, nor does a reporting verb (said, claimed), nor a modal of duty or habit (should, would).
    # EXPECTED: somebody counts on it.
    Strength.EXPECTED: (
        "expected",
        "expect",
        "expects",
        "anticipated",
        "anticipates",
        "projected to",
        "projected that",
        "forecast to",
        "forecasted to",
        "predicted to",
        "predicted that",
        "on course to",
        "on course for",
        "on track to",
        "on track for",
        "poised to",
        "tipped to",
    ),
    # PROBABLE: more likely true than not, by belief, inference or appearance.
    Strength.PROBABLE: (
        "likely",
        "unlikely",
        "probably",
        "probable",
        "almost certainly",
        "in all likelihood",
        "in all probability",
        "presumably",
        "presumed",
        "presumes",
        "believed",
        "believe",
        "believes",
        "thought to",
        "thought that",
        "thought",
        "think",
        "thinks",
        "considered likely",
        "understood to",
        "suspect",
        "suspects",
        "suspected",
        "assumed to",
        "assumed that",
        "appear to",
        "appears to",
        "appeared to",
        "appearing to",
        "appears that",
        "appeared that",
        "appears",
        "apparently",
        "apparent",
        "seem",
        "seems",
        "seemed",
        "seeming",
        "seemingly",
        "evidently",
        "looks set to",
        "look set to",
        "looks like",
    ),
    # POSSIBLE: it cannot be told whether it is or will be so.
    Strength.POSSIBLE: (
        "may",
        "might",
        "could",
        "mightn't",
        "perhaps",
        "maybe",
        "possibly",
        "possible",
        "potentially",
        "potential",
        "conceivably",
        "feared",
        "fear",
        "fears",
        "possibility of",
        "possibility that",
        "chance of",
        "chance that",
        "is considering",
        "are considering",
        "was considering",
        "were considering",
        "be considering",
        "been considering",
        "is contemplating",
        "are contemplating",
        "was contemplating",
        "were contemplating",
        "been contemplating",
        "is mulling",
        "are mulling",
        "was mulling",
        "were mulling",
        "been mulling",
        "mulls",
        "mulled",
        "is weighing whether",
        "are weighing whether",
        "was weighing whether",
        "were weighing whether",
        "is toying with",
        "are toying with",
    ),
    # UNVERIFIED: others say so and the writer does not vouch for it.
    Strength.UNVERIFIED: (
        "reportedly",
        "allegedly",
        "alleged",
        "supposedly",
        "supposed to have",
        "purportedly",
        "purported",
        "purported to",
        "ostensibly",
        "rumoured",
        "rumored",
        "rumours that",
        "rumors that",
        "unconfirmed",
        "unverified",
        "unproven",
        "said to be",
        "said to have",
        "reported to be",
        "reported to have",
        "unclear if",
        "unclear whether",
        "not clear if",
        "not clear whether",
        "not known if",
        "not known whether",
        "not yet known if",
        "not yet known whether",
        "not yet clear if",
        "not yet clear whether",
        "not been confirmed",
        "not been verified",
        "not been independently confirmed",
        "not been independently verified",
        "could not be confirmed",
        "could not be verified",
        "could not be independently confirmed",
        "could not be independently verified",
    ),
}

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"})
_PRONOUNS = frozenset({"that", "he", "she", "it", "they", "we", "i", "you", "there", "this", "these", "those"})
_CLAUSE_OPENERS = _PRONOUNS | {"the", "a", "an", "his", "her", "its", "their", "our", "some", "many", "most"}
_OWNERS = frozenset({"his", "her", "its", "their", "our", "your", "my", "'s"})

# What belongs here: readings of a hedge's words in which they are no hedge, told by the very next word.
NOT_BEFORE: dict[str, frozenset[str]] = {
    "could": frozenset({"not", "see", "hear", "feel", "smell", "hardly", "barely", "scarcely", "no", "only"}),
    "might": frozenset({"of"}),
    "potential": frozenset({"of", "for", "to", "and", "as", "in"}),
    "believe": frozenset({"in", "me"}),
    "believes": frozenset({"in"}),
    "believed": frozenset({"in"}),
    "apparent": frozenset({"from"}),
    "rumoured": frozenset({"about"}),
}
# The same, told by the word before.
NOT_AFTER: dict[str, frozenset[str]] = {
    "might": _OWNERS | {"the", "military", "economic", "financial", "industrial", "political", "naval", "of"},
    "possible": frozenset(
        {"as", "if", "not", "best", "worst", "every", "everything", "made", "make", "makes", "making", "where"}
        | {"whenever", "wherever", "highest", "lowest", "largest", "earliest", "latest", "longest", "only", "n't"}
    ),
    "potential": _OWNERS | {"full", "great", "huge", "of", "with"},
    "expected": frozenset({"as", "than", "when", "until"}),
    "expect": frozenset({"to", "not"}),
    "appears": frozenset({"which", "that"}),
    "believe": frozenset({"to", "i", "we"}),
    "believed": frozenset({"i", "we"}),
    "think": frozenset({"to", "i", "we"}),
    "suspect": frozenset({"the", "a", "no", "any", "of", "one"}),
    "fear": frozenset({"the", "a", "no", "any", "of", "in", "for", "from", "to", "i", "we", "and"}),
    "fears": frozenset({"the", "of", "their", "his", "her", "its", "on", "over", "amid", "and", "no"}),
    "thought that": frozenset({"the", "a", "of"}),
    "thought to": frozenset({"the", "a", "of", "give", "gave", "given"}),
}
# What belongs here: hedges whose words have commoner readings that are none, with the words that must follow.
ONLY_BEFORE: dict[str, frozenset[str]] = {
    "suspect": _CLAUSE_OPENERS,
    "suspects": _CLAUSE_OPENERS,
    "fear": _CLAUSE_OPENERS,
    "fears": _CLAUSE_OPENERS,
    "think": _CLAUSE_OPENERS,
    "thinks": _CLAUSE_OPENERS,
    "appears": frozenset({"likely", "unlikely"}),
    "looks like": frozenset({"it", "they", "he", "she", "the"}),
}
# The same, with the words that must stand before.
ONLY_AFTER: dict[str, frozenset[str]] = {
    "feared": _BE,
    "thought": _BE,
    "apparent": frozenset({"an", "the", "his", "her", "its", "their", "in", "of", "no"}),
}

FIRMER: dict[str, str] = {
    # What belongs here: hedges that leave next to no doubt, or more doubt than certainty, and so are a group of their
    # own within their strength, with the name of that group.
    "almost certainly": "almost certain",
    "unlikely": "unlikely",
}

APPROXIMATORS: dict[str, tuple[str, ...]] = {
    # What belongs here: phrases that stand right before a figure and say how it relates to the true one. Phrases that
    # put the true one in the same place are one group.
    "about": (
        "about",
        "around",
        "roughly",
        "approximately",
        "approx",
        "circa",
        "some",
        "estimated",
        "an estimated",
        "in the region of",
        "in the order of",
        "on the order of",
        "in the vicinity of",
        "somewhere around",
        "something like",
        "more or less",
        "give or take",
    ),
    "nearly": (
        "nearly",
        "almost",
        "just under",
        "just below",
        "just short of",
        "just shy of",
        "close to",
        "not quite",
        "virtually",
        "practically",
        "approaching",
        "nearing",
        "a little under",
        "a little less than",
        "slightly under",
        "slightly less than",
        "slightly fewer than",
        "slightly below",
        "a shade under",
    ),
    "just over": (
        "just over",
        "just above",
        "just more than",
        "a little over",
        "a little more than",
        "slightly over",
        "slightly more than",
        "slightly above",
        "a shade over",
    ),
    "over": (
        "more than",
        "over",
        "above",
        "in excess of",
        "upwards of",
        "upward of",
        "well over",
        "well above",
        "north of",
        "beyond",
    ),
    "at least": (
        "at least",
        "no fewer than",
        "no less than",
        "not less than",
        "not fewer than",
        "a minimum of",
        "as few as",
        "as little as",
    ),
    "at most": (
        "up to",
        "as many as",
        "as much as",
        "as high as",
        "at most",
        "at the most",
        "no more than",
        "not more than",
        "a maximum of",
    ),
    "under": (
        "less than",
        "fewer than",
        "under",
        "below",
        "well under",
        "well below",
        "south of",
    ),
}

TRAILING_APPROXIMATORS: dict[str, tuple[str, ...]] = {
    # What belongs here: phrases that do the same from behind, after the figure or the noun it counts.
    "about": ("or so", "or thereabouts", "give or take"),
    "at least": ("or more", "at least", "at a minimum"),
    "at most": ("or less", "or fewer", "at most", "at the most", "tops"),
}

# What belongs here: words other than digits that open a quantity: number words, fractions, multiples, hours by name.
_QUANTITY_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
    dozen dozens hundreds thousands millions billions half halves quarter third double triple twice thrice doubled
    tripled trebled quadrupled halved doubling tripling trebling quadrupling halving doubles triples noon midnight
"""
QUANTITY_WORDS = frozenset(_QUANTITY_WORDS.split())

# What belongs here: currency codes and abbreviations that stand before an amount, with a space.
CURRENCY_WORDS = frozenset({"rs", "rs.", "usd", "eur", "gbp", "tk", "rp", "kr", "rmb", "a$", "us$"})

# What belongs here: nouns that make a quantity of a preceding "a", "an" or "the": units, collectives, fractions.
_COUNTABLE_UNITS = """
    hundred thousand million billion trillion dozen score couple half third quarter fifth sixth seventh eighth ninth
    tenth second minute hour day night week fortnight month year decade generation century millennium metre meter
    kilometre kilometer mile foot inch yard acre hectare tonne ton pound kilogram kilo gram litre liter gallon pint
    barrel degree percentage percent dollar euro fold
"""
COUNTABLE_UNITS = frozenset(_COUNTABLE_UNITS.split())

# What belongs here: words for the whole or nothing, of which only "nearly" and its like can take something away.
_WHOLES = "all every everyone everybody everything everywhere entire entirely whole none no nobody"
WHOLES = frozenset(_WHOLES.split())
