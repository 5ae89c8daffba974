"""English names and signs of units, each with the canonical name that equal notations share.

Keys are in lower case, unless case tells units apart.
"""

from __future__ import annotations

import re

PERCENT = "percent"
PERCENTAGE_POINT = "percentage point"

WON = "KRW"
"""The currency whose name is also a verb ("17 won medals")."""

CURRENCY_SIGNS = {
    "$": "USD",
    "£": "pound",
    "€": "EUR",
    "¥": "JPY",
    "₹": "rupee",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "₫": "VND",
    "₴": "UAH",
    "฿": "THB",
    "₡": "CRC",
}
"""Currency signs that stand before (or right after) an amount. A bare "$" is the United States dollar."""

DOLLARS = {
    "us": "USD",
    "u.s.": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
    "j": "JMD",
    "tt": "TTD",
    "z": "ZWD",
}
"""Letters that stand before "$" and say whose dollar (or real) it is."""

NATIONAL = {
    "american": {"USD": "USD"},
    "australian": {"USD": "AUD"},
    "canadian": {"USD": "CAD"},
    "singapore": {"USD": "SGD"},
    "taiwan": {"USD": "TWD"},
    "kong": {"USD": "HKD"},
    "zealand": {"USD": "NZD"},
    "u.s.": {"USD": "USD"},
    "us": {"USD": "USD"},
    "swiss": {"franc": "CHF"},
    "french": {"franc": "French franc"},
    "belgian": {"franc": "Belgian franc"},
    "british": {"pound": "pound"},
    "irish": {"pound": "Irish pound"},
    "egyptian": {"pound": "EGP"},
    "lebanese": {"pound": "LBP"},
    "syrian": {"pound": "SYP"},
    "sudanese": {"pound": "SDG"},
    "norwegian": {"krone": "NOK", "crown": "NOK"},
    "danish": {"krone": "DKK", "crown": "DKK"},
    "swedish": {"krone": "SEK", "crown": "SEK"},
    "icelandic": {"krone": "ISK", "crown": "ISK"},
    "czech": {"krone": "CZK", "crown": "CZK"},
    "mexican": {"peso": "MXN"},
    "argentine": {"peso": "ARS"},
    "chilean": {"peso": "CLP"},
    "colombian": {"peso": "COP"},
    "philippine": {"peso": "PHP"},
    "cuban": {"peso": "CUP"},
    "indian": {"rupee": "rupee"},
    "pakistani": {"rupee": "PKR"},
    "japanese": {"JPY": "JPY"},
    "chinese": {"CNY": "CNY"},
    "turkish": {"lira": "TRY"},
    "italian": {"lira": "Italian lira"},
    "russian": {"RUB": "RUB"},
    "finnish": {"mark": "Finnish mark"},
    "german": {"mark": "German mark"},
    "deutsche": {"mark": "German mark"},
    "brazilian": {"real": "BRL"},
    "saudi": {"riyal": "SAR"},
    "iranian": {"riyal": "IRR"},
    "qatari": {"riyal": "QAR"},
    "south": {"ZAR": "ZAR", "KRW": "KRW"},
    "african": {"ZAR": "ZAR"},
    "korean": {"KRW": "KRW"},
    "kenyan": {"shilling": "KES"},
    "tanzanian": {"shilling": "TZS"},
    "ugandan": {"shilling": "UGX"},
    "kuwaiti": {"dinar": "KWD"},
    "jordanian": {"dinar": "JOD"},
    "iraqi": {"dinar": "IQD"},
}
"""What the last word of a country's name or adjective makes of the currency after it, by that one's own name."""

