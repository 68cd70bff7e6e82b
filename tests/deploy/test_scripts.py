"""The scripts: clean for the shell's own judge, and they do what they say."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.deploy.tools import DEPLOY, ROOT, SCRIPTS, tool

BACKUP = DEPLOY / "backup"
WRITTEN_FOR_A_SHELL = [*BACKUP.glob("*.sh"), DEPLOY / "systemd" / "darkroomctl", ROOT / ".ci" / "run"]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "data").mkdir()
    (tmp_path / "backups").mkdir()
    return {
        "PATH": f"{SCRIPTS}:{os.environ['PATH']}",
        "TMPDIR": str(tmp_path),
        "DARKROOM_TELEGRAM__TOKEN": "123456:TEST-token_abc",
        "DARKROOM_GATEWAY__BASE_URL": "http://127.0.0.1:9/v1",
        "DARKROOM_DATA_DIR": "data",
    }


def test_the_shells_judge_is_content_and_all_can_be_run() -> None:
    tool("shellcheck", *WRITTEN_FOR_A_SHELL)
    assert [each for each in WRITTEN_FOR_A_SHELL if not each.stat().st_mode & 0o111] == []


def test_make_sets_up_what_it_needs_and_says_so_in_plain_words(tmp_path: Path) -> None:
    for file in ("Makefile", "requirements.lock", "requirements-build.lock"):
        (tmp_path / file).write_bytes((ROOT / file).read_bytes())
    ran = subprocess.run(
        ["make", "demo", "PYTHON="], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ran.returncode != 0
    assert "Darkroom needs Python 3.11 or newer, and found none." in ran.stderr
    assert sys.version_info >= (3, 11)


def test_a_backup_is_made_old_ones_go_and_the_drill_proves_it(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)

    assert run("darkroom", "grant", "7", "5").returncode == 0
    old, foreign = (tmp_path / "backups" / name for name in ("darkroom-20200101T000000Z.db", "foreign.db"))
    for file in (old, foreign):
        file.touch()
        os.utime(file, (0, 0))
    assert run(BACKUP / "backup.sh", "backups").returncode == 0
    assert not old.exists()
    assert foreign.exists()
    old.touch()  # the newest by its name counts
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    drilled = run(BACKUP / "drill.sh", "backups")
    assert drilled.returncode == 0, drilled.stderr
    assert "1 wallets and 1 entries add up" in drilled.stdout
    assert drilled.stdout.endswith(".db can be restored.\n")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before
    (backup,) = set((tmp_path / "backups").glob("darkroom-2*.db")) - {old}
    with closing(sqlite3.connect(backup)) as opened:
        opened.execute("UPDATE wallets SET balance = 50")
        opened.commit()
    drilled = run(BACKUP / "drill.sh", backup)
    assert drilled.returncode == 1
    assert "FAULT p7: balance: 50, should be 5" in drilled.stdout
    assert "can be restored" not in drilled.stdout
    assert run(BACKUP / "drill.sh", "nothing").returncode == 1
