"""English names in the calendar and on the clock. All keys are lower case."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Months and their abbreviations, without a full stop."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mondays mon",
            "tuesday tuesdays tue tues",
            "wednesday wednesdays wed",
            "thursday thursdays thu thur thurs",
            "friday fridays fri",
            "saturday saturdays sat",
            "sunday sundays sun",
        ),
        start=1,
    )
    for name in names.split()
}
"""Days of the week, their plurals and abbreviations, with their ISO 8601 number."""

FULL_MONTHS = _words("january february march april may june july august september october november december")
"""The unabbreviated months."""

AMBIGUOUS = _words("may march mar jan jun dec sep sat sun wed mon fri april june august thu tue")
"""Names of months and days that are also other words or first names: they need a date around them."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
"""Seasons, with their TIMEX3 code."""

DAY_PARTS = {
    "morning": "MO",
    "mornings": "MO",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "night": "NI",
    "nights": "NI",
    "overnight": "NI",
}
"""Parts of the day, with their TIMEX3 code."""

STAGES = {
    "early": "START",
    "start": "START",
    "beginning": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
}
"""Words of a date for which part of it is meant, with the TIMEX3 modifier."""

TIME_NOUNS = _words("day eve night morning weekday weekend week month season year holiday")
"""Nouns that end a phrase of when something is, also one that has no place in the calendar here (New Year's Eve)."""

PERIODS = {
    name: unit
    for unit, names in {
        "second": "second seconds",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days",
        "night": "night nights",
        "weekend": "weekend weekends",
        "week": "week weeks wk wks",
        "fortnight": "fortnight fortnights",
        "month": "month months",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
        "millennium": "millennium millennia millenniums",
    }.items()
    for name in names.split()
}
"""Units of time, singular, plural and abbreviated, with their singular name."""

PERIOD_PLURALS = frozenset(
    name for name in PERIODS if name.endswith(("s", "ia")) and name not in {"secs", "mins", "hrs"}
)
"""The units of time that may stand alone for a vague stretch ("for years")."""

PERIOD_MODIFIERS = _words(
    "more additional further extra other straight consecutive full whole entire solid long short trading business "
    "working calendar successive fiscal financial school tax"
)
"""Adjectives that may stand between a number and a unit of time without changing what is counted."""

BEYOND = {"yesterday": "before", "tomorrow": "after"}
"""The days beyond which "the day before" and "the day after" lie one more."""

TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1}
"""Days named from the day of writing, with their distance."""

REFERENCES = {
    "now": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "recently": "PAST_REF",
    "soon": "FUTURE_REF",
}
"""Words for a time that has no place in the calendar, with their TIMEX3 value."""

REFERENCE_PHRASES = {
    "past": ("PAST_REF", ("the",)),
    "future": ("FUTURE_REF", ("the", "in", "the near", "the foreseeable", "the distant")),
    "term": ("FUTURE_REF", ("the near", "the short", "the long")),
    "days": ("PRESENT_REF", ("these",)),
    "date": ("FUTURE_REF", ("a later",)),
}
"""Nouns that name such a time after certain words, with the value and those words."""

FREQUENCIES = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annually": "P1Y",
    "yearly": "P1Y",
}
"""Adjectives and adverbs of frequency, with their TIMEX3 value."""

DIRECTIONS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "latest": 0,
    "same": 0,
    "that": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
    "recent": -1,
}
"""Words before a unit of time that place it from the time of writing, with how many units away."""

ONLY_DIRECTIONS = ("this", "that", "same", "latest")
"""Those of them that place it at the time of writing, or where it was mentioned, and open no other date."""

SPELT_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
"""Decades of the last century, with their digit."""

SPELT_CENTURIES = frozenset((17, 18, 19, 20))
"""The first half of a year in words ("nineteen ninety-six")."""

STRETCHES = frozenset(("quarter", "period"))
"""Words after a year, or after "year-earlier", that stand for the quarter mentioned before."""

TOO_SHORT = _words("second minute hour day")
"""The units of time that "last" and "next" place too loosely for a date."""

COUNTED_WITH_A = _words("minute hour day week fortnight month year decade century")
"""The units of time of which "a" means one; "a second" and "a quarter" mostly mean something else."""

