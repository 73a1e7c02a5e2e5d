"""The command that shows what an update of the law would change in a file, and installs it when asked to."""

from __future__ import annotations

from argparse import Namespace

from desktop_app.cli.opening import opened
from desktop_app.cli.output import Output, table
from desktop_app.i18n import N_
from desktop_app.services import law_updates


def law_update(arguments: Namespace, output: Output, _screens: object) -> None:
    """Look at an update; with --install it is installed."""
    tr = output.tr
    with opened(arguments, output) as file:
        seen = law_updates.preview(file, arguments.update)
        if arguments.install:
            law_updates.install(file, seen.text)
    changes = [
        {
            "key": change.fact.key,
            "effective_from": change.fact.effective_from,
            "before": change.before.value if change.before else None,
            "after": change.fact.value,
            "source": change.fact.source_in(tr.code),
        }
        for change in seen.changes
    ]
    document = {
        "number": seen.number,
        "made_on": seen.made_on,
        "signed_by": seen.signed_by,
        "installed": arguments.install,
        "changes": changes,
        "unchanged": seen.unchanged,
        "confirmations_that_fall": seen.falling,
        "kept_by_hand": [value.key for value in seen.kept],
    }
    rows = [
        (each.fact.id, each.before.value if each.before else "", each.fact.value, each.fact.source_in(tr.code))
        for each in seen.changes
    ]
    done = tr(N_("The update of the law is installed."))
    asked = tr(N_("Nothing was changed. Add --install to install it."))
    output.answer(document, [*table(rows), done if arguments.install else asked])
