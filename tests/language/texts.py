"""A tiny marked-up form for hand-made texts with structure: one line a segment, indented by level."""

import re

from lexatlas.core.evidence import CanonicalText, Segment

_TAG = r"<(?P<kind>\w+)(?: (?P<label>[^>|]*))?(?:\|(?P<mark>[^>|]*))?(?:\|(?P<part>[^>]*))?>"
_LINE = re.compile(rf"(?P<indent> *){_TAG} ?(?P<words>.*)")


def structured(source: str) -> CanonicalText:
    """Build a text from lines such as `<item a> (a) gold;`; a line without a tag is its parent's."""
    text, segments, stack = "", [], []
    for line in source.strip("\n").splitlines():
        match = _LINE.match(line)
        if match is None:
            indent, words = len(line) - len(line.lstrip()), line.strip()
            stack = [entry for entry in stack if entry[0] < indent]
        else:
            indent, words = len(match["indent"]), match["words"]
            stack = [entry for entry in stack if entry[0] < indent]
            segments.append([match, len(text), stack[-1][1] if stack else -1])
            stack.append((indent, len(segments) - 1))
        text += words + "\n"
        for _, index in stack:
            segments[index] = [*segments[index][:3], len(text) - 1]
    made = []
    for match, start, parent, end in segments:
        named = {
            "label": match["label"] or "",
            "mark": match["mark"] or "",
            "part": match["part"] or "operative",
        }
        made.append(Segment(match["kind"], start, end, parent, **named))
    return CanonicalText(text, tuple(made))


STATUTE = structured("""
<article 4|Article 4>
  <heading> Article 4 Licences
  <paragraph 1> 1. Nobody shall sell tokens unless that person:
    <item a> (a) holds a licence; or
    <item b> (b) is a bank.
  <paragraph 2> 2. An applicant shall state the following. It may add maps. The file must hold:
    <item a> (a) the name;
    <item b> (b) for each shop:
      <item i> (i) its street;
      <item ii> (ii) its town;
    and be signed by the applicant.
  <paragraph 3> 3. See Art. 5 of Act No. 3 of 2019, i.e. the old Act. The fee is EUR 5 000 000.
<article 5|Article 5>
  <paragraph 1> 1. This Act enters into force on 1 May 2031.
  <note> [Act not in force.]
""")
