"""Where admins reach the console, as the settings say."""

import pytest

from bot.steering import reached


@pytest.mark.parametrize(
    ("public_url", "listens", "address", "near"),
    [
        ("https://bot.example/at", "0.0.0.0", "https://bot.example/at", False),
        ("", "127.0.0.1", "http://127.0.0.1:8080", True),
        ("", "0.0.0.0", "http://127.0.0.1:8080", True),
        ("", "::", "http://[::1]:8080", True),
        ("http://localhost:9000", "0.0.0.0", "http://localhost:9000", True),
        ("http://bot.example", "0.0.0.0", "", False),
        ("", "192.0.2.7", "", False),
    ],
)
def test_the_console_is_where_a_browser_stays_signed_in(
    public_url: str, listens: str, address: str, near: object
) -> None:
    assert reached(public_url, (listens, 8080)) == (address, near)
