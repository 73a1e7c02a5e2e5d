"""Letters on paper, through the system's own dialog: page by page, without a file of ours in between."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QShowEvent
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.domain.letters import PageImage
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.services import letter_printing
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_printing import OfToday, ToPrint
from desktop_app.ui.common import lock_key
from desktop_app.ui.common.behind_lock import wait_if_locked
from desktop_app.ui.common.dialogs import ask, tell
from desktop_app.ui.context import Context
from desktop_app.ui.letters.todays_dialog import TodaysDialog

MOST_DOTS: Final = 300
"""To the inch: as fine as office printers show letters; a page takes 35 MB while it is drawn."""

_TOLD: Final = "paperIsUnprotected"
PAPER: Final = N_(
    "Paper is not protected: anyone who finds it can read the names in it. Take it from the printer at once, and keep "
    "or shred it as your centre decided. The printer and the system may keep a copy for a while; the program keeps "
    "none."
)
_NONE_TODAY: Final = N_(
    "No letter bears the date of today. A letter bears the day that was put on it when it was made: open the letter "
    "you need and print it from there."
)
_NO_PRINTER: Final = N_(
    "This computer has no printer yet, so nothing was printed. Add one in the settings of the system and print again. "
    "Nothing is lost: it can be saved as PDF and printed elsewhere."
)
_NOT_ALL: Final = N_("Not everything was printed")
_LEFT_OUT: Final = N_("Letters of sealed cases that your key does not open were left out: %(n)s.")


def print_letter(context: Context, parent: QWidget, letter_id: int) -> None:
    """Print one kept letter: a word about paper once a session, then the system's dialog."""
    _warned(context, parent, partial(_begin, context, parent, letter_id))


def print_todays(context: Context, parent: QWidget) -> None:
    """Show which letters are dated today; those the user may print go out one after the other as one document."""
    context.background.run(
        letter_printing.of_today,
        context.file,
        owner=parent,
        on_done=partial(_show_todays, context, parent),
        label=Message(N_("Looking for the letters of today …")),
    )


class SystemPrintDialog(QPrintDialog):
    """The system's dialog; as every dialog, it waits behind the lock."""

    def __init__(self, printer: QPrinter, parent: QWidget, pages: int) -> None:
        super().__init__(printer, parent.window())
        self._printer = printer  # Qt's dialog does not own it, and reads it until the end
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lock_key.hear(self)
        self.setOption(QAbstractPrintDialog.PrintDialogOption.PrintSelection, on=False)
        self.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
        self.setMinMax(1, pages)
        self.setFromTo(1, pages)

    def offer(self) -> None:
        """Show it. (Its own `open` wants a slot to be called by name.)"""
        QDialog.open(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As every dialog, it waits behind the lock."""
        super().showEvent(event)
        wait_if_locked(self)


def printer_for(to_print: ToPrint) -> QPrinter:
    """The system's printer with the document's name: the number of the letter, and nobody's name."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(to_print.name)
    printer.setCreator("Tirek")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


class PrintRun:
    """Draws pages on a printer, one at a time: the worker makes the picture, the window's thread puts it on paper."""

    def __init__(self, context: Context, parent: QWidget, to_print: ToPrint, printer: QPrinter) -> None:
        self._context, self._parent, self._to_print, self._printer = context, parent, to_print, printer
        first = (printer.fromPage() or 1) - 1
        last = printer.toPage() or to_print.pages
        self._pages = list(range(first, min(last, to_print.pages)))
        if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
            self._pages.reverse()
        self._dots = min(printer.resolution(), MOST_DOTS)
        self._painter = QPainter()
        self._at = 0

    def start(self) -> None:
        """Begin with the first page."""
        self._ask()

    def _ask(self) -> None:
        page = self._pages[self._at]
        self._context.background.run(
            letter_printing.sheet,
            self._to_print,
            page,
            self._dots,
            owner=self._parent,
            on_done=self._on_drawn,
            on_error=self._on_error,
            label=Message(N_("Printing …")),
        )

    def _on_drawn(self, image: PageImage) -> None:
        if not self._turn(image):
            self._on_error(AppError(N_("The printer did not take the page. See whether it is switched on.")))
            return
        picture = QImage(image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB32)
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        self._painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), picture)
        self._at += 1
        if self._at < len(self._pages):
            self._ask()
        else:
            self._finish()

    def _turn(self, image: PageImage) -> bool:
        """A new sheet that lies or stands as the page does."""
        lies = image.width > image.height
        way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(way)
        return self._printer.newPage() if self._painter.isActive() else self._painter.begin(self._printer)

    def _finish(self) -> None:
        self._painter.end()
        said = Message(N_("Sent to the printer: %(name)s"), {"name": self._to_print.name})
        self._context.bus.said.emit(said)
        if self._to_print.left_out:
            tell(self._parent, _NOT_ALL, Message(_LEFT_OUT, {"n": self._to_print.left_out}))

    def _on_error(self, error: AppError) -> None:
        self._printer.abort()
        self._painter.end()
        tell(self._parent, _NOT_ALL, error.message, tone="warn")


def _warned(context: Context, parent: QWidget, then: partial[None]) -> None:
    """Say once a session what paper means, then go on."""
    if context.bus.property(_TOLD):
        then()
        return
    ask(parent, N_("Printing on paper"), Message(PAPER), N_("Choose the printer"), partial(_told, context, then))


def _told(context: Context, then: partial[None]) -> None:
    context.bus.setProperty(_TOLD, True)
    then()


def _show_todays(context: Context, parent: QWidget, told: OfToday) -> None:
    if not told.letters and not told.shut:
        tell(parent, N_("Nothing to print today"), Message(_NONE_TODAY))
        return
    dialog = TodaysDialog(parent, told, Message(PAPER))
    dialog.accepted.connect(partial(_begin_todays, context, parent, frozenset(row.id for row in told.letters)))
    dialog.open()


def _begin_todays(context: Context, parent: QWidget, letter_ids: frozenset[int]) -> None:
    context.bus.setProperty(_TOLD, True)
    _read(context, parent, partial(letter_printing.todays, wanted=letter_ids))


def _begin(context: Context, parent: QWidget, letter_id: int) -> None:
    _read(context, parent, partial(letter_printing.letter, letter_id=letter_id))


def _read(context: Context, parent: QWidget, call: Callable[[OpenFile], ToPrint]) -> None:
    """Read what is to be printed, then show the system's dialog."""
    context.background.run(
        call,
        context.file,
        owner=parent,
        on_done=partial(choose_printer, context, parent),
        label=Message(N_("Reading the letter …")),
    )


def choose_printer(context: Context, parent: QWidget, to_print: ToPrint) -> None:
    """Show the system's dialog and print what it chose; without a printer that is said instead."""
    if not QPrinterInfo.availablePrinterNames():
        tell(parent, N_("No printer"), Message(_NO_PRINTER), tone="warn")
        return
    printer = printer_for(to_print)
    dialog = SystemPrintDialog(printer, parent, to_print.pages)
    # A signal holds a bound method weakly, and pages are chosen in the dialog: the run begins with its acceptance.
    dialog.accepted.connect(partial(_print, context, parent, to_print))
    dialog.offer()


def _print(context: Context, parent: QWidget, to_print: ToPrint, printer: QPrinter) -> None:
    PrintRun(context, parent, to_print, printer).start()