NAMED_WITH_THE = _words("weekend year month quarter week")
"""The units of time of which "the" means the present one."""

PER_BEFORE = _words("times once twice per")
"""Words before "a week" that make it a frequency."""

FEASTS = {
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "Valentine's Day": (2, 14),
    "Halloween": (10, 31),
}
"""Feasts that fall on one day of the year wherever they are kept: month and day."""

FEAST_WORDS = _words("christmas boxing new valentine halloween")
"""The words that they begin with."""

LENGTH_BEFORE = _words("for in within after over lasted took taken the")
"""Words before a unit of time in the plural that make it a length."""

SEASON_BEFORE = _words("the in by since until of during early late mid this")
"""Words before a season that make it a date."""

NEVER_BEFORE_DATE = frozenset("$£€#")
"""Signs before digits that make them something else than a date."""

AFTER_NUMBER = _words("a p am pm o in of s")
"""What follows digits in a time of day, a day of a month or a decade: 5 p.m., 4 in the morning, 8 of March, 90's."""

NAMED_TIMES = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
"""Times of day with a name, with their TIMEX3 value."""

PART_BEFORE = _words("the mid early late by")
"""Words before a part of the day that make it one of the day of writing."""

EDGES = _words("early earlier late later mid")
"""Words before a date for a part of it, which leave its value alone."""

PER = "per"
ALTERNATE = frozenset(("other", "second"))
"""What makes every unit of time every two of them."""
ALTERNATING = "alternate"

PER_PERIODS = _words("day night week fortnight month quarter year decade century")
"""What may follow "per" in a frequency; shorter units of time make speeds and rates."""

EVERY = frozenset(("every", "each", PER))
"""What makes a date or a unit of time a repeated one."""

QUARTER_CODES = _words("Q1 Q2 Q3 Q4 H1 H2")
"""Quarters and halves of a year as companies write them."""

VAGUE_COUNTS = frozenset(("few", "several", "many", "some", "couple"))
"""How many, without a number, before a unit of time."""

CUE = (
    r"(?:(?:is |are |set )?to |will |would |shall |could |may |might |should |must |won't |[a-z]{1,4}'ll )"
    r"(?:not )?(?:be )?[a-z']+|be [a-z']+|[a-z']+"
)
"""What to look up among the cues: the words written small, a verb together with what makes it future."""

FUTURE_CUES = _words(
    "is are set be will would shall could may might should must won't he'll she'll we'll they'll it'll i'll you'll"
)
"""First words that make a verb after them one of the future: a day or a month without a year is the coming one."""

SCHEDULE_CUES = _words(
    "next upcoming tomorrow scheduled expected expects expect due plans plan planned planning supposed slated "
    "forecast hopes hoping aims aiming begins starts opens closes ends takes meets resumes returns expires"
)
"""Words by themselves that say the same, of what is planned or runs to a timetable."""

PAST_CUES = _words(
    "said says was were had has have did since last became began beat broke brought built burst came caught chose cut "
    "died drew drove fell felt fled flew fought found gave got grew heard held hit kept knew led left lost made met "
    "paid ran rose sank sat saw sent shot shut slid sold spoke spent stole stood struck swept taught thought threw "
    "told took tore went won wore wrote"
)
"""Words after which a day or a month without a year is the last one; so is any word in "-ed"."""

OPEN_BEFORE = frozenset(("by", "through", "until", "till"))
"""Words before a month that lead up to it, so that the cues around say nothing about it."""

PERSON_BEFORE = _words("and or to from by for of the")
"""Those of YEAR_BEFORE that stand before a person as well ("by June Smith")."""

YEAR_BEFORE = _words(
    "in since by from until till of before after during through to late early mid circa the around and or for fiscal "
    "summer autumn fall winter spring year class between"
)
"""Words after which a bare number of four digits is a year."""

YEAR_AFTER = _words(
    "sales earnings revenues profits losses results exports imports wages prices figures accounts levels"
)
"""Plural nouns of what is reported by the year and not counted: before them a bare number of four digits is a year."""

