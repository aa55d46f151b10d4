"""Text that is safe to show: no character of a story or of a file's name may steer a terminal."""

CONTROL_PICTURES = 0x2400
BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
SEPARATORS = (0x2028, 0x2029, 0xFEFF)


class _Shown(dict):
    """What stands for each character; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _picture(code)
        return self[code]


def _picture(code: int) -> str:
    """A character that acts rather than shows, as a picture or an escape; any other as it is."""
    if code < 0x20:
        return chr(CONTROL_PICTURES + code)
    if code == 0x7F:
        return "␡"
    if 0x80 <= code < 0xA0:
        return f"\\x{code:02x}"
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file's name that is no UTF-8
        return f"\\x{code - 0xDC00:02x}"
    if code in BIDI or code in SEPARATORS or 0xD800 <= code <= 0xDFFF:
        return f"\\u{code:04x}"
    return chr(code)


_SHOWN = _Shown()


def visible(text: str) -> str:
    """The text with control characters, overrides of the writing direction and lone surrogates made visible."""
    return text.translate(_SHOWN)


def displayed(text: str, terminal: bool) -> str:
    """The text as it can be written: for a terminal made visible, for a file left as it is but for half surrogate pairs, which UTF-8 does not have."""
    if text.isprintable():
        return text
    return visible(text) if terminal else text.encode("utf-8", "backslashreplace").decode("utf-8")
