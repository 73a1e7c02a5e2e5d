"""Measures whether a screen shows its words whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QTabBar,
    QWidget,
)


def cut_texts(screen: QWidget) -> list[str]:
    """What cannot be read whole on this screen, each with the kind of widget and by how many pixels."""
    return [problem for widget in _visible(screen) for problem in (*_problems(widget), *_room(widget))]


def _visible(screen: QWidget) -> Iterator[QWidget]:
    return (widget for widget in (screen, *screen.findChildren(QWidget)) if widget.isVisible())


def _room(widget: QWidget) -> Iterator[str]:
    """A part that is smaller than it can be shows its end nowhere."""
    layout = widget.layout()
    if layout is None or isinstance(widget.parentWidget(), QScrollArea):
        return
    least = layout.minimumSize()
    if least.width() > widget.width() + 1 or least.height() > widget.height() + 1:
        yield f"{type(widget).__name__} needs {least.toTuple()}, has {widget.size().toTuple()}"


def _problems(widget: QWidget) -> Iterator[str]:
    for kind, measure in _MEASURES:
        if isinstance(widget, kind):
            yield from measure(widget)
            return


def _button(button: QAbstractButton) -> Iterator[str]:
    wanted = button.sizeHint()
    if button.text() and (wanted.width() > button.width() + 1 or wanted.height() > button.height() + 1):
        yield f"button “{button.text()}” wants {wanted.toTuple()}, has {button.size().toTuple()}"


def _tabs(tabs: QTabBar) -> Iterator[str]:
    if tabs.sizeHint().width() > tabs.width() + 1:
        yield f"tabs want {tabs.sizeHint().width()}, have {tabs.width()}"


def _line(line: QLineEdit) -> Iterator[str]:
    wanted = line.fontMetrics().horizontalAdvance(line.placeholderText()) + 12
    if not line.text() and wanted > line.width():
        yield f"placeholder “{line.placeholderText()}” wants {wanted}, has {line.width()}"


def _label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    text = QLabel.text(label).replace("\u200b", " ").splitlines()
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        longest = max((word for line in text for word in line.split()), key=len, default="")
        if wanted > label.height() + 1:
            yield f"label “{label.text()}” wants {wanted} pixels of height, has {label.height()}"
        if label.fontMetrics().horizontalAdvance(longest) > label.width() + 1:
            yield f"word “{longest}” is wider than {label.width()}"
        return
    metrics = label.fontMetrics()
    wanted = max((metrics.horizontalAdvance(line) for line in text), default=0)
    if wanted > label.contentsRect().width() + 1:
        yield f"label “{label.text()}” wants {wanted}, has {label.contentsRect().width()}"


def _header(header: QHeaderView) -> Iterator[str]:
    if header.orientation() == Qt.Orientation.Vertical:
        return
    for at in range(header.count()):
        if not header.isSectionHidden(at) and header.sectionSize(at) < header.sectionSizeHint(at):
            title = header.model().headerData(at, Qt.Orientation.Horizontal)
            yield f"heading “{title}” wants {header.sectionSizeHint(at)}, has {header.sectionSize(at)}"


def _choice(box: QComboBox) -> Iterator[str]:
    frame = box.style().pixelMetric(QStyle.PixelMetric.PM_ComboBoxFrameWidth, None, box)
    room = box.width() - 24 - 10 - 8 - 2 * frame
    wanted = box.fontMetrics().horizontalAdvance(box.currentText())
    if wanted > room:
        yield f"choice “{box.currentText()}” wants {wanted}, has {room}"


def _area(area: QScrollArea) -> Iterator[str]:
    inside = area.widget()
    if inside is not None and inside.minimumSizeHint().width() > area.viewport().width() + 1:
        yield f"content of a scrolling area wants {inside.minimumSizeHint().width()}, has {area.viewport().width()}"


_MEASURES: tuple[tuple[type[QWidget], Callable[..., Iterator[str]]], ...] = (
    (QLabel, _label),
    (QAbstractButton, _button),
    (QHeaderView, _header),
    (QTabBar, _tabs),
    (QComboBox, _choice),
    (QLineEdit, _line),
    (QScrollArea, _area),
)
