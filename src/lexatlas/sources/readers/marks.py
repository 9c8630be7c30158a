"""Structure marks — (a), 1., ii), 第一条, — — read from text, and whether one follows another."""

import re
from typing import NamedTuple

LATIN = "bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies|duodecies|terdecies"
"""What stands behind the number of a unit that was put in later, from the first to the twelfth."""

Key = int | str


class Mark(NamedTuple):
    """A mark as printed and the ways in which it can be read: pairs of a style and a key in its order."""

    start: int
    end: int
    label: str
    readings: tuple[tuple[str, Key], ...]


_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_HAN = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_PLACES = {"十": 10, "百": 100, "千": 1000}
# Alphabets that lists run through; two letters may be one sign (Maltese għ, ie).
_ALPHABETS: tuple[tuple[str, ...], ...] = (
    tuple("abcdefghijklmnopqrstuvwxyz"),
    ("a", "b", "ċ", "d", "e", "f", "ġ", "g", "għ", "h", "ħ", "i", "ie", "j", "k", "l", "m", "n", "o", "p",
    "q", "r",
     "s", "t", "u", "v", "w", "x", "ż", "z"),
    ("a", "b", "ċ", "d", "e", "f", "ġ", "g", "h", "ħ", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r",
    "s", "t", "u"),
    tuple("aăâbcdđeêghiklmnoôơpqrstuưvxy"),
    tuple("abcdđeghiklmnopqrstuvxy"),
    tuple("абвгдежзиклмнопрстуфхцчшщэюя"),
    tuple("абвгґдеєжзиіїйклмнопрстуфхцчшщюя"),
    tuple("абвгдежзийклмнопрстуфхцчшщэюя"),
    tuple("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    tuple("αβγδεζηθικλμνξοπρστυφχψω"),
    tuple("abcçdefgğhıijklmnoöprsştuüvyz"),
    tuple("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"),
    tuple("가나다라마바사아자차카타파하"),
    tuple("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
)  # fmt: skip
_LETTERS = "a-zA-ZçğıöşüÇĞİÖŞÜа-яА-ЯґєіїċġħżđăâêôơưĐα-ωأ-يก-ฮ가나다라마바사아자차카타파하"
_SUFFIX = rf"[- ]?(?:{LATIN})"
_LATIN = {word: chr(ord("B") + place) for place, word in enumerate(LATIN.split("|"))}
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟"

LINE_MARK = re.compile(
    rf"""[ \t\u00a0\u3000]*(?:
      \(\s?(?P<paren>\d{{1,3}}[A-Z]{{0,2}}|\d{{1,3}}(?:\.\d+)|[{_LETTERS}](?:[{_LETTERS}]{{0,2}}|[ixv]{{1,5}})(?:\.\d+)?)\s?\)
    | （(?P<han>[零一二三四五六七八九十百]+)）
    | (?P<hancomma>[零一二三四五六七八九十百]+)、
    | (?P<decimal>\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})\.?(?=\s|$|[-–])
    | §\s?(?P<sect>\d{{1,3}})\s?(?:[º°]\.?|\.)(?:\s?[-–])?(?=\s)
    | Par[áa]grafo\s(?P<sole>[úu]nico)[.:]?(?:\s?[-–])?(?=\s)
    | (?P<nth>\d{{1,3}})\.?[ºª°][.)]?(?:\s?[-–])?(?=\s)
    | (?P<inciso>[IVXL]{{1,7}})\s?[-–—](?=\s)
    | (?P<later>\d{{1,3}}{_SUFFIX})[.)](?=\s)
    | (?P<dotted>\d{{1,3}}(?:의\d{{1,2}}|[A-Z]{{0,2}}))\.(?=\s|$|—|\()
    | (?P<circled>[{_CIRCLED}])
    | (?P<spaced>\d{{1,2}})(?=\u3000|[ ][\u3041-\u9fff「（]|$)
    | (?P<numeral>[一二三四五六七八九十]{{1,3}}(?:の[一二三四五六七八九十]{{1,2}})*)(?=[\u3000 \t]|$)
    | (?P<iroha>[イロハニホヘトチリヌルヲワカヨタレソツネナラム])(?=[\u3000 \t]|$)
    | （(?P<round>\d{{1,2}})）
    | (?P<hanguldot>[가나다라마바사아자차카타파하])\.(?=\s)
    | (?P<closed>\d{{1,3}}|[{_LETTERS}](?:[a-z]|[ixv]{{1,5}})?)\)(?=\s|$)
    | (?P<wide>\d{{1,3}})．
    | (?P<letterdot>[a-zA-Zа-я]|[ivx]{{2,5}}|[IVX]{{2,5}}|[أ-ي](?=ـ?\.))ـ?\.(?=\s)
    | (?P<hyphened>\d{{1,3}}|[أ-ي])ـ?\s?[-–](?=\s|$)
    | (?P<dash>[—–•●▪◦·‣*-])(?=\s|$)
    )""",
    re.VERBOSE,
)
# Inside a line a mark counts only behind a stop, and only where its sequence fits (see `outline`).
# Both begin with what is rare in a line; what stands before it is asked only there.
RUN_IN = re.compile(
    rf"""\((?:(?<=[;:.\]—–؛-]\() | (?<=[;:.\]—–؛-][ \u00a0\u2002]\()
      | (?<=[;,][ ]and[ ]\() | (?<=[;,][ ]or[ ]\() | (?<=؛[ ]أو[ ]\() | (?<=؛[ ]و\())
      (?P<gap>\s?)
      (?P<paren>\d{{1,3}}[A-Z]{{0,2}} | [{_LETTERS}](?:[{_LETTERS}]?|[ixv]{{1,5}})(?:\.\d+)?)
      (?P=gap)\)(?=[\s\u2002]|$)""",
    re.VERBOSE,
)
# A first mark left hanging at a line's end, its words on the next line.
HANGING = re.compile(
    r"[ ]\((?<!point \()(?<!points \()(?<!paragraph \()(?<!letter \()(?<!item \()(?<!clause \()(?<!lettra \()"
    r"(?<!paragrafu \()(?<!article \()(?<!section \()(?P<paren>a|i|A)\)[ \t]*$"
)


def line_mark(text: str, start: int, end: int) -> Mark | None:
    """Return the mark that `text[start:end]` begins with, or None."""
    found = LINE_MARK.match(text, start, end)
    if found is None:
        return None
    group = str(found.lastgroup)
    label = found.group(group)
    at = start + len(text[start : found.end()]) - len(text[start : found.end()].lstrip(" \t\u00a0\u3000"))
    readings = _readings(group, label)
    return Mark(at, found.end(), "" if group == "dash" else label, readings) if readings else None


_BARE = re.compile(r"(?P<n>\d{1,2}(?:bis|ter|[a-z])?)[ \u00a0](?=[A-ZÄÖÜÀ-Þ])")


def bare_mark(text: str, start: int, end: int) -> Mark | None:
    """Return the number without a sign that `text[start:end]` begins with, as Swiss paragraphs have it, or None."""
    found = _BARE.match(text, start, end)
    number = re.match(r"\d+", found["n"]) if found else None
    if found is None or number is None:
        return None
    suffix = found["n"][number.end() :]
    key = _with_suffix(int(number[0]), _LATIN.get(suffix, suffix.upper()))
    return Mark(found.start(), found.end("n"), found["n"], (("bare-number", key),))


def run_in_marks(text: str, start: int, end: int) -> list[Mark]:
    """Return marks inside a line that stand behind a stop, and a hanging first mark at its end."""
    marks = []
    for found in RUN_IN.finditer(text, start, end):
        # Singapore sets "( i )" as a letter and "(i)" as a number: the gap tells them apart.
        spaced = bool(found.group("gap"))
        readings = tuple(
            r for r in _readings("paren", found.group("paren")) if not (spaced and "roman" in r[0])
        )
        marks.append(Mark(found.start(), found.end(), found.group("paren"), readings))
    hanging = HANGING.search(text, start, end)
    if hanging and not any(mark.start == hanging.start() + 1 for mark in marks):
        marks.append(
            Mark(
                hanging.start() + 1,
                hanging.end("paren") + 1,
                hanging["paren"],
                _readings("paren", hanging["paren"]),
            )
        )
    return marks


def _readings(group: str, label: str) -> tuple[tuple[str, Key], ...]:
    if group == "dash":
        return (("dash", 1),)
    if group == "sole":
        return (("sect-number", _with_suffix(1, "")),)
    if group == "inciso":
        return (("inciso-roman", _with_suffix(roman_number(label), "")),) if _ROMAN.fullmatch(label) else ()
    if group == "later":
        number = re.match(r"\d+", label)
        assert number is not None
        key = _with_suffix(int(number[0]), _LATIN[label[number.end() :].lstrip("- ")])
        return (("dotted-number", key), ("closed-number", key))
    if group == "circled":
        return (("circled-number", _CIRCLED.index(label) + 1),)
    if group == "numeral":
        head, _, tail = label.partition("の")
        return (("numeral", _with_suffix(han_number(head), str(han_number(tail)) if tail else "")),)
    if group in {"iroha", "hanguldot"}:
        return ((group, label),)
    if group in {"han", "hancomma"}:
        return ((group, han_number(label)),)
    if group == "decimal":
        return ((f"decimal{label.count('.')}", int(label.rsplit(".", 1)[1])),)
    head, _, tail = label.partition(".")
    digits = re.match(r"\d+", head)
    if digits:
        suffix = head[digits.end() :].removeprefix("의")
        return ((f"{group}-number", _with_suffix(int(digits[0]), suffix or tail)),)
    return _letter_readings(group, head, tail)


def _letter_readings(group: str, head: str, tail: str) -> tuple[tuple[str, Key], ...]:
    case = "upper" if head.isupper() else "lower"
    readings: list[tuple[str, Key]] = []
    key = head.lower() if not tail else f"{head.lower()}.{tail}"
    if len(head) <= 2 or head.lower() in {"għ", "ie"}:
        readings.append((f"{group}-{case}", key))
    if not tail and _ROMAN.fullmatch(head) and head:
        readings.append((f"{group}-{case}-roman", _with_suffix(roman_number(head), "")))
    elif tail and _ROMAN.fullmatch(head):
        readings.append((f"{group}-{case}-roman", _with_suffix(roman_number(head), tail)))
    return tuple(readings)


def _with_suffix(number: int, suffix: str) -> int:
    """Number and suffix (2A, 11.4, 8bis) in one order: 2 < 2A < 2AA < 2B < 3."""
    if suffix.isdigit():
        return number * 10_000 + min(int(suffix), 9_999)
    first = (ord(suffix[0]) - 64) * 100 if suffix else 0
    second = ord(suffix[1]) - 64 if len(suffix) > 1 else 0
    return number * 10_000 + max(first, 0) + max(second, 0)


def roman_number(letters: str) -> int:
    """Return the value of a Roman numeral below forty."""
    values = [_ROMAN_VALUES[letter] for letter in letters.lower()]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))


