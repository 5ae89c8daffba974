"""What changed: alignment, words, moves, claims, and the report that holds them."""
