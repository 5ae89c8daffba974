from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hostile import read_in_time

from archivist.claims.dates import dates
from archivist.claims.figures import figures
from archivist.model.span import Span

if TYPE_CHECKING:
    from archivist.model.claim import Figure


def one(text: str) -> Figure:
    found = figures(text)
    assert len(found) == 1, found
    return found[0]


def read(text: str) -> list[tuple[str, str]]:
    return [(figure.span.of(text), f"{figure.value} {figure.unit}".strip()) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("They counted 1,200 gulls.", "1200", ""),
        ("They counted 1 200 gulls.", "1200", ""),
        ("They counted 1\u202f200 gulls.", "1200", ""),
        ("They counted 1.200.000 gulls.", "1200000", ""),
        ("They counted 12,34,567 gulls.", "1234567", ""),
        ("They counted 1.2 thousand gulls.", "1200", ""),
        ("They counted twenty-one thousand three hundred gulls.", "21300", ""),
        ("They counted two hundred and five gulls.", "205", ""),
        ("They counted 2.5 million gulls.", "2500000", ""),
        ("They counted two and a half million gulls.", "2500000", ""),
        ("They counted two point five million gulls.", "2500000", ""),
        ("They counted 3 dozen gulls.", "36", ""),
        ("They counted half a million gulls.", "500000", ""),
        ("They counted a hundred gulls.", "100", ""),
        ("They counted 31m gulls.", "31000000", ""),
        ("They counted 1.5 lakh gulls.", "150000", ""),
        ("The index stood at .75 then.", "0.75", ""),
        ("It fell to -5 degrees.", "-5", "degree"),
        ("It fell to minus five degrees Celsius.", "-5", "celsius"),
        ("It fell to \u22125°C.", "-5", "celsius"),
        ("It grew 4.1%.", "4.1", "percent"),
        ("It grew 4.1 per cent.", "4.1", "percent"),
        ("It grew by three percentage points.", "3", "percentage point"),
        ("It grew by 25 basis points.", "25", "basis point"),
        ("Three-quarters of the hens were sold.", "0.75", ""),
        ("Half of the hens were sold.", "0.5", ""),
        ("Nine out of ten hens were sold.", "0.9", ""),
        ("One in five hens was sold.", "0.2", ""),
        ("The wall is 2 1/2 miles long.", "2.5", "mile"),
        ("The wall is 2½ miles long.", "2.5", "mile"),
        ("The wall is 640 metres long.", "640", "metre"),
        ("The wall is 640m long.", "640", "metre"),
        ("The wall was a 640-metre one.", "640", "metre"),
        ("The farm has 12 sq. km.", "12", "square kilometre"),
        ("The farm has 12 square kilometers.", "12", "square kilometre"),
        ("She drove at 60 miles an hour.", "60", "mile per hour"),
        ("She drove at 60mph.", "60", "mile per hour"),
        ("The bid was $1.5 billion.", "1500000000", "USD"),
        ("The bid was $1,500 million.", "1500000000", "USD"),
        ("The bid was US$1.5bn.", "1500000000", "USD"),
        ("The bid was 1.5 billion dollars.", "1500000000", "USD"),
        ("The bid was £48m.", "48000000", "pound"),
        ("The bid was 48 million pounds.", "48000000", "pound"),
        ("The bid was Rs 20 crore.", "200000000", "rupee"),
        ("The bid was 200 million rupees.", "200000000", "rupee"),
        ("The bid was A$5m.", "5000000", "AUD"),
        ("The bid was 5 million Australian dollars.", "5000000", "AUD"),
        ("Shares closed at 412p.", "412", "penny"),
        ("Shares closed at 412 pence.", "412", "penny"),
        ("A loaf costs €2.50.", "2.5", "EUR"),
        ("A loaf costs 2 euros and 50 cents.", "2.5", "EUR"),
        ("It was her third win.", "3", "ordinal"),
        ("It was her 3rd win.", "3", "ordinal"),
        ("It was her twenty-first win.", "21", "ordinal"),
        ("It was a second win.", "2", "ordinal"),
        ("She finished second.", "2", "ordinal"),
        ("The song rose to No. 4.", "4", "ordinal"),
        ("Ada Pell, 52, won.", "52", "year old"),
        ("Ada Pell, aged 52, won.", "52", "year old"),
        ("The 52-year-old won.", "52", "year old"),
        ("She was 52.", "52", "year old"),
        ("The oak is 200 years old.", "200", "year old"),
        ("The 10-member panel met.", "10", ""),
        ("He was twice convicted.", "2", ""),
        ("A $15 coin fell.", "15", "USD"),
        ("It is Pell's $43 million.", "43000000", "USD"),
        ("The levy is R12m.", "12000000", "ZAR"),
        ("The levy is R4,500.", "4500", "ZAR"),
        ("The levy is 12 million rand.", "12000000", "ZAR"),
        ("The levy is Rs500.", "500", "rupee"),
        ("The levy is USD10.", "10", "USD"),
        ("The levy is kr500.", "500", "krone"),
        ("The levy is DM 30.", "30", "German mark"),
        ("The levy is 30 million Swedish crowns.", "30000000", "SEK"),
        ("The levy is 7 million Hong Kong dlrs.", "7000000", "HKD"),
        ("The levy is £5million.", "5000000", "pound"),
        ("They counted 700million gulls.", "700000000", ""),
        ("They counted one quadrillion gulls.", "1000000000000000", ""),
        ("They counted 1'234'500 gulls.", "1234500", ""),
        ("The index stood at 1.234,56 then.", "1234.56", ""),
        ("Some 3/1000 of it is salt.", "0.003", ""),
        ("It is three halves of it.", "1.5", ""),
        ("It rose fivefold.", "5", ""),
        ("It rose 3x.", "3", ""),
        ("It grew by 0.3pc.", "0.3", "percent"),
        ("The bulb takes 12V.", "12", "volt"),
        ("The wall is two-and-a-half miles long.", "2.5", "mile"),
        ("Two in five hens were sold.", "0.4", ""),
        ("Nearly three in four hens were sold.", "0.75", ""),
        ("Third of the hens sold", "0.3333333333333333333333333333", ""),
        ("Quarter of a million hens sold", "250000", ""),
        ("Million told to stay in", "1000000", ""),
        ("Over hundred and ten hens sold", "110", ""),
        ("Top 10 hens named", "10", ""),
        ("Mayor wins second term", "2", "ordinal"),
        ("First hen sold", "1", "ordinal"),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str) -> None:
    figure = one(text)
    assert (figure.value, figure.unit, figure.upper) == (Decimal(value), unit, None)


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit"),
    [
        ("Expect 5-7 percent.", "5", "7", "percent"),
        ("Expect 5% to 7%.", "5", "7", "percent"),
        ("Expect between 5 and 7 goals.", "5", "7", ""),
        ("Expect from 5 to 7 goals.", "5", "7", ""),
        ("Expect 10\u201320 millimetres.", "10", "20", "millimetre"),
        ("Expect 10 to 20 millimetres.", "10", "20", "millimetre"),
        ("Expect 8- to 16-metre waves.", "8", "16", "metre"),
        ("Expect $5 to $7 million.", "5000000", "7000000", "USD"),
        ("Expect two or three goals.", "2", "3", ""),
        ("The vote was 31-29.", "31", "29", ""),
        ("The council voted 31 to 29.", "31", "29", ""),
        ("Quillport 2-1 Alder", "2", "1", ""),
        ("Quillport 0-0 Alder", "0", "0", ""),
        ("Final: Quillport 112-98 Alder", "112", "98", ""),
    ],
)
def test_ranges_and_scores(text: str, value: str, upper: str, unit: str) -> None:
    figure = one(text)
    assert (figure.value, figure.upper, figure.unit) == (Decimal(value), Decimal(upper), unit)


