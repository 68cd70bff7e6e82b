"""Which effects a prompt asks for: English and Chinese words, in the order in which they stand."""

import re
from dataclasses import dataclass

from bot.sandbox.effects.colours import NAME as COLOUR

SCENERY = (
    r"beach|sea(?:side)?|ocean|mountains?|forest|city|night sky|space|海边|海滩|大海|山|森林|城市|夜空|星空"
)

_IT = r"(?:(?:it|this|that)\s+)?"
_THING = r"(?:it|this|that|everything|(?:the|my|his|her)\s+\w+)"

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("cutout", r"(?:remov|eras|delet)\w*\s+(?:the\s+)?back(?:ground|drop)|transparent(?:\s+background)?"),
    ("cutout", r"(?:without|no)\s+(?:a\s+|the\s+)?background|cut\s?out"),
    ("cutout", r"(?:去|移|删|抠)[^，。,]{0,3}背景|透明|抠图"),
    ("soft_backdrop", r"blur\w*\s+(?:the\s+)?background|background\s+blur"),
    ("soft_backdrop", r"背景(?:虚化|模糊)|(?:虚化|模糊)背景"),
    ("scenery", rf"background[^,.;]{{0,20}}?(?P<scene>\b(?:{SCENERY})\b)"),
    ("scenery", rf"背景[^，。,]{{0,6}}?(?P<scene>{SCENERY})"),
    ("backdrop", rf"{COLOUR}(?:\s+back(?:ground|drop)|的?背景)"),
    ("backdrop", rf"(?:back(?:ground|drop)[^,.;]{{0,16}}?|背景[^，。,]{{0,6}}?){COLOUR}"),
    ("border", rf"{COLOUR}(?:的|\s)*(?:border|frame|边框|相框)"),
    ("monochrome", r"black\s*(?:and|&|n)\s*white|\bb\s*&\s*w\b|\bbw\b|gr[ae]y\s?scale|monochrome|黑白|灰度"),
    ("sepia", r"sepia|vintage|retro|old\s+photo|复古|怀旧|泛黄|老照片"),
    ("invert", r"\binvert\w*|\bnegative\b|反色|反相|负片"),
    ("cartoon", r"cartoon|anime|comic|manga|卡通|动漫|漫画"),
    ("oil", r"oil\s*paint\w*|油画"),
    ("watercolour", r"water\s?colou?r|水彩"),
    ("sketch", r"pencil(?:\s+sketch)?|sketch|line\s+(?:art|drawing)|素描|铅笔画?|线稿"),
    ("pixelate", r"pixel\s*art|pixel\w*|mosaic|8[- ]?bit|像素|马赛克"),
    ("posterize", r"posteri[sz]e|\bposter\b|pop\s*art|海报|波普"),
    ("emboss", r"emboss|\brelief\b|浮雕"),
    ("neon", r"\bneon\b|cyberpunk|霓虹|赛博朋克"),
    ("solarize", r"solari[sz]e|曝光过度"),
    ("snow", r"\bsnow\w*|下雪|飘雪|雪景"),
    ("turn_left", rf"(?:rotat\w+|turn)\s+{_IT}(?:to\s+the\s+)?left|counter-?\s?clockwise"),
    ("turn_left", r"向?左[旋转]转?|逆时针|旋转270度?"),
    ("turn_over", r"upside\s*down|(?:rotat\w+|turn)\D{0,12}180|旋转\s*180度?|倒过来|颠倒"),
    ("turn_right", rf"(?:rotat\w+|turn)\s+{_IT}(?:to\s+the\s+)?right|\bclockwise"),
    ("turn_right", r"向?右[旋转]转?|顺时针"),
    ("turn_right", r"\brotat\w+|旋转(?:\s*90度?)?"),
    ("flip", r"flip\w*\s+(?:it\s+)?vertical\w*|vertical\s+flip|(?:上下|垂直)翻转"),
    ("mirror", r"mirror\w*|\bflip\w*(?:\s+horizontal\w*)?|镜像|(?:左右|水平)?翻转"),
    ("brighter", r"bright\w*|lighter|lighten|变?亮一?点?|提亮|调亮"),
    ("darker", r"\bdark(?:er|en)\b|make\s+it\s+dark\b|[变调]暗|暗一点"),
    ("contrast", r"contrast|对比度?"),
    ("saturate", r"saturat\w+|\bvivid\b|more\s+colou?r(?:ful)?|鲜艳|饱和"),
    ("sharpen", r"sharp\w*|\bcrisp\w*|锐化|清晰"),
    ("blur", r"\bblur\w*|soft\s+focus|模糊|虚化"),
    ("vignette", r"vignett\w*|暗角"),
    ("border", r"\bborder\b|\bframe\b|边框|相框"),
    ("night", r"\bnight\b|夜晚|夜景|晚上|黑夜"),
    ("sunset", r"sunset|sunrise|golden\s+hour|\bdusk\b|日落|夕阳|黄昏|晚霞"),
    ("warm", r"\bwarm\w*|暖色?调?"),
    ("cold", r"\bcold\w*|\bcool\w*|\bwinter\b|冷色?调?|冬天"),
    ("upscale", r"up-?scale|\benlarge|\b2x\b|super\s*resolution|放大|高清|超分"),
    ("square", r"\bsquare\b|裁成?正?方形?|正方形"),
    ("tint", rf"(?:主题|风格|色调|颜色)[^，。,.;]{{0,8}}?{COLOUR}"),
    ("tint", rf"(?:换成|改成|变成|变为|染成)\s*{COLOUR}"),
    ("tint", rf"{COLOUR}(?:色调|主题|风格|滤镜)"),
    ("tint", rf"\b(?:theme|tint|tone|style|colou?r)\b[^,.;]{{0,16}}?{COLOUR}"),
    ("tint", rf"{COLOUR}\s+(?:tint|theme|tone|filter|style|light)"),
    ("tint", rf"\b(?:make|turn|paint|dye|change)\s+{_THING}\s+(?:in\s+|into\s+|to\s+)?{COLOUR}"),
)

_TURNS = frozenset({"turn_left", "turn_right", "turn_over", "flip", "mirror"})
_COMPILED = tuple((effect, re.compile(pattern, re.IGNORECASE)) for effect, pattern in _PATTERNS)

EFFECTS = tuple(dict.fromkeys(effect for effect, _ in _PATTERNS))


@dataclass(frozen=True, slots=True)
class Step:
    """One effect to apply; `detail` is the colour or the scenery that was asked for with it."""

    effect: str
    detail: str = ""


def steps(prompt: str) -> tuple[Step, ...]:
    """The effects that `prompt` asks for, in its order; empty where it asks for none that is known.

    A pattern nearer the top of the table owns its words: "black and white" is never "make it black".
    Turning twice is two turns; any other effect named twice is meant once.
    """
    found: list[tuple[int, int, Step]] = []
    for effect, pattern in _COMPILED:
        for match in pattern.finditer(prompt):
            start, end = match.span()
            if all(end <= taken_from or taken_to <= start for taken_from, taken_to, _ in found):
                groups = match.groupdict()
                found.append((start, end, Step(effect, groups.get("colour") or groups.get("scene") or "")))
    ordered = [step for _, _, step in sorted(found, key=lambda entry: entry[0])]
    return tuple(s for i, s in enumerate(ordered) if s.effect in _TURNS or s not in ordered[:i])
