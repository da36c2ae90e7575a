"""The rules of PDF/A about the file itself: its syntax and limits, colours, pictures, metadata.
"""
import re
import xml.etree.ElementTree as tree

from pdffile import name, string_bytes, text
from rulebook import metadata, rule


# ---- the file

@rule('A 6.1.2', 'header of version 1.0 to 1.7, then a comment of four bytes above 127')
def header(f):
    if not re.match(rb'%PDF-1\.[0-7]\s+%[\x80-\xff]{4}', f.raw):
        yield 'header'


@rule('A 6.1.3-1', 'the trailer has an ID')
def trailer_id(f):
    ids = f.get(f.trailer, '/ID')
    if not (isinstance(ids, list) and len(ids) == 2):
        yield 'trailer'


@rule('A 6.1.3-2', 'nothing is encrypted')
def encrypted(f):
    if '/Encrypt' in f.trailer:
        yield 'trailer'


@rule('A 6.1.3-3', 'nothing follows the end')
def trailing(f):
    if not re.search(rb'%%EOF(\r\n|\n|\r)?\Z', f.raw):
        yield 'end'


@rule('A 6.1.6', 'strings in hexadecimal have whole bytes')
def hexadecimal(f):
    for p in f.painted():
        for _, operands in f.operations(p):
            if any(re.fullmatch(rb'<[0-9A-Fa-f\s]*>', t) and len(re.sub(rb'\s', b'', t)) % 2
                   for t in operands):
                yield p.where


@rule('A 6.1.7.1', 'endstream stands on a line of its own')
def endstream(f):
    for m in re.finditer(rb'[^\r\n]endstream\s+endobj', f.raw):
        yield 'byte %d' % m.start()


@rule('A 6.1.7.2', 'filters are those allowed, data lies in the file')
def filters(f):
    for d in f.all_dictionaries():
        for x in f.as_list(d.get('/Filter')):
            if name(x) in ('LZWDecode', 'Crypt'):
                yield x
        if '/FFilter' in d:
            yield '/FFilter'


def names(f):
    """Each name and where it stands, as bytes."""
    for ref, entry in f.objects.items():
        for x in f.values_within(entry['stream']['dict'] if 'stream' in entry
                                 else entry.get('value')):
            if isinstance(x, str) and re.match('(n:)?/', x):
                yield ref, re.sub('#(..)', lambda m: chr(int(m.group(1), 16)),
                                  x.removeprefix('n:')[1:]).encode('latin-1', 'replace')


@rule('A 6.1.8', 'names can be read')
def readable_names(f):
    for ref, x in names(f):
        if not x.isascii() and x != x.decode('utf-8', 'replace').encode('utf-8'):
            yield ref


@rule('A 6.1.12', 'no permissions but a signature\'s')
def permissions(f):
    if set(f.get(f.catalog, '/Perms') or {}) - {'/UR3', '/DocMDP'}:
        yield 'catalog'


@rule('A 6.1.13-1', 'numbers are those of 32 bits')
def integers(f):
    for ref, entry in f.objects.items():
        for x in f.values_within(entry.get('value') or entry.get('stream', {}).get('dict')):
            if isinstance(x, (int, float)) and not -1 << 31 <= x < 1 << 31:
                yield ref
    for p in f.painted():
        for _, operands in f.operations(p):
            if any(re.fullmatch(rb'[-+]?\d{10,}(\.\d*)?', t) and abs(float(t)) >= 1 << 31
                   for t in operands):
                yield p.where


@rule('A 6.1.13-3', 'strings are shorter than 32767 bytes')
def long_strings(f):
    for ref, entry in f.objects.items():
        for x in f.values_within(entry.get('value')):
            if isinstance(x, str) and x[:2] == 'u:' and \
                    len(x[2:] if x.isascii() else x[2:].encode('utf-16')) >= 32767:
                yield ref
    for p in f.painted():
        for _, operands in f.operations(p):
            if any(t[:1] in b'(<' and len(string_bytes(t)) >= 32767
                   for t in operands if len(t) > 32767 and t[:2] != b'<<'):
                yield p.where


@rule('A 6.1.13-4', 'names are no longer than 127 bytes')
def long_names(f):
    for ref, x in names(f):
        if len(x) > 127:
            yield ref


