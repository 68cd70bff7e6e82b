"""The units of systemd: understood, locked up, and in step with the bot."""

import re
import subprocess
from pathlib import Path

import pytest

from bot import config
from bot.bench.rivals import AS_DEPLOYED
from tests.deploy.tools import DEPLOY, ROOT, SCRIPTS, of_machine, said

UNITS = sorted((DEPLOY / "systemd").glob("darkroom*.*"))
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]


def here(text: str) -> str:
    """As if this were where the units look for Darkroom."""
    return text.replace("/opt/darkroom/.venv/bin", str(SCRIPTS)).replace("/opt/darkroom", str(ROOT))


def values(unit: Path, key: str) -> list[str]:
    return re.findall(rf"(?m)^{key}=(.*)$", unit.read_text(encoding="utf-8"))


def test_systemd_understands_every_unit(tmp_path: Path) -> None:
    for unit in UNITS:
        (tmp_path / unit.name).write_text(here(unit.read_text(encoding="utf-8")))
    copies = [tmp_path / unit.name for unit in UNITS]
    ran = subprocess.run(
        [of_machine("systemd-analyze", "systemd"), "verify", "--man=no", *copies],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_the_services_may_do_little(unit: Path) -> None:
    judge = of_machine("systemd-analyze", "systemd")
    said(judge, "security", "--offline=true", "--threshold=15", "--no-pager", unit)  # of 100
    assert values(unit, "User") == ["darkroom"]
    assert values(unit, "ProtectSystem") == ["strict"]


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_the_secrets_come_as_files_that_are_settings(unit: Path, tmp_path: Path) -> None:
    named = [each.split(":")[0] for each in values(unit, "LoadCredential")]
    for name in named:
        (tmp_path / name).write_text("123456:TEST-token_abc\n")
    (variable, folder) = values(unit, "Environment")[-1].split("=")
    assert folder == "%d"
    environ = {variable: str(tmp_path), "DARKROOM_GATEWAY__BASE_URL": "http://x"}
    assert config.load(config_file=None, environ=environ).telegram.token


def test_the_bot_is_given_the_time_that_it_promises_and_not_started_again_in_vain() -> None:
    unit = DEPLOY / "systemd" / "darkroom.service"
    assert values(unit, "Type") == ["notify"]
    assert int(values(unit, "TimeoutStopSec")[0]) >= config.Settings.model_fields["stop_grace"].default + 10
    assert "78" in values(unit, "RestartPreventExitStatus")[0].split()


def test_the_unit_and_the_image_tell_the_c_library_what_the_bench_does() -> None:
    told = " ".join(f"{name}={value}" for name, value in AS_DEPLOYED.items())
    assert told in values(DEPLOY / "systemd" / "darkroom.service", "Environment")
    assert f"\nENV {told}\n" in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_darkroomctl_runs_the_command_as_the_service_would(tmp_path: Path) -> None:
    etc, stub, ctl = tmp_path / "etc", tmp_path / "runuser", tmp_path / "darkroomctl"
    (etc / "secrets").mkdir(parents=True)
    (etc / "secrets" / "telegram__token").write_text("123456:TEST-token_abc\n")
    (etc / "darkroom.toml").write_text('[gateway]\nbase_url = "https://from-the-file.example"\n')
    stub.write_text('#!/bin/sh\n[ "$1 $2 $3" = "--user darkroom --" ] && shift 3 && exec "$@"\n')
    text = (DEPLOY / "systemd" / "darkroomctl").read_text(encoding="utf-8")
    ctl.write_text(here(text).replace("/etc/darkroom", str(etc)))
    for each in (stub, ctl):
        each.chmod(0o755)
    told = said("env", f"PATH={tmp_path}:/usr/bin:/bin", ctl, "config")
    assert 'base_url = "https://from-the-file.example"' in told
    assert 'data_dir = "/var/lib/darkroom"' in told
