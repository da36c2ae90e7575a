"""A PDF file as Python values, read with `qpdf --json`: objects, structure tree, pages, text.

Nothing here knows how the file was made: it is what an independent reader sees.
"""
import base64
import json
import re
import subprocess

REFERENCE = re.compile(r'\d+ \d+ R$')
TOKEN = re.compile(
    rb'\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>'
    rb'|/[^\s/<>\[\]()]*|[\[\]]|[^\s/<>\[\]()]+', re.S)


def name(value):
    """The name without its slash, or None."""
    return value[1:] if isinstance(value, str) and value.startswith('/') else None


def text(value):
    """A text string (qpdf marks those it could decode with u:)."""
    if isinstance(value, str) and value[:2] == 'u:':
        return value[2:]
    if isinstance(value, str) and value[:2] == 'b:':
        return bytes.fromhex(value[2:]).decode('latin-1')
    return None


class Element:
    """A structure element; kids are Elements, ('mcid', page, n) or ('object', reference)."""

    def __init__(self, ref, value, parent):
        self.ref, self.value, self.parent = ref, value, parent
        self.type = name(value.get('/S'))
        self.kids = []

    def elements(self):
        return [k for k in self.kids if isinstance(k, Element)]


class Page:
    def __init__(self, ref, value, resources, number):
        self.ref, self.value, self.resources, self.number = ref, value, resources, number
        self.where = 'page %d' % number


class Drawing:
    """A form or a pattern, painted by a page or another drawing."""

    def __init__(self, ref, value):
        self.ref, self.value, self.resources = ref, value, value.get('/Resources')
        self.where = 'drawing ' + ref