@rule('A 6.1.13-8', 'graphics states are saved at most 28 deep')
def saved_states(f):
    for p in f.painted():
        depth = deepest = 0
        for op, _ in f.operations(p):
            depth += (op == b'q') - (op == b'Q')
            deepest = max(depth, deepest)
        if deepest > 28 or depth != 0:
            yield '%s: %d, %d at the end' % (p.where, deepest, depth)


@rule('A 6.1.13-11', 'pages are between 3 and 14400 units wide and high')
def page_sizes(f):
    for p in f.pages:
        for key in ('/MediaBox', '/CropBox', '/BleedBox', '/TrimBox', '/ArtBox'):
            box = f.resolve(p.value.get(key))
            if box and not all(3 <= box[i + 2] - box[i] <= 14400 for i in (0, 1)):
                yield p.where


OPERATORS = set(b'''b B b* B* BDC BI BMC BT c cm CS cs d d0 d1 Do DP EI EMC ET f f* G g gs h
    i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr
    Ts Tw Tz v w W W* y ' "'''.split())
RESOURCES = {b'Do': '/XObject', b'Tf': '/Font', b'gs': '/ExtGState', b'cs': '/ColorSpace',
             b'CS': '/ColorSpace', b'sh': '/Shading', b'scn': '/Pattern', b'SCN': '/Pattern'}


@rule('A 6.2.2-1', 'operators are those of the standard')
def operators(f):
    for p in f.painted():
        for op in {op for op, _ in f.operations(p)} - OPERATORS:
            yield '%s: %s' % (p.where, op)


@rule('A 6.2.2-2', 'what is painted with stands in resources of its own')
def resources(f):
    for p in f.painted():
        own = f.resolve(p.value.get('/Resources'))
        for op, operands in f.operations(p):
            kind = RESOURCES.get(op)
            called = [t.decode() for t in operands if t[:1] == b'/'][-1:] if kind else []
            if called and not called[0].startswith(('/Device', '/Pattern')) and \
                    called[0] not in (f.get(own, kind) or {}):
                yield '%s: %s' % (p.where, called[0])


@rule('A 6.2.3', 'the output intent has a profile')
def intent(f):
    for i in f.as_list(f.catalog.get('/OutputIntents')):
        profile = f.data(f.get(i, '/DestOutputProfile'))
        if f.get(i, '/S') == '/GTS_PDFA1' and profile[36:40] == b'acsp' and \
                int.from_bytes(profile[:4], 'big') == len(profile):
            return
    yield 'catalog'


@rule('A 6.2.4.3', 'colours are those of the output intent')
def colours(f):
    for d in f.all_dictionaries():
        for key in ('/ColorSpace', '/CS'):
            if f.resolve(d.get(key)) == '/DeviceCMYK':
                yield key
    for p in f.painted():
        if any(op in (b'k', b'K') or b'/DeviceCMYK' in operands
               for op, operands in f.operations(p)):
            yield p.where


@rule('A 6.2.4.2', 'colour profiles are for as many components as they are said to have')
def profiles(f):
    spaces = {1: b'GRAY', 3: b'RGB ', 4: b'CMYK'}
    for ref in f.objects:
        d = f.resolve(ref[4:])
        if isinstance(d, dict) and 'stream' in d and '/N' in d and '/FunctionType' not in d \
                and d.get('/Type') != '/ObjStm':
            p = f.data(d)
            if len(p) < 132 or int.from_bytes(p[:4], 'big') != len(p) or p[36:40] != b'acsp' or \
                    p[8] > 4 or p[12:16] not in (b'scnr', b'mntr', b'prtr', b'spac') or \
                    p[16:20] != spaces.get(f.resolve(d['/N'])):
                yield '/N %s' % d['/N']


@rule('A 6.2.5', 'no transfer functions or halftones; known blend modes')
def states(f):
    for d in f.all_dictionaries():
        if d.get('/Type') == '/ExtGState' or ('/CA' in d and '/ca' in d):
            if '/TR' in d or '/HTP' in d or d.get('/TR2', '/Default') != '/Default':
                yield 'graphics state'