CLOCK_SUFFIX = r" ?(?:[ap]\.?m\b\.?|o'clock\b|in the (?:morning|afternoon|evening)\b)"
"""What follows a number that is an hour."""

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d-]|,\d)"
DATE_PATTERNS = {
    "feast": r"(?:Christmas|Boxing|New Year's|Valentine's) (?:Day|Eve)\b|Halloween\b(?! [a-z]+s\b)",
    "month_rest": (
        r"\.?(?: (?:the (?=\d{1,2}[a-z]))?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:-(?P<to>\d{1,2}))?(?![\w:%]|[.,]\d))?"
        rf"(?:(?:,| of)? {_YEAR})?"
    ),
    "day_first": (
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:-(?P<to>\d{1,2}))?(?: of)?[ -](?P<month>[A-Z][a-z]{2,8})\b\.?"
        rf"(?:,?[ -]{_YEAR})?"
    ),
    "numeric": (
        r"(?P<y>\d{4})([-/])(?P<m>\d\d)\2(?P<d>\d\d)(?!\d)"
        r"|(?P<m2>\d{1,2})/(?P<d2>\d{1,2})/(?P<y2>\d{4}|\d\d)(?![\d/])"
        r"|(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>\d{4})(?!\.?\d)"
    ),
    "decade": r"((?:1[5-9]|20)\d)0'?s\b|([2-9])0'?s\b",
    "year_rest": rf"(?: of| in)? {_YEAR}",
    "ordinal": r"(\d{1,3})(?:st|nd|rd|th)",
    "relative_year": r",? (?:of )?(this|last|next) year\b",
}
"""How days, months, years and decades are written after what comes first."""

_ZONES = r"(?: (?:GMT|UTC|BST|CET|EDT|EST|CDT|CST|MDT|MST|PDT|PST|ET|CT|MT|PT|AEST|IST|JST|local time))?"
CLOCK_PATTERNS = {
    "time": (
        r"(?i)(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?"
        r" ?(?:(?P<half>[ap])(?:m\b|\.m\b\.?)|o'clock\b|in the (?P<part>morning|afternoon|evening)\b)"
        r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:]|\.\d)"
        r"|(?P<hours>[01]\d|2[0-3])(?P<minutes>[0-5]\d)(?= ?(?:GMT|UTC|hours|hrs)\b)"
    ),
    "zone": rf"{_ZONES},?(?: on)? ",
    "before_time": r",?(?: at| around| about)? ",
}
"""How times of day are written, what may stand between one and its day, and between a day and its time."""

AGO = frozenset(("ago", "earlier"))
"""What makes a length of time the distance of a date in the past."""

FROM_NOW = (" from now", "'s time", "' time")
"""What makes it the distance of a date in the future."""

AND_A_HALF = " and a half"
HALF = "half"
COUPLE = "couple"

LENGTH_LINKS = frozenset(("of", "more"))
"""What may stand between a vague count and its unit of time ("a couple of years")."""

RANGE_WORDS = frozenset(("to", "or", "and"))
"""What may stand between the two ends of a range of time."""

ENDED = frozenset(("ended", "ending"))
"""What makes "the year" a length of time ("the year ended July 2")."""

LONG = "long"
LATER = "later"
AROUND = frozenset(("before", "after"))
"""What makes a length of "the weeks"."""

SOON_AFTER = (" after", " before")
"""What makes "soon" no time of its own."""

ARTICLE = "the"
FIRST = "first"
LAST = "last"
THIS = "this"
LATEST = "latest"
PAST = "past"
OF = "of"
AS = "as"
END = "end"
WEEKDAY_ENDING = "day"
POSSESSIVE = "'s"

THIS_PAST = frozenset(("past", "coming"))
"""Words of direction that "this" may stand before."""

MENTIONED = frozenset(("that", "same"))
"""Words of direction that mean the one mentioned before."""

WITH_DAY_PART = frozenset((THIS, LAST))
"""Words of direction that stand before a part of the day."""

ARTICLES_AND_HALF = ("a", "an", "another", HALF)
TONIGHT = ("tonight",)
ALONE_PARTS = ("morning", "afternoon", "evening", "overnight")
"""Parts of the day that are a time without a day named before them."""

OVERNIGHT = "overnight"
