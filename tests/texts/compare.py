"""Mozilla's compare-locales over all languages: says what it finds, and fails. Run by `make lint`."""

import sys
from pathlib import Path

from compare_locales.compare import compareProjects
from compare_locales.paths import TOMLParser

from bot.texts import FALLBACK, tags

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def main() -> int:
    """What is missing, left over, doubled or cannot be parsed; 1 if anything is."""
    languages = [tag for tag in tags() if tag != FALLBACK]
    config = TOMLParser().parse(str(HERE / "l10n.toml"), env={"l10n_base": str(ROOT)})
    config.set_locales(languages)
    found = compareProjects([config], languages, str(ROOT))
    details = found.serializeDetails()
    if details:
        sys.stdout.write(f"{details}\n")
    return 1 if details or found.error else 0


if __name__ == "__main__":
    sys.exit(main())
