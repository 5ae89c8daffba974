"""English words for numbers, and the words around numbers that change how they are read. All keys are lower case."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _counted(listed: str, start: int, step: int = 1) -> dict[str, int]:
    return {word: start + step * place for place, word in enumerate(listed.split())}


SMALL = _counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    start=0,
) | {"naught": 0, "nought": 0}
"""Cardinals below twenty."""

TENS = _counted("twenty thirty forty fifty sixty seventy eighty ninety", start=20, step=10)
"""The tens from twenty to ninety."""

HUNDRED = "hundred"

DOZEN = 12

SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "quintillion": 10**18,
    "lakh": 10**5,
    "crore": 10**7,
    "dozen": DOZEN,
    "doz": DOZEN,
}
SCALES |= {f"{word}s": value for word, value in SCALES.items()}
"""Words that multiply what stands before them, except "hundred", which also joins with what follows."""

SCALE_SIGNS = {
    "k": 10**3,
    "mn": 10**6,
    "mil": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "tln": 10**12,
}
"""Abbreviated scales, written after digits with or without a space."""

SCALE_LETTERS = {"M": 10**6, "b": 10**9, "B": 10**9, "G": 10**9}
"""Letters that are scales when they touch the digits."""

SPACED_SCALE_LETTERS = frozenset("G")
"""Those of them that are scales after a space as well."""

SPACED_UNITS = frozenset("K")
"""Letters that are scales where they touch the digits, and units after a space ("373 K")."""

SCALE_OR_UNIT = {"m": 10**6, "t": 10**12, "T": 10**12}
"""Letters that are scales of money, and units (metre, tonne) of nearly everything else."""

ORDINALS = _counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth",
    start=1,
) | _counted("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", start=20, step=10)
"""Ordinals from first to ninetieth; the compound ones are a word of TENS and one of these."""

LARGE_ORDINALS = {"hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9}
"""Ordinals beyond those, by themselves: "her hundredth cap"."""

HALF = "half"
WHOLE_PARTS = (HALF, "quarter")
"""The parts of a whole that have no ordinal's name."""
POINT = "point"

DENOMINATORS = {word: value for word, value in ORDINALS.items() if word not in {"first", "second"}} | {
    HALF: 2,
    "quarter": 4,
    "hundredth": 10**2,
    "thousandth": 10**3,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}
"""The parts of a whole, in the singular."""

PARTS = {f"{word}s": value for word, value in DENOMINATORS.items() if word != HALF} | {"halves": 2}
"""The parts of a whole, in the plural: what may follow any numerator."""

CONTINUING = frozenset((*SMALL, *TENS, HUNDRED, *SCALES, *ORDINALS, *DENOMINATORS, *PARTS, POINT))
"""Words that can go on with a number."""

MULTIPLES = {"twice": 2, "thrice": 3} | {f"{word}fold": value for word, value in SMALL.items() if value > 1}
"""Adverbs that count."""

VAGUE = _words("dozens scores hundreds thousands millions billions trillions lakhs crores tens several")
"""Quantities without a value that stand by themselves."""

SCORES = "scores"
AFTER_SCORES = _words("more feared others")
BEFORE_SCORES = _words("and or with by for from among to in")
"""Words after and before "scores" that make it a number: "and scores were hurt"."""

VAGUE_AFTER_A = frozenset(("few", "handful", "couple"))
"""Quantities without a value when "a" stands before them."""

UNCOUNTED = {HUNDRED: 100} | {word: SCALES[word] for word in ("thousand", "million", "billion", "trillion")}
"""Scales that headlines write without "a"."""

COUNTING_BEFORE = frozenset(("the", "those", "these"))
"""Words before a scale without "a" that make it a number ("the million refugees")."""

ARTICLES = frozenset(("a", "an"))
ONE = "one"
A = "a"
IN, OVER, OUT_OF = "in", "over", "out of"

MINUS = frozenset(("minus", "negative"))

RATIO = rf" ({IN}|{OUT_OF}|{OVER}) (?:every )?(?=\w)"
"""What stands between the two numbers of a ratio ("one in five")."""

