"""The paper of every letter: A4 with a filing margin, page numbers, the number of the letter below each page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any, Final

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from desktop_app.letters import archive, look, stamp
from desktop_app.letters.blocks import Sheet, Story
from desktop_app.letters.drawing import SIDEWAYS, UPRIGHT, WIDTHS, flowables
from desktop_app.letters.fonts import ITALIC, REGULAR, printable, register

# Streams stay binary: text armour makes files a fifth larger and slower, and no mail needs it any more.
rl_config.useA85 = 0

_FILING: Final = 30 * mm  # the margin that is punched
_FILING_LYING: Final = 22 * mm  # on a page that lies it is the upper one
_TOP: Final = 20 * mm
_BOTTOM: Final = 20 * mm
_SIDE: Final = 20 * mm
_BOTTOM_LYING: Final = 16 * mm
_FOOT: Final = 8 * mm
_PLACES: Final = {
    UPRIGHT: (A4, _FILING, _BOTTOM, A4[1] - _TOP - _BOTTOM),
    SIDEWAYS: (landscape(A4), _SIDE, _BOTTOM_LYING, A4[0] - _FILING_LYING - _BOTTOM_LYING),
}


@dataclass(frozen=True)
class Footer:
    """What stands below each page. `page` makes the words for a page number and their count.

    `code` is the check code of a numbered letter, empty for a draft; with its `number` and day it stands on the first
    page, also as a square to be read by a telephone.
    """

    left: str
    page: Callable[[int, int], str]
    notice: str = ""
    code: str = ""
    number: str = ""
    on: date = date.min


def render(stories: Sequence[Story], *, title: str, language: str, footer: Footer) -> bytes:
    """The letter as PDF bytes, the same for the same facts; one story, or two languages beside each other.

    `title` is what a reader's window shows: it names no person. `language` is the code of the story, or of both, joined
    as LetterLanguage writes them; the file says the first of itself. Raises AppError for a character that the fonts
    cannot show.
    """
    register()
    spoken = tuple(language.split("+"))
    held = BytesIO()
    first = next((block for block in stories[0][:1] if isinstance(block, Sheet)), None)
    begins = [SIDEWAYS, UPRIGHT] if first is not None and first.landscape else [UPRIGHT, SIDEWAYS]
    document = BaseDocTemplate(
        held,
        pageTemplates=[_template(name) for name in begins],
        title=title,
        creator="Tirek",
        lang=spoken[0],
        invariant=1,
        initialFontName=REGULAR,
    )
    document.build(
        list(flowables(stories, spoken)), canvasmaker=partial(_NumberedCanvas, footer=footer, languages=spoken)
    )
    return held.getvalue()


def _template(name: str) -> PageTemplate:
    size, left, bottom, height = _PLACES[name]
    frame = Frame(left, bottom, WIDTHS[name], height, 0, 0, 0, 0)
    return PageTemplate(name, [frame], onPageEnd=_end_page, pagesize=size)


def _end_page(canvas: Canvas, document: BaseDocTemplate) -> None:
    if isinstance(canvas, _NumberedCanvas):
        canvas.reserve_foot(document.pageTemplate.id or UPRIGHT)


class _NumberedCanvas(Canvas):
    """Leaves a place below each page and fills it when the number of pages is known."""

    def __init__(self, *args: Any, footer: Footer, languages: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._footer = footer
        self._languages = languages
        self._feet: list[str] = []

    def reserve_foot(self, template: str) -> None:
        """Put the place of the foot on the current page, which is made by `template`."""
        self._feet.append(template)
        self.doForm(_foot_name(len(self._feet)))
        if len(self._feet) == 1 and self._footer.code:
            (_width, top), left, _bottom, _height = _PLACES[template]
            told = self._footer
            stamp.draw(self, left + WIDTHS[template], top, told.number, told.on, told.code)

    def save(self) -> None:
        for number, template in enumerate(self._feet, start=1):
            self._draw_foot(number, template)
        drawn: Any = self
        archive.complete(drawn._doc, self._languages)
        super().save()

    def _draw_foot(self, number: int, template: str) -> None:
        size, left, _bottom, _height = _PLACES[template]
        right = left + WIDTHS[template]
        self.beginForm(_foot_name(number), 0, 0, *size)
        self.setFont(REGULAR, look.SMALL)
        self.drawString(left, _FOOT, printable(self._footer.left))
        self.drawRightString(right, _FOOT, printable(self._footer.page(number, len(self._feet))))
        if self._footer.notice:
            self.setFont(ITALIC, look.SMALL)
            self.drawString(left, _FOOT + look.SMALL * 1.3, printable(self._footer.notice))
        self.endForm()


def _foot_name(number: int) -> str:
    return f"foot{number}"
