"""The programs that judge what operators deploy: of the development set, or of the machine."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SCRIPTS = Path(sysconfig.get_path("scripts"))


def tool(name: str, *arguments: str | Path, cwd: Path = ROOT) -> str:
    """What a program of the development set says; it must be content."""
    return said(SCRIPTS / name, *arguments, cwd=cwd)


def said(*command: str | Path, cwd: Path = ROOT) -> str:
    """What a command prints; it must end well."""
    ran = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def of_machine(name: str, package: str) -> str:
    """Where a program of the machine is; in CI, which installs the package, it must not be missing unseen."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(f"there is no {name}, which .ci/run should install ({package})")
    pytest.skip(f"there is no {name}; on Debian: apt-get install {package}")
