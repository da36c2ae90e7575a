"""The rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2a/3a (ISO 19005-2, -3) that a machine can
check and that our files could break.  Each rule yields where it is broken.

The numbers are those of the clauses, as the Matterhorn protocol and the usual validators
count them.
"""
import re
from collections import Counter

from pdffile import Font, name, string_bytes, text

RULES = {}


def rule(clause, says):
    def enter(function):
        RULES[clause] = (says, function)
        return function
    return enter


def check(file):
    """[(clause, says, places)] of the broken rules."""
    broken = []
    for clause, (says, function) in RULES.items():
        places = list(function(file))
        if places:
            broken.append((clause, says, places))
    return broken


STANDARD = set(
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 '
    'H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference '
    'BibEntry Code Link Annot Ruby Warichu RB RT RP WT WP Figure Formula Form'.split())
LANGUAGE = re.compile(r'[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*')


def metadata(file):
    return file.data(file.catalog.get('/Metadata')).decode('utf-8', 'replace')


def where(element):
    return '%s %s' % (element.type, element.ref)


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


@rule('A 6.1.12', 'no permissions but a signature\'s')
def permissions(f):
    if set(f.get(f.catalog, '/Perms') or {}) - {'/UR3', '/DocMDP'}:
        yield 'catalog'


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
    for p in f.pages:
        if any(op in (b'k', b'K') for op, _ in f.operations(p)):
            yield 'page %d' % p.number


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


@rule('A 6.3.2', 'annotations are printed and not hidden')
def flags(f):
    for a, _ in annotations(f):
        flag = f.resolve(a.get('/F')) or 0
        if not flag & 4 or flag & (1 | 2 | 32):
            yield '/F %d' % flag


@rule('A 6.5.1', 'actions only lead somewhere')
def actions(f):
    for d in f.all_dictionaries():
        if '/S' in d and name(d['/S']) in ('Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData',
                                           'Hide', 'SetOCGState', 'Rendition', 'Trans',
                                           'GoTo3DView', 'JavaScript'):
            yield d['/S']
    if '/AA' in f.catalog:
        yield 'catalog'


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


# ---- the document

@rule('UA 5-1', 'XMP identifies PDF/UA-1')
def ua(f):
    if not re.search(r'pdfuaid:part(>|=")\s*1', metadata(f)):
        yield 'XMP'


@rule('UA 6.2-1', 'marked as tagged')
def marked(f):
    if f.get(f.catalog, '/MarkInfo', '/Marked') is not True:
        yield 'catalog'


@rule('UA 7.1-4', 'no suspect tags')
def suspects(f):
    if f.get(f.catalog, '/MarkInfo', '/Suspects') is True:
        yield 'catalog'


@rule('UA 7.1-8', 'there is metadata')
def has_metadata(f):
    if not metadata(f):
        yield 'catalog'


@rule('UA 7.1-9', 'the metadata has a title')
def has_title(f):
    if not re.search(r'<dc:title>.*?<rdf:li[^>]*>[^<]', metadata(f), re.S):
        yield 'XMP'


@rule('UA 7.1-10', 'the window shows the title')
def shows_title(f):
    if f.get(f.catalog, '/ViewerPreferences', '/DisplayDocTitle') is not True:
        yield 'catalog'


@rule('UA 7.1-11', 'there is a structure tree')
def has_tree(f):
    if not f.tree:
        yield 'catalog'


@rule('UA 7.2-34', 'the document has a language')
def has_language(f):
    if not text(f.get(f.catalog, '/Lang')):
        yield 'catalog'


@rule('UA 7.2-29', 'languages are well formed')
def languages(f):
    tags = [text(f.get(f.catalog, '/Lang'))]
    tags += [text(f.resolve(e.value.get('/Lang'))) for e in f.walk()]
    for tag in tags:
        if tag and not LANGUAGE.fullmatch(tag):
            yield tag


@rule('UA 7.10', 'optional content has a name and does not switch itself')
def optional(f):
    properties = f.get(f.catalog, '/OCProperties')
    if not properties:
        return
    for c in [properties.get('/D')] + f.as_list(properties.get('/Configs')):
        if not text(f.get(c, '/Name')) or f.get(c, '/AS') is not None:
            yield 'catalog'


# ---- content