APPROXIMATORS = _words(
    "about around approximately roughly nearly almost over under above below some circa virtually"
) | {
    "more than",
    "less than",
    "fewer than",
    "greater than",
    "higher than",
    "lower than",
    "no more than",
    "no less than",
    "no fewer than",
    "not more than",
    "not less than",
    "at least",
    "at most",
    "at around",
    "at about",
    "up to",
    "as many as",
    "as much as",
    "as few as",
    "as little as",
    "close to",
    "just over",
    "just under",
    "just above",
    "just below",
    "just about",
    "well over",
    "well under",
    "slightly over",
    "slightly under",
    "slightly more than",
    "slightly less than",
    "in excess of",
    "an estimated",
    "estimated",
    "upwards of",
    "upward of",
    "a minimum of",
    "a maximum of",
    "on the order of",
}
"""What loosens the number after it: the phrases after which "exactly that many" is no longer said."""

LONGEST_APPROXIMATOR = 4
"""Words in the longest of APPROXIMATORS."""

_IRREGULAR_PLURALS = _words("people men women children feet")
_SINGULAR_IN_S = _words("across as has his is its less plus this thus us versus was yes")


def is_plural(word: str) -> bool:
    """Whether `word` (any case) looks like a plural noun, that is, like something that is counted."""
    word = word.lower()
    return word in _IRREGULAR_PLURALS or (
        word.endswith("s") and not word.endswith(("ss", "us")) and word not in _SINGULAR_IN_S
    )


LABELS = _words(
    "article section chapter page line room paragraph clause flight route highway interstate gate platform channel "
    "resolution title bill act amendment rule item figure table exhibit appendix annex schedule volume vol issue "
    "episode version windows unit lot plot block pier berth track bus tram runway exit junction district precinct "
    "ward zone sector region area class form size apollo terminal psalm fahrenheit"
)
"""Words that make the number after them a label, whatever their case: it says which one, not how many.

Their plurals do so before two numbers ("pages 4-6").
"""

SERIES = _words("day night week round stage phase step leg lap game")
"""What follows one another, so that the number after it says which one ("on day two")."""

BEFORE_SERIES = _words("on of from after until till by for in to since at before during and")
"""Words before such a noun where it stands with its number."""

STREETS = _words(
    "street st road rd avenue ave lane drive boulevard blvd square terrace crescent close court place way"
)
"""Words that end the name of a street, before which the number of a house stands ("221 Baker Street")."""

OPENERS = _words("top bottom best worst last next watch meet see another extra")
"""Words with which a headline begins that make no name with the number after them ("Top 10 beaches named")."""

RANKS = frozenset(("no.", "nos.", "number"))
"""What makes the number after it a rank."""

STEPS = frozenset(("category", "level", "tier"))
"""What makes the number after it a step of a scale, whatever its case ("a Category 4 storm")."""

LIFE = {"teens": (13, 19)} | {f"{word[:-1]}ies": (value, value + 9) for word, value in TENS.items()}
"""The decades of a life ("in her forties"), with the first and the last age."""

OF_LIFE = r"\b(?:his|her|their|my|our|your) (?:early |mid[ -]|late )?$"
"""What stands before a decade of a life."""

FUNCTION_WORDS = _words(
    "a about above after again against all almost also although among an and another any are around as at be because "
    "been before behind being below beneath beside besides between beyond both but by can could despite did do does "
    "during each either even every except exactly few fewer for from further had half has have her here his how if in "
    "including inside into is it its just last least less like many may maybe might more most much my nearly next no "
    "not now of off on once only onto or other our out outside over past perhaps plus roughly same shall she should "
    "must since so some still such than that the their them then there these they this those though through "
    "throughout to too toward towards under unless until up upon was we were what when where which while who whose "
    "why will with within without would yet you your he i with"
)
"""Words that are capitalised only because a sentence or a title begins with them."""

NOT_ONE_AFTER = _words("no any every some each this that which the another only or")
"""Words before "one" that make it a pronoun."""

NOT_ONE_HYPHEN = _words("time off sided way liner upmanship dimensional shot size horse armed eyed")
"""Words that make an adjective of "one" and a hyphen which counts nothing ("one-time", "one-sided")."""

ZERO = "zero"
THE = "the"

SINGULAR = r" (?:is|was|has|does|isn't|wasn't|hasn't|doesn't)\b"
"""Verbs after "the" and a number of which it names one: the 911 was late, the twelve were late."""

SCORING = (
    r"\b(?:beat|beats|beaten|defeat(?:s|ed)?|edged?|topp(?:ed|s)|rout(?:ed|s)|thrash(?:ed|es)|drew|draws?|w[io]ns?|"
    r"los(?:t|es|e|ing)|led|leads?|trail(?:ed|s)?|tied|ties|down(?:ed|s)|overc[ao]mes?|outscored|score|scored|final)\b"
)
"""Verbs and nouns of a game, after which two numbers with a hyphen between them are its score."""

