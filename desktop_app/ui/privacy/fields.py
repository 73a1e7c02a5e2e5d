"""Fields of the forms on personal data: countries by name, yes or no."""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError
from desktop_app.i18n import N_, country_name, find_country, language
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.wording import named

_YES, _NO = "yes", "no"
_ANSWERS: Final = {_NO: N_("No"), _YES: N_("Yes")}
_APART: Final = re.compile(r"[,;\n]")


class CountriesField(TextField):
    """Countries by name in any of the three languages, with commas between them. `value` is a tuple of codes."""

    def value(self) -> tuple[str, ...]:
        """The codes. AppError names what is no country."""
        codes = []
        for part in filter(None, map(str.strip, _APART.split(self.text()))):
            code = find_country(part)
            if not code:
                raise AppError(N_("“%(name)s” is no country the program knows. Check how it is written."), name=part)
            codes.append(code)
        return tuple(dict.fromkeys(codes))

    def set_value(self, value: Any) -> None:
        """Show countries by their codes."""
        self.setText(", ".join(country_name(code, language()) for code in value or ()))
        self.setCursorPosition(0)


class YesNo(ChoiceBox):
    """Yes or no; `value` is a bool."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(named(_ANSWERS), parent)

    def value(self) -> Any:
        """Whether the answer is yes."""
        return self.currentData() == _YES

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        self.setCurrentIndex(self.findData(_YES if value else _NO))