PAINTS = {b'f', b'F', b'f*', b'B', b'B*', b'b', b'b*', b'S', b's', b'Tj', b'TJ', b"'", b'"',
          b'Do', b'sh', b'EI'}


def marked_content(f, p):
    """(operator, stack) with the stack of 'A'rtifact, mcid or '-' for each operation."""
    stack = []
    for op, operands in f.operations(p):
        if op in (b'BDC', b'BMC'):
            m = re.search(rb'/MCID\s*(\d+)', b' '.join(operands))
            tag = operands[0] if operands else b''
            stack.append(int(m.group(1)) if m else 'A' if tag == b'/Artifact' else '-')
            yield op, stack
        elif op == b'EMC':
            yield op, stack
            if stack:
                stack.pop()
        else:
            yield op, stack


@rule('UA 7.1-1', 'no artifact inside tagged content')
def artifact_inside(f):
    for p in f.pages:
        for op, stack in marked_content(f, p):
            if op in (b'BDC', b'BMC') and stack[-1] == 'A' and any(isinstance(s, int) for s in stack):
                yield 'page %d' % p.number


@rule('UA 7.1-2', 'no tagged content inside an artifact')
def tagged_inside(f):
    for p in f.pages:
        for op, stack in marked_content(f, p):
            if op == b'BDC' and isinstance(stack[-1], int) and 'A' in stack:
                yield 'page %d' % p.number


@rule('UA 7.1-3', 'all content is tagged or artifact')
def untagged(f):
    for p in f.pages:
        for op, stack in marked_content(f, p):
            if op in PAINTS and all(s == '-' for s in stack):
                yield 'page %d: %s' % (p.number, op.decode())


@rule('14.7.4', 'marked contents, structure elements and parent tree agree')
def agreement(f):
    of = {}
    for e in f.walk():
        for k in e.kids:
            if isinstance(k, tuple) and k[0] == 'mcid':
                if k[1:] in of:
                    yield '%s: content %s twice' % (where(e), k[1:])
                of[k[1:]] = e.ref
    for p in f.pages:
        parents = f.as_list(f.parents.get(f.resolve(p.value.get('/StructParents'))))
        seen = [s[-1] for op, s in marked_content(f, p) if op == b'BDC' and isinstance(s[-1], int)]
        if len(set(seen)) != len(seen):
            yield 'page %d: a number twice' % p.number
        for mcid in seen:
            if mcid >= len(parents) or (p.ref, mcid) not in of or \
                    parents[mcid] != of[p.ref, mcid]:
                yield 'page %d: content %d' % (p.number, mcid)
        for mcid in range(len(parents)):
            if parents[mcid] is not None and mcid not in seen:
                yield 'page %d: no content %d' % (p.number, mcid)


# ---- structure

@rule('UA 7.1-5', 'structure types are standard')
def standard(f):
    roles = f.get(f.root, '/RoleMap') or {}
    for e in f.walk():
        if e.type not in STANDARD and name(roles.get('/' + e.type)) not in STANDARD:
            yield where(e)


@rule('UA 7.1-6', 'no element stands twice in the tree')
def circular(f):
    yield from f.circular


@rule('UA 7.1-12', 'elements know their parent')
def parents(f):
    for e in f.walk():
        expected = e.parent.ref if e.parent else f.catalog.get('/StructTreeRoot')
        if e.value.get('/P') != expected:
            yield where(e)


PARENTS = {'TR': {'Table', 'THead', 'TBody', 'TFoot'}, 'THead': {'Table'}, 'TBody': {'Table'},
           'TFoot': {'Table'}, 'TH': {'TR'}, 'TD': {'TR'}, 'LI': {'L'}, 'LBody': {'LI'},
           'TOCI': {'TOC'}}
KIDS = {'Table': {'TR', 'THead', 'TBody', 'TFoot', 'Caption'}, 'TR': {'TH', 'TD'},
        'THead': {'TR'}, 'TBody': {'TR'}, 'TFoot': {'TR'}, 'L': {'L', 'LI', 'Caption'},
        'LI': {'Lbl', 'LBody'}, 'TOC': {'TOC', 'TOCI', 'Caption'}}


@rule('UA 7.2-parents', 'table, list and contents parts stand where they belong')
def nesting_up(f):
    for e in f.walk():
        if e.type in PARENTS and (e.parent.type if e.parent else None) not in PARENTS[e.type]:
            yield where(e)


