"""A Thai order read whole, whatever follows it: bars behind their act, amounts a day, commencement, foot and note."""

from lexatlas.analysts.extractive.facts import extract
from lexatlas.sources.readers import text
from lexatlas.sources.readers.charset import Given

ORDER = """ประกาศสำนักงานทะเบียนเรือ

เรื่อง การให้บริการเหรียญสะสม

ข้อ ๑ ประกาศนี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป เว้นแต่ข้อ ๔ ให้ใช้บังคับตั้งแต่วันที่ ๑ มีนาคม พ.ศ. ๒๕๗๔

ข้อ ๒ ในประกาศนี้
“เหรียญสะสม” หมายความว่า หน่วยข้อมูลที่ใช้แลกเปลี่ยนกับของสะสม
“นายท่า” หมายความว่า บุคคลซึ่งดูแลท่าเรือตามสัญญาเช่า

ข้อ ๓ นายท่าจะรับฝากหรือโอนเหรียญสะสมของลูกค้าเพื่อประโยชน์ของตนเองมิได้ และจะให้ผู้อื่นทำแทนก็มิได้เช่นกัน

ข้อ ๔ ในกรณีที่นายท่าถือเหรียญสะสมอยู่ก่อนวันที่ประกาศนี้ใช้บังคับ ให้ขายภายในวันที่ ๓๑ สิงหาคม พ.ศ. ๒๕๗๔

ข้อ ๕ ผู้ใดฝ่าฝืนข้อ ๓ ต้องระวางโทษปรับไม่เกินเจ็ดล้านบาท และปรับอีกวันละไม่เกินสองหมื่นบาทตลอดเวลาที่ยังฝ่าฝืนอยู่

ข้อ ๖ นายท่าต้องรับโอนเหรียญสะสมไม่เกิน ๓ ล้านบาทต่อไตรมาส

ข้อ ๗ ผู้อำนวยการสำนักงานมีอำนาจสั่งให้นายท่าส่งข้อมูล

ประกาศ ณ วันที่ ๙ มกราคม พ.ศ. ๒๕๗๔
ผู้อำนวยการสำนักงาน

หมายเหตุ :- เหตุผลในการประกาศใช้ คือ ร่างพระราชบัญญัติซึ่งจะกำหนดให้นายท่าต้องมีทุนสี่สิบล้านบาทยังอยู่ในระหว่างพิจารณา
"""
FURTHER = "\n".join(
    f"\nข้อ {number} ท้องฟ้าเหนือท่าเรือเป็นสีครามในยามเช้าและเป็นสีส้มในยามเย็นของทุกฤดูกาลตามปกติวิสัย\n"
    for number in range(8, 60)
)


def _facts(words):
    read = text.read(Given(words.encode(), "order.txt"))
    return [
        (one.unit.locator, one.kind, one.fact.model_dump(exclude_defaults=True))
        for one in extract(read, "th", "THB")
    ]


def _of(kind, words=ORDER):
    return [(where, told) for where, named, told in _facts(words) if named == kind]


def test_what_follows_an_order_changes_nothing_of_what_it_says():
    assert _facts(ORDER + FURTHER) == _facts(ORDER)
    assert [told["term"] for _, told in _of("definition")] == ["เหรียญสะสม", "นายท่า"]


def test_what_will_not_be_done_is_barred_though_the_bar_stands_last():
    (where, told), *more = _of("prohibition")
    assert (where, told["actor"], more) == ("ข้อ ๓", "นายท่า", [])
    assert told["action"].startswith("รับฝาก")


def test_a_daily_fine_is_the_one_behind_its_word():
    paid = [(told["amount"], told.get("period", "none")) for _, told in _of("money")]
    assert paid == [("7000000", "none"), ("20000", "day"), ("3000000", "other")]


def test_a_deadline_is_no_commencement_and_an_exception_is_that_of_its_clause():
    dates = [(told["role"], str(told.get("date")), told.get("scope", "")) for _, told in _of("date")]
    assert dates == [
        ("in_force", "None", ""),
        ("in_force", "2031-03-01", "ข้อ ๔"),
        ("ends", "2031-08-31", ""),
        ("signed", "2031-01-09", ""),
    ]


def test_who_has_a_power_is_an_authority():
    assert [told["name"] for _, told in _of("authority")] == ["ผู้อำนวยการสำนักงาน"]