def test_a_step_and_the_level_it_led_to_are_two_figures() -> None:
    assert read("The index gained 0.8 to 11,906.") == [("0.8", "0.8"), ("11,906", "11906")]
    assert read("Fees rose from 5 percent to 7 percent.") == [("5 percent", "5 percent"), ("7 percent", "7 percent")]


@pytest.mark.parametrize(
    "text",
    [
        "Article 9 of the charter stands.",
        "A Boeing 737 landed.",
        "The G7 met.",
        "Flight 212 left.",
        "The iPhone 15 sold out.",
        "COVID-19 spread.",
        "An F-16 took off.",
        "Formula One returned.",
        "Channel 4 aired it.",
        "Highway 101 is shut.",
        "The Group of Seven met.",
        "The tram on line 4 stopped.",
        "1. The mayor spoke.\n2) The clerk spoke.",
        "It starts at 5 p.m. or at 17:00.",
        "Call 1-800-555-0123 or +44 20 7946 0958.",
        "No one came, and this one left with the other one.",
        "One of the men left.",
        "The bridge opened in 2016.",
        "The attacks of 9/11 and the 24/7 news.",
        "The 5G network failed.",
        "First of all, at first, the First Lady gave first aid.",
        "It took a second.",
        "She served six years.",
        "A two-day visit, the third quarter and the second half.",
        "The mill had 1988 sales and 2011 losses.",
        "The 486 was slow, and the 11 is late.",
        "A zero-coupon bond, zero-hours work.",
        "PHP8 and R2 and N95 are names.",
        "The release of Perl 5.38 and of version 1.37.0 is near.",
        "Call 020 7946 0018.",
        "The clerk lives at 221 Baker Street, the envoy at 10 Elm Tree Road in Oban.",
        "(2) Dry the beans.",
        "Read Pages 4-6 and Articles 7-9, then Sept 9-11.",
        "In the 17th and 18th centuries, and the 9th to 11th century.",
        "First, they left. It froze a second later.",
        "The 4x4 left.",
    ],
)
def test_no_figure(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Dozens of hens fled.", "Dozens"),
        ("Tens of thousands of hens fled.", "Tens of thousands"),
        ("A few hens fled.", "A few"),
        ("Several hundred hens fled.", "Several hundred"),
    ],
)
def test_vague_quantities_have_no_value(text: str, span: str) -> None:
    figure = one(text)
    assert (figure.span.of(text), figure.value) == (span, None)


