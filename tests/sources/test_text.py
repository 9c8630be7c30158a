# ruff: noqa: E501 - sample documents and tables keep their lines whole
"""Plain text: articles by word and by number, nested points, definitions, notes, footnotes, annexes."""

import pytest

from tests.sources.trees import at, lines, parse, words

UNION = """Regulation of the Union of Ostravia on Digital Tokens

(1) Tokens are traded across borders.

(2) Rules are needed.

TITLE I
Subject matter

Article 1 - Definitions
1.   For the purposes of this Regulation, the following definitions apply:

(1)

‘token’ means a digital representation of value;

(2)

‘service’ means any of the following:

(a)

custody of tokens;

(b)

exchange of tokens.

2.   The Council may specify further terms.

Article 2
Authorisation

1.   A person shall not provide services unless that person is:

(a)

authorised under Article 3; or

(b)

a bank.

Point (a) does not apply where:

(i)

the value is below OST 100; or

(ii)

the client is a bank.

2.   The authority shall decide within 40 days.

Article 3 - Transitional measures
Providers may continue until 1 July 2031.

Done at Karsk, 3 May 2030.

For the Council

(1)

OJ O 12, 1.2.2029, p. 4.

(2)  Position of the Assembly.

ANNEX I

MINIMUM CAPITAL

Services

Capital

Class 1

Providers of the following services:

—

advice;

—

placing.

OST 50 000

Class 2

Providers of custody.

OST 125 000
"""


def test_a_union_act_has_recitals_groups_articles_points_footnotes_and_an_annex_with_rows():
    assert lines(parse(UNION, "u.txt"), parts=True) == [
        "block heading",
        "recital 1 Recital 1 recital",
        "recital 2 Recital 2 recital",
        "group I TITLE I operative",
        "  heading heading",
        "  article 1 Article 1 definition",
        "    heading heading",
        "    paragraph 1 definition",
        "      item 1 definition",
        "      item 2 definition",
        "        item a definition",
        "        item b definition",
        "    paragraph 2 definition",
        "  article 2 Article 2 operative",
        "    heading heading",
        "    paragraph 1 operative",
        "      item a operative",
        "      item b operative",
        "      block operative",
        "        item i operative",
        "        item ii operative",
        "    paragraph 2 operative",
        "  article 3 Article 3 transitional",
        "    heading heading",
        "block note",
        "footnote 1 note",
        "footnote 2 note",
        "annex I Annex I schedule",
        "  heading heading",
        "  block schedule",
        "  block schedule",
        "  row Class 1 schedule",
        "    cell schedule",
        "    cell schedule",
        "      item schedule",
        "      item schedule",
        "    cell schedule",
        "  row Class 2 schedule",
        "    cell schedule",
        "    cell schedule",
        "    cell schedule",
    ]


def test_a_title_on_the_next_line_belongs_to_the_heading():
    text = parse(UNION, "u.txt")
    heading = next(s for s in text.segments if words(text, s) == "Article 2\nAuthorisation")
    assert (heading.kind, heading.part) == ("heading", "heading")


def test_a_row_of_an_annex_reaches_its_amount():
    text = parse(UNION, "u.txt")
    row = next(s for s in text.segments if s.label == "Class 2")
    assert words(text, row) == "Class 2\n\nProviders of custody.\n\nOST 125 000"


ISLAND = """Tokens Act 2021

https://laws.example/tokens


PART 1 - PRELIMINARY

1. Short title
1. This Act is the Tokens Act 2021.

2. Interpretation
2. —(1) In this Act, unless the context otherwise requires — “bank” has the meaning given by section 2 of the Banking Act; “token” means any digital representation of value that — ( a ) is expressed as a unit; ( b ) can be traded; and ( c ) is not pegged. [Act 1 of 2022 wef 01/03/2023] “trader” means a person that trades. (2) A reference in subsection (1) to a bank includes its branch.

3. Licensing
3. —(1) A person must not trade unless — ( a ) both of the following apply: (i) the person has a licence; (ii) the total value in one month exceeds — (A) $3 million, for one token; or (B) $6 million, for 2 or more tokens; or ( b ) the person is exempt. (2) A person that contravenes subsection (1)( a ), ( b ) or section 2(1) commits an offence. (2A) The penalty is $9,000. [Act 5 of 2024 wef 09/03/2024] (3) This section applies despite section 2.

PART 2 - SAVING AND TRANSITIONAL PROVISIONS

3A. Saving
3A. Section 3 of the former Act continues to apply.
"""


def test_run_in_marks_nest_and_references_stay_text():
    text = parse(ISLAND, "i.txt")
    assert lines(text)[8:] == [
        "    paragraph 1",
        "      definition bank",
        "      definition token",
        "        item a",
        "        item b",
        "        item c",
        "          note",
        "      definition trader",
        "    paragraph 2",
        "  article 3 s. 3",
        "    heading",
        "    paragraph 1",
        "      item a",
        "        item i",
        "        item ii",
        "          item A",
        "          item B",
        "      item b",
        "    paragraph 2",
        "    paragraph 2A",
        "      note",
        "    paragraph 3",
        "group 2 PART 2",
        "  heading",
        "  article 3A s. 3A",
        "    heading",
    ]
    assert words(text, at(text, "s. 3", "1", "a", "ii", "B")) == "(B) $6 million, for 2 or more tokens; or"
    assert at(text, "s. 3A").part == "transitional"
    assert at(text, "s. 2", "1", "token").part == "definition"
    assert {s.part for s in text.segments if s.kind == "note"} == {"note"}


