"""What the rules that find claims mean, in words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.claim import Claim

RULES = {
    "before": "source and cue before the content",
    "after": "source and cue after the content, in either order",
    "inside": "content on both sides of source and cue",
    "according-to": "a phrase names the source",
    "participle": "a participle takes the source of its sentence, or the document or speaker right before it",
    "coordinated": "a second cue with the source of the first",
    "passive": "the content is the subject, the source stands after by",
    "noun": "a noun of saying or thinking with its owner",
    "label": "a name and a colon, as in headlines and transcripts",
    "continued": (
        "a quotation that is a sentence by itself, given to the speaker of the sentence before, else to that of the "
        "sentence after"
    ),
    "unattributed": "such a quotation with no speaker near",
    "sentence": "nothing is given to anybody (assertions only)",
}
"""What the rules of claims mean, in the words of docs/claims.md."""

SOURCE_RULES = {
    "name": "the source is or holds a name; its fullest form in the text",
    "pronoun-source": "a pronoun; the latest source before it that can be meant",
    "pronoun-name": "a pronoun with no such source before it; a name of its sentence or the one before",
    "relative": "a relative pronoun; the name right before it",
    "description": "a description; itself",
    "taken-up": "a description that takes up an earlier one",
}
"""What the rules mean by which it was told whom a source stands for, in the words of docs/claims.md."""


def rule_meaning(claim: Claim) -> str:
    """What the rule means that found a claim; empty where there is nothing to say."""
    return RULES.get(claim.rule.partition(".")[2], "")
