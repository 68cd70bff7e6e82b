"""What holds for all tests."""

import os
from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    _leave_out_what_needs_a_quiet_machine(config, items)
    _skip_without_a_browser(items)


def _leave_out_what_needs_a_quiet_machine(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What judges by the clock says nothing on a machine that is busy with other tests: `make load`."""
    if config.option.markexpr == "load":
        return
    measuring = [item for item in items if item.get_closest_marker("load")]
    items[:] = [item for item in items if item not in measuring]
    if measuring:
        config.hook.pytest_deselected(items=measuring)


def _skip_without_a_browser(items: list[pytest.Item]) -> None:
    """Without a browser the page's tests are skipped, in CI they fail: there it must not go unseen."""
    if CHROMIUM.exists() or os.environ.get("CI") == "true":
        return
    skip = pytest.mark.skip(reason=f"there is no {CHROMIUM}; on Debian: apt-get install chromium")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(skip)
