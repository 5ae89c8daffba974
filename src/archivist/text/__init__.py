"""Text: bytes to characters, characters to paragraphs, sentences and words. Knows no claims."""
