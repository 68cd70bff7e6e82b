"""What operators deploy is valid and safe; no engine here runs it, so its tools judge it."""

import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import config

ROOT = Path(__file__).parent.parent
COMPOSE = ROOT / "deploy" / "compose.yaml"
YAMLLINT = "{extends: default, rules: {document-start: disable, line-length: {max: 110}}}"


def tool(name: str, *arguments: str) -> None:
    program = Path(sysconfig.get_path("scripts")) / name
    ran = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture
def service() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]["bot"]
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
    assert text.count("--require-hashes") == 2


def test_the_image_gets_the_files_that_it_is_built_from() -> None:
    let_in = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert let_in[0] == "*"
    for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            for file in line.split()[1:-1]:
                assert (ROOT / file).exists(), file
                assert f"!{file}" in let_in, file


def test_the_compose_file_is_valid() -> None:
    tool("check-jsonschema", "--builtin-schema", "vendor.compose-spec", str(COMPOSE))
    tool("yamllint", "-d", YAMLLINT, "deploy")


def test_the_container_may_do_little(service: dict[str, Any]) -> None:
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert [each.split(":")[0] for each in service["tmpfs"]] == ["/tmp"]
    assert service["volumes"] == ["data:/data"]
    assert all(each.startswith("127.0.0.1:") for each in service["ports"])


def test_a_stop_gives_calls_the_time_that_the_bot_promises(service: dict[str, Any]) -> None:
    grace = config.Settings.model_fields["stop_grace"].default
    assert int(service["stop_grace_period"].removesuffix("s")) > grace


def test_the_secrets_are_files_and_the_example_fits_the_settings(
    service: dict[str, Any], tmp_path: Path
) -> None:
    assert not [name for name in service["environment"] if "TOKEN" in name or "KEY" in name]
    (tmp_path / service["secrets"][0]).write_text("123456:TEST-token_abc\n")
    (tmp_path / service["secrets"][1]).write_text("the-key\n")
    lines = (ROOT / "deploy" / "env.example").read_text(encoding="utf-8").splitlines()
    environ = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    settings = config.load(config_file=None, environ={**environ, "DARKROOM_SECRETS_DIR": str(tmp_path)})
    assert settings.telegram.token.get_secret_value() == "123456:TEST-token_abc"
    assert settings.all_gateways[0].api_keys[0].get_secret_value() == "the-key"


def test_ci_is_a_script_that_the_shell_understands() -> None:
    subprocess.run(["bash", "-n", ROOT / ".ci" / "run"], check=True)
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_make_sets_up_what_it_needs_and_says_so_in_plain_words(tmp_path: Path) -> None:
    for file in ("Makefile", "requirements.lock", "requirements-build.lock"):
        (tmp_path / file).write_bytes((ROOT / file).read_bytes())
    ran = subprocess.run(
        ["make", "demo", "PYTHON="], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ran.returncode != 0
    assert "Darkroom needs Python 3.11 or newer, and found none." in ran.stderr
    assert sys.version_info >= (3, 11)