@rule('UA 7.2-kids', 'tables, lists and contents have only their parts')
def nesting_down(f):
    for e in f.walk():
        if e.type in KIDS:
            for k in e.elements():
                if k.type not in KIDS[e.type]:
                    yield '%s in %s' % (where(k), e.type)


@rule('UA 7.2-caption', 'a caption comes first or last, once')
def captions(f):
    for e in f.walk():
        types = [k.type for k in e.elements()]
        allowed = types[:1] + types[-1:] if e.type == 'Table' else types[:1]
        if e.type in ('Table', 'L', 'TOC') and \
                (types.count('Caption') > 1 or ('Caption' in types and 'Caption' not in allowed)):
            yield where(e)


@rule('UA 7.2-11', 'one head, one foot, and then a body')
def table_parts(f):
    for e in f.walk():
        types = [k.type for k in e.elements()]
        if e.type == 'Table' and \
                (types.count('THead') > 1 or types.count('TFoot') > 1 or
                 (('THead' in types or 'TFoot' in types) and 'TBody' not in types)):
            yield where(e)


def rows_of(table):
    for k in table.elements():
        if k.type == 'TR':
            yield k
        elif k.type in ('THead', 'TBody', 'TFoot'):
            yield from (r for r in k.elements() if r.type == 'TR')


def grid_of(f, table):
    """{(row, column): cell}, and whether cells overlap."""
    grid, overlap = {}, False
    rows = list(rows_of(table))
    for y, row in enumerate(rows):
        x = 0
        for cell in row.elements():
            while (y, x) in grid:
                x += 1
            for dy in range(f.attribute(cell, '/RowSpan') or 1):
                for dx in range(f.attribute(cell, '/ColSpan') or 1):
                    overlap |= (y + dy, x + dx) in grid
                    grid[y + dy, x + dx] = cell
            x += f.attribute(cell, '/ColSpan') or 1
    return grid, len(rows), overlap


@rule('UA 7.2-42', 'rows have the same width, spans stay inside, cells do not overlap')
def grids(f):
    for e in f.walk():
        if e.type != 'Table':
            continue
        grid, n, overlap = grid_of(f, e)
        widths = Counter(y for y, _ in grid)
        if overlap or len(set(widths.values())) > 1 or any(y >= n for y in widths):
            yield where(e)


@rule('UA 7.5-1', 'header cells say for whom')
def scopes(f):
    for e in f.walk():
        if e.type == 'TH' and name(f.attribute(e, '/Scope')) not in ('Row', 'Column', 'Both'):
            yield where(e)


@rule('UA 7.5-2', 'the headers that cells name are there')
def headers(f):
    ids = {text(f.resolve(e.value.get('/ID'))) for e in f.walk() if e.type == 'TH'}
    for e in f.walk():
        for h in f.as_list(f.attribute(e, '/Headers')):
            if text(h) not in ids:
                yield '%s: %s' % (where(e), h)


@rule('UA 7.3-1', 'figures have alternative text')
def figures(f):
    for e in f.walk():
        if e.type == 'Figure' and not (text(f.resolve(e.value.get('/Alt'))) or
                                       '/ActualText' in e.value):
            yield where(e)


@rule('UA 7.7-1', 'formulas have alternative text')
def formulas(f):
    for e in f.walk():
        if e.type == 'Formula' and not (text(f.resolve(e.value.get('/Alt'))) or
                                        '/ActualText' in e.value):
            yield where(e)


@rule('Figure BBox', 'figures say where they stand')
def boxes(f):
    for e in f.walk():
        box = f.attribute(e, '/BBox') if e.type == 'Figure' else None
        if e.type == 'Figure' and any(isinstance(k, tuple) for k in e.kids) and \
                not (isinstance(box, list) and box[0] < box[2] and box[1] < box[3]):
            yield where(e)


@rule('UA 7.4.2-1', 'heading levels are not skipped')
def headings(f):
    last = 0
    for e in f.walk():
        if re.fullmatch('H[1-6]', e.type):
            level = int(e.type[1])
            if level > last + 1:
                yield where(e)
            last = level


@rule('UA 7.4.4', 'numbered and unnumbered headings are not mixed')
def mixed(f):
    types = {e.type for e in f.walk()}
    if 'H' in types and any(re.fullmatch('H[1-6]', t) for t in types):
        yield 'tree'


