"""The rules about fonts and what text shows of them."""
import re

from pdffile import Font, string_bytes, utf16
from rulebook import rule


def fonts(f):
    for d in f.all_dictionaries():
        if d.get('/Type') == '/Font' and d.get('/Subtype') in ('/Type0', '/TrueType', '/Type1',
                                                               '/Type3'):
            below = f.as_list(d.get('/DescendantFonts'))
            yield d, f.resolve(below[0]) if below else d


@rule('A 6.2.11.2', 'the dictionaries of fonts are complete')
def dictionaries(f):
    for font, below in fonts(f):
        n = len(f.as_list(below.get('/Widths')))
        simple = font['/Subtype'] not in ('/Type0', '/Type3')
        if (font['/Subtype'] != '/Type3' and not font.get('/BaseFont')) or \
                below.get('/Type') != '/Font' or (simple and ('/FirstChar' not in font or n !=
                                                  font.get('/LastChar', -1) - font['/FirstChar'] + 1)):
            yield str(font.get('/BaseFont'))


@rule('UA 7.21.3.3', 'the encodings of composite fonts are in the file or known')
def known_maps(f):
    for font, _ in fonts(f):
        if font['/Subtype'] == '/Type0' and font.get('/Encoding') not in ('/Identity-H', '/Identity-V'):
            yield str(font.get('/BaseFont'))


@rule('UA 7.21.4.2', 'no lists of glyphs that could be wrong')
def listed_glyphs(f):
    for d in f.all_dictionaries():
        if d.get('/Type') == '/FontDescriptor' and ('/CIDSet' in d or '/CharSet' in d):
            yield str(d.get('/FontName'))


@rule('UA 7.21.4.1', 'fonts are embedded')
def embedded_fonts(f):
    for font, below in fonts(f):
        descriptor = f.get(below, '/FontDescriptor') or {}
        if font['/Subtype'] != '/Type3' and \
                not any(k in descriptor for k in ('/FontFile', '/FontFile2', '/FontFile3')):
            yield str(font.get('/BaseFont'))


@rule('UA 7.21.3.2', 'CIDs of TrueType fonts are mapped to glyphs')
def cid_map(f):
    for font, below in fonts(f):
        if below.get('/Subtype') == '/CIDFontType2' and '/CIDToGIDMap' not in below:
            yield str(font.get('/BaseFont'))


class TrueType:
    """What of a font program the rules look at."""

    def __init__(self, data):
        n = int.from_bytes(data[4:6], 'big')
        self.tables = {}
        for i in range(n):
            e = data[12 + 16 * i:28 + 16 * i]
            at, size = (int.from_bytes(e[k:k + 4], 'big') for k in (8, 12))
            self.tables[e[:4]] = data[at:at + size]
        self.em = self._u16(b'head', 18)
        self.glyphs = self._u16(b'maxp', 4)
        self.metrics = self._u16(b'hhea', 34)

    def _u16(self, table, at):
        return int.from_bytes(self.tables.get(table, b'')[at:at + 2], 'big')

    def width(self, glyph):
        return self._u16(b'hmtx', 4 * min(glyph, self.metrics - 1)) * 1000 / self.em

    def encodings(self):
        cmap = self.tables.get(b'cmap', bytes(4))
        return [(cmap[i + 1], cmap[i + 3]) for i in range(4, 4 + 8 * cmap[3], 8)]

    def glyph(self, character):
        """By the (3, 1) table of format 4."""
        cmap = self.tables.get(b'cmap', b'')

        def u16(at):
            return int.from_bytes(cmap[at:at + 2], 'big')
        for i in range(u16(2)):
            at = u16(4 + 8 * i + 6)
            if (u16(4 + 8 * i), u16(6 + 8 * i), u16(at)) != (3, 1, 4):
                continue
            n = u16(at + 6) // 2
            for k in range(n):
                end, start = u16(at + 14 + 2 * k), u16(at + 16 + 2 * n + 2 * k)
                delta, where_ = u16(at + 16 + 4 * n + 2 * k), at + 16 + 6 * n + 2 * k
                if start <= character <= end:
                    if not u16(where_):
                        return (character + delta) & 65535
                    return u16(where_ + u16(where_) + 2 * (character - start))
        return 0


def shown_codes(f):
    """{font's reference: codes}"""
    shown, fonts_ = {}, {}
    for p in f.painted():
        table, codes, font = f.get(p.resources, '/Font') or {}, None, None
        for op, operands in f.operations(p):
            if op == b'Tf':
                ref = str(table.get(operands[0].decode()))
                if ref not in fonts_:
                    fonts_[ref] = Font(f, f.resolve(ref) or {})
                font, codes = fonts_[ref], shown.setdefault(ref, set())
            elif op in (b'Tj', b'TJ') and font:
                for t in operands:
                    if t[:1] in b'(<':
                        codes.update(font.codes(string_bytes(t)))
    return shown


def truetype_glyphs(f):
    """(font, code, its glyph, the width that the PDF says, the program)"""
    for ref, codes in shown_codes(f).items():
        font = f.resolve(ref) or {}
        below = f.resolve(f.as_list(font.get('/DescendantFonts') or [font])[0])
        data = f.data(f.get(below, '/FontDescriptor', '/FontFile2'))
        if not data:
            continue
        program, said = TrueType(data), {}
        if font['/Subtype'] == '/Type0':
            items = f.as_list(below.get('/W'))
            for first_, widths in zip(items[::2], items[1::2]):
                said.update(enumerate(f.as_list(widths), first_))
        else:
            said.update(enumerate(f.as_list(font.get('/Widths')), font.get('/FirstChar', 0)))
        for code in codes:
            if font['/Subtype'] != '/Type0':
                character = bytes([code]).decode('cp1252', 'replace')
                yield font, code, program.glyph(ord(character)), said.get(code), program
            else:
                yield font, code, code, said.get(code), program


