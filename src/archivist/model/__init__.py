"""The nouns: named tuples and enumerations, with no behaviour beyond what their own fields say."""
