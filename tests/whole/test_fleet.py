"""What admins read of models and gateways, asked of real ones."""

import json
from pathlib import Path

from bot.sandbox.gateway import GatewayServer
from tests.whole.town import Town, a_town


async def told(town: Town, command: str) -> str:
    return await town.says(town.root, command)


async def test_models_marks_what_no_gateway_offers_and_what_needs_a_link(tmp_path: Path) -> None:
    models = ["nano-banana", {"id": "dall-e-9", "title": "Dall"}, "chat-seededit"]
    async with a_town(tmp_path, DARKROOM_MODELS=json.dumps(models)) as town:
        _, *lines = (await told(town, "/models")).splitlines()
        assert [line.partition(" · ⚠ ")[2] for line in lines] == [
            "",
            "no gateway offers it",
            "needs a public link: set web.public_url or links.bucket",
        ]
        assert "(nano-banana) · 1 · chat · " in lines[0]


async def test_gateways_tells_time_fault_and_keys_put_aside_and_what_is_silent(
    tmp_path: Path, photo: bytes
) -> None:
    async with GatewayServer() as gone, GatewayServer() as well:
        gateways = [
            {"name": "well", "base_url": well.base_url, "api_keys": [well.key, "sk-wrong-canary"]},
            {"name": "gone", "base_url": gone.base_url, "api_keys": [gone.key], "priority": 9},
        ]
        await gone.__aexit__()
        async with a_town(
            tmp_path,
            DARKROOM_GATEWAYS=json.dumps(gateways),
            DARKROOM_GATEWAY__BASE_URL="",
            DARKROOM_GATEWAY__API_KEY="",
        ) as town:
            for _ in range(2):
                await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
            first, second = (await told(town, "/gateways")).split("\n\n")
            assert first.startswith("well: 13 models\nA picture takes ")
            assert "Last fault: auth, " in first
            assert first.endswith("Keys put aside: 1 of 2.")
            assert second == "gone: ⚠ does not say what it offers (upstream)"
            assert "canary" not in first + second
