# ruff: noqa: E501 - sample documents and tables keep their lines whole
"""Word documents: numbers as Word shows them, changes accepted and said, notes apart, tables, boxes, fields."""

import pytest

from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.docx_numerals import numeral
from lexatlas.sources.readers.registry import choose
from tests.sources.trees import lines, parse
from tests.sources.word import HEADINGS, abstract, docx, level, note, num, p, row, t, table

LAW = abstract(
    0, level(0, "decimal", "Article %1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "(%4)"),
)  # fmt: skip


def text(*body: str, **others: str) -> str:
    return parse(docx(*body, **others), "a.docx").text


def field(instruction: str, *result: str) -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{''.join(result)}{end}"


def test_a_law_has_the_structure_that_other_readers_give():
    made = parse(
        docx(
            p("Token Act of Veyland", style="T"), p("Part I", style="H1"),
            p("Definitions", style="H2", num=(1, 0)), p("In this Act:", num=(1, 1)),
            p("a token is a value;", num=(1, 2)), p("a key is a secret.", num=(1, 2)),
            p("Licence", style="H2", num=(1, 0)), p("Nobody may trade without a licence.", num=(1, 1)),
            p("This does not bind:", num=(1, 1)), p("banks that are", num=(1, 2)), p("large;", num=(1, 3)),
            p("old;", num=(1, 3)), p("funds.", num=(1, 2)), table(row("Class", "Capital"), row("A", "OST 100")),
            styles=HEADINGS + '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>',
            numbering=LAW + num(1, 0),
        ),
        "law.docx",
    )  # fmt: skip
    assert lines(made) == [
        "group",
        "  heading",
        "group I Part I",
        "  heading",
        "  article 1 Article 1",
        "    heading",
        "    paragraph 1",
        "      item a",
        "      item b",
        "  article 2 Article 2",
        "    heading",
        "    paragraph 1",
        "    paragraph 2",
        "      item a",
        "        item i",
        "        item ii",
        "      item b",
        "      table",
        "        row",
        "          cell",
        "          cell",
        "        row",
        "          cell",
        "          cell",
    ]
    assert (made.stated, made.gaps) == ({"title": "Token Act of Veyland"}, ())


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 4 28 101"), ("decimalZero", "01 04 28 101"), ("lowerLetter", "a d bb wwww"),
        ("upperRoman", "I IV XXVIII CI"), ("lowerRoman", "i iv xxviii ci"), ("arabicAbjad", "أ د غ فففف"),
        ("arabicAlpha", "أ ث ي ظظظظ"), ("chineseCounting", "一 四 二十八 一百零一"), ("russianLower", "а г ю оооо"),
        ("ordinal", "1st 4th 28th 101st"), ("thaiNumbers", "๑ ๔ ๒๘ ๑๐๑"), ("none", "   "), ("decimalEnclosedCircle", "① ④ 28 101"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_writes_them(form, expected):
    assert " ".join(str(numeral(value, form)) for value in (1, 4, 28, 101)) == expected


def test_a_form_of_number_that_is_not_known_is_left_out_and_said():
    made = parse(
        docx(p("One", num=(1, 0)), numbering=abstract(0, level(0, "cardinalText", "%1.")) + num(1, 0)),
        "a.docx",
    )
    assert made.gaps == ("Left out, since their form is not known: 1 number of list items.",)


def test_levels_restart_and_lists_of_one_form_go_on_or_begin_anew():
    numbering = (
        abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "upperLetter", "(%3)", more='<w:lvlRestart w:val="0"/>'))
        + num(1, 0) + num(2, 0) + num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
        + num(4, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)", start=2)}</w:lvlOverride>')
    )  # fmt: skip
    kinds = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 0), (1, 1), (1, 2), (2, 0), (3, 0), (3, 0), (4, 0), (1, 1)]
    shown = text(*(p("x", num=kind) for kind in kinds), numbering=numbering).split("\n")
    assert [line.split("\t")[0] for line in shown] == [
        "1.", "1.1", "(A)", "1.2", "2.", "2.1", "(B)", "3.", "7.", "8.", "IX)", "9.1",
    ]  # fmt: skip


def test_a_style_brings_numbers_and_a_list_may_be_switched_off():
    styles = HEADINGS + (
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="Sub"/><w:basedOn w:val="C"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + num(1, 0)
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        p("Alpha:", style="C"),
        p("beta;", style="D"),
        p("gamma", style="C", more=off),
        p("delta.", style="D"),
        p("Epsilon", style="C"),
    )
    assert (
        text(*body, styles=styles, numbering=numbering)
        == "1.\tAlpha:\n(a)\tbeta;\ngamma\n(b)\tdelta.\n2.\tEpsilon"
    )