@pytest.mark.parametrize(
    "approximator", ["about", "nearly", "more than", "at least", "up to", "some", "as many as", "an estimated"]
)
def test_the_approximator_stands_outside_the_span(approximator: str) -> None:
    text = f"It drew {approximator} 50 fans."
    figure = one(text)
    assert (figure.approximator, figure.span.of(text)) == (approximator, "50")


def test_a_capital_is_read_and_a_title_in_capitals_is_no_name() -> None:
    assert read("Fire Kills 12 Horses Near Old Racetrack") == [("12", "12")]
    assert read("Twelve pilots left.") == [("Twelve", "12")]


def test_nothing_is_reported_where_something_else_was_read() -> None:
    text = "On 12 May some 30 hens fled."
    taken = [date.span for date in dates(text)]
    assert [figure.span.of(text) for figure in figures(text, taken)] == ["30"]
    assert figures("About 30 hens", (Span(0, 100),)) == ()


def test_a_million_or_a_metre() -> None:
    assert read("It measures 6m by 4m.") == [("6m", "6 metre"), ("4m", "4 metre")]
    assert read("It sold 6m pans and 4m lids.") == [("6m", "6000000"), ("4m", "4000000")]


def test_figures_keep_their_places_in_the_original_text() -> None:
    text = "“We sold\u00a01,200 pans,” she said – 12\u00a0% more."
    assert [figure.span.of(text) for figure in figures(text)] == ["1,200", "12\u00a0%"]


def test_a_comma_between_decimals_parts_two_numbers() -> None:
    assert [figure.value for figure in figures("It scored 0,0.5 and 1,25 points.")] == [
        Decimal(0),
        Decimal("0.5"),
        Decimal("1.25"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1,111," * 16_000,
        "one hundred thousand " * 16_000,
        "hundred " * 16_000 + "one " + "hundred " * 16_000,
        "1-" * 40_000,
        "1 dollar " + "1 cent " * 16_000,
        "9" * 80_000,
        "five to " * 16_000,
        "$" * 40_000 + "5",
        "two more " + "more " * 40_000,
        "01 " * 30_000,
        "1.1" * 30_000,
        "R1" * 30_000,
        "10 Elm " * 20_000,
    ],
)
def test_hostile_input_takes_linear_time(text: str) -> None:
    read_in_time("archivist.claims.figures", "figures", text)


def test_the_score_beside_a_name_is_a_figure_and_a_model_is_none() -> None:
    assert [(figure.value, figure.upper) for figure in figures("Alder State beat Quillayute 24-21 at home.")] == [
        (Decimal(24), Decimal(21))
    ]
    assert read("The Boeing 737-800 came from Quillayute.") == []


@pytest.mark.parametrize(
    "text",
    [
        "it is due on nov . 6 , he said",
        "there were 1 ) eels ; 2 ) crabs",
        "they booked one - time gains",
        "a one-sided deal",
    ],
)
def test_days_marks_and_idioms_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_any_white_space_may_stand_before_a_quotation_that_begins_with_a_figure() -> None:
    (figure,) = figures("\u2028\u201cSix people died.\u201d")
    assert figure.value == 6


@pytest.mark.parametrize("text", ["It won 1988 seats.", "The 11 were late.", "There were zero deaths."])
def test_counts_that_look_like_years_and_labels_are_figures(text: str) -> None:
    assert len(read(text)) == 1


def test_a_number_before_what_a_street_is_known_for_counts() -> None:
    assert read("They hired 20 Wall Street bankers.") == [("20", "20")]


def test_a_few_in_a_few_that_something_is_done_to_are_two_numbers() -> None:
    assert read("The gang robbed two in five raids.") == [("two", "2"), ("five", "5")]


@pytest.mark.parametrize("text", ["Open from 9.30 to 11 pm.", "Open between 5 and 7pm.", "Open 1-5 pm."])
def test_an_hour_of_the_afternoon_is_no_length(text: str) -> None:
    assert [figure.unit for figure in figures(text) if figure.unit] == []


@pytest.mark.parametrize("text", ["It is 5 m{} wide.", "It is 5m{} wide.", "It does 5 km/s{} now."])
def test_a_unit_may_be_raised_to_many_powers(text: str) -> None:
    assert len(figures(text.format("\u00b2" * 5_000))) <= 1