def test_the_number_that_a_section_repeats_is_part_of_its_heading():
    text = parse(ISLAND, "i.txt")
    headings = [words(text, s) for s in text.segments if s.kind == "heading"]
    assert "3. Licensing\n3. —" in headings


WRAPPED = """Virtual Holdings Act

1. Offers
(1)
No issuer shall offer holdings in or from Vallenza unless such
issuer draws up a paper which (a)

complies with article 2; and

(b)

is registered by the competent authority in accordance with the
rules:

Registration of
papers.
Amended by:
XIV.2024.3.

Provided that where the holding is money, the issuer shall be
required to comply with the applicable laws in lieu of the
provisions of this Act.
(2) No paper shall be issued within one (1)
month of its registration, and article 2(1) shall apply thereto.

2. Duties
An issuer shall act honestly and shall inform the said

Duties of the
issuer.

competent authority without delay of every matter of which it
has knowledge.

3. Cessation
(1) The provisions of articles 1 to 2 shall cease to have effect as
from 30 December 2031.
(2) Any licence granted under this Act shall be cancelled on the
same date, and no fee shall be refunded to the licence holder.
"""


def test_wrapped_lines_side_notes_and_provisos():
    text = parse(WRAPPED, "w.txt")
    assert lines(text) == [
        "block",
        "article 1 Article 1",
        "  heading",
        "  paragraph 1",
        "    item a",
        "    item b",
        "      note",
        "    block",
        "  paragraph 2",
        "article 2 Article 2",
        "  heading",
        "  note",
        "article 3 Article 3",
        "  heading",
        "  paragraph 1",
        "  paragraph 2",
    ]
    assert words(text, at(text, "Article 1", "2")).startswith(
        "(2) No paper shall be issued within one (1)\nmonth"
    )


AMENDING = """Law amending the Banking Law of Ostravia

Article 1 - Scope
This Law changes the Banking Law.

Article 2 - Amendment to Law No 7
Article 4 of Law No 7 is replaced by the following:

‘Article 4

1. A bank may hold tokens.’;

Article 3 - Entry into force
This Law enters into force on 1 May 2031.
"""


def test_text_put_into_another_law_is_quoted():
    text = parse(AMENDING, "a.txt")
    quoted = [words(text, s) for s in text.segments if s.part == "quoted-old-text" and s.kind == "block"]
    assert quoted == ["‘Article 4\n\n1. A bank may hold tokens.’;"]
    assert at(text, "Article 3").part == "transitional"


@pytest.mark.parametrize(
    ("raw", "marks"),
    [
        ("第一章 总则\n\n第一条　为了规范代币，制定本法。\n\n第二条　机构应当：\n（一）登记；\n（二）报告。\n", ["第一章", "第一条", "第二条"]),
        ("Điều 1. Phạm vi\n\nLuật này áp dụng.\n\nĐiều 2. Điều kiện\n\n1. Có vốn:\n\na) 10 tỷ;\n\nb) 20 tỷ.\n", ["Điều 1", "Điều 2"]),
        ("Статья 1. Предмет\n\nЗакон действует.\n\nСтатья 2. Запрет\n\n1. Запрещается:\n\nа) обмен;\n\nб) выпуск.\n", ["Статья 1", "Статья 2"]),
        ("المادة (1)\nتعريفات\nالرمز: قيمة رقمية.\n\nالمادة 2\nالترخيص\n1- يجب الترخيص.\n2- تحدد الرسوم.\n", ["المادة 1", "المادة 2"]),
        ("Artículo 1. Objeto\n\nLa ley regula.\n\nArtículo 2. Licencia\n\n1. Se exige:\n\na) capital;\n\nb) sede.\n", ["Artículo 1", "Artículo 2"]),
        ("§ 1 Zweck\n\nDas Gesetz gilt.\n\n§ 2 Erlaubnis\n\n(1) Wer Token verwahrt, bedarf der Erlaubnis.\n\n(2) Sie ist zu befristen.\n", ["§ 1", "§ 2"]),
        ("Artigo 1.\nObjeto\n\nA lei regula.\n\nArtigo 2.\nLicença\n\na) capital;\n\nb) sede.\n", ["Artigo 1", "Artigo 2"]),
    ],
)  # fmt: skip
def test_articles_are_found_in_many_languages(raw, marks):
    text = parse(raw, "law.txt")
    assert [s.mark for s in text.segments if s.mark] == marks


def test_points_in_han_vietnamese_cyrillic_and_arabic_marks():
    han = parse("第一条　机构应当：\n（一）登记；\n（二）报告。\n\n第二条　完。\n", "z.txt")
    assert [s.label for s in han.segments if s.kind == "item"] == ["一", "二"]
    vi = parse(
        "Điều 1. A\n\n1. Có:\n\nc) một;\n\nd) hai;\n\nđ) ba;\n\ne) bốn.\n\nĐiều 2. B\n\nHết.\n", "v.txt"
    )
    assert [s.label for s in vi.segments if s.kind == "item"] == ["c", "d", "đ", "e"]
    ar = parse(
        "المادة 1\nعام\n1- يلتزم بالآتي:\nأ- التسجيل.\nب- الإفصاح.\nج- الحفظ.\n\nالمادة 2\nختام\nانتهى.\n",
        "a.txt",
    )
    assert [s.label for s in ar.segments if s.kind == "item"] == ["أ", "ب", "ج"]


def test_prose_without_articles_is_blocks():
    text = parse(
        "Karsk bans tokens\n\nThe council met on Monday.\n\nIt said Article 5 would follow.\n", "n.txt"
    )
    assert lines(text, parts=True) == ["block operative"] * 3
