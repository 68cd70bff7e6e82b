from pathlib import Path

import pytest

from bot.domain.errors import StartupFault
from bot.storage.keys import kept_key


def test_a_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    file = tmp_path / "links.key"
    key = kept_key(file)
    assert kept_key(file) == key
    assert len(key) == 32
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]
    assert kept_key(tmp_path / "other.key") != key


def test_a_key_that_others_could_read_is_shut_again(tmp_path: Path) -> None:
    file = tmp_path / "links.key"
    kept_key(file)
    file.chmod(0o644)
    kept_key(file)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"too short"])
def test_what_is_no_key_is_said_in_words_and_never_replaced(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "links.key"
    file.write_bytes(content)
    with pytest.raises(StartupFault, match=r"links.key is no key of Darkroom's; remove it"):
        kept_key(file)
    assert file.read_bytes() == content


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(StartupFault, match=r"data_dir: .*No such file or directory"):
        kept_key(tmp_path / "gone" / "links.key")
