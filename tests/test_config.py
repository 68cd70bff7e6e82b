"""An operator sets little, reads every fault at once in plain words, and never sees a secret in one."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import config
from bot.domain.errors import StartupFault

TOKEN = "123456:TEST-token_abc"
KEY = "sk-canary-key"
LEAST = {
    "DARKROOM_TELEGRAM__TOKEN": TOKEN,
    "DARKROOM_GATEWAY__BASE_URL": "http://127.0.0.1:9000/v1",
    "DARKROOM_GATEWAY__API_KEY": KEY,
}

Load = Callable[..., config.Settings]


@pytest.fixture(autouse=True)
def _nobodys_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def load(toml: str | None = None, /, **environ: str) -> config.Settings:
        if toml is not None:
            (tmp_path / "darkroom.toml").write_text(toml, encoding="utf-8")
        return config.load(config_file=None, environ={**LEAST, **environ})

    return load


def faults(load: Load, toml: str | None = None, **environ: str) -> list[str]:
    with pytest.raises(StartupFault) as raised:
        load(toml, **environ)
    assert raised.value.exit_code == 78
    return raised.value.sentence.splitlines()


def test_token_and_gateway_are_enough_and_all_else_has_the_documented_default(load: Load) -> None:
    settings = load()
    assert settings.telegram.token.get_secret_value() == TOKEN
    assert settings.telegram.base_url == "https://api.telegram.org/bot"
    assert settings.telegram.base_file_url == "https://api.telegram.org/file/bot"
    assert (settings.quota.free, settings.quota.period, settings.quota.timezone) == (10, "day", "UTC")
    limits = settings.limits
    assert (limits.per_wallet, limits.total, limits.waiting_per_wallet) == (3, 200, 20)
    results = settings.results
    assert (results.allow_private, results.allowed_hosts, results.keep_hours) == (False, (), 24)
    assert (settings.on_unknown, settings.stop_grace, settings.admins_free) == ("retry", 25, True)
    assert (settings.access, settings.packs, settings.admins, settings.models) == ("open", (), (), ())
    assert (settings.web.listen, settings.log.level, settings.log.format) == (
        "127.0.0.1:8080",
        "info",
        "auto",
    )
    assert settings.database == "sqlite:///data/darkroom.db"
    (gateway,) = settings.all_gateways
    assert (gateway.base_url, gateway.timeout) == ("http://127.0.0.1:9000/v1", 300)
    assert [key.get_secret_value() for key in gateway.api_keys] == [KEY]


def test_nothing_set_names_both_things_that_are_needed_and_how_to_set_them() -> None:
    with pytest.raises(StartupFault) as raised:
        config.load(config_file=None, environ={})
    gateway, token = raised.value.sentence.splitlines()
    assert gateway.startswith(
        "gateway.base_url is missing: set DARKROOM_GATEWAY__BASE_URL, or base_url under"
    )
    assert token.startswith(
        "telegram.token is missing: set DARKROOM_TELEGRAM__TOKEN, or token under [telegram]"
    )


def test_environment_wins_over_secrets_and_secrets_over_the_file(load: Load, tmp_path: Path) -> None:
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "quota__free").write_text("2\n")
    (secrets / "DARKROOM_QUOTA__PERIOD").write_text("week\n")
    (secrets / "somebody_elses").write_text("x")
    (secrets / ".hidden__thing").write_text("x")
    toml = '[quota]\nfree = 1\nperiod = "month"\ntimezone = "Asia/Shanghai"'
    settings = load(toml, DARKROOM_SECRETS_DIR=str(secrets), DARKROOM_QUOTA__FREE="3")
    assert (settings.quota.free, settings.quota.period, settings.quota.timezone) == (
        3,
        "week",
        "Asia/Shanghai",
    )


def test_short_form_and_list_become_one_tuple_by_priority(load: Load) -> None:
    one = (
        '{"name": "one", "base_url": "https://one.example/", "api_keys": ["a-key", "b-key"], "priority": -1}'
    )
    settings = load(DARKROOM_GATEWAYS=f"[{one}]")
    assert [(each.name, each.base_url) for each in settings.all_gateways] == [
        ("one", "https://one.example"),
        ("gateway", "http://127.0.0.1:9000/v1"),
    ]
    assert len(settings.all_gateways[0].api_keys) == 2


def test_lists_may_be_written_with_commas_or_as_json(load: Load) -> None:
    commas = load(DARKROOM_ADMINS="1, 2", DARKROOM_MODELS="gpt-image-1, nano-banana")
    as_json = load(DARKROOM_ADMINS="[1, 2]", DARKROOM_MODELS='["gpt-image-1", {"id": "nano-banana"}]')
    assert commas.admins == as_json.admins == (1, 2)
    assert commas.models == as_json.models
    assert [model.id for model in commas.models] == ["gpt-image-1", "nano-banana"]
    assert load("admins = [7]").admins == (7,)


def test_models_may_be_tables_that_say_only_what_differs(load: Load) -> None:
    (model,) = load('[[models]]\nid = "mine"\nprice = 3\ngateways = ["gateway"]').models
    assert (model.id, model.price, model.gateways, model.title, model.stream) == (
        "mine",
        3,
        ("gateway",),
        None,
        None,
    )


def test_packs_come_from_a_json_list(load: Load) -> None:
    (pack,) = load(DARKROOM_PACKS='[{"stars": 50, "credits": 25, "title": "Weekend"}]').packs
    assert (pack.stars, pack.credits, pack.title) == (50, 25, "Weekend")


def test_an_empty_variable_is_not_set_but_switches_the_http_face_off(load: Load) -> None:
    settings = load(DARKROOM_QUOTA__FREE="", DARKROOM_ADMINS="", DARKROOM_WEB__LISTEN="")
    assert (settings.quota.free, settings.admins, settings.web.listen) == (10, (), "")


@pytest.mark.parametrize(
    ("variable", "value", "line"),
    [
        ("QUOTA__FREE", "abc", "quota.free: should be a whole number, 0 or more"),
        ("QUOTA__FREE", "-1", "quota.free: should be a whole number, 0 or more"),
        ("QUOTA__FREE", "9" * 30, "quota.free: should be a whole number, 0 or more"),
        ("QUOTA__PERIOD", "daily", 'quota.period: should be "day", "week", "month" or "never"'),
        ("QUOTA__TIMEZONE", "Asia/Shangai", "timezone such as Europe/Berlin; did you mean Asia/Shanghai?"),
        ("QUOTA__TIMEZONE", "../etc", "quota.timezone: should be the name of a timezone"),
        ("STOP_GRACE", "25s", "stop_grace: should be a number of seconds, 0 or more, without a unit"),
        ("GATEWAY__TIMEOUT", "0", "gateway.timeout: should be a number of seconds above 0"),
        ("GATEWAY__TIMEOUT", "nan", "gateway.timeout: should be a number of seconds above 0"),
        (
            "GATEWAY__BASE_URL",
            "gateway.example.com",
            "gateway.base_url: should be an address that begins with",
        ),
        ("GATEWAY__BASE_URL", "http://", "gateway.base_url: should be an address that begins with"),
        ("GATEWAY__BASE_URL", "http://h:99999/", "gateway.base_url: should be an address such as"),
        (
            "GATEWAY__BASE_URL",
            "https://me:pass@h/v1",
            "gateway.base_url: should be an address without user name",
        ),
        ("GATEWAY__API_KEY", "two words", "gateway.api_key: should be one word of plain characters"),
        ("TELEGRAM__TOKEN", "not-a-token", "telegram.token: should be what @BotFather gave"),
        ("TELEGRAM__TOKEN", f"{TOKEN}\n", "telegram.token: should be what @BotFather gave"),
        ("TELEGRAM__TOKEN", f" {TOKEN}", "telegram.token: should be what @BotFather gave"),
        ("TELEGRAM__WEBHOOK_SECRET", "bad!", "telegram.webhook_secret: should be at most 256 letters"),
        (
            "ADMINS",
            "@somebody",
            "admins: '@somebody' is a username, which can change hands; give the numeric id",
        ),
        ("ADMINS", "1,1087968824", "admins: 1087968824 is GroupAnonymousBot"),
        ("ADMINS", "777000", "admins: 777000 is an id of Telegram itself"),
        ("ADMINS", "-100123", "admins: should be a list of numeric ids of people"),
        ("RESULTS__ALLOW_PRIVATE", "maybe", "results.allow_private: should be true or false"),
        ("RESULTS__ALLOWED_HOSTS", "http://x/", "results.allowed_hosts[1]: should be host names"),
        ("WEB__LISTEN", "8080", "web.listen: should be host:port such as 127.0.0.1:8080, or empty"),
        ("WEB__LISTEN", "h:65536", "web.listen: should be host:port"),
        ("DATABASE_URL", "mysql://x", "database_url: should be sqlite:///path or postgresql://"),
        ("SPOOL__PREFIX", "/", "spool.prefix: should be a path such as pictures/spool"),
        ("SPOOL__PREFIX", "../x", "spool.prefix: should be a path such as pictures/spool"),
        ("SPOOL__PREFIX", "darkroom/x", 'spool.prefix: should begin with something else than "darkroom"'),
        ("ON_UNKNOWN", "again", 'on_unknown: should be "retry" or "refund"'),
        ("LOG__LEVEL", "loud", 'log.level: should be "debug", "info", "warning" or "error"'),
        ("GATEWAYS", "[{", "gateways: should be a list of tables"),
        ("GATEWAYS", '[{"name": "a"}]', "gateways[1].base_url is missing"),
        (
            "GATEWAYS",
            '[{"name":"a","base_url":"http://x","proxy":"x"}]',
            "gateways[1].proxy: should be an address",
        ),
        (
            "GATEWAYS",
            '[{"name":"a","bas_url":"http://x"}]',
            "[1].bas_url is no setting; did you mean base_url?",
        ),
        ("PACKS", '[{"stars": 0, "credits": 1}]', "packs[1].stars: should be a whole number, 1 or more"),
        ("MODELS", "a,a", "models: a model is listed twice"),
        (
            "MODELS",
            '[{"id":"a","gateways":["b"]}]',
            "models: a names a gateway that is not there; there are: gateway",
        ),
        ("QUOTE__FREE", "1", "DARKROOM_QUOTE__FREE is no setting; did you mean DARKROOM_QUOTA__FREE?"),
        ("QUOTA__FREEE", "1", "DARKROOM_QUOTA__FREEE is no setting; did you mean DARKROOM_QUOTA__FREE?"),
        ("DEFAULTMODEL", "x", "DARKROOM_DEFAULTMODEL is no setting; did you mean DARKROOM_DEFAULT_MODEL?"),
        ("SECRETS_DIR", "nowhere", "DARKROOM_SECRETS_DIR: nowhere cannot be read"),
    ],
)
def test_a_wrong_value_is_one_plain_line(load: Load, variable: str, value: str, line: str) -> None:
    found = faults(load, **{f"DARKROOM_{variable}": value})
    assert any(line in each for each in found), found


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ("[quote]\nfree = 1", "quote.free is no setting; did you mean quota.free?"),
        ("[quota]\nfre = 1", "quota.fre is no setting; did you mean quota.free?"),
        ("admin = [1]", "admin is no setting; did you mean admins?"),
        ("quota = 5", "quota: should be a table"),
        ("[quota]\nfree = true", "quota.free: should be a number"),
        ("[quota]\nfree = 1.5", "quota.free: should be a whole number, 0 or more"),
        ("admins = [true]", "admins: should be a list of numeric ids of people"),
        ("gateways = 3", "gateways: should be a list of tables"),
        ("free == 1", "darkroom.toml: is not TOML"),
    ],
)
def test_a_wrong_file_is_one_plain_line(load: Load, toml: str, line: str) -> None:
    assert any(line in each for each in faults(load, toml)), faults(load, toml)


def test_every_fault_is_told_at_once(load: Load) -> None:
    found = faults(
        load,
        '[limits]\ntotal = "x"\n[resluts]\nkeep_hours = 3',
        DARKROOM_QUOTA__FREE="abc",
        DARKROOM_TELEGRAM__TOKEN="",
        DARKROOM_GATEWAYS="[{",
        DARKROOM_QUOTE__FREE="1",
    )
    assert len(found) == 6


def test_no_fault_quotes_a_secret(load: Load) -> None:
    canary = "canary with spaces"
    gateways = f'[{{"name": "a b", "base_url": "{canary}", "api_keys": ["{canary}"], "proxy": "{canary}"}}]'
    found = faults(
        load,
        DARKROOM_TELEGRAM__TOKEN=canary,
        DARKROOM_GATEWAY__API_KEY=canary,
        DARKROOM_GATEWAYS=gateways,
        DARKROOM_DATABASE_URL=canary,
        DARKROOM_TELEGRAM__WEBHOOK_SECRET=canary,
    )
    assert len(found) >= 7
    assert "canary" not in "\n".join(found)


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(StartupFault, match="there is no such file"):
        config.load(config_file=tmp_path / "other.toml", environ=LEAST)


def test_variables_that_kubernetes_adds_for_a_service_are_no_settings(load: Load) -> None:
    load(
        DARKROOM_SERVICE_HOST="10.0.0.1",
        DARKROOM_PORT_8080_TCP="tcp://10.0.0.1:8080",
        DARKROOM_PORT="tcp://x",
    )


@pytest.fixture
def secretive(load: Load) -> config.Settings:
    return load(
        DARKROOM_GATEWAYS='[{"name":"a","base_url":"http://x","api_keys":["canary-1"],'
        '"proxy":"http://me:canary-2@proxy:3128"}]',
        DARKROOM_DATABASE_URL="postgresql://me:canary-3@db/darkroom?sslpassword=canary-4",
        DARKROOM_TELEGRAM__WEBHOOK_SECRET="canary-5",
    )


def test_secrets_show_in_no_repr_and_not_in_the_settings_in_force(secretive: config.Settings) -> None:
    shown = repr(secretive) + str(secretive) + config.masked(secretive)
    assert not [secret for secret in (TOKEN, KEY, "canary") if secret in shown]
    tree = tomllib.loads(config.masked(secretive))
    assert tree["database_url"] == "postgresql://***@db/darkroom?***"
    assert tree["gateways"][0]["proxy"] == "http://***@proxy:3128"
    assert tree["quota"]["free"] == 10


def test_every_secret_is_named_for_the_log(secretive: config.Settings) -> None:
    named = config.secrets_of(secretive)
    assert {TOKEN, KEY, "canary-1", "canary-2", "canary-3", "canary-5"} <= set(named)


def test_the_sample_loads_as_it_is_and_means_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "sample.toml"
    file.write_text(config.sample(), encoding="utf-8")
    settings = config.load(config_file=file, environ={})
    assert settings.model_dump(exclude={"telegram", "gateway"}) == config.load(
        config_file=None, environ=LEAST
    ).model_dump(exclude={"telegram", "gateway"})


def test_the_sample_loads_with_every_line_switched_on_and_names_every_setting(tmp_path: Path) -> None:
    file = tmp_path / "sample.toml"
    file.write_text(re.sub(r"(?m)^#(?=[a-z_]+ = |\[\[)", "", config.sample()), encoding="utf-8")
    before = config.load(config_file=None, environ=LEAST)
    settings = config.load(config_file=file, environ={}, bot="shop")
    assert settings.quota == before.quota
    assert settings.packs[0].credits == 25
    assert set(tomllib.loads(file.read_text())) == {*config.Settings.model_fields, "bots"}


def test_settings_cannot_be_changed(load: Load) -> None:
    with pytest.raises(ValueError, match="frozen"):
        load().quota.free = 3
