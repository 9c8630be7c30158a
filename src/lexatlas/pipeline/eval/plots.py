"""Plots as SVG of our own: bars of shares with their counts, and a curve; the page around gives the colours."""

from collections.abc import Sequence
from html import escape

_WIDTH, _ROW, _LEFT, _BAR = 640, 26, 190, 300


def bars(rows: Sequence[tuple[str, float | None, str]], title: str) -> str:
    """Return a bar for each (name, share of one or None, words beside it); a share that is not known has none."""
    height = _ROW * len(rows) + 8
    drawn = "".join(_bar(index, *row) for index, row in enumerate(rows))
    return _svg(height, title, drawn)


def _bar(index: int, name: str, share: float | None, words: str) -> str:
    top = index * _ROW + 4
    filled = (
        ""
        if share is None
        else f'<rect class="bar" x="{_LEFT}" y="{top}" width="{share * _BAR:.1f}" height="16"/>'
    )
    return (
        f'<text class="name" x="{_LEFT - 8}" y="{top + 13}">{escape(name[:30])}</text>'
        f'<rect class="rail" x="{_LEFT}" y="{top}" width="{_BAR}" height="16"/>{filled}'
        f'<text class="told" x="{_LEFT + _BAR + 8}" y="{top + 13}">{escape(words)}</text>'
    )


def curve(points: Sequence[tuple[float, float, str]], title: str, across: str, up: str) -> str:
    """Return points of (share across, share up, name), joined in their order, on axes from 0 to 1."""
    place = [(70 + 460 * x, 230 - 200 * y, name) for x, y, name in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in place)
    ticks = "".join(
        f'<text class="tick" x="60" y="{234 - 200 * at / 4:.0f}">{at / 4:.2f}</text>'
        f'<text class="tick mid" x="{70 + 460 * at / 4:.0f}" y="250">{at / 4:.2f}</text>'
        f'<line class="rail-line" x1="70" x2="530" y1="{230 - 200 * at / 4:.0f}" y2="{230 - 200 * at / 4:.0f}"/>'
        for at in range(5)
    )
    dots = "".join(
        f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
        f'<text class="told" x="{x + 9:.1f}" y="{y + 16 + 14 * index:.1f}">{escape(name)}</text>'
        for index, (x, y, name) in enumerate(place)
    )
    axes = (
        f'<text class="tick mid" x="300" y="268">{escape(across)}</text>'
        f'<text class="tick" x="64" y="18">{escape(up)}</text>'
    )
    return _svg(276, title, f'{ticks}<polyline class="line" points="{line}"/>{dots}{axes}')


def _svg(height: int, title: str, drawn: str) -> str:
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title, quote=True)}">'
        f"<title>{escape(title)}</title>{drawn}</svg>"
    )