CURRENCY_CODES = {
    "usd": "USD",
    "dlrs": "USD",
    "eur": "EUR",
    "gbp": "pound",
    "jpy": "JPY",
    "cny": "CNY",
    "rmb": "CNY",
    "inr": "rupee",
    "rs": "rupee",
    "rs.": "rupee",
    "chf": "CHF",
    "cad": "CAD",
    "aud": "AUD",
    "nzd": "NZD",
    "hkd": "HKD",
    "sgd": "SGD",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "isk": "ISK",
    "brl": "BRL",
    "mxn": "MXN",
    "zar": "ZAR",
    "krw": "KRW",
    "rub": "RUB",
    "try": "TRY",
    "php": "PHP",
    "myr": "MYR",
    "rm": "MYR",
    "rp": "IDR",
    "idr": "IDR",
    "tk": "BDT",
    "thb": "THB",
    "pln": "PLN",
    "czk": "CZK",
    "huf": "HUF",
    "ils": "ILS",
    "aed": "AED",
    "sar": "SAR",
    "btc": "bitcoin",
    "sen": "sen",
    "dm": "German mark",
    "kr": "krone",
    "sfr": "CHF",
    "ksh": "KES",
    "ngn": "NGN",
    "kes": "KES",
    "vnd": "VND",
    "egp": "EGP",
    "pkr": "PKR",
    "uah": "UAH",
    "twd": "TWD",
}
"""Currency codes and abbreviations, before or after an amount; a capital begins them, except LOWER_CODES."""

LOWER_CODES = frozenset(("dlrs", "rmb", "sen", "kr"))
"""The codes that are also written small."""

ALSO_NAMES = {"R": "ZAR", "N": "NGN", "K": "ZMW", "P": "BWP", "PHP": "PHP", "CAD": "CAD", "TRY": "TRY"}
"""Letters that touch an amount as its currency ("R12m"), and begin names of other things as well ("R2", "PHP8")."""

MINOR = {"cent": 100, "penny": 100, "sen": 100, "paisa": 100, "jiao": 10}
"""Coins, and how many make one of the unit named before them ("2 euros and 50 cents")."""

