"""What breaks each rule: a sound file is damaged in one place, and the rule has to fire.

Each function changes the objects of a File; its name does not matter.  Together they cover
every rule of rules.py, which the check makes sure of.
"""
import base64
import re

from pdffile import name

DAMAGE = {}


def breaks(*clauses):
    def enter(function):
        for clause in clauses:
            DAMAGE[clause] = function
        return function
    return enter


def element(f, kind):
    return next(e for e in f.walk() if e.type == kind).value


def annotation(f):
    return next(f.resolve(a) for p in f.pages for a in f.as_list(p.value.get('/Annots')))


def dictionary(f, key, value):
    return next(d for d in f.all_dictionaries() if d.get(key) == value)


def change_stream(f, value, change):
    stream = f.resolve(value)['stream']
    data = base64.b64decode(stream['data'])
    changed = change(data)
    assert changed != data
    stream['data'] = base64.b64encode(changed).decode()


def change_content(f, change, page=0):
    change_stream(f, f.pages[page].value['/Contents'], change)


def change_metadata(f, pattern, replacement):
    change_stream(f, f.catalog['/Metadata'],
                  lambda x: re.sub(pattern.encode(), replacement.encode(), x, flags=re.S))


def drop(key, find):
    def function(f):
        del find(f)[key]
    return function


def catalog(f):
    return f.catalog


for clauses, key, find in [
        (['A 6.1.3-1'], '/ID', lambda f: f.trailer),
        (['A 6.2.3'], '/OutputIntents', catalog),
        (['A 6.3.2'], '/F', annotation),
        (['UA 6.2-1'], '/MarkInfo', catalog),
        (['UA 7.1-8'], '/Metadata', catalog),
        (['UA 7.1-10'], '/ViewerPreferences', catalog),
        (['UA 7.1-11'], '/StructTreeRoot', catalog),
        (['UA 7.2-34'], '/Lang', catalog),
        (['UA 7.1-12'], '/P', lambda f: element(f, 'P')),
        (['UA 7.3-1'], '/Alt', lambda f: element(f, 'Figure')),
        (['Figure BBox'], '/A', lambda f: element(f, 'Figure')),
        (['UA 7.5-1'], '/A', lambda f: element(f, 'TH')),
        (['UA 7.7-1'], '/Alt', lambda f: element(f, 'Formula')),
        (['UA 7.9'], '/ID', lambda f: element(f, 'Note')),
        (['UA 7.18.1', 'UA 7.18.5-1'], '/StructParent', annotation),
        (['UA 7.18.3'], '/Tabs', lambda f: next(p.value for p in f.pages if '/Annots' in p.value)),
        (['UA 7.18.5-2'], '/Contents', annotation),
        (['UA 7.21.3.2'], '/CIDToGIDMap', lambda f: dictionary(f, '/Subtype', '/CIDFontType2')),
        (['UA 7.21.7'], '/ToUnicode', lambda f: dictionary(f, '/Type', '/Font'))]:
    breaks(*clauses)(drop(key, find))


@breaks('A 6.1.2')
def version(f):
    f.raw = f.raw.replace(b'%PDF-1.7', b'%PDF-2.0', 1)


@breaks('A 6.1.3-2')
def encrypt(f):
    f.trailer['/Encrypt'] = {}


@breaks('A 6.1.7.1')
def join_endstream(f):
    f.raw = re.sub(rb'\nendstream\s+endobj', b'Xendstream\nendobj', f.raw, count=1)


@breaks('A 6.1.7.2')
def lzw(f):
    dictionary(f, '/Subtype', '/Image')['/Filter'] = '/LZWDecode'


@breaks('A 6.1.12')
def permit(f):
    f.catalog['/Perms'] = {'/X': 'null'}


@breaks('A 6.2.4.3')
def cmyk(f):
    change_content(f, lambda c: c + b'\n0 0 0 1 k\n')


@breaks('A 6.2.4.2')
def other_profile(f):
    intent = f.as_list(f.catalog['/OutputIntents'])[0]
    change_stream(f, f.resolve(intent)['/DestOutputProfile'], lambda c: c.replace(b'RGB ', b'GRAY', 1))


@breaks('A 6.2.5')
def transfer(f):
    next(d for d in f.all_dictionaries() if '/ca' in d)['/TR'] = '/Identity'


@breaks('A 6.2.8')
def interpolate(f):
    dictionary(f, '/Subtype', '/Image')['/Interpolate'] = True


@breaks('A 6.2.9')
def form_reference(f):
    dictionary(f, '/Subtype', '/Form')['/Ref'] = {}


@breaks('ISO 8.7.3')
def pattern_without_stream(f):
    entry = next(e for e in f.objects.values()
                 if 'stream' in e and e['stream']['dict'].get('/PatternType') == 1)
    entry['value'] = entry.pop('stream')['dict']


@breaks('A 6.2.10')
def no_space_to_mix(f):
    del f.catalog['/OutputIntents']
    for p in f.pages:
        p.value.pop('/Group', None)


