"""`tirek` and `python -m desktop_app`."""

from __future__ import annotations

import sys

from desktop_app import app


def main() -> int:
    """Open the window, or run the command that was typed. The exit code."""
    return app.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
