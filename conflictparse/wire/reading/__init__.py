"""What several readers need: bytes as they come, their encoding, blocks of text, markup, labels, marks of version, times."""
