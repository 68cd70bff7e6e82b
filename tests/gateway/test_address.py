import pytest

from bot.gateway.address import Address, endpoint


@pytest.mark.parametrize(
    "base",
    [
        "http://host:3000",
        "http://host:3000/",
        "http://host:3000//",
        "http://host:3000/v1",
        "http://host:3000/v1/",
        "http://host:3000//v1//",
        " http://host:3000/v1/chat/completions\n",
        "http://host:3000/chat/completions/",
    ],
)
def test_a_base_url_may_be_written_in_any_way(base: str) -> None:
    assert endpoint(base, "/chat/completions") == "http://host:3000/v1/chat/completions"
    assert (
        endpoint(base, "/v1beta/models/x:generateContent")
        == "http://host:3000/v1beta/models/x:generateContent"
    )
    assert endpoint(base, "/api/v1/services/aigc") == "http://host:3000/api/v1/services/aigc"
    assert Address("a", base).api == "http://host:3000/v1"


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("https://openrouter.ai/api", "https://openrouter.ai/api/v1/chat/completions"),
        ("https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1/chat/completions"),
        ("https://ark.example/api/v3/", "https://ark.example/api/v3/chat/completions"),
        ("https://g.example/v1beta/openai", "https://g.example/v1beta/openai/chat/completions"),
        ("https://a.example/compatible-mode/v1", "https://a.example/compatible-mode/v1/chat/completions"),
        ("https://a.example/v2?key=1", "https://a.example/v2/chat/completions?key=1"),
    ],
)
def test_a_version_of_its_own_is_kept(base: str, url: str) -> None:
    assert endpoint(base, "/chat/completions") == url


def test_keys_are_not_shown() -> None:
    address = Address("a", "http://h", api_keys=("sk-CANARY",), proxy="http://u:CANARY@p")
    assert "CANARY" not in repr(address)
