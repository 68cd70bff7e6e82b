"""The image and its compose file are valid and safe; no engine here runs them, so their tools judge them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import config
from tests.deploy.tools import DEPLOY, ROOT, tool

COMPOSE, SCALED = DEPLOY / "compose.yaml", DEPLOY / "compose.scaled.yaml"
YAMLLINT = "{extends: default, rules: {document-start: disable, line-length: {max: 110}}}"
_SECRETS = "DARKROOM_SECRETS_DIR"
BOT_AND_SIDECAR = ("bot", "litestream")
ROLES = ("intake", "worker", "web")


@pytest.fixture
def services() -> dict[str, Any]:
    return _services(COMPOSE)


@pytest.fixture
def scaled() -> dict[str, Any]:
    return _services(SCALED)


def _services(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))["services"]
    return found


def test_the_dockerfile_is_well_made() -> None:
    tool("hadolint", "Dockerfile")


def test_the_image_runs_as_nobody_in_particular_and_has_no_build_tools() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    image = text[text.rindex("\nFROM ") :]
    for line in ("USER 10001:10001", "STOPSIGNAL SIGTERM", "VOLUME /data", 'CMD ["darkroom", "healthcheck"]'):
        assert line in image
    assert "pip uninstall --yes pip" in image
    assert "apt-get" not in text
    assert text.count("--require-hashes") == text.count("pip install") + text.count("app install") - 1, (
        "all but the wheel that was built right there"
    )


def test_the_image_gets_the_files_that_it_is_built_from() -> None:
    let_in = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert let_in[0] == "*"
    for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            for file in line.split()[1:-1]:
                assert (ROOT / file).exists(), file
                assert f"!{file}" in let_in, file


def test_the_image_has_buckets_and_can_have_every_extra(services: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = {file.stem for file in (DEPLOY / "extras").glob("*.lock")}
    assert locked == set(project["optional-dependencies"]), "run: make lock"
    assert "ARG EXTRAS=s3\n" in (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert services["bot"]["build"]["args"] == {"EXTRAS": "${EXTRAS:-s3}"}


def test_the_yaml_is_valid() -> None:
    tool("check-jsonschema", "--builtin-schema", "vendor.compose-spec", COMPOSE, SCALED)
    tool("yamllint", "-d", YAMLLINT, "deploy")


@pytest.mark.parametrize("name", BOT_AND_SIDECAR)
def test_the_containers_may_do_little(services: dict[str, Any], name: str) -> None:
    service = services[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert [each.split(":")[0] for each in service["tmpfs"]] == ["/tmp"]
    assert {"mem_limit", "pids_limit", "logging", "restart"} <= service.keys()
    writable = [each for each in service["volumes"] if not each.endswith(":ro")]
    assert writable == ["data:/data"]
    assert all(each.startswith("127.0.0.1:") for each in service.get("ports", []))


WRITABLE = {**dict.fromkeys(ROLES, "spool:/spool"), "proxy": "certificates:/data"}


@pytest.mark.parametrize("name", [*ROLES, "proxy", "postgres"])
def test_the_containers_of_many_may_do_little(scaled: dict[str, Any], name: str) -> None:
    service = scaled[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "proxy" else [])
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "pids_limit", "logging", "restart"} <= service.keys()
    writable = [each for each in service["volumes"] if not each.endswith(":ro")]
    assert writable == [WRITABLE.get(name, "database:/var/lib/postgresql/data")]
    assert ("ports" in service) == (name == "proxy"), "the proxy is the only door"


def test_there_are_two_intakes_three_workers_and_a_web_on_one_database_and_one_spool(
    scaled: dict[str, Any], tmp_path: Path
) -> None:
    assert [scaled[name].get("deploy", {}).get("replicas", 1) for name in ROLES] == [2, 3, 1]
    for role in ROLES:
        service = scaled[role]
        assert service["command"] == ["run", "--role", role]
        assert service["depends_on"] == {"postgres": {"condition": "service_healthy"}}
        assert service["build"]["args"] == {"EXTRAS": "${EXTRAS:-s3,postgres}"}
        assert int(service["stop_grace_period"].removesuffix("s")) >= _grace() + 10
        for secret in service["secrets"]:
            (tmp_path / secret).write_text("123456:TEST-token_abc\n")
        (tmp_path / "database_url").write_text("postgresql://darkroom:x@postgres/darkroom\n")
        told = {name: value.replace("${DOMAIN:-", "").replace("}", "") for name, value in _told(service)}
        settings = config.load(config_file=None, environ=_example() | told | {_SECRETS: str(tmp_path)})
        assert settings.database.startswith("postgresql://")
        assert str(settings.spool_folder) == "/spool"
        assert settings.telegram.webhook_url == "https://bot.example.com/telegram"
    assert "/data /spool\n" in (ROOT / "Dockerfile").read_text(encoding="utf-8"), "who runs may write there"


def _told(service: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in service["environment"].items() if name != _SECRETS]


def test_the_sidecar_comes_when_asked_for_and_copies_the_bots_database(services: dict[str, Any]) -> None:
    sidecar = services["litestream"]
    assert sidecar["profiles"] == ["litestream"]
    assert sidecar["user"] == "10001:10001", "the bot's"
    copied = yaml.safe_load((DEPLOY / "litestream.yml").read_text(encoding="utf-8"))
    (database,) = copied["dbs"]
    assert database["path"] == config.load(config_file=None, environ=_environ("/data")).database[10:]
    example = (DEPLOY / "litestream.env.example").read_text(encoding="utf-8")
    for name in ("BUCKET", "REGION", "ENDPOINT"):
        assert f"${{LITESTREAM_{name}}}" in database["replica"].values()
        assert f"\nLITESTREAM_{name}=" in example


def _environ(data_dir: str) -> dict[str, str]:
    return {
        "DARKROOM_TELEGRAM__TOKEN": "1:abc",
        "DARKROOM_GATEWAY__BASE_URL": "http://x",
        "DARKROOM_DATA_DIR": data_dir,
    }


def test_a_stop_gives_calls_the_time_that_the_bot_promises(services: dict[str, Any]) -> None:
    assert int(services["bot"]["stop_grace_period"].removesuffix("s")) >= _grace() + 10


def _grace() -> float:
    grace = config.Settings.model_fields["stop_grace"].default
    assert isinstance(grace, float)
    return grace


def _example() -> dict[str, str]:
    lines = (DEPLOY / "env.example").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def test_the_secrets_are_files_and_the_example_fits_the_settings(
    services: dict[str, Any], tmp_path: Path
) -> None:
    service = services["bot"]
    assert not [name for name in service["environment"] if "TOKEN" in name or "KEY" in name]
    (tmp_path / service["secrets"][0]).write_text("123456:TEST-token_abc\n")
    (tmp_path / service["secrets"][1]).write_text("the-key\n")
    settings = config.load(config_file=None, environ=_example() | {_SECRETS: str(tmp_path)})
    assert settings.telegram.token.get_secret_value() == "123456:TEST-token_abc"
    assert settings.all_gateways[0].api_keys[0].get_secret_value() == "the-key"


@pytest.mark.parametrize(
    "secret",
    [
        "deploy/.env",
        "deploy/litestream.env",
        "deploy/secrets/x",
        "deploy/kustomize/example/secrets/x",
        "deploy/kustomize/scaled/secrets/x",
    ],
)
def test_no_secret_is_committed_or_baked_into_the_image(secret: str) -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert any(Path(secret).match(f"{line.rstrip('/')}{'/*' * line.endswith('/')}") for line in ignored)
    let_in = [line[1:] for line in (ROOT / ".dockerignore").read_text().split() if line.startswith("!")]
    assert not [each for each in let_in if each != "deploy" and secret.startswith(each)]
