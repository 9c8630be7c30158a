"""How Word writes the number of a list item in each format that law texts use."""

_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_HAN = "零一二三四五六七八九"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = {
    "lowerLetter": _LATIN, "upperLetter": _LATIN.upper(), "arabicAbjad": _ABJAD, "arabicAlpha": _ALPHA,
    "russianLower": _RUSSIAN, "russianUpper": _RUSSIAN.upper(),
}  # fmt: skip
_COUNTED_HAN = frozenset({
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "ideographDigital",
})  # fmt: skip
_DIGITS = {
    "decimalFullWidth": 0xFF10,
    "decimalFullWidth2": 0xFF10,
    "hindiNumbers": 0x0966,
    "thaiNumbers": 0x0E50,
}
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})


def numeral(value: int, form: str) -> str | None:
    """Return `value` as Word shows it in the format `form`; None for a format that is not known."""
    if form in {"decimal", ""}:
        return str(value)
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{value:02}"
    if form in _LETTERS:
        return _letter(value, _LETTERS[form])
    if form in {"lowerRoman", "upperRoman"}:
        return _roman(value) if form == "lowerRoman" else _roman(value).upper()
    if form in _COUNTED_HAN:
        return _han(value)
    if form in _DIGITS:
        return "".join(chr(_DIGITS[form] + int(digit)) for digit in str(value))
    if form in _CIRCLED:
        return chr(0x245F + value) if 1 <= value <= 20 else str(value)
    return _ordinal(value) if form == "ordinal" else None


def _letter(value: int, alphabet: str) -> str:
    """Behind the last letter Word doubles: z, aa, bb, …"""
    times, index = divmod(value - 1, len(alphabet))
    return alphabet[index] * (times + 1) if value > 0 and times < 10 else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    signs = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        signs += letters * times
    return signs


def _han(value: int) -> str:
    if not 0 < value < 1000:
        return str(value)
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    signs = f"{_HAN[hundreds]}百" if hundreds else ""
    if tens:
        signs += ("" if tens == 1 and not hundreds else _HAN[tens]) + "十"
    elif hundreds and ones:
        signs += "零"
    return signs + (_HAN[ones] if ones else "")


def _ordinal(value: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th") if value % 100 not in {11, 12, 13} else "th"
    return f"{value}{ending}"
