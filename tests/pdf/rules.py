"""The rules about the document: how its contents are tagged, its structure, its links."""
import re
from collections import Counter

from pdffile import Element, name, text
from rulebook import metadata, rule

STANDARD = set(
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 '
    'H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference '
    'BibEntry Code Link Annot Ruby Warichu RB RT RP WT WP Figure Formula Form'.split())
LANGUAGE = re.compile(r'[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*')


def where(element):
    return '%s %s' % (element.type, element.ref)


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


@rule('A 6.7.3-2', 'structure elements say that they are')
def typed(f):
    for e in f.walk():
        if e.value.get('/Type') != '/StructElem':
            yield where(e)


@rule('UA 7.1-7', 'no standard type is said to be another')
def remapped(f):
    for kind in f.get(f.root, '/RoleMap') or {}:
        if name(kind) in STANDARD:
            yield kind


@rule('UA 7.20-2', 'what is painted more than once has no marked contents of its own')
def tagged_drawings(f):
    for d in f.drawings():
        if any(b'/MCID' in b' '.join(operands) for op, operands in f.operations(d)
               if op == b'BDC'):
            yield d.where


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


@rule('A 6.3.1', 'annotations are links')
def annotation_types(f):
    for a, ref in annotations(f):
        if a.get('/Subtype') != '/Link':
            yield ref


@rule('A 6.3.2', 'annotations are printed and not hidden')
def flags(f):
    for a, _ in annotations(f):
        flag = f.resolve(a.get('/F')) or 0
        if not flag & 4 or flag & (1 | 2 | 32 | 256):
            yield '/F %d' % flag


@rule('12.5.6.5', 'links have an area, also where they are parted')
def link_areas(f):
    for a, ref in annotations(f):
        x0, y0, x1, y1 = f.resolve(a.get('/Rect'))
        quads = f.as_list(a.get('/QuadPoints'))
        if not (x0 < x1 and y0 < y1) or len(quads) % 8 or \
                any(not (x0 - 1 <= x <= x1 + 1) for x in quads[::2]) or \
                any(not (y0 - 1 <= y <= y1 + 1) for y in quads[1::2]):
            yield ref


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


def leads(element):
    return any(leads(k) if isinstance(k, Element) else k[0] == 'object' for k in element.kids)


@rule('14.8.4.4.2', 'what is called a link can be followed')
def links_lead(f):
    for e in f.walk():
        if e.type == 'Link' and not leads(e):
            yield where(e)


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