class File:
    def __init__(self, path):
        run = subprocess.run(
            ['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized',
             '--no-warn', path], capture_output=True)
        self.path = path
        self.objects = json.loads(run.stdout)['qpdf'][1]
        with open(path, 'rb') as f:
            self.raw = f.read()
        self.index()

    def index(self):
        """Everything derived from the objects; again after they were changed."""
        self.trailer = self.objects['trailer']['value']
        self.catalog = self.resolve(self.trailer.get('/Root')) or {}
        self.pages = []
        self._pages(self.catalog.get('/Pages'), None, 0)
        self.by_ref = {}
        self.circular = []
        self.parents = {}
        self.root = self.get(self.catalog, '/StructTreeRoot')
        self.tree = []
        if isinstance(self.root, dict):
            self._parent_tree(self.root.get('/ParentTree'), 0)
            for kid in self.as_list(self.root.get('/K')):
                element = self._element(kid, None, None)
                if element:
                    self.tree.append(element)
        self._ops = {}

    # ---- objects

    def resolve(self, value):
        for _ in range(20):
            if not (isinstance(value, str) and REFERENCE.fullmatch(value)):
                return value
            entry = self.objects.get('obj:' + value, {})
            if 'stream' in entry:
                return dict(entry['stream']['dict'], **{'stream': entry['stream']})
            value = entry.get('value')
        return None

    def get(self, value, *keys):
        for key in keys:
            value = self.resolve(value)
            value = value.get(key) if isinstance(value, dict) else None
        return self.resolve(value)

    def as_list(self, value):
        """Kids as they stand, references kept."""
        seen = self.resolve(value)
        if seen is None:
            return []
        return seen if isinstance(seen, list) else [value]

    def data(self, value):
        value = self.resolve(value)
        if not isinstance(value, dict) or 'stream' not in value:
            return b''
        return base64.b64decode(value['stream'].get('data', ''))

    def all_dictionaries(self):
        for entry in self.objects.values():
            yield from self._within(entry['stream']['dict'] if 'stream' in entry
                                    else entry.get('value'))

    def _within(self, value):
        if isinstance(value, dict):
            yield value
            for v in value.values():
                yield from self._within(v)
        elif isinstance(value, list):
            for v in value:
                yield from self._within(v)

    def values_within(self, value):
        """All that is no container: texts, names (keys too), numbers."""
        if isinstance(value, dict):
            yield from value
            for v in value.values():
                yield from self.values_within(v)
        elif isinstance(value, list):
            for v in value:
                yield from self.values_within(v)
        else:
            yield value

    # ---- pages and structure

    def _pages(self, ref, inherited, depth):
        node = self.resolve(ref)
        if not isinstance(node, dict) or depth > 50:
            return
        resources = node.get('/Resources', inherited)
        if '/Kids' in node:
            for kid in self.as_list(node['/Kids']):
                self._pages(kid, resources, depth + 1)
        else:
            self.pages.append(Page(ref, node, resources, len(self.pages) + 1))

    def _parent_tree(self, ref, depth):
        node = self.resolve(ref)
        if not isinstance(node, dict) or depth > 20:
            return
        nums = self.as_list(node.get('/Nums'))
        for i in range(0, len(nums) - 1, 2):
            self.parents[nums[i]] = nums[i + 1]
        for kid in self.as_list(node.get('/Kids')):
            self._parent_tree(kid, depth + 1)

    def _element(self, ref, parent, page):
        value = self.resolve(ref)
        if not isinstance(value, dict) or '/S' not in value:
            return None
        if ref in self.by_ref:
            self.circular.append(ref)
            return None
        element = Element(ref, value, parent)
        self.by_ref[ref] = element
        page = value.get('/Pg', page)
        for kid in self.as_list(value.get('/K')):
            content = self.resolve(kid)
            if isinstance(content, int):
                element.kids.append(('mcid', page, content))
            elif isinstance(content, dict) and content.get('/Type') == '/MCR':
                element.kids.append(('mcid', content.get('/Pg', page), content.get('/MCID')))
            elif isinstance(content, dict) and content.get('/Type') == '/OBJR':
                element.kids.append(('object', content.get('/Obj')))
            else:
                below = self._element(kid, element, page)
                if below:
                    element.kids.append(below)
        return element

    def walk(self):
        stack = list(reversed(self.tree))
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.elements()))

    def attribute(self, element, key):
        for a in self.as_list(element.value.get('/A')):
            a = self.resolve(a)
            if isinstance(a, dict) and key in a:
                return self.resolve(a[key])
        return None

    # ---- contents

    def drawings(self):
        for key in self.objects:
            value = self.resolve(key[4:])
            if isinstance(value, dict) and 'stream' in value and \
                    (value.get('/Subtype') == '/Form' or value.get('/PatternType') == 1):
                yield Drawing(key[4:], value)

    def painted(self):
        """The pages, and all that they are painted with."""
        yield from self.pages
        yield from self.drawings()

    def content(self, painted):
        if isinstance(painted, Drawing):
            return self.data(painted.ref)
        return b'\n'.join(self.data(c) for c in self.as_list(painted.value.get('/Contents')))

    def operations(self, painted):
        """[(operator, operands)], operands as raw tokens."""
        if painted.ref not in self._ops:
            ops, operands = [], []
            for match in TOKEN.finditer(self.content(painted)):
                token = match.group()
                if token[:1] in b'(</[]' or token[:2] in (b'<<', b'>>') or \
                        re.fullmatch(rb'[-+.\d]+|true|false|null', token):
                    operands.append(token)
                else:
                    ops.append((token, operands))
                    operands = []
            self._ops[painted.ref] = ops
        return self._ops[painted.ref]


# ---- text

def string_bytes(token):
    """The bytes of a string token."""
    if token.startswith(b'<'):
        digits = re.sub(rb'\s', b'', token[1:-1])
        return bytes.fromhex((digits + b'0' * (len(digits) % 2)).decode())
    escapes = {b'n': b'\n', b'r': b'\r', b't': b'\t', b'b': b'\b', b'f': b'\f', b'\n': b''}

    def unescape(match):
        e = match.group(1)
        return bytes([int(e, 8) & 255]) if e[:1].isdigit() else escapes.get(e, e)

    return re.sub(rb'\\([0-7]{1,3}|.)', unescape, token[1:-1], flags=re.S)


