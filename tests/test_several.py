"""Settings of several bots in one deployment: what is common, what is each one's own, and faults."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot import config
from bot.domain.errors import StartupFault

GATEWAY = {"DARKROOM_GATEWAY__BASE_URL": "http://127.0.0.1:9000/v1"}
TWO = """
quota.free = 4
models = ["nano-banana"]
[telegram]
webhook_url = "https://bots.example/telegram/hook"
[web]
public_url = "https://bots.example"

[[bots]]
name = "shop"
telegram.token = "1:shop-token"
models = ["gpt-image-1"]
[[bots.packs]]
stars = 50
credits = 25

[[bots]]
name = "club"
telegram.token = "2:club-token"
telegram.webhook_url = "https://club.example/hook"
quota.free = 9
admins = [7]
"""


def load(folder: Path, toml: str, **environ: str) -> Mapping[str, config.Settings]:
    file = folder / "darkroom.toml"
    file.write_text(toml, encoding="utf-8")
    return config.load_all(config_file=file, environ=GATEWAY | environ)


def faults(folder: Path, toml: str, **environ: str) -> list[str]:
    with pytest.raises(StartupFault) as raised:
        load(folder, toml, **environ)
    assert raised.value.exit_code == 78
    return raised.value.sentence.splitlines()


def test_each_bot_has_the_common_settings_with_its_own_over_them(tmp_path: Path) -> None:
    bots = load(tmp_path, TWO)
    shop, club = bots["shop"], bots["club"]
    assert list(bots) == ["shop", "club"]
    assert [each.telegram.token.get_secret_value() for each in (shop, club)] == [
        "1:shop-token",
        "2:club-token",
    ]
    assert [[model.id for model in each.models] for each in (shop, club)] == [
        ["gpt-image-1"],
        ["nano-banana"],
    ]
    assert [each.quota.free for each in (shop, club)] == [4, 9]
    assert [len(each.packs) for each in (shop, club)] == [1, 0]
    assert [each.admins for each in (shop, club)] == [(), (7,)]
    assert {each.all_gateways[0].base_url for each in (shop, club)} == {"http://127.0.0.1:9000/v1"}


def test_each_bot_has_places_of_its_own(tmp_path: Path) -> None:
    shop, club = load(tmp_path, TWO).values()
    assert [str(each.data_dir) for each in (shop, club)] == ["data/shop", "data/club"]
    assert shop.database == "sqlite:///data/shop/darkroom.db"
    assert shop.telegram.webhook_url == "https://bots.example/telegram/hook/shop"
    assert club.telegram.webhook_url == "https://club.example/hook", "its own is as it says"
    assert [each.web.public_url for each in (shop, club)] == [
        "https://bots.example/shop",
        "https://bots.example/club",
    ]
    assert [each.prefix for each in (shop, club)] == ["/shop", "/club"]


def test_no_bot_sweeps_the_pictures_of_another(tmp_path: Path) -> None:
    bots = load(tmp_path, TWO).values()
    assert [str(each.spool_folder) for each in bots] == ["data/shop/spool", "data/club/spool"]
    assert [each.spool.prefix for each in bots] == ["spool/shop", "spool/club"]
    common = {"DARKROOM_SPOOL__FOLDER": "/mnt", "DARKROOM_SPOOL__BUCKET": "b", "DARKROOM_SPOOL__PREFIX": "p"}
    bots = load(tmp_path, TWO, **common).values()
    assert [str(each.spool_folder) for each in bots] == ["/mnt/shop", "/mnt/club"]
    assert [(each.spool.bucket, each.spool.prefix) for each in bots] == [("b", "p/shop"), ("b", "p/club")]


@pytest.mark.parametrize(
    ("common", "own"),
    [
        ("sqlite:///var/all.db", "sqlite:///var/shop/all.db"),
        ("sqlite:////srv/all.db", "sqlite:////srv/shop/all.db"),
        (
            "postgresql://u:p%40ss@db/darkroom",
            "postgresql://u:p%40ss@db/darkroom?options=-c%20search_path%3Dshop",
        ),
        (
            "postgresql://db/darkroom?sslmode=require&options=-c%20work_mem%3D8MB",
            "postgresql://db/darkroom?sslmode=require&options=-c%20work_mem%3D8MB%20-c%20search_path%3Dshop",
        ),
    ],
)
def test_each_bot_has_a_file_or_a_schema_of_the_database(tmp_path: Path, common: str, own: str) -> None:
    bots = load(tmp_path, TWO, DARKROOM_DATABASE_URL=common, DARKROOM_DATA_DIR="/srv/data")
    assert bots["shop"].database == own
    assert str(bots["shop"].data_dir) == "/srv/data/shop"


def test_the_environment_can_bring_all_of_them_and_what_is_common(tmp_path: Path) -> None:
    given = json.dumps(
        [{"name": name, "telegram": {"token": f"{len(name)}:abc"}} for name in ("one", "four")]
    )
    bots = load(tmp_path, "", DARKROOM_BOTS=given, DARKROOM_QUOTA__FREE="3")
    assert [(name, each.quota.free) for name, each in bots.items()] == [("one", 3), ("four", 3)]


def test_without_bots_there_is_the_one_as_ever(tmp_path: Path) -> None:
    ((name, settings),) = load(tmp_path, "", DARKROOM_TELEGRAM__TOKEN="1:abc").items()
    assert (name, settings.prefix, str(settings.data_dir)) == ("", "", "data")


def test_a_fault_is_named_by_the_bot_that_it_is_of_and_a_common_one_once(tmp_path: Path) -> None:
    toml = """
    stop_grace = "long"
    gateways = [{name = "spare"}]
    [[bots]]
    name = "Shop"
    quota.free = "many"
    gateways = [{base_url = "https://gateway.example"}]
    [[bots]]
    name = "club"
    telegram.token = "2:club-token"
    quota.fre = 3
    data_dir = "elsewhere"
    web.listen = ":1"
    [[bots]]
    telegram.token = "3:club-token"
    models = [{id = "nano-banana", gateways = ["nowhere"]}]
    """
    assert faults(tmp_path, toml) == [
        "bots[1].telegram.token is missing; @BotFather gives it",
        "bots[1].gateways[1].name is missing",
        "stop_grace: should be a number of seconds, 0 or more, without a unit",
        "bots[1].quota.free: should be a whole number, 0 or more",
        "bots[1].name: should be a letter, then letters, digits and _, all small, at most 31, and not pg_...",
        "bots[2].data_dir is one for all bots: set it outside of [[bots]]",
        "bots[2].web.listen is one for all bots: set it outside of [[bots]]",
        "gateways[1].base_url is missing",
        "bots[2].quota.fre is no setting; did you mean quota.free?",
        "bots[3].name is missing",
    ]


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ('[[bots]]\nname="a"\n[[bots]]\nname="a"', "bots: two bots have the same name"),
        (
            '[telegram]\ntoken="1:abc"\n[[bots]]\nname="a"\n[[bots]]\nname="b"',
            "bots: two bots have the same token",
        ),
        (
            'bots = "["',
            "bots: should be a list of tables; in the environment a JSON list; the JSON cannot be read",
        ),
        (
            '[[bots]]\nname="a"\ntelegram.token="1:abc"\nmodels=[{id="x", gateways=["nowhere"]}]',
            "bots[1].models: x names a gateway that is not there; there are: gateway",
        ),
    ],
)
def test_bots_that_cannot_be_together_are_told(tmp_path: Path, toml: str, fault: str) -> None:
    assert faults(tmp_path, toml) == [fault]


def test_a_bot_that_is_not_there_is_no_bot_of_another_name(tmp_path: Path) -> None:
    (tmp_path / "two.toml").write_text(TWO)
    for name, sentence in (
        ("", "There are several bots; say which one with --bot: shop, club."),
        ("clab", "There is no bot clab; there are: shop, club."),
    ):
        with pytest.raises(StartupFault) as raised:
            config.load(config_file=tmp_path / "two.toml", environ=GATEWAY, bot=name)
        assert (raised.value.sentence, raised.value.exit_code) == (sentence, 2)