def han_number(signs: str) -> int:
    """Return the value of a Han numeral below ten thousand, as law texts number their units."""
    total = digit = 0
    for sign in signs:
        if sign in _PLACES:
            total += (digit or 1) * _PLACES[sign]
            digit = 0
        else:
            digit = digit * 10 + _HAN[sign]
    return total + digit


def in_han(number: int) -> str:
    """Return a number below one thousand in Han numerals."""
    signs, out = "〇一二三四五六七八九", ""
    for size, place in ((100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += ("" if digit == 1 and place else signs[digit]) + place
    return out


def plain_label(label: str) -> str:
    """Return the label of a unit as printed, a circled or wide number as 1, 2, 3."""
    if label in _CIRCLED and label:
        return str(_CIRCLED.index(label) + 1)
    return label.translate(_WIDE)


def begins(style: str, key: Key) -> bool:
    """Return whether `key` is the first of its style."""
    if style == "dash":
        return True
    if isinstance(key, str):
        return any(key == alphabet[0] for alphabet in _ALPHABETS) or key in ("ا", "aa")
    return key in {1, 10_000}


def follows(style: str, last: Key, key: Key, slack: int = 0) -> bool:
    """Return whether `key` comes next after `last`; up to `slack` marks may be missing between them."""
    if style == "dash":
        return True
    if isinstance(key, str) or isinstance(last, str):
        return _letter_follows(str(last), str(key), slack)
    if last < 10_000 and key < 10_000:
        return 0 < key - last <= 1 + slack
    whole = key // 10_000 - last // 10_000
    return (whole == 0 and key > last) or 0 < whole <= 1 + slack


def _letter_follows(last: str, key: str, slack: int) -> bool:
    last_head, _, last_tail = last.partition(".")
    head, _, tail = key.partition(".")
    if head == last_head:
        return tail.isdigit() and int(tail) > int(last_tail or 0)
    if last_head == "z" and head == "aa":
        return True
    if len(head) == 2 and head[0] == head[1] and last_head == 2 * last_head[0]:
        # German points run "aa), bb), cc)".
        return 0 < ord(head[0]) - ord(last_head[0]) <= 1 + slack
    if len(head) == 2 and len(last_head) == 2 and head.isascii():
        return 0 < (ord(head[0]) - ord(last_head[0])) * 26 + ord(head[1]) - ord(last_head[1]) <= 1 + slack
    for alphabet in _ALPHABETS:
        if head in alphabet and last_head in alphabet:
            step = alphabet.index(head) - alphabet.index(last_head)
            if 0 < step <= 1 + slack:
                return True
    return False
