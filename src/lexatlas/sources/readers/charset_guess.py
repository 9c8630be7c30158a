"""Whether decoded text can be meant, and which charset to try where nothing that is declared fits."""

import codecs
import re

from lexatlas.sources.readers import charset_vietnamese as vietnamese

# What a declared name means in practice: the wider charset that files of that name are written in.
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
_ALIASES = {
    "x-sjis": "cp932", "x-gbk": "gb18030", "x-euc-kr": "cp949", "windows-874": "cp874", "x-user-defined": "",
    "iso-8859-8-i": "iso8859-8", "unicode": "utf-8", "ks_c_5601-1987": "cp949", "windows-949": "cp949",
    "windows-31j": "cp932", "arabic": "cp1256", "x-cp1251": "cp1251", "x-cp1252": "cp1252", "x-big5": "big5hkscs",
}  # fmt: skip
_NO_CHARSET = frozenset({
    "unicode-escape", "raw-unicode-escape", "unicode_escape", "raw_unicode_escape", "punycode", "idna", "utf-7",
    "undefined", "mbcs", "oem",
})  # fmt: skip
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "koi8_u",
    "cp866", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp874", "iso8859_2", "iso8859_3", "iso8859_5",
    "iso8859_6",
]  # fmt: skip
_LATIN = frozenset({"cp1250", "cp1254", "cp1257", "cp1258", "iso8859_2", "iso8859_3", "cp1252"})
_SAMPLE = 60_000
_HIGH = re.compile(r"[\u0080-\u024f]")
_HIGH_RUN = re.compile(r"[\u0080-\u024f]{3,}")
_SYMBOL_IN_WORD = re.compile(r"(?<=[a-z])[\u0080-\u009f¡-©«-¶¸¹»-¿×÷](?=[a-z])")
_STRANGE = re.compile(r"[\ufffd\u0080-\u009f]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OTHER = re.compile(r"[\u0370-\u06ff\u0e00-\u0e7f]")
# Turkish read as Western shows Icelandic letters without the vowels that Icelandic has beside them.
_ICELANDIC = re.compile(r"[ðþýÐÞÝ]")
_VOWELS_OF_ICELAND = re.compile(r"[áíóúæ]")
_FLIPPED = re.compile(r"[а-яёa-zà-ÿ][А-ЯЁÀ-Þ]")
_RUSSIAN_ONLY = re.compile(r"[А-Яьыэюя]")


def known(name: str) -> str:
    """Return the codec that a declared charset stands for, or an empty string when there is none."""
    name = name.strip().strip("'\"").lower()
    name = _ALIASES.get(name, name)
    if vietnamese.named(name):
        return vietnamese.named(name)
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    # Codecs that are no charsets (base64, zip), or that read a text's own words as orders, have names too.
    if found.name in _NO_CHARSET:
        return ""
    return _MEANT.get(found.name, found.name) if found._is_text_encoding else ""


def decoded(raw: bytes, name: str) -> str | None:
    """Return `raw` in the codec `name` (as `known` gives it), or None when it does not fit."""
    if not name:
        return None
    if vietnamese.named(name):
        return vietnamese.decoded(raw, name)
    try:
        return raw.decode(name)
    except (LookupError, UnicodeError, ValueError):
        # Five places of Windows-1252 mean nothing; old pages hold them all the same.
        return raw.decode(name, "replace") if name == "cp1252" and _few_undefined(raw) else None


def _few_undefined(raw: bytes) -> bool:
    return sum(raw.count(byte) for byte in b"\x81\x8d\x8f\x90\x9d") * 200 < len(raw)


def is_plausible(text: str) -> bool:
    """Return whether letters stand as writers of any language set them, not as another charset's bytes do."""
    sample = text[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    runs = sum(map(len, _HIGH_RUN.findall(sample)))
    if high > 4 and (runs * 10 > high * 4 or len(_STRANGE.findall(sample)) * 5 > high):
        return False
    if len(_SYMBOL_IN_WORD.findall(sample)) * 10 > max(high, 1) and high > 9:
        return False
    if len(_ICELANDIC.findall(sample)) * 4 > max(high, 16) and not _VOWELS_OF_ICELAND.search(sample):
        return False
    words = [word for word in _WORD.findall(sample) if not word.isascii()]
    if len(words) < 4:
        return True
    mixed = sum(1 for word in words if _OTHER.search(word) and re.search("[A-Za-z]", word))
    flipped = sum(1 for word in words if _FLIPPED.search(word) and not word.isupper())
    return mixed * 5 < len(words) and flipped * 10 < len(words) * 3


def guessed(raw: bytes) -> str:
    """Return the charset that fits best by the words it gives, or an empty string."""
    # Costs 15 MiB and 60 ms: only where nothing that is declared fits.
    from charset_normalizer import from_bytes  # noqa: PLC0415 - as said above

    if viet := vietnamese.by_words(raw):
        return viet
    best = from_bytes(raw[:200_000], cp_isolation=_CANDIDATES).best()
    name = best.encoding if best else ""
    western = decoded(raw, "cp1252")
    if name in _LATIN or not name:
        # Central European letters are often guessed for a few Western ones.
        return "cp1252" if western is not None and is_plausible(western) else name
    if name == "cp1251" and not _RUSSIAN_ONLY.search(raw.decode("cp1251", "replace")):
        return "cp1255"
    return name