_MONEY = {
    "USD": "dollar dollars buck bucks",
    "EUR": "euro euros",
    "pound": "pound pounds sterling quid lb lbs",
    "cent": "cent cents ¢",
    "penny": "penny pence",
    "JPY": "yen",
    "CNY": "yuan renminbi kuai",
    "rupee": "rupee rupees",
    "paisa": "paisa paise",
    "jiao": "jiao mao",
    "franc": "franc francs",
    "mark": "mark marks markka",
    "krone": "krone kroner krona kronor kronur koruna",
    "crown": "crown crowns",
    "peso": "peso pesos",
    "BRL": "reais reals",
    "real": "real",
    "KRW": "won",
    "riyal": "riyal riyals rial rials",
    "dirham": "dirham dirhams",
    "dinar": "dinar dinars",
    "lira": "lira liras lire",
    "RUB": "rouble roubles ruble rubles",
    "UAH": "hryvnia hryvnias",
    "PLN": "zloty zlotys zloties",
    "THB": "baht",
    WON: "won",
    "ZAR": "rand rands",
    "MYR": "ringgit ringgits",
    "IDR": "rupiah rupiahs",
    "VND": "dong",
    "ILS": "shekel shekels",
    "NGN": "naira",
    "GHS": "cedi cedis",
    "shilling": "shilling shillings",
    "BDT": "taka takas",
    "HUF": "forint forints",
    "leu": "leu lei",
    "lev": "lev leva",
    "guilder": "guilder guilders",
    "bitcoin": "bitcoin bitcoins",
}
_MEASURES = {
    "millimetre": "mm millimetre millimetres millimeter millimeters",
    "centimetre": "cm centimetre centimetres centimeter centimeters",
    "metre": "metre metres meter meters",
    "kilometre": "km kms kilometre kilometres kilometer kilometers",
    "micrometre": "micron microns micrometre micrometres micrometer micrometers",
    "nanometre": "nm nanometre nanometres nanometer nanometers",
    "inch": "inch inches",
    "foot": "foot feet ft",
    "yard": "yard yards yd yds",
    "mile": "mile miles mi",
    "light-year": "light-year light-years ly",
    "hectare": "hectare hectares ha",
    "acre": "acre acres",
    "square metre": "m2 m² sqm",
    "square kilometre": "km2 km² sqkm",
    "square foot": "sqft ft2 ft²",
    "cubic metre": "m3 m³",
    "litre": "litre litres liter liters",
    "millilitre": "ml millilitre millilitres milliliter milliliters",
    "gallon": "gallon gallons gal",
    "acre-foot": "acre-foot acre-feet",
    "teaspoon": "teaspoon teaspoons tsp",
    "tablespoon": "tablespoon tablespoons tbsp",
    "pint": "pint pints",
    "quart": "quart quarts",
    "barrel": "barrel barrels bbl",
    "bushel": "bushel bushels",
    "milligram": "mg milligram milligrams milligramme milligrammes",
    "microgram": "mcg μg µg microgram micrograms",
    "gram": "gram grams gramme grammes",
    "kilogram": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "ton": "ton tons",
    "tonne": "tonne tonnes",
    "ounce": "ounce ounces oz",
    "hundredweight": "hundredweight hundredweights cwt",
    "carat": "carat carats",
    "mile per hour": "mph",
    "kilometre per hour": "kph kmh kmph km/h km/hr",
    "metre per second": "m/s",
    "knot": "knot knots kn kts",
    "celsius": "celsius centigrade °c ℃",
    "fahrenheit": "fahrenheit farenheit °f ℉",
    "kelvin": "kelvin kelvins",
    "degree": "degree degrees deg °",
    "kilowatt": "kw kilowatt kilowatts",
    "megawatt": "mw megawatt megawatts",
    "gigawatt": "gw gigawatt gigawatts",
    "terawatt": "tw terawatt terawatts",
    "kilowatt hour": "kwh kilowatt-hour kilowatt-hours",
    "megawatt hour": "mwh megawatt-hour megawatt-hours",
    "gigawatt hour": "gwh gigawatt-hour gigawatt-hours",
    "terawatt hour": "twh terawatt-hour terawatt-hours",
    "lumen": "lumen lumens lm",
    "lux": "lux lx",
    "revolution per minute": "rpm",
    "beat per minute": "bpm",
    "frame per second": "fps",
    "dot per inch": "dpi",
    "part per million": "ppm",
    "part per billion": "ppb",
    "mile per gallon": "mpg",
    "millimetre of mercury": "mmhg",
    "british thermal unit": "btu btus",
    "cubic centimetre": "cc ccs cm3 cm³",
    "pound per square inch": "psi",
    "kilovolt": "kv kilovolt kilovolts",
    "horsepower": "horsepower hp bhp",
    "calorie": "calorie calories",
    "kilocalorie": "kcal kilocalorie kilocalories",
    "decibel": "decibel decibels db",
    "hertz": "hz hertz",
    "kilohertz": "khz kilohertz",
    "megahertz": "mhz megahertz",
    "gigahertz": "ghz gigahertz",
    "kilobyte": "kb kilobyte kilobytes",
    "megabyte": "mb megabyte megabytes",
    "gigabyte": "gb gigabyte gigabytes",
    "terabyte": "tb terabyte terabytes",
    "petabyte": "pb petabyte petabytes",
    "exabyte": "eb exabyte exabytes",
    "megabit per second": "mbps",
    "gigabit per second": "gbps",
    "pixel": "pixel pixels px",
    PERCENT: "% percent percents pct",
    "point": "point points",
    "basis point": "bps",
}
UNITS = {word: name for table in (_MONEY, _MEASURES) for name, words in table.items() for word in words.split()}
"""Words and signs after a number, with the name of their unit. "pound" is money or weight: the word does not say."""

MAJOR = frozenset(_MONEY) | frozenset(code for codes in NATIONAL.values() for code in codes.values())
"""The units of money that coins may follow."""