PLACED = _words("came come comes finish finished finishing is was were be placed ranked rank in")
"""Words after which a bare ordinal is a place in an order ("finished second")."""

MOVEMENTS = _words(
    "rose risen rise rising fell fallen fall falling gained gain gains gaining lost lose loses dropped drop drops "
    "slipped slid slumped jumped climbed added advanced up down increased decreased declined grew shrank"
)
"""Words after which "5 to 120" is a step and the level it led to, not a range."""

AGED = r"\b(?:aged|ages?|age of|aged between|(?:dies|died|dead) at) $"
"""What stands before an age."""

PERSON_IS = r"\b(?:(?:he|she|who|He|She) (?:is|was|turns|turned|is now|was just|had just turned)|both) $"
"""What makes a number that ends its clause an age ("She was 91.")."""

COUNTED = _words("people persons men women children others of more were was are have had per percent")
"""Words after a number that show it to be a count, also where a name stands before it."""

BETWEEN = "between"
FROM = "from"
RANGE = r"- to | ?- ?| to | and | or "
"""What may stand between the two ends of a range."""

TO, AND, OR = "to", "and", "or"

COINS = r",? (and )?(?=\w)"
"""What may stand between an amount and the coins named after it."""

BELOW_ZERO = " below zero"
"""What makes a temperature negative behind it."""

VOTES = _words("voted vote votes won lost win lose by of beat score")
"""Words before the two sides of a vote or a game written with "to"."""

DETERMINERS = _words("the a an his her its their our my your this that for")
"""Words after which "first" and "second" tell a place in a row."""

NOT_SECOND_AFTER = _words("one per each every split a an to and or nor then also than not only")
"""Words before "second" that make it a unit of time, a verb or the second of two steps."""

FURTHER_ORDINAL = r" ?(?:-|and|or|to) ?(?:\d+(?:st|nd|rd|th)|third|[a-z]+th)\b"
"""What joins an ordinal to a further one, before the noun that both count."""

NOT_NOUNS = FUNCTION_WORDS | frozenset(SMALL) | {"later", "earlier", "ago"}
"""Words after "first" that are nothing to stand in a row ("the first two")."""

NOT_COUNTED = _words(
    "half aid lady lord degree class hand name names person base thing things sight thought thoughts "
    "glance amendment world reich party parties wave minister"
)
"""Words that make an idiom or a name of the ordinal before them ("first aid", "Third World", "second thoughts")."""

NOT_ORDERED = frozenset(("quarter", "half", "century", "centuries", "millennium"))
"""Stretches of time of which an ordinal is a date."""

NOT_HALF_AFTER = _words("the this that latter other first second each better")
"""Words after which "half" is a stretch of time or a part of a game."""

HALF_BEFORE = _words("the its his her their our my your of all those these")
"""Words after "half" that name the whole."""

HALF_AFTER = _words("by in nearly almost about over than only one")
"""Words before "half" that make it an amount when nothing after it does."""

# What belongs here: vague amounts, with another one that says the same.
SAME_AMOUNTS = {"a few": "several"}

# What belongs here: on each line, what can have befallen people who are counted, in all its forms. A figure beside a
# word of one line counts others than a figure beside a word of another: twenty hurt did not become four killed.
_FATES = (
    "dead death deaths die dies died dying kill kills killed killing fatality fatalities drown drowns drowned",
    "hurt hurts hurting injure injures injured injuring injury injuries wound wounds wounded wounding",
    "shot stabbed",
    "missing unaccounted",
    "stranded stranding strands trapped trapping traps stuck",
    "rescue rescues rescued rescuing save saves saved survive survives survived surviving survivor survivors",
    "arrest arrests arrested arresting detain detains detained detaining held",
    "displaced displacing displaces homeless evacuate evacuates evacuated evacuating flee flees fled fleeing",
)
STEPS_TO = _words(
    "hit hits reach reaches reached pass passes passed past near nears neared top tops topped exceed exceeds exceeded "
    "rise rises rose climb climbs climbed jump jumps jumped soar soars soared grow grows grew now toll total tally"
)
"""Words between what is counted and how many ("the death toll jumps past 90"): they do not say what it is."""

FATES = {word: number for number, line in enumerate(_FATES) for word in line.split()}
"""What befalls people who are counted, by the word for it: words that share a number tell the same."""
