"""Effects on colour and light: RGB in, RGB of the same size out."""

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from bot.sandbox.effects.colours import Rgb


def monochrome(image: Image.Image) -> Image.Image:
    """Black and white, with full contrast."""
    return ImageOps.autocontrast(ImageOps.grayscale(image), cutoff=0.5).convert("RGB")


def sepia(image: Image.Image) -> Image.Image:
    """The brown of old prints."""
    return ImageOps.colorize(ImageOps.grayscale(image), black="#2a180a", mid="#a87e50", white="#fff1d6")


def invert(image: Image.Image) -> Image.Image:
    """A negative."""
    return ImageOps.invert(image)


def posterize(image: Image.Image) -> Image.Image:
    """Four levels of each colour."""
    return ImageOps.posterize(ImageEnhance.Color(ImageOps.autocontrast(image, cutoff=1)).enhance(1.5), 2)


def solarize(image: Image.Image) -> Image.Image:
    """Bright parts inverted."""
    return ImageOps.solarize(image, threshold=128)


def brighter(image: Image.Image) -> Image.Image:
    """A third more light."""
    return ImageEnhance.Brightness(image).enhance(1.35)


def darker(image: Image.Image) -> Image.Image:
    """Two fifths less light."""
    return ImageEnhance.Brightness(image).enhance(0.6)


def contrast(image: Image.Image) -> Image.Image:
    """Stronger contrast."""
    return ImageEnhance.Contrast(image).enhance(1.6)


def saturate(image: Image.Image) -> Image.Image:
    """Stronger colours."""
    return ImageEnhance.Color(image).enhance(1.8)


def sharpen(image: Image.Image) -> Image.Image:
    """Crisper edges."""
    return image.filter(ImageFilter.UnsharpMask(radius=2.5, percent=220, threshold=2))


def blur(image: Image.Image) -> Image.Image:
    """Out of focus, in proportion to the size."""
    return image.filter(ImageFilter.GaussianBlur(max(2, max(image.size) / 110)))


def tint(image: Image.Image, colour: Rgb) -> Image.Image:
    """The picture in shades of `colour`, with a rest of its own colours."""
    dark = tuple(c // 6 for c in colour)
    light = tuple(255 - (255 - c) // 6 for c in colour)
    shades = ImageOps.colorize(ImageOps.grayscale(image), black=dark, mid=colour, white=light)
    return Image.blend(image, shades, 0.78)


def warm(image: Image.Image) -> Image.Image:
    """More red, less blue."""
    return _scaled(image, (1.12, 1.0, 0.82))


def cold(image: Image.Image) -> Image.Image:
    """More blue, less red."""
    return _scaled(ImageEnhance.Color(image).enhance(0.8), (0.84, 0.98, 1.16))


def sunset(image: Image.Image) -> Image.Image:
    """Evening light: a glow from orange to purple over warm colours."""
    glow = gradient(image.size, (255, 190, 110), (150, 70, 110))
    return ImageChops.soft_light(ImageChops.soft_light(warm(image), glow), glow)


def night(image: Image.Image) -> Image.Image:
    """Moonlight: dark, bluish, with dark corners."""
    moonlit = _scaled(ImageEnhance.Color(image).enhance(0.45), (0.42, 0.50, 0.78))
    return vignette(moonlit)


def vignette(image: Image.Image) -> Image.Image:
    """Dark corners."""
    ring = Image.radial_gradient("L").resize(image.size).point(lambda v: int(max(0, v - 60) * 1.1))
    return Image.composite(Image.new("RGB", image.size), image, ring)


def snow(image: Image.Image) -> Image.Image:
    """Falling snow, the same flakes every time."""
    cold_air = cold(image)
    flakes = Image.new("L", image.size)
    draw = ImageDraw.Draw(flakes)
    width, height = image.size
    unit = max(1.0, min(width, height) / 400)
    for i in range(420):
        x, y = (i * 0.618034) % 1 * width, (i * i * 0.381966) % 1 * height
        radius = unit * (0.6 + i % 7 * 0.45)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=150 + i % 5 * 25)
    white = Image.new("RGB", image.size, (255, 255, 255))
    return Image.composite(white, cold_air, flakes.filter(ImageFilter.GaussianBlur(unit * 0.6)))


def gradient(size: tuple[int, int], top: Rgb, bottom: Rgb) -> Image.Image:
    """A picture of `size` that runs from `top` to `bottom`."""
    ramp = Image.linear_gradient("L").resize(size)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), ramp)


def _scaled(image: Image.Image, factors: tuple[float, float, float]) -> Image.Image:
    table = [min(255, int(value * factor)) for factor in factors for value in range(256)]
    return image.point(table)