BLEND = set('Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn '
            'HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split())


@rule('A 6.2.10-1', 'colours are blended in the ways of the standard')
def blend_modes(f):
    for d in f.all_dictionaries():
        if '/BM' in d and name(f.resolve(d['/BM'])) not in BLEND:
            yield str(d['/BM'])


@rule('A 6.2.6', 'rendering intents are those of the standard')
def rendering_intents(f):
    known = ('/RelativeColorimetric', '/AbsoluteColorimetric', '/Perceptual', '/Saturation')
    for d in f.all_dictionaries():
        said = [d['/RI']] if '/RI' in d else []
        if d.get('/Subtype') == '/Image' and '/Intent' in d:
            said.append(d['/Intent'])
        yield from (str(x) for x in said if x not in known)


@rule('A 6.2.8', 'images are not interpolated and have no alternates')
def images(f):
    for d in f.all_dictionaries():
        if d.get('/Subtype') == '/Image' and \
                (d.get('/Interpolate') is True or '/Alternates' in d or '/OPI' in d):
            yield 'image'


@rule('A 6.2.9', 'forms are no PostScript and refer to no other file')
def forms(f):
    for d in f.all_dictionaries():
        if d.get('/Subtype') in ('/Form', '/PS') and \
                ('/Ref' in d or '/PS' in d or '/OPI' in d or d['/Subtype'] == '/PS'):
            yield 'form'


@rule('ISO 8.7.3', 'patterns that tile, forms and images are streams')
def painted_streams(f):
    for ref, entry in f.objects.items():
        for d in f._within(entry.get('value')):
            if d.get('/PatternType') == 1 or d.get('/Subtype') in ('/Form', '/Image'):
                yield ref


@rule('A 6.2.10', 'a page that is painted through names a colour space to mix in')
def transparency(f):
    if any(True for _ in intent(f)):
        for p in f.pages:
            if '/Group' not in p.value:
                yield 'page %d' % p.number


@rule('A 6.5.1', 'actions only lead somewhere')
def actions(f):
    for d in f.all_dictionaries():
        if '/S' in d and name(d['/S']) in ('Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData',
                                           'Hide', 'SetOCGState', 'Rendition', 'Trans',
                                           'GoTo3DView', 'JavaScript'):
            yield d['/S']
    if '/AA' in f.catalog:
        yield 'catalog'


NAMESPACES = {'dc': 'http://purl.org/dc/elements/1.1/', 'pdf': 'http://ns.adobe.com/pdf/1.3/',
              'xmp': 'http://ns.adobe.com/xap/1.0/', 'xmpMM': 'http://ns.adobe.com/xap/1.0/mm/',
              'xmpRights': 'http://ns.adobe.com/xap/1.0/rights/',
              'pdfaid': 'http://www.aiim.org/pdfa/ns/id/',
              'pdfuaid': 'http://www.aiim.org/pdfua/ns/id/',
              'pdfaExtension': 'http://www.aiim.org/pdfa/ns/extension/'}
RDF = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}'
# the kind of each property: an array, or a pattern for its text
XMP = {'dc:title': 'Alt', 'dc:description': 'Alt', 'dc:rights': 'Alt', 'dc:creator': 'Seq',
       'dc:date': 'Seq', 'dc:contributor': 'Bag', 'dc:language': 'Bag', 'dc:publisher': 'Bag',
       'dc:relation': 'Bag', 'dc:subject': 'Bag', 'dc:type': 'Bag', 'dc:format': r'\w+/[\w.+-]+',
       'dc:identifier': '.+', 'dc:source': '.+', 'dc:coverage': '.+', 'pdf:Keywords': '.+',
       'pdf:Producer': '.+', 'pdf:PDFVersion': '.+', 'xmp:CreatorTool': '.+', 'xmp:Label': '.+',
       'xmp:CreateDate': 'date', 'xmp:ModifyDate': 'date', 'xmp:MetadataDate': 'date',
       'xmpMM:VersionID': '.+', 'xmpMM:DocumentID': '.+', 'xmpMM:InstanceID': '.+',
       'xmpRights:Marked': 'True|False', 'xmpRights:WebStatement': '.+',
       'xmpRights:Owner': 'Bag', 'xmpRights:UsageTerms': 'Alt', 'pdfaid:part': '[23]',
       'pdfaid:conformance': '[ABU]', 'pdfuaid:part': '1', 'pdfaExtension:schemas': 'Bag'}
