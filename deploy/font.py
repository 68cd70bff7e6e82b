"""Cut the font of the charts to the characters of our texts: `make font`, after a language learned new ones.

Words that run from right to left need shaping, which Pillow does only with libraries that may not be there:
they stay out of the charts, and so out of the font.
"""

import unicodedata
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection

ROOT = Path(__file__).parent.parent
SIMPLIFIED_CHINESE = 2
"""Which of the collection's fonts; the others differ in the form of some characters."""
ALWAYS = (*range(0x20, 0x180), *range(0x400, 0x460), *range(0x2010, 0x2027), 0x2030, 0x2039, 0x203A, 0x20AC)
"""Latin and Cyrillic letters, and what stands between words."""
OF_DATES = "年月日年월일"


def main() -> None:
    """Write the font."""
    texts = "".join(each.read_text(encoding="utf-8") for each in ROOT.glob("bot/texts/*.ftl"))
    wanted = {*map(ord, texts), *map(ord, OF_DATES), *ALWAYS}
    wanted = {each for each in wanted if unicodedata.bidirectional(chr(each)) not in {"R", "AL", "AN"}}
    font = TTCollection(files("noto_cjk_sans_otc") / "NotoSansCJK-Regular.ttc").fonts[SIMPLIFIED_CHINESE]
    options = Options(
        layout_features=[],
        hinting=False,
        desubroutinize=True,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 5, 13, 14],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    target = ROOT / "bot/imaging/fonts/NotoSansCJKsc-part.otf"
    font.recalcTimestamp = False  # the same texts make the same file
    font.save(target)
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size:,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
