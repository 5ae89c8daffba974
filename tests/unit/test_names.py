from __future__ import annotations

import pytest

from archivist.claims.names import names, same_name


def found(text: str) -> list[str]:
    return [name.span.of(text) for name in names(text)]


def keyed(text: str) -> list[tuple[str, str]]:
    return [(name.span.of(text), name.key) for name in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday the mayor met Prime Minister Mara Quill in Port Hale.", ["Mara Quill", "Port Hale"]),
        ("It was built by Tarrant & Vole for the Bank of Hale.", ["Tarrant & Vole", "Bank of Hale"]),
        ("The talks between Ursula von der Brandt and al-Hadid failed.", ["Ursula von der Brandt", "al-Hadid"]),
        ("In May, J. K. Orde and Ann O'Dea left.", ["J. K. Orde", "Ann O'Dea"]),
        ("He told the BBC and U.S. officials.", ["BBC", "U.S."]),
        ("Bank of Hale Governor Mara Quill resigned.", ["Bank of Hale", "Mara Quill"]),
        ("He flew on Flight 212 along Route 66.", ["Flight 212", "Route 66"]),
        ("They met at Tanner's Lock and in Japan's capital.", ["Tanner's Lock", "Japan"]),
        ("The Japan-U.S. pact and pro-Kremlin voters", ["Japan", "U.S.", "Kremlin"]),
        ("a New York-based firm", ["New York"]),
        ("He runs the Ministry of Justice and Home Affairs.", ["Ministry of Justice and Home Affairs"]),
        ("They live in King Street, where King Edvard lived.", ["King Street", "Edvard"]),
        ("the novelist Stephen King", ["Stephen King"]),
        ("She left the National Institute for Tidal Studies.", ["National Institute for Tidal Studies"]),
        ("Jin Tae-ho joined the Kestrel Islands team.", ["Jin Tae-ho", "Kestrel Islands"]),
        ("They won the Women's Silver Cup and the Premier League.", ["Women's Silver Cup", "Premier League"]),
        ("The visit of the US Speaker annoyed Orde.", ["US", "Orde"]),
        ("He lives near St. Brannoc Hospital.", ["St. Brannoc Hospital"]),
        ("She won the Silver Oar Prize at the Hale Regatta Week.", ["Silver Oar Prize", "Hale Regatta Week"]),
    ],
)
def test_names_inside_sentences(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Detectives found a rope. Fishing resumed. Seventeen boats sailed. Sixty-one people came.",
        "Dairy farmers protested on Tuesday, Oct. 11, in mid-May.",
        "The Japanese president met a South Korean minister and two Texans.",
        "“Never,” he said. “We will go.” I'm sure, I said.",
        "The President spoke. Dr. and Mrs. are titles.",
        "The firm's CEO bought a TV for Rs 20.",
        "STORM LASHES HARBOUR TOWN AFTER DARK",
        "Storm Lashes Harbour Town As Skippers Flee Rising Water",
        "",
    ],
)
def test_no_names(text: str) -> None:
    assert found(text) == []


def test_a_first_word_is_a_name_when_the_text_says_so_elsewhere() -> None:
    assert found("Salvage was slow. It lay near Salvage for years.") == ["Salvage", "Salvage"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clinic told the Food and Drug Administration.", ["Food and Drug Administration"]),
        (
            "The clinic told the Centers for Disease Control and Prevention.",
            ["Centers for Disease Control and Prevention"],
        ),
        ("They flew to Bosnia and Herzegovina, Bosnia and Serbia.", ["Bosnia and Herzegovina", "Bosnia", "Serbia"]),
    ],
)
def test_a_listed_name_holds_its_and(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_first_word_with_a_predicate_is_taken_for_a_name() -> None:
    assert found("Velloria said it would pay. Velloria's shares fell.") == ["Velloria", "Velloria"]


def test_a_first_word_that_the_text_has_in_small_is_none() -> None:
    assert found("Brine was sold here. The brine was cheap.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Mara Quill spoke. Ms. Quill left.", [("Mara Quill", "Mara Quill"), ("Quill", "Mara Quill")]),
        (
            "The Harbour Safety Board (HSB) met. The HSB agreed.",
            [("Harbour Safety Board", "Harbour Safety Board")] + 2 * [("HSB", "Harbour Safety Board")],
        ),
        ("The U.S. and the United States", [("U.S.", "United States"), ("United States", "United States")]),
        ("He met Quill. Later, Mara Quill left.", [("Quill", "Mara Quill"), ("Mara Quill", "Mara Quill")]),
    ],
)
def test_keys_join_the_mentions_of_one_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert keyed(text) == expected


def test_a_surname_shared_by_two_goes_to_the_one_named_last() -> None:
    text = "Ann Orde met Tom Orde. He thanked Orde."
    assert keyed(text)[-1] == ("Orde", "Tom Orde")


SAME = [
    ("Norwegian Harbour Safety Board", "HSB"),
    ("U.S. Harbour Safety Board", "HSB"),
    ("U.S. Department of Fisheries", "Fisheries Department"),
    ("Quill", "Mara Quill"),
    ("Mr. Orde", "Deputy Mayor Tom Orde"),
    ("Gov. Ellen Marsh", "Governor Marsh"),
    ("U.S.", "United States"),
    ("WHO", "World Health Organization"),
    ("HSB", "Harbour Safety Board"),
    ("Calder Freight", "Calder Freight Ltd"),
    ("Velloria", "Velloria Semiconductor"),
    ("Ministry of Defence", "Defense Ministry"),
    ("University of Hale", "Hale University"),
    ("Tom R. Orde", "Tom Orde"),
    ("T. Orde", "Tom Orde"),
    ("Robert Orde Jr.", "Robert Orde"),
    ("St. Brannoc", "Saint Brannoc"),
    ("Japan’s", "Japan"),
    ("the Supreme Court", "Supreme Court of Tallis"),
    ("US State Department", "State Department"),
    ("the court", "Supreme Court"),
    ("Lucía Amarante", "Lucia Amarante"),
    ("Bob Orde", "Robert Orde"),
]

OTHER = [
    ("Okafor", "Okafur"),
    ("Paul Orde", "Saul Orde"),
    ("South Korea", "Korea"),
    ("South Korea", "North Korea"),
    ("Northern Ireland", "Ireland"),
    ("New York", "York"),
    ("Bank of England", "Bank of Japan"),
    ("Bank of England", "England"),
    ("Sea of Japan", "Japan"),
    ("Hale", "Hale University"),
    ("Quill", "Quill Tower"),
    ("Lower Hale", "Hale"),
    ("Lower Harbour Safety Board", "HSB"),
    ("U.S. Department of Fisheries", "Norwegian Fisheries Department"),
    ("U.S. Department of Fisheries", "Forests Department"),
    ("Norwegian Safety Board", "SB"),
    ("Democratic Party", "Liberal Democratic Party"),
    ("House of Lords", "House of Commons"),
    ("Court of Appeal", "Constitutional Court"),
    ("Route 66", "Route 67"),
    ("Washington", "Washington Post"),
    ("", "Hale"),
    ("", ""),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_same_name(old: str, new: str) -> None:
    assert same_name(old, new)
    assert same_name(new, old)


@pytest.mark.parametrize(("old", "new"), OTHER)
def test_another_name(old: str, new: str) -> None:
    assert not same_name(old, new)
    assert not same_name(new, old)
