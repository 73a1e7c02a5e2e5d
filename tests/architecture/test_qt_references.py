"""The installed Qt binding keeps count of None (PySide6 6.12.0 on Python 3.11 does not: docs/decisions/0004).

The fault shows as an abort after some five thousand calls of a program that works, so no other test reveals it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer

CALLS = 5_000


def test_calls_without_a_result_keep_the_count_of_none() -> None:
    timer = QTimer()
    before = sys.getrefcount(None)
    for interval in range(CALLS):
        timer.setInterval(interval)
    assert abs(sys.getrefcount(None) - before) < CALLS // 10


def test_calls_with_a_truth_value_keep_the_count_of_true() -> None:
    thing = QObject()
    thing.blockSignals(True)
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        thing.signalsBlocked()
    assert abs(sys.getrefcount(True) - before) < CALLS // 10
