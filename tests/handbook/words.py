"""words.py BOOK.xml RESULT... - every word of the book's paras, titles and entries is in the result

The result is text or HTML.  Words that a line end cuts are joined by comparing letters only,
in the order of the source: a para counts as found when its letters and digits stand in the
result one behind the other, or when every word of it stands there.
"""
import html
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

DB = "{http://docbook.org/ns/docbook}"
APART = {DB + n for n in ("indexterm", "footnote", "remark", "alt", "textobject")}
WANTED = {DB + n for n in ("para", "title", "entry", "term", "member", "programlisting", "glossterm")}


def letters(text):
    """Letters, digits and marks alone: what no line end and no hyphen can change."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if unicodedata.category(c)[0] in "LNM")


def words(text):
    return [w for w in (letters(w) for w in text.split()) if w]


def own_text(element):
    """Runs of text between elements that say something else: each stands as it is."""
    runs = [element.text or ""]
    for child in element:
        if child.tag in APART or child.tag in WANTED or not isinstance(child.tag, str):
            runs.append("")
        elif len(child) == 0 and not (child.text or "").strip():
            runs.append("")  # a reference: what it says is generated
        else:
            inner = own_text(child)
            runs[-1] += inner[0]
            runs += inner[1:]
        runs[-1] += child.tail or ""
    return runs


def read(path):
    text = open(path, encoding="utf-8").read()
    if path.endswith(".html"):
        text = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<(br|p|li|td|th|dt|dd|h\d)\b", r" <\1", text)))
    return text


def main():
    book = ET.parse(sys.argv[1]).getroot()
    result = " ".join(read(p) for p in sys.argv[2:])
    joined = letters(result)
    known = set(words(result))
    lost = 0
    checked = 0
    for element in book.iter():
        if element.tag not in WANTED:
            continue
        for run in own_text(element):
            for word in words(run):
                checked += 1
                if word not in known and word not in joined:
                    lost += 1
                    print(f"{element.tag[len(DB):]}: \"{word}\" is lost")
    print(f"{checked} words, {lost} lost")
    return lost != 0 or checked < 1000


sys.exit(main())
