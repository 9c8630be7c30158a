"""Whether a page without words is a picture of words, or merely empty."""

import ctypes
from typing import Any

import pypdfium2_raw as pdfium

_COVERED = 0.3
_MANY_SHAPES = 200
_SEEN = 2000


def is_picture(page: Any, *, wordless: bool) -> bool:
    """Return whether pictures cover much of the page, or words may be drawn as shapes; `wordless` is stricter.

    A page with nothing on it is no picture.
    """
    area = abs(pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)) or 1.0
    images, shapes = _drawn(page)
    if wordless and images:
        return True
    return shapes > _MANY_SHAPES or sum(images) > _COVERED * area


def _drawn(page: Any) -> tuple[list[float], int]:
    """Return the areas of the page's images, those within its forms too, and how many shapes it has."""
    images: list[float] = []
    shapes = 0
    for index in range(min(_SEEN, pdfium.FPDFPage_CountObjects(page))):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        shapes += kind == pdfium.FPDF_PAGEOBJ_PATH
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_FORM and _holds_image(drawn)):
            images.append(_area(drawn))
    return images, shapes


def _holds_image(form: Any) -> bool:
    count = min(_SEEN, pdfium.FPDFFormObj_CountObjects(form))
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(form, index)) == pdfium.FPDF_PAGEOBJ_IMAGE
        for index in range(count)
    )


def _area(drawn: Any) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
        return 0.0
    return abs((right.value - left.value) * (top.value - bottom.value))