@breaks('A 6.5.1')
def script(f):
    f.catalog['/OpenAction'] = {'/S': '/JavaScript', '/JS': 'u:'}


@breaks('A 6.6.2.3')
def no_extension(f):
    change_metadata(f, '<pdfaSchema:prefix>.*?</pdfaSchema:prefix>', '')


@breaks('A 6.6.3')
def other_title(f):
    f.get(f.trailer, '/Info')['/Title'] = 'u:another'


@breaks('A 6.6.4')
def level(f):
    change_metadata(f, 'conformance>A<', 'conformance>B<')


@breaks('A 6.8')
def attach(f):
    f.catalog['/AF'] = [{'/Type': '/Filespec', '/F': 'u:x', '/UF': 'u:x', '/EF': {}}]


@breaks('A 6.10')
def require(f):
    f.catalog['/Requirements'] = []


@breaks('UA 5-1')
def not_ua(f):
    change_metadata(f, '<pdfuaid:part>1</pdfuaid:part>', '')


@breaks('UA 7.1-4')
def suspect(f):
    f.catalog['/MarkInfo']['/Suspects'] = True


@breaks('UA 7.1-9')
def untitled(f):
    change_metadata(f, '<dc:title>.*?</dc:title>', '')


@breaks('UA 7.2-29')
def bad_language(f):
    element(f, 'P')['/Lang'] = 'u:en_GB'


@breaks('UA 7.10')
def nameless(f):
    f.catalog['/OCProperties'] = {'/D': {}}


@breaks('UA 7.1-1')
def artifact_inside(f):
    change_content(f, lambda c: re.sub(rb'(/MCID \d+>>\s*BDC)', rb'\1 /Artifact BMC EMC', c,
                                       count=1))


@breaks('UA 7.1-2')
def tagged_inside(f):
    change_content(f, lambda c: re.sub(rb'(/Artifact.*?BDC)', rb'\1 /P <</MCID 0>> BDC EMC', c,
                                       count=1))


@breaks('UA 7.1-3')
def unmarked(f):
    change_content(f, lambda c: c + b'\n0 0 1 1 re f\n')


@breaks('14.7.4')
def renumber(f):
    change_content(f, lambda c: c.replace(b'/MCID 0>>', b'/MCID 7777>>', 1))


@breaks('UA 7.1-5')
def own_type(f):
    element(f, 'P')['/S'] = '/Paragraph'


@breaks('UA 7.1-6')
def twice(f):
    root = f.tree[0]
    root.value['/K'] = root.value['/K'] + [root.elements()[0].ref]


@breaks('UA 7.2-parents')
def stray_item(f):
    element(f, 'P')['/S'] = '/LI'


@breaks('UA 7.2-kids')
def paragraph_in_list(f):
    element(f, 'LI')['/S'] = '/P'


@breaks('UA 7.2-caption')
def caption_between(f):
    table = next(e for e in f.walk() if e.type == 'Table')
    parts = table.elements()
    parts[0].value['/S'] = parts[1].value['/S'] = '/Caption'


@breaks('UA 7.2-11')
def no_body(f):
    for e in f.walk():
        if e.type == 'TBody':
            e.value['/S'] = '/TFoot'


@breaks('UA 7.2-42')
def lost_cell(f):
    row = next(e for e in f.walk() if e.type == 'TR')
    row.value['/K'] = f.as_list(row.value['/K'])[:-1]


@breaks('UA 7.5-2')
def lost_header(f):
    for e in f.walk():
        if e.type == 'TH':
            e.value.pop('/ID', None)


@breaks('UA 7.4.2-1')
def skip_level(f):
    next(e for e in f.walk() if e.type == 'H2').value['/S'] = '/H4'


@breaks('UA 7.4.4')
def unnumbered(f):
    element(f, 'H2')['/S'] = '/H'


@breaks('14.8.4.4.2')
def lost_annotation(f):
    link = element(f, 'Link')
    link['/K'] = [k for k in f.as_list(link['/K']) if isinstance(k, int)]


@breaks('12.3.2')
def dead_link(f):
    next(a for p in f.pages for r in f.as_list(p.value.get('/Annots'))
         for a in [f.resolve(r)] if '/Dest' in a)['/Dest'] = 'u:nowhere'


@breaks('7.9.6')
def unsorted(f):
    node = f.get(f.catalog, '/Names', '/Dests')
    while '/Names' not in node:
        node = f.resolve(f.as_list(node['/Kids'])[0])
    names = node['/Names']
    names[0], names[2] = names[2], names[0]


@breaks('UA 7.21.4.1')
def not_embedded(f):
    for d in f.all_dictionaries():
        if d.get('/Type') == '/FontDescriptor':
            for key in ('/FontFile', '/FontFile2', '/FontFile3'):
                d.pop(key, None)


@breaks('UA 7.21.4.1-2')
def show_missing(f):
    show(f, '/TrueType', b'(\\201) Tj')


@breaks('UA 7.21.5')
def other_width(f):
    font = dictionary(f, '/Subtype', '/TrueType')
    font['/Widths'] = [w + 9 for w in f.as_list(font['/Widths'])]


