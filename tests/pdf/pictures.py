"""Pictures of every kind that a file format has, each with four quarters: red, green, blue,
white.  Formatted one a page, they have to look so, and to stand in the PDF as they should.
"""
import os
import shutil
import struct
import subprocess
import zlib

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'pictures')
RED, GREEN, BLUE, WHITE, BLACK = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255),
                                  (0, 0, 0))
QUARTERS = [RED, GREEN, BLUE, WHITE]
WIDTH, HEIGHT = 20, 12


# ---- PNG

def chunk(name, data):
    return struct.pack('>I', len(data)) + name + data + \
        struct.pack('>I', zlib.crc32(name + data))


def quarter(x, y):
    return (x >= WIDTH // 2) + 2 * (y >= HEIGHT // 2)


def packed(samples, depth):
    """A row of samples as bytes."""
    bits = ''.join(format(s, '0%db' % depth) for s in samples)
    bits += '0' * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def paeth(a, b, c):
    p = a + b - c
    return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]


def filtered(row, above, step, kind):
    out = bytearray([kind])
    for i, v in enumerate(row):
        a = row[i - step] if i >= step else 0
        b = above[i]
        c = above[i - step] if i >= step else 0
        out.append((v - [0, a, b, (a + b) // 2, paeth(a, b, c)][kind]) & 255)
    return bytes(out)


PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
          (0, 1, 1, 2)]


def png(pixel, kind, depth, interlaced=False, extra=b''):
    """pixel(quarter) gives the samples of a pixel; each row has another filter."""
    channels = len(pixel(0))
    step = max(1, channels * depth // 8)
    data = b''
    for x0, y0, dx, dy in PASSES if interlaced else [(0, 0, 1, 1)]:
        above = None
        for n, y in enumerate(range(y0, HEIGHT, dy)):
            row = packed([s for x in range(x0, WIDTH, dx) for s in pixel(quarter(x, y))], depth)
            above = above or bytes(len(row))
            data += filtered(row, above, step, n % 5 if depth >= 8 else 0) if row else b''
            above = row
    header = struct.pack('>IIBBBBB', WIDTH, HEIGHT, depth, kind, 0, 0, interlaced)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + extra + \
        chunk(b'IDAT', zlib.compress(data)) + chunk(b'IEND', b'')


def rgb(depth, *more):
    top = (1 << depth) - 1
    return lambda q: tuple(v * top // 255 for v in QUARTERS[q]) + more


PALETTE = chunk(b'PLTE', bytes(v for c in QUARTERS for v in c))
GRAYS = [(0, 0, 0), (85, 85, 85), (170, 170, 170), WHITE]


def gray(depth):
    return lambda q: (q * ((1 << depth) - 1) // 3,)


def faded(top):
    """Green is not opaque at all, blue by half."""
    return lambda q: tuple(v * top // 255 for v in QUARTERS[q]) + ([top, 0, top // 2, top][q],)


FADED = [RED, WHITE, (127, 127, 255), WHITE]


# ---- other formats

def marked(jpeg, marker, data):
    return jpeg[:2] + struct.pack('>BBH', 255, marker, len(data) + 2) + data + jpeg[2:]


def exif(orientation):
    return b'Exif\0\0MM\0*\0\0\0\x08\0\x01' + struct.pack('>HHIHH', 0x112, 3, 1, orientation, 0) \
        + b'\0\0\0\0'


def pixels():
    return [QUARTERS[quarter(x, y)] for y in range(HEIGHT) for x in range(WIDTH)]


def tiff():
    data = bytes(v for p in pixels() for v in p)
    entries = [(256, 4, 1, WIDTH), (257, 4, 1, HEIGHT), (258, 3, 3, 8 + 2 + 12 * 9 + 4),
               (259, 3, 1, 1), (262, 3, 1, 2), (273, 4, 1, 132), (277, 3, 1, 3),
               (278, 4, 1, HEIGHT), (279, 4, 1, len(data))]
    out = b'II*\0' + struct.pack('<IH', 8, len(entries))
    out += b''.join(struct.pack('<HHII', *e) for e in entries) + struct.pack('<I', 0)
    out += struct.pack('<HHH', 8, 8, 8)
    return out.ljust(132, b'\0') + data


def bmp():
    rows = [pixels()[y * WIDTH:(y + 1) * WIDTH] for y in reversed(range(HEIGHT))]
    data = b''.join(bytes(v for p in row for v in p[::-1]) for row in rows)
    return struct.pack('<2sIIIIiiHHIIiiII', b'BM', 54 + len(data), 0, 54, 40, WIDTH, HEIGHT, 1,
                       24, 0, len(data), 2835, 2835, 0, 0) + data


TURNED = {  # which of the stored quarters is seen at the top left, top right ...
    1: (0, 1, 2, 3), 2: (1, 0, 3, 2), 3: (3, 2, 1, 0), 4: (2, 3, 0, 1),
    5: (0, 2, 1, 3), 6: (2, 0, 3, 1), 7: (3, 1, 2, 0), 8: (1, 3, 0, 2)}


def pictures(profile):
    """[(name, bytes, colours of the quarters, what its image object must have)]"""
    with open(os.path.join(HERE, 'progressive.jpg'), 'rb') as f:
        jpeg = f.read()
    parts = [b'ICC_PROFILE\0' + bytes([i + 1, 2]) + part
             for i, part in enumerate((profile[:200], profile[200:]))]
    iccp = chunk(b'iCCP', b'x\0\0' + zlib.compress(profile))
    with open(os.path.join(HERE, 'gray.jpg'), 'rb') as f:
        gray_jpeg = f.read()
    with open(os.path.join(HERE, 'cmyk.jpg'), 'rb') as f:
        cmyk_jpeg = f.read()
    with open(os.path.join(HERE, 'animation.gif'), 'rb') as f:
        gif = f.read()
    own, mask = {'/ColorSpace': '/DeviceRGB'}, {'/SMask': True}
    all_of_them = [
        ('rgb8.png', png(rgb(8), 2, 8), QUARTERS, own),
        ('rgb16.png', png(rgb(16), 2, 16), QUARTERS, {'/BitsPerComponent': 16}),
        ('interlaced16.png', png(rgb(16), 2, 16, True), QUARTERS, {'/BitsPerComponent': 16}),
        ('rgba8.png', png(faded(255), 6, 8), FADED, mask),
        ('rgba16i.png', png(faded(65535), 6, 16, True), FADED, mask),
        ('opaque.png', png(rgb(8, 255), 6, 8), QUARTERS, {'/SMask': None}),
        ('gray-alpha.png', png(lambda q: (85 * q, 0 if q == 1 else 255), 4, 8),
         [BLACK, WHITE] + GRAYS[2:], mask),
        ('key.png', png(rgb(8), 2, 8, extra=chunk(b'tRNS', struct.pack('>HHH', *GREEN))),
         [RED, WHITE, BLUE, WHITE], {'/Mask': [0, 0, 255, 255, 0, 0]}),
        ('key-i.png', png(gray(8), 0, 8, True, chunk(b'tRNS', struct.pack('>H', 85))),
         [BLACK, WHITE] + GRAYS[2:], {'/Mask': [85, 85]}),
        ('profile.png', png(rgb(8), 2, 8, extra=iccp), QUARTERS, {'/ColorSpace': 3}),
        ('progressive.jpg', jpeg, QUARTERS, dict(own, **{'/Filter': '/DCTDecode'})),
        ('profile.jpg', marked(marked(jpeg, 0xE2, parts[1]), 0xE2, parts[0]), QUARTERS,
         {'/ColorSpace': 3}),
        ('other-profile.jpg', marked(jpeg, 0xE2, b'ICC_PROFILE\0\1\1' + b'x' * 200), QUARTERS,
         own),
        ('gray.jpg', gray_jpeg, None, {'/ColorSpace': '/DeviceGray'}),
        ('cmyk.jpg', cmyk_jpeg, [(0, 160, 230), (235, 0, 130), (255, 240, 0), (45, 43, 43)],
         {'/ColorSpace': 4, '/Filter': '/DCTDecode'}),
        ('animation.gif', gif, QUARTERS, own),
        ('picture.tiff', tiff(), QUARTERS, own),
        ('picture.bmp', bmp(), QUARTERS, own)]
    for depth in (1, 2, 4, 8, 16):
        for interlaced in (False, True):
            if depth > 1:
                all_of_them.append(('gray%d%s.png' % (depth, 'i' * interlaced),
                                    png(gray(depth), 0, depth, interlaced), GRAYS,
                                    {'/ColorSpace': '/DeviceGray', '/BitsPerComponent': depth}))
            if 1 < depth < 16:
                faint = chunk(b'tRNS', b'\xff\x00\x7f')
                index = png(lambda q: (q,), 3, depth, interlaced, PALETTE + faint)
                all_of_them.append(('palette%d%s.png' % (depth, 'i' * interlaced), index, FADED,
                                    mask))
    for turn, seen in TURNED.items():
        all_of_them.append(('turned%d.jpg' % turn, marked(jpeg, 0xE1, exif(turn)),
                            [QUARTERS[q] for q in seen], own))
    return all_of_them


# ---- what is seen

def write_book(folder, some):
    pages = ''
    for name, data, _, _ in some:
        with open(os.path.join(folder, name), 'wb') as f:
            f.write(data)
        pages += '<fo:block break-before="page" line-height="0pt"><fo:external-graphic ' \
            'src="%s" content-width="40pt" content-height="24pt" scaling="non-uniform" ' \
            'fox:alt-text="%s"/></fo:block>\n' % (name, name)
    source = os.path.join(folder, 'pictures.fo')
    with open(source, 'w') as f:
        f.write('<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="en"\n'
                'xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"><fo:layout-master-set>'
                '<fo:simple-page-master master-name="p" page-width="40pt" page-height="24pt">'
                '<fo:region-body/></fo:simple-page-master></fo:layout-master-set>'
                '<fo:page-sequence master-reference="p"><fo:title>Pictures</fo:title>'
                '<fo:flow flow-name="xsl-region-body">' + pages +
                '</fo:flow></fo:page-sequence></fo:root>\n')
    return source


def seen(path, page):
    """The colours in the middle of the page's quarters, as poppler paints them."""
    ppm = subprocess.run(['pdftoppm', '-r', '72', '-f', str(page), '-l', str(page), path],
                         capture_output=True).stdout
    width, height = map(int, ppm.split(b'\n', 3)[1].split())
    data = ppm[-width * height * 3:]
    at = [(x, y) for y in (height // 4, height * 3 // 4) for x in (width // 4, width * 3 // 4)]
    return [tuple(data[(y * width + x) * 3:][:3]) for x, y in at]


def fault(file, some, page, path):
    name, data, expected, must = some[page - 1]
    objects = [file.resolve(x) for x in (file.get(file.pages[page - 1].resources, '/XObject') or
                                         {}).values()]
    if len(objects) != 1:
        return '%d image objects' % len(objects)
    for key, value in must.items():
        got = file.resolve(objects[0].get(key))
        if isinstance(value, bool):
            got = got is not None
        elif key == '/ColorSpace' and isinstance(value, int):
            got = file.get(got[1], '/N') if isinstance(got, list) else got
        if got != value:
            return '%s is %s' % (key, got)
    colours = seen(path, page)
    if expected and any(abs(a - b) > 24 for c, e in zip(colours, expected)
                        for a, b in zip(c, e)):
        return 'seen %s, expected %s' % (colours, expected)
    if must.get('/Filter') == '/DCTDecode' and data not in file.raw:
        return 'the JPEG data is not in the file as it was'
    return ''


def run(program, File, profile):
    """(name, what is wrong or '') for each picture, and the file."""
    import tempfile
    folder = tempfile.mkdtemp()
    try:
        some = pictures(profile)
        source = write_book(folder, some)
        path = os.path.join(folder, 'pictures.pdf')
        said = program('-o', path, source).stderr
        if not os.path.exists(path):
            return [('formatted', said[:500])], None
        file = File(path)
        results = [(s[0], fault(file, some, i + 1, path)) for i, s in enumerate(some)]
        plain = os.path.join(folder, 'plain.pdf')
        program('--pdf=plain', '-o', plain, source)
        for i, s in enumerate(some):
            if s[2] and s[0] != 'cmyk.jpg' and \
                    any(abs(a - b) > 24 for c, e in zip(seen(plain, i + 1), s[2])
                        for a, b in zip(c, e)):
                results.append((s[0] + ' plain', 'seen %s' % seen(plain, i + 1)))
        return results, file
    finally:
        shutil.rmtree(folder)
