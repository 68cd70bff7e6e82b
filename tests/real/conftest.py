"""Real gateways run only when asked for by `-m real` (make test-gateways): they need 600 MB and minutes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.litellm import LITELLM, Proxy, proxying


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "real: needs a gateway that nobody here wrote (make test-gateways)")


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    return None if config.option.markexpr == "real" else True


@pytest.fixture(scope="session")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    if not Path(LITELLM).exists():
        pytest.fail(f"there is no {LITELLM}: make test-gateways sets it up")
    with proxying(tmp_path_factory.mktemp("litellm")) as running:
        yield running
