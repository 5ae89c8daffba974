"""Units that take the prefixes of the International System: their symbols, in which case tells units apart, and names.

A unit is made of a prefix and a base where it is asked for, so that the table stays as short as its definition.
"""

from __future__ import annotations

PREFIXES = {
    "p": "pico",
    "n": "nano",
    "µ": "micro",
    "μ": "micro",
    "u": "micro",
    "m": "milli",
    "c": "centi",
    "d": "deci",
    "h": "hecto",
    "k": "kilo",
    "M": "mega",
    "G": "giga",
    "T": "tera",
    "P": "peta",
    "E": "exa",
}
"""The prefixes by their symbol; "u" is how the Greek letter is typed."""

PREFIX_NAMES = tuple(sorted(set(PREFIXES.values())))
"""The names of the prefixes."""

# What belongs here: symbols of units of measurement, with the name and the prefixes that are in use with them. A
# prefix that would spell something else (TV, EV, MA, pm) is left out.
_MICRO = "µμu"
BASES = {
    "m": ("metre", f"n{_MICRO}mcdk"),
    "g": ("gram", f"n{_MICRO}mk"),
    "t": ("tonne", "MG"),
    "l": ("litre", f"{_MICRO}mcdh"),
    "L": ("litre", f"{_MICRO}mcdhM"),
    "W": ("watt", f"n{_MICRO}mkMGT"),
    "Wh": ("watt hour", "mkMGT"),
    "V": ("volt", f"n{_MICRO}mkM"),
    "A": ("ampere", f"n{_MICRO}mk"),
    "Ah": ("ampere hour", "mk"),
    "VA": ("volt ampere", "kM"),
    "Hz": ("hertz", "mkMGT"),
    "Pa": ("pascal", "hkMG"),
    "bar": ("bar", "mk"),
    "J": ("joule", "mkMGTPE"),
    "N": ("newton", f"{_MICRO}mkM"),
    "Nm": ("newton metre", "km"),
    "eV": ("electronvolt", "mkMGT"),
    "Sv": ("sievert", f"n{_MICRO}m"),
    "Gy": ("gray", f"{_MICRO}mc"),
    "Bq": ("becquerel", "kMGTP"),
    "Ω": ("ohm", f"{_MICRO}mkMG"),
    "\u2126": ("ohm", f"{_MICRO}mkMG"),
    "F": ("farad", f"pn{_MICRO}m"),
    "H": ("henry", f"n{_MICRO}m"),
    "T": ("tesla", f"n{_MICRO}m"),
    "K": ("kelvin", f"{_MICRO}m"),
    "M": ("molar", f"n{_MICRO}m"),
    "mol": ("mole", f"n{_MICRO}mk"),
    "cal": ("calorie", "k"),
    "B": ("byte", "kMGTPE"),
    "bit": ("bit", "kMGT"),
    "bps": ("bit per second", "kMGT"),
    "pc": ("parsec", "kMG"),
}
"""Bases by their symbol: the name, and the prefixes that go with it."""

BARE = frozenset(("Wh", "Ah", "Pa", "bar", "Nm", "eV", "Sv", "Gy", "Bq", "Ω", "\u2126", "mol", "cal", "bps"))
"""The bases that are read without a prefix wherever they stand; other letters are too many other things."""

BASE_NAMES = {
    word: name
    for name, words in {
        "metre": "metre metres meter meters",
        "gram": "gram grams gramme grammes",
        "tonne": "tonne tonnes",
        "ton": "ton tons",
        "litre": "litre litres liter liters",
        "watt": "watt watts",
        "watt hour": "watt-hour watt-hours watthour watthours",
        "volt": "volt volts",
        "ampere": "amp amps ampere amperes",
        "hertz": "hertz",
        "pascal": "pascal pascals",
        "bar": "bar bars",
        "joule": "joule joules",
        "newton": "newton newtons",
        "electronvolt": "electronvolt electronvolts",
        "sievert": "sievert sieverts",
        "gray": "gray grays",
        "becquerel": "becquerel becquerels",
        "ohm": "ohm ohms",
        "farad": "farad farads",
        "tesla": "tesla teslas",
        "mole": "mole moles",
        "calorie": "calorie calories",
        "bit": "bit bits",
        "byte": "byte bytes",
        "pixel": "pixel pixels",
        "parsec": "parsec parsecs",
    }.items()
    for word in words.split()
}
"""Names of bases, by themselves and behind the name of a prefix."""

ONLY_PREFIXED = frozenset(("bar", "bars", "gray", "grays", "mole", "moles"))
"""Those that are other things by themselves."""

MAKES = frozenset(("Tesla", "Teslas"))
"""Names of units that are cars with a capital, which a unit that is written out never has."""

POWERS = {"2": "square", "3": "cubic", "²": "square", "³": "cubic"}
"""What ends the symbol of a length that has become an area or a volume."""


def symbol(written: str) -> str:
    """The unit whose symbol is `written`, with its prefix: "mSv" is "millisievert". "" where it is none."""
    if written in BARE:
        return BASES[written][0]
    name, prefixes = BASES.get(written[1:], ("", ""))
    return PREFIXES[written[0]] + name if name and written[0] in prefixes else ""


def word(written: str) -> str:
    """The unit that a word in lower case names, with its prefix: "gigajoules". "" where it is none."""
    if not written.startswith(PREFIX_NAMES):
        return "" if written in ONLY_PREFIXED else BASE_NAMES.get(written, "")
    prefix = next(one for one in PREFIX_NAMES if written.startswith(one))
    name = BASE_NAMES.get(written[len(prefix) :].lstrip("-"), "")
    return prefix + name if name else ""


def is_hourly(unit: str) -> bool:
    """Whether "hours" after a unit makes another one of it: kilowatt hours, ampere hours."""
    return unit.endswith(("watt", "ampere"))