DATE = r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[-+]\d\d:\d\d)'


@rule('A 6.6.2.1', 'XMP is well formed, in a packet without a header of old')
def packet(f):
    data = f.data(f.catalog.get('/Metadata'))
    head = re.match(rb'<\?xpacket ([^?]*)\?>', data)
    if not head or b'bytes' in head.group(1) or b'encoding' in head.group(1):
        yield 'header'
    try:
        tree.fromstring(data)
    except tree.ParseError as e:
        yield str(e)


def as_kind(property_, kind):
    array = property_.find(RDF + kind)
    if array is not None:
        items = array.findall(RDF + 'li')
        languages = [i.get('{http://www.w3.org/XML/1998/namespace}lang') for i in items]
        return items and len(array) == len(items) and \
            (kind != 'Alt' or None not in languages and len(set(languages)) == len(items))
    return not len(property_) and re.fullmatch(DATE if kind == 'date' else kind,
                                               property_.text or '', re.S)


@rule('A 6.6.2.3-7', 'properties are those of known schemas, and of their kinds')
def properties(f):
    try:
        rdf = tree.fromstring(f.data(f.catalog.get('/Metadata'))).find(RDF + 'RDF')
    except tree.ParseError:
        return
    seen = set()
    for property_ in (p for d in (rdf if rdf is not None else []) for p in d):
        space, local = property_.tag[1:].split('}')
        key = '%s:%s' % (next((k for k, v in NAMESPACES.items() if v == space), space), local)
        if key in seen or key not in XMP or not as_kind(property_, XMP[key]):
            yield key
        seen.add(key)


@rule('A 6.6.2.3', 'properties outside the known schemas are described')
def extension(f):
    x = metadata(f)
    if 'pdfuaid:part' in x and '<pdfaSchema:prefix>pdfuaid<' not in x:
        yield 'XMP'


@rule('A 6.6.3', 'Info and XMP say the same')
def info(f):
    x = metadata(f)
    i = f.get(f.trailer, '/Info') or {}
    pairs = [('/Title', r'<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>'),
             ('/Author', r'<dc:creator>.*?<rdf:li[^>]*>(.*?)</rdf:li>'),
             ('/Subject', r'<dc:description>.*?<rdf:li[^>]*>(.*?)</rdf:li>'),
             ('/Keywords', r'<pdf:Keywords>(.*?)</pdf:Keywords>'),
             ('/Creator', r'<xmp:CreatorTool>(.*?)</xmp:CreatorTool>'),
             ('/Producer', r'<pdf:Producer>(.*?)</pdf:Producer>'),
             ('/CreationDate', r'<xmp:CreateDate>(.*?)</xmp:CreateDate>'),
             ('/ModDate', r'<xmp:ModifyDate>(.*?)</xmp:ModifyDate>')]
    for key, pattern in pairs:
        m = re.search(pattern, x, re.S)
        said = text(f.resolve(i.get(key))) or ''
        other = m.group(1) if m else ''
        for entity, character in (('&lt;', '<'), ('&gt;', '>'), ('&amp;', '&')):
            other = other.replace(entity, character)
        if key.endswith('Date'):
            said, other = re.sub(r'\D', '', said), re.sub(r'\D', '', other)
        if said != other:
            yield key


@rule('A 6.6.4', 'XMP names the part and level')
def identified(f):
    if not re.search(r'pdfaid:part>[23]<.*?pdfaid:conformance>A<', metadata(f), re.S):
        yield 'XMP'


@rule('A 6.8', 'files inside say what they are, and only in part 3')
def embedded(f):
    part3 = 'pdfaid:part>3<' in metadata(f)
    for d in f.all_dictionaries():
        if '/EF' in d and not (part3 and '/AFRelationship' in d and '/F' in d and '/UF' in d):
            yield text(d.get('/F')) or '?'


@rule('A 6.10', 'no presentations, no requirements')
def presentations(f):
    if '/Requirements' in f.catalog or '/AlternatePresentations' in (f.get(f.catalog, '/Names') or {}):
        yield 'catalog'
    for p in f.pages:
        if '/PresSteps' in p.value:
            yield 'page %d' % p.number