@breaks('UA 7.21.6')
def no_encoding(f):
    dictionary(f, '/Subtype', '/TrueType')['/Encoding'] = '/Standard'


def show(f, kind, shown):
    """In the first font of a kind."""
    for i, page in enumerate(f.pages):
        for font, value in (f.get(page.resources, '/Font') or {}).items():
            if f.get(value, '/Subtype') == kind:
                text = b'\n/Artifact BMC BT %s 1 Tf %s ET EMC\n' % (font.encode(), shown)
                change_content(f, lambda c: c + text, i)
                return


@breaks('UA 7.21.8')
def show_notdef(f):
    show(f, '/Type0', b'<0000> Tj')


@breaks('14.9.4')
def needless_span(f):
    show(f, '/TrueType', b'/Span <</ActualText <feff00a0>>> BDC ( ) Tj EMC')


@breaks('A 6.1.3-3')
def go_on(f):
    f.raw += b'more\n'


@breaks('A 6.1.6')
def half_a_byte(f):
    change_content(f, lambda c: c + b'\n/Artifact BMC BT <123> Tj ET EMC\n')


@breaks('A 6.1.8')
def unreadable_name(f):
    dictionary(f, '/Type', '/FontDescriptor')['/FontName'] = '/A#e9'


@breaks('A 6.1.13-1')
def large_number(f):
    change_content(f, lambda c: c + b'\n4294967296 w\n')


@breaks('A 6.1.13-3')
def long_string(f):
    element(f, 'Figure')['/Alt'] = 'u:' + 'long' * 8192


@breaks('A 6.1.13-4')
def long_name(f):
    dictionary(f, '/Type', '/FontDescriptor')['/FontName'] = '/' + 'long' * 32


@breaks('A 6.1.13-8')
def save_deep(f):
    change_content(f, lambda c: c + b'\nq' * 29 + b'\nQ' * 29)


@breaks('A 6.1.13-11')
def large_page(f):
    f.pages[0].value['/MediaBox'] = [0, 0, 14401, 100]


@breaks('A 6.2.2-1')
def own_operator(f):
    change_content(f, lambda c: c + b'\nBX 1 xyz EX\n')


@breaks('A 6.2.2-2')
def lost_resources(f):
    next(d for d in f.drawings() if d.resources).value['stream']['dict'].pop('/Resources')


@breaks('A 6.2.10-1')
def own_blending(f):
    next(d for d in f.all_dictionaries() if '/ca' in d)['/BM'] = '/Mix'


@breaks('A 6.2.6')
def own_intent(f):
    dictionary(f, '/Subtype', '/Image')['/Intent'] = '/Beautiful'


@breaks('A 6.6.2.1')
def broken_xml(f):
    change_metadata(f, '</dc:title>', '')


@breaks('A 6.6.2.3-7')
def own_property(f):
    change_metadata(f, '<dc:title>', '<dc:mood>calm</dc:mood><dc:title>')


@breaks('A 6.3.1')
def sound(f):
    annotation(f)['/Subtype'] = '/Sound'


@breaks('12.5.6.5')
def no_area(f):
    rect = annotation(f)['/Rect']
    rect[2] = rect[0]


@breaks('A 6.7.3-2')
def untyped(f):
    del element(f, 'P')['/Type']


@breaks('UA 7.1-7')
def remap(f):
    f.root['/RoleMap'] = {'/P': '/H1'}


@breaks('UA 7.20-2')
def tag_form(f):
    change_stream(f, next(d for d in f.drawings()).ref, lambda c: b'/P <</MCID 0>> BDC EMC ' + c)


@breaks('A 6.2.11.2')
def lost_width(f):
    font = dictionary(f, '/Subtype', '/TrueType')
    font['/Widths'] = f.as_list(font['/Widths'])[:-1]


@breaks('UA 7.21.3.3')
def own_map(f):
    dictionary(f, '/Subtype', '/Type0')['/Encoding'] = '/Mine'


@breaks('UA 7.21.4.2')
def list_glyphs(f):
    dictionary(f, '/Type', '/FontDescriptor')['/CharSet'] = 'u:/a'


@breaks('UA 7.21.6-1')
def lost_table(f):
    program = f.get(dictionary(f, '/Subtype', '/TrueType'), '/FontDescriptor')['/FontFile2']
    change_stream(f, program, lambda c: c.replace(b'cmap', b'cmop'))


@breaks('A 6.2.11.7.3')
def private_letter(f):
    change_map(f, rb'(<[0-9A-Fa-f]+> *<)[0-9A-Fa-f]+>', rb'\1E000>')


@breaks('A 6.2.11.7')
def unmapped(f):
    change_map(f, rb'<[0-9A-Fa-f]+> *<[0-9A-Fa-f]+>', b'')


def change_map(f, pattern, replacement):
    """Of all fonts that have one."""
    for map_ in {d['/ToUnicode'] for d in f.all_dictionaries() if '/ToUnicode' in d}:
        change_stream(f, map_, lambda c: re.sub(pattern, replacement, c))
