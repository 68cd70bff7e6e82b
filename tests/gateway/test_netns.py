"""No link of a gateway leads into a private net: proved where all internal addresses are listening."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from tests.gateway.test_download import SPELLINGS

ROOT = Path(__file__).parents[2]
ALONE = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]


def _allowed() -> bool:
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        return False
    trial = [*ALONE, "ip", "link", "set", "lo", "up"]
    return subprocess.run(trial, check=False, capture_output=True).returncode == 0


def test_no_internal_address_is_connected_to_by_any_spelling_redirect_or_name() -> None:
    if not _allowed():
        pytest.skip("network namespaces are not allowed here; test_download.py tests the same by a resolver")
    command = [*ALONE, sys.executable, "-m", "tests.gateway.decoys", *SPELLINGS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    told = orjson.loads(done.stdout)
    assert told["public"] == 3, "the guard lets the outside through"
    assert len(told["seen"]) > 20, "without the guard the decoys are found"
    assert told["trusting"] > told["asked"] // 2
    assert told["connected"] == []