@rule('UA 7.9', 'notes have an ID of their own')
def notes(f):
    ids = Counter(text(f.resolve(e.value.get('/ID'))) for e in f.walk() if e.type == 'Note')
    for i, n in ids.items():
        if not i or n > 1:
            yield str(i)


# ---- annotations

def annotations(f):
    for p in f.pages:
        for a in f.as_list(p.value.get('/Annots')):
            yield f.resolve(a) or {}, a


def owner(f, annotation):
    key = f.resolve(annotation.get('/StructParent'))
    return f.by_ref.get(f.parents.get(key))


@rule('UA 7.18.1', 'annotations are in the structure tree')
def annotation_owner(f):
    for a, ref in annotations(f):
        e = owner(f, a)
        if not e or ('object', ref) not in e.kids:
            yield ref


@rule('UA 7.18.3', 'pages with annotations are tabbed by structure')
def tabs(f):
    for p in f.pages:
        if f.as_list(p.value.get('/Annots')) and p.value.get('/Tabs') != '/S':
            yield 'page %d' % p.number


@rule('UA 7.18.5-1', 'links stand in Link elements')
def link_owner(f):
    for a, ref in annotations(f):
        e = owner(f, a)
        if a.get('/Subtype') == '/Link' and (not e or e.type != 'Link'):
            yield ref


@rule('UA 7.18.5-2', 'links say where they lead')
def link_contents(f):
    for a, ref in annotations(f):
        if a.get('/Subtype') == '/Link' and not text(f.resolve(a.get('/Contents'))):
            yield ref


def destination_names(f):
    names, stack = [], [f.get(f.catalog, '/Names', '/Dests')]
    while stack:
        node = f.resolve(stack.pop())
        if isinstance(node, dict):
            names += f.as_list(node.get('/Names'))[::2]
            stack += reversed(f.as_list(node.get('/Kids')))
    return names


@rule('12.3.2', 'links lead to destinations that are there')
def destinations(f):
    names = set(destination_names(f))
    for a, ref in annotations(f):
        goal = f.resolve(a.get('/Dest'))
        if a.get('/Subtype') == '/Link' and '/A' not in a and goal not in names:
            yield '%s: %s' % (ref, goal)


@rule('7.9.6', 'names of destinations are sorted')
def sorted_names(f):
    def written(n):
        s = text(n) or ''
        return s.encode() if s.isascii() else b'\xfe\xff' + s.encode('utf-16-be')
    names = [written(n) for n in destination_names(f)]
    if names != sorted(set(names)):
        yield 'name tree'


# ---- fonts

def fonts(f):
    for d in f.all_dictionaries():
        if d.get('/Type') == '/Font' and d.get('/Subtype') in ('/Type0', '/TrueType', '/Type1',
                                                               '/Type3'):
            below = f.as_list(d.get('/DescendantFonts'))
            yield d, f.resolve(below[0]) if below else d


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
    for p in f.pages:
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


@rule('UA 7.21.7', 'codes can be turned into text')
def unicode_maps(f):
    for font, _ in fonts(f):
        m = Font(f, font).map
        if not m or any(c in ('\0', '\ufeff', '\ufffe') for c in m.values()):
            yield str(font.get('/BaseFont'))


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
    texts = {}
    for font, code, shown in single_spans(f):
        texts.setdefault((font, code), set()).add(shown)
    for (font, code), all_of_it in texts.items():
        latin = f.resolve(font).get('/Encoding') == '/WinAnsiEncoding'
        if (len(all_of_it) == 1 and None not in all_of_it) or \
                (latin and code == 32 and b'feff00a0' in all_of_it):
            yield '%s %d' % (font, code)


@rule('UA 7.21.8', 'no text shows .notdef')
def notdef(f):
    for p in f.pages:
        table = f.get(p.resources, '/Font') or {}
        wide = False
        for op, operands in f.operations(p):
            if op == b'Tf':
                wide = f.get(table.get(operands[0].decode()), '/Subtype') == '/Type0'
            elif op in (b'Tj', b'TJ') and wide:
                data = b''.join(string_bytes(t) for t in operands if t[:1] in b'(<')
                if any(data[i:i + 2] == b'\0\0' for i in range(0, len(data), 2)):
                    yield 'page %d' % p.number