def utf16(digits):
    return bytes.fromhex(digits.decode()).decode('utf-16-be', 'replace')


class Font:
    """From codes to text, through ToUnicode alone."""

    def __init__(self, file, value):
        self.wide = value.get('/Subtype') == '/Type0'
        self.map = {}
        cmap = file.data(value.get('/ToUnicode'))
        for block in re.findall(rb'beginbfchar(.*?)endbfchar', cmap, re.S):
            for code, to in re.findall(rb'<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>', block):
                self.map[int(code, 16)] = utf16(to)
        for block in re.findall(rb'beginbfrange(.*?)endbfrange', cmap, re.S):
            for a, b, to in re.findall(
                    rb'<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]*>|\[[^\]]*\])', block):
                self._range(int(a, 16), int(b, 16), to)

    def _range(self, a, b, to):
        if to.startswith(b'['):
            for i, t in enumerate(re.findall(rb'<([0-9A-Fa-f]*)>', to)):
                self.map[a + i] = utf16(t)
            return
        first = utf16(to[1:-1])
        for i in range(a, min(b, a + 65535) + 1):
            self.map[i] = first[:-1] + chr(ord(first[-1]) + i - a)

    def codes(self, data):
        if self.wide:
            return [data[i] << 8 | data[i + 1] for i in range(0, len(data) - 1, 2)]
        return list(data)

    def decode(self, data):
        return ''.join(self.map.get(c, '\ufffd') for c in self.codes(data))


def page_text(file, page, fonts):
    """{mcid: text} of a page's marked contents."""
    found, stack, font = {}, [], None
    resources = file.get(page.resources, '/Font') or {}
    for op, operands in file.operations(page):
        if op == b'Tf':
            key = operands[0].decode()
            ref = resources.get(key)
            if str(ref) not in fonts:
                fonts[str(ref)] = Font(file, file.resolve(ref) or {})
            font = fonts[str(ref)]
        elif op in (b'BDC', b'BMC'):
            joined = b' '.join(operands)
            mcid = re.search(rb'/MCID\s*(\d+)', joined)
            actual = re.search(rb'/ActualText\s*(<[0-9A-Fa-f\s]*>|\(.*\))', joined, re.S)
            entry = {'mcid': int(mcid.group(1)) if mcid else None, 'actual': actual is not None}
            stack.append(entry)
            if entry['mcid'] is not None:
                found.setdefault(entry['mcid'], '')
            if actual:
                _add(found, stack[:-1], string_bytes(actual.group(1))[2:].decode('utf-16-be'))
        elif op == b'EMC' and stack:
            stack.pop()
        elif op in (b'Tj', b'TJ', b"'", b'"') and font:
            shown = ''.join(font.decode(string_bytes(t)) for t in operands
                            if t[:1] == b'(' or t[:1] == b'<')
            _add(found, stack, shown)
    return found


def _add(found, stack, shown):
    if any(e['actual'] for e in stack):
        return
    for entry in reversed(stack):
        if entry['mcid'] is not None:
            found[entry['mcid']] += shown
            return


def tagged_text(file):
    """[(depth, type, [text or None for a child])] in reading order."""
    fonts = {}
    pages = {p.ref: page_text(file, p, fonts) for p in file.pages}
    rows = []

    def walk(element, depth):
        row = (depth, element.type, [])
        rows.append(row)
        for kid in element.kids:
            if isinstance(kid, Element):
                row[2].append(None)
                walk(kid, depth + 1)
            elif kid[0] == 'mcid':
                row[2].append(pages.get(kid[1], {}).get(kid[2], '\ufffd'))

    for element in file.tree:
        walk(element, 0)
    return rows
