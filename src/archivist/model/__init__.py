"""The nouns: frozen, slotted dataclasses and enumerations, with no behaviour beyond what their own fields say."""