def test_legal_numbering_and_bullets():
    numbering = (
        abstract(0, level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", more="<w:isLgl/>"))
        + abstract(1, level(0, "bullet", "\uf0b7"))
        + num(1, 0)
        + num(2, 1)
    )
    made = parse(
        docx(
            p("One", num=(1, 0)),
            p("Two", num=(1, 1)),
            p("It covers:"),
            p("keys;", num=(2, 0)),
            p("coins.", num=(2, 0)),
            numbering=numbering,
        ),
        "a.docx",
    )
    assert made.text == "I\tOne\n1.1\tTwo\nIt covers:\nkeys;\ncoins."
    assert [segment.kind for segment in made.segments][-2:] == ["item", "item"]


def test_changes_are_read_as_accepted_and_this_is_said():
    body = (
        p(
            "A dealer ",
            '<w:ins w:id="1">' + t("must ") + "</w:ins>",
            '<w:del w:id="2"><w:r><w:delText>may </w:delText></w:r></w:del>',
            "hold a licence",
            more='<w:rPr><w:del w:id="3"/></w:rPr>',
        ),
        p(" and a seal."),
        p(
            '<w:del w:id="4"><w:r><w:delText>Gone.</w:delText></w:r></w:del>',
            more='<w:rPr><w:del w:id="5"/></w:rPr>',
        ),
        p("Last."),
    )
    made = parse(docx(*body), "a.docx")
    assert made.text == "A dealer must hold a licence and a seal.\nLast."
    assert made.stated["tracked-changes"] == "accepted: 1 inserted, 2 deleted"
    assert made.gaps == (
        "The document holds tracked changes (1 insertion, 2 deletions). It was read as if all were accepted: what is deleted was left out.",
    )


def test_a_deleted_row_and_a_deleted_number_count_for_nothing():
    gone = row("B", "2").replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>')
    assert text(table(row("A", "1"), gone, row("C", "3"))) == "A\t1\nC\t3"
    deleted = p(
        '<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>',
        num=(1, 0),
        more='<w:rPr><w:del w:id="2"/></w:rPr>',
    )
    assert (
        text(p("a", num=(1, 0)), deleted, p("b", num=(1, 0)), numbering=LAW + num(1, 0))
        == "Article 1.\ta\nArticle 2.\tb"
    )


def test_notes_stand_apart_and_never_touch_a_number():
    called = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    made = parse(
        docx(
            p("It costs OST 100", called, " a year", '<w:r><w:endnoteReference w:id="5"/></w:r>', "."),
            footnotes=note("footnote", 2, "Of 2029."),
            endnotes=note("endnote", 5, "Since 2030."),
        ),
        "a.docx",
    )
    assert made.text == "It costs OST 100 a year.\nOf 2029.\nSince 2030."
    assert [(s.kind, s.label, s.part) for s in made.segments if s.kind == "footnote"] == [
        ("footnote", "1", "note"),
        ("footnote", "i", "note"),
    ]
    assert "1005" not in text(p("OST 100", called, "5"), footnotes=note("footnote", 2, "x"))


def test_notes_called_in_a_table_stand_behind_it():
    called = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert (
        text(table(row(p("A", called), "1"), row("B", "2")), footnotes=note("footnote", 2, "Note."))
        == "A\t1\nB\t2\nNote."
    )


def test_fields_stand_for_their_result_and_contents_for_nothing():
    body = (
        p(field("TOC \\o", t("Licence"))),
        p("See ", field(" REF _x \\h ", t("section 5")), " on page ", field(" PAGE ", t("7")), "."),
        p('<w:fldSimple w:instr=" DOCPROPERTY Name ">' + t("Veyland") + "</w:fldSimple>"),
        p("Licence 3", style="TOC1"),
    )
    styles = HEADINGS + '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    assert text(*body, styles=styles) == "See section 5 on page .\nVeyland"


def test_hidden_and_struck_words_are_left_out_and_counted():
    made = parse(
        docx(
            p(
                "A ",
                t("secret ", "<w:vanish/>"),
                t("shown ", '<w:vanish w:val="0"/>'),
                t("old ", "<w:strike/>"),
                "word",
            )
        ),
        "a.docx",
    )
    assert made.text == "A shown word"
    assert made.gaps == (
        "Left out as hidden: 7 characters.",
        "Left out as struck through: 4 characters.",
    )


def test_what_only_asks_for_an_entry_is_no_text():
    asked = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    filled = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        p("Name: ", asked.format(t("Click to enter")), filled.format(t("Veyland"))),
        asked.format(p("Enter")),
        filled.format(p("End")),
    )
    assert text(*body) == "Name: Veyland\nEnd"


