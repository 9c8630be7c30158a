"""From bytes to characters: byte order mark, what the file or the server declares, then a guess."""

import codecs
import re
from dataclasses import dataclass, field

from lexatlas.core.errors import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_META = re.compile(
    rb"""(?:charset\s*=\s*["']?\s*|encoding\s*=\s*["'])([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
# What no text format uses; the separators U+001C–1F and form feed stand in old court texts.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1b\x7f\ufffe\uffff\ud800-\udfff]")
# Letters, digits, marks and stops of the scripts that laws are written in.
_USUAL = re.compile(
    "[\n\r\t -~\u00a0-\u017f\u0300-\u06ff\u0900-\u097f\u0e00-\u0e7f\u1e00-\u1eff\u2010-\u2026"
    "\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]"
)
_MAGIC = (b"%PDF", b"PK\x03\x04", b"PK\x05\x06", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\x1f\x8b",
          b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"MZ\x90", b"RIFF", b"7z\xbc\xaf",
          b"Rar!")  # fmt: skip


@dataclass(frozen=True)
class Given:
    """Raw bytes with what is told of them: a file name or address, media type, charset, language."""

    raw: bytes
    name: str = ""
    media_type: str = ""
    charset: str = ""
    language: str = ""
    head: bytes = field(default=b"", init=False)

    def __post_init__(self) -> None:
        """Keep the first bytes without byte order mark or white space, for sniffing."""
        start = self.raw[:4096]
        for bom, encoding in _BOMS:
            if start.startswith(bom):
                start = start.decode(encoding, "ignore").encode()
                break
        object.__setattr__(self, "head", start.lstrip())

    @property
    def suffix(self) -> str:
        """The name's last suffix in small letters, without the dot."""
        name = self.name.split("?")[0].split("#")[0].rsplit("/", 1)[-1]
        return name.rsplit(".", 1)[-1].lower() if "." in name else ""

    @property
    def is_binary(self) -> bool:
        """Whether the bytes are of a known binary form, or hold NUL bytes that nothing explains."""
        if self.raw.startswith(_MAGIC):
            return True
        if any(self.raw.startswith(bom) for bom, _ in _BOMS):
            return False
        start = self.raw[:65536]
        return start.count(0) * 200 > len(start) and not _utf16_without_mark(start)


def decode(given: Given) -> tuple[str, dict[str, str], list[str]]:
    """Return the text with line ends as "\\n", what is stated of its charset, and gaps.

    Tries the byte order mark, UTF-8, the charset declared by the server or in the file (where the letters it
    gives can be meant), then a guess, which is said as `charset-by`. Raises `Unreadable` when the bytes are no text.
    """
    if given.is_binary:
        raise Unreadable(f"'{_shown(given.name)}' is a binary file, not text; it was not read.")
    text, charset, basis = _decoded(given)
    gaps = []
    bad = text.count("\ufffd")
    controls = len(_CONTROLS.findall(text))
    if controls:
        text = _CONTROLS.sub(" ", text)
    if text and controls * 20 > len(text):
        raise Unreadable(f"'{_shown(given.name)}' is a binary file, not text; it was not read.")
    if bad:
        gaps.append(f"{bad} characters could not be decoded as {charset} and stand as \ufffd.")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    told = {"charset": charset, "charset-by": basis} if basis else {"charset": charset}
    declared = [name for name in (given.charset, *_declared(given.raw)) if name]
    if basis and declared:
        gaps.append(
            f"The charset that is declared ({declared[0][:40]}) does not fit the bytes; "
            f"they were read as {charset}, by a guess."
        )
    return text, told, gaps


def _shown(name: str) -> str:
    return name.rsplit("/", 1)[-1][:120] or "The document"


def _decoded(given: Given) -> tuple[str, str, str]:
    """Return the text, its charset, and "guess" where nothing that was declared decided."""
    raw = given.raw
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw.decode(encoding, "replace"), encoding, ""
    if sixteen := _utf16_without_mark(raw[:65536]):
        return raw.decode(sixteen, "replace"), sixteen, ""
    try:
        return raw.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError:
        # Most of the work below loads tables; nearly every file of today ends above.
        return _not_utf8(given)


def _not_utf8(given: Given) -> tuple[str, str, str]:
    from lexatlas.sources.readers import charset_guess as guess  # noqa: PLC0415 - as said above
    from lexatlas.sources.readers.charset_vietnamese import by_font  # noqa: PLC0415 - as said above

    raw = given.raw
    fonts = by_font(raw[:65536])
    names = [guess.known(name) for name in (fonts, given.charset, *_declared(raw))]
    readings = [(name, guess.decoded(raw, name)) for name in dict.fromkeys(filter(None, names))]
    fits = [(name, text) for name, text in readings if text is not None]
    for name, text in fits:
        if guess.is_plausible(text):
            return text, name, ""
    western = guess.decoded(raw, "cp1252")
    if not fits and _little_to_judge_by(raw) and western is not None and guess.is_plausible(western):
        return western, "cp1252", "guess"
    name = guess.guessed(raw) or (fits[0][0] if fits else "cp1252")
    best = guess.decoded(raw, name)
    return (best, name, "guess") if best is not None else (raw.decode("utf-8", "replace"), "utf-8", "guess")


def _little_to_judge_by(raw: bytes) -> bool:
    return len(raw) < 400 and sum(byte > 127 for byte in raw) * 10 <= len(raw) * 3


def _declared(raw: bytes) -> list[str]:
    return [found.decode("ascii") for found in _META.findall(raw[:4096])]


def _utf16_without_mark(start: bytes) -> str:
    """UTF-16 of Latin text shows as zeros in every other place; of other scripts, as text of few scripts."""
    if len(start) < 16:
        return ""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd * 10 > half * 7 and even * 20 < half:
        return "utf-16-le"
    if even * 10 > half * 7 and odd * 20 < half:
        return "utf-16-be"
    # Without one zero there is neither a space nor a line end: no text of sixteen bits.
    return _utf16_of_any_script(start[: half * 2][:8192]) if even or odd else ""


def _utf16_of_any_script(start: bytes) -> str:
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = start.decode(name)
        except UnicodeDecodeError:
            continue
        if len(_USUAL.findall(text)) * 100 >= len(text) * 97:
            return name
    return ""
