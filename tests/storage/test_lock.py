import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.domain.errors import StartupFault
from bot.storage.lock import only_one

HOLD = """
import pathlib, sys
from bot.storage.lock import only_one
with only_one(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_bot_on_the_same_data_is_refused_in_words_until_the_first_is_gone(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        with pytest.raises(StartupFault, match="another bot works in"), only_one(tmp_path):
            pass
        first.kill()
    with only_one(tmp_path):
        pass


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write")
def test_a_folder_that_cannot_be_written_is_named() -> None:
    with (
        pytest.raises(StartupFault, match="cannot be written"),
        only_one(Path("/proc/self") / f"d{os.getpid()}"),
    ):
        pass