def test_boxes_are_told_once_and_set_apart():
    box = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
    drawn = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    made = parse(docx(p("Words that go on for a while", drawn, " and on, and on, and on, and on.")), "a.docx")
    assert made.text == "Words that go on for a while and on, and on, and on, and on.\nIn a box."
    assert made.segments[-1].part == "note"
    whole = parse(docx(p("Hi", drawn.replace("In a box.", "A text that is wholly set in boxes."))), "a.docx")
    assert whole.segments[-1].part == "operative"


def test_signs_hyphens_tabs_and_breaks():
    assert text(
        p(
            t("not"), "<w:r><w:noBreakHyphen/></w:r>", t("so"), "<w:r><w:softHyphen/></w:r>", t("-called"), "<w:r><w:tab/></w:r>",
            t("5 "), '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', t(" 3 \uf0b1 2"), "<w:r><w:br/></w:r>", t("next"),
            t("a\uf062", '<w:rFonts w:ascii="Symbol"/>'), t("10"), t("2", '<w:vertAlign w:val="superscript"/>'), '<w:r><w:br w:type="page"/></w:r>', t("end"),
        )
    ) == "not-so-called 5 ≥ 3 ± 2\nnextαβ10 2 end"  # fmt: skip


def test_signs_that_are_not_known_and_formulas_are_said():
    made = parse(
        docx(
            p(
                "A ",
                '<w:r><w:sym w:font="Secret Font" w:char="F041"/></w:r>',
                " b ",
                "<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>",
                ".",
            )
        ),
        "a.docx",
    )
    assert made.text == "A \ufffd b \ufffc ."
    assert made.gaps == (
        "Not read as text, and shown as \ufffc: 1 formula.",
        "Not known, and shown as \ufffd: 1 sign of a symbol font.",
        "1 passage with signs that could not be read is not quoted; nothing rests on them.",
    )


def test_headings_by_level_and_by_name_in_other_languages():
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Überschrift 2"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="Own"/><w:basedOn w:val="a"/></w:style>'
    made = parse(
        docx(
            p("First", style="a"),
            p("Words."),
            p("Second", style="b"),
            p("A whole clause that is set as a heading to have a number;", style="b"),
            styles=styles,
        ),
        "a.docx",
    )
    assert [segment.kind for segment in made.segments].count("heading") == 2


def test_an_arabic_law_with_numbers_by_letters():
    numbering = abstract(0, level(0, "decimal", "المادة (%1)"), level(1, "arabicAbjad", "%2-")) + num(1, 0)
    made = parse(
        docx(
            p("الترخيص", num=(1, 0), more="<w:bidi/>"),
            p("يشترط ما يلي:", more="<w:bidi/>"),
            p("رأس المال؛", num=(1, 1)),
            p("المقر.", num=(1, 1)),
            numbering=numbering,
        ),
        "a.docx",
    )
    assert lines(made) == ["article 1 المادة 1", "  heading", "  item أ", "  item ب"]


def test_the_language_is_the_one_of_most_words():
    made = parse(
        docx(p(t("Nhiều chữ Việt", '<w:lang w:val="vi-VN"/>'), t("one", '<w:lang w:val="en-GB"/>'))), "a.docx"
    )
    assert made.stated["language"] == "vi-VN"


def test_old_vietnamese_fonts_are_read_as_the_letters_they_draw():
    styles = '<w:style w:type="paragraph" w:styleId="n" w:default="1"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
    drawn = p(
        t("LuËt", '<w:rFonts w:ascii=".VnTimeH"/>'),
        t(" nµy quy ®Þnh "),
        t("Ñieàu 1", '<w:rFonts w:ascii="VNI-Times"/>'),
    )
    assert text(drawn, styles=styles) == "LUẬT này quy định Điều 1"


def test_content_decides_and_not_the_name():
    assert choose(Given(docx(p("Words")), "law.pdf")) == "docx"
    assert choose(Given(docx(p("Words"), comments="<w:p/>"), "macro.docm")) == "docx"