TOUCHING = {
    "m": "metre",
    "g": "gram",
    "t": "tonne",
    "l": "litre",
    "L": "litre",
    "p": "penny",
    "pc": PERCENT,
    "c": "cent",
    "in": "inch",
    "C": "celsius",
    "F": "fahrenheit",
    "V": "volt",
    "W": "watt",
    "Wh": "watt hour",
}
"""Letters that are units only where they touch the digits."""

SPACED = {"m": "metre", "t": "tonne", "g": "gram", "l": "litre", "V": "volt", "W": "watt", "K": "kelvin"}
"""Letters that are units also after a space."""

PAIRS = {
    "per": {"cent": PERCENT, "cents": PERCENT},
    "percentage": {"point": PERCENTAGE_POINT, "points": PERCENTAGE_POINT},
    "basis": {"point": "basis point", "points": "basis point"},
    "nautical": {"mile": "nautical mile", "miles": "nautical mile"},
    "metric": {"ton": "tonne", "tons": "tonne", "tonne": "tonne", "tonnes": "tonne"},
    "light": {"year": "light-year", "years": "light-year"},
    "fluid": {"ounce": "fluid ounce", "ounces": "fluid ounce"},
    "fl": {"oz": "fluid ounce"},
    "astronomical": {"unit": "astronomical unit", "units": "astronomical unit"},
    "acre": {"foot": "acre-foot", "feet": "acre-foot"},
}
"""Units of two words."""

TEMPERATURES = frozenset(("", "degree", "celsius", "fahrenheit"))
"""The units that "below zero" may follow, and none."""

POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
"""Words that make a unit of area or volume of a length."""

DEGREES = {"c": "celsius", "f": "fahrenheit", "k": "kelvin"} | {
    word: name for name in ("celsius", "fahrenheit", "kelvin") for word in (*_MEASURES[name].split(), name)
}
"""What may follow "degrees"."""

RATES = {"hour": "hour", "hr": "hour", "h": "hour", "second": "second", "sec": "second", "minute": "minute"}
"""Times that make a rate of a measure ("miles per hour", "litres per minute")."""

SLASHED = RATES | {"s": "second", "min": "minute", "d": "day", "day": "day", "yr": "year", "year": "year"}
"""Those that do so behind a slash ("m3/s")."""

HOURS = frozenset(("hour", "hours"))
"""What makes energy of a power ("kilowatt hours")."""

LENGTHS = frozenset(("millimetre", "centimetre", "metre", "kilometre", "inch", "foot", "yard", "mile"))
"""The units that POWERS apply to, and an article and a time ("metres a second")."""

AGES = {"yo": "year old", "y/o": "year old"}
"""Ages in one word, touching the number or after a space."""

UNRATED = MAJOR | frozenset(
    (*MINOR, *CURRENCY_CODES.values(), *CURRENCY_SIGNS.values(), *AGES.values(), PERCENT, "point", "basis point")
)
"""The units of which "per" and another one make no further unit: money, and shares."""

TIMES = "x"
"""The letter that touches a number of times ("3x as many")."""

TOUCHING_TIMES = frozenset(("h", "s"))
"""Letters that are units of time where they touch the digits."""

IN = "in"
PER = " per"

INCHES = (
    r" in(?=\.?(?:[,;:)]|$|\n| (?:thick|wide|long|high|tall|deep|across|in diameter)(?:[.,;:)]|$| and | by )))"
    r"|(?<=\d) in\.(?= [a-z])"
)
"""The inches of a number, where "in" can be no preposition."""

OF_A = " of a "
OF_WHOLE = r"(?: of)?(?: an?)?(?= )"
"""What may stand between a part and the unit it is of ("a quarter of a point")."""

RATE = r"( per(?= )|/| an?(?= )) ?([a-z]+)\b"
"""What makes a rate of a measure, with the word after it."""

AGE = re.compile(r"[ -](?:olds?|of age)\b")
"""What makes an age of a number of years ("52 years old", "a two-year-old", "52 years of age")."""