@rule('UA 7.21.4.1-2', 'fonts have the glyphs that are shown')
def glyphs_there(f):
    for font, code, glyph, _, program in truetype_glyphs(f):
        if glyph == 0 or glyph >= program.glyphs:
            yield '%s %d' % (font.get('/BaseFont'), code)


@rule('UA 7.21.5', 'widths are those of the font program')
def widths(f):
    for font, code, glyph, width, program in truetype_glyphs(f):
        if width is None or abs(width - program.width(glyph)) > 1:
            yield '%s %d: %s, %s' % (font.get('/BaseFont'), code, width, program.width(glyph))


@rule('UA 7.21.6', 'TrueType fonts have the encoding of their kind')
def encodings(f):
    for font, below in fonts(f):
        if font['/Subtype'] != '/TrueType':
            continue
        symbolic = bool((f.get(below, '/FontDescriptor', '/Flags') or 0) & 4)
        encoding = f.resolve(font.get('/Encoding'))
        base = encoding.get('/BaseEncoding') if isinstance(encoding, dict) else encoding
        if symbolic == (base in ('/WinAnsiEncoding', '/MacRomanEncoding')):
            yield str(font.get('/BaseFont'))


@rule('UA 7.21.6-1', 'TrueType fonts have the table that leads from characters to glyphs')
def character_tables(f):
    for font, below in fonts(f):
        program = f.data(f.get(below, '/FontDescriptor', '/FontFile2'))
        if font['/Subtype'] == '/TrueType' and program and \
                not any(k in ((3, 1), (1, 0)) for k in TrueType(program).encodings()):
            yield str(font.get('/BaseFont'))


@rule('UA 7.21.7', 'codes can be turned into text')
def unicode_maps(f):
    for font, _ in fonts(f):
        m = Font(f, font).map
        if not m or any(c in ('\0', '\ufeff', '\ufffe') for c in m.values()):
            yield str(font.get('/BaseFont'))


def private(character):
    c = ord(character)
    return 0xe000 <= c < 0xf900 or c >= 0xf0000


def single_spans(f):
    """(font, code, text) of the spans that hold one code; text is None of codes outside."""
    maps = {}
    for p in f.pages:
        table = f.get(p.resources, '/Font') or {}
        font, span, codes = None, None, []
        for op, operands in f.operations(p):
            if op == b'Tf':
                ref = str(table.get(operands[0].decode()))
                if ref not in maps:
                    maps[ref] = Font(f, f.resolve(ref) or {})
                    maps[ref].ref = ref
                font = maps[ref]
            elif op == b'BDC':
                m = re.search(rb'/ActualText\s*<([0-9A-Fa-f]*)>', b' '.join(operands))
                span, codes = (m.group(1).lower(), []) if m else (span, codes)
            elif op == b'EMC' and span:
                if len(codes) == 1:
                    yield codes[0] + (span,)
                span = None
            elif op in (b'Tj', b'TJ') and font:
                shown = [(font.ref, c) for t in operands if t[:1] in b'(<'
                         for c in font.codes(string_bytes(t))]
                codes += shown
                if not span:
                    yield from {s + (None,) for s in shown}


@rule('14.9.4', 'text stands beside a glyph only where its font cannot say it')
def needless_spans(f):
    """But for private use, where it is asked for."""
    texts = {}
    for font, code, shown in single_spans(f):
        texts.setdefault((font, code), set()).add(shown)
    for (font, code), all_of_it in texts.items():
        latin = f.resolve(font).get('/Encoding') == '/WinAnsiEncoding'
        said = ''.join(utf16(s[4:]) for s in all_of_it if s)
        if (len(all_of_it) == 1 and None not in all_of_it and not any(map(private, said))) or \
                (latin and code == 32 and b'feff00a0' in all_of_it):
            yield '%s %d' % (font, code)


@rule('UA 7.21.8', 'no text shows .notdef')
def notdef(f):
    for ref, codes in shown_codes(f).items():
        if f.get(ref, '/Subtype') == '/Type0' and 0 in codes:
            yield str(f.get(ref, '/BaseFont'))


def unspoken(f):
    """(place, font, code) of the codes outside of spans that say what they stand for."""
    maps = {}
    for p in f.painted():
        table, font, spans = f.get(p.resources, '/Font') or {}, None, []
        for op, operands in f.operations(p):
            if op == b'Tf':
                ref = str(table.get(operands[0].decode()))
                font = maps.setdefault(ref, Font(f, f.resolve(ref) or {}))
            elif op in (b'BDC', b'BMC'):
                spans.append(b'/ActualText' in b' '.join(operands))
            elif op == b'EMC' and spans:
                spans.pop()
            elif op in (b'Tj', b'TJ') and font and not any(spans):
                yield from ((p, font, c) for t in operands if t[:1] in b'(<'
                            for c in font.codes(string_bytes(t)))


@rule('A 6.2.11.7.3', 'characters for private use stand for others')
def private_use(f):
    if not any(any(map(private, ''.join(Font(f, d).map.values()))) for d, _ in fonts(f)):
        return
    for p, font, code in unspoken(f):
        if any(map(private, font.map.get(code, ''))):
            yield '%s: %d' % (p.where, code)


@rule('A 6.2.11.7', 'each code that is shown has a text')
def mapped(f):
    for ref, codes in shown_codes(f).items():
        font = f.resolve(ref) or {}
        known = Font(f, font).map
        if any(not known.get(c) for c in codes):
            yield str(font.get('/BaseFont'))
