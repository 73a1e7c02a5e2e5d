"""`tirek` and `python -m desktop_app`."""

from __future__ import annotations

import sys

from desktop_app import app


def main() -> int:
    """Open the window, or run the command that was typed. The exit code."""
    if getattr(sys, "frozen", False):
        # A packed program starts itself again for a child process (imports/child.py) and must notice it here.
        from multiprocessing import freeze_support

        freeze_support()
    return app.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
