"""A page as a scanner leaves it: a picture of text, a little askew, with no text behind it."""

import io

import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DOTS_PER_INCH = 110
ASKEW = 0.7


def scanned(source: str) -> bytes:
    """Return `source` as a PDF of one page that holds a black-and-white picture and no letter."""
    page = pypdfium2.PdfDocument(_typed(source))[0]
    grey = page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")
    askew = grey.rotate(ASKEW, resample=Image.Resampling.BILINEAR, fillcolor=255)
    picture = askew.point(lambda light: 255 if light > 150 else 0).convert("1")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _typed(source: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    text = canvas.beginText(86, A4[1] - 110)
    text.setFont("Courier", 12)
    text.setLeading(18)
    text.textLines(source, trim=0)
    canvas.drawText(text)
    canvas.save()
    return buffer.getvalue()
