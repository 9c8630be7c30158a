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

    Tries the byte order mark, UTF-8, the charset declared in the file or by the server, then a guess.
    Raises `Unreadable` when the bytes are no text.
    """
    if given.is_binary:
        raise Unreadable(f"'{_shown(given.name)}' is a binary file, not text; it was not read.")
    text, charset = _decoded(given)
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
    return text, {"charset": charset}, gaps


def _shown(name: str) -> str:
    return name.rsplit("/", 1)[-1][:120] or "The document"


def _decoded(given: Given) -> tuple[str, str]:
    raw = given.raw
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw.decode(encoding, "replace"), encoding
    if sixteen := _utf16_without_mark(raw[:65536]):
        return raw.decode(sixteen, "replace"), sixteen
    declared = [given.charset, *_declared(raw)]
    for name in ["utf-8", *declared]:
        text = _try(raw, name)
        if text is not None:
            return text, _known(name)
    return _guess(raw, declared)


def _declared(raw: bytes) -> list[str]:
    return [found.decode("ascii") for found in _META.findall(raw[:4096])]


def _known(name: str) -> str:
    return codecs.lookup(name).name


def _try(raw: bytes, name: str) -> str | None:
    try:
        # Codecs that are no charsets (base64, zip) exist under such names too.
        if not name or not codecs.lookup(name)._is_text_encoding:
            return None
        return raw.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guess(raw: bytes, declared: list[str]) -> tuple[str, str]:
    high = sum(byte > 127 for byte in raw[:20_000])
    guessed = ""
    if len(raw) >= 400 or high * 10 > len(raw) * 3:
        # Costs 15 MiB and 60 ms: only where everything that was declared has failed, and there is
        # enough to judge by; a short text with few accents is taken for Western European.
        from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed

        best = from_bytes(raw[:200_000]).best()
        guessed = best.encoding if best else ""
    for name in [guessed, "cp1252", *declared, "latin-1"]:
        text = _try(raw, name)
        if text is not None:
            return text, _known(name)
    return raw.decode("utf-8", "replace"), "utf-8"


def _utf16_without_mark(start: bytes) -> str:
    """UTF-16 of Latin text shows as zeros in every other place."""
    if len(start) < 16:
        return ""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd * 10 > half * 7 and even * 20 < half:
        return "utf-16-le"
    return "utf-16-be" if even * 10 > half * 7 and odd * 20 < half else ""
