"""The command line: the same services without a window."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from desktop_app import log, settings
from desktop_app.cli.arguments import UsageError, parse
from desktop_app.cli.output import Output
from desktop_app.errors import AppError
from desktop_app.i18n import LANGUAGES, N_, interface, set_language

Screens = Callable[[Path, str, str, Path, str], None]
"""Draws every screen: (file, login, password, folder for the pictures, language)."""


def main(argv: Sequence[str], screens: Screens) -> int:
    """Run one command and return its exit code (0 done, 1 bug, 2 wrong input, 3 to 5 see errors)."""
    # Sentences that a service writes into the file are in this language too.
    set_language(_language())
    tr = interface()
    output = Output(tr, as_json="--json" in argv)
    if not output.is_heard:
        output.complain(tr(N_("There is nowhere to write the answer to: standard output is closed.")))
        return 2
    sys.excepthook = partial(_report_fault, output)
    try:
        arguments = parse(argv, tr)
        module, _, name = arguments.run.partition(".")
        command = getattr(importlib.import_module(f"{__name__}.{module}"), name)
        command(arguments, output, screens)
    except UsageError as error:
        output.complain(tr(error.msgid, **error.params))
        return 2
    except AppError as error:
        output.complain(error.text(tr))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever reads has seen enough
        output.drop()
    return 0


def _report_fault(
    output: Output, _kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Say where the report of a fault of ours lies. The interpreter itself ends with exit code 1."""
    try:
        path = log.write_report(fault, "".join(traceback.format_tb(trace)))
    except OSError:
        output.complain(output.tr(N_("This is a fault of the program, and its report could not be written.")))
    else:
        output.complain(
            output.tr(N_("This is a fault of the program. A report without personal data is in %(path)s."), path=path)
        )


def _language() -> str:
    """TIREK_LANG, the remembered language of the window, or English."""
    wanted = os.environ.get("TIREK_LANG") or settings.Preferences.read().language
    return wanted if wanted in LANGUAGES else "en"
