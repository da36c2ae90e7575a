"""The files of generated text: each language says everything, nothing is said in vain.

Called by check; prints "pass NAME" and "fail NAME: why" as it does.
"""
import os
import re
import xml.etree.ElementTree as tree

here = os.path.dirname(os.path.abspath(__file__))
folder = os.path.join(here, "..", "..", "styles", "common", "lang")
H = "{urn:handbook:xslt}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def read(code):
    root = tree.parse(os.path.join(folder, code + ".xml")).getroot()
    return root, [(t.get("k"), t.text or "") for t in root.iter(H + "t")]


def holes(text):
    """What is filled in: %n, %p."""
    return sorted(re.findall("%.", text))


def judge(code, rules, english):
    root, said = read(code)
    texts = dict(said)
    if len(texts) != len(said):
        yield "a key is said twice"
    if root.get(XML + "lang") != code:
        yield "xml:lang is not its name"
    above = dict(rules)
    if root.get("from") != "root":
        above = {**rules, **dict(read(root.get("from"))[1])}
    for key, text in texts.items():
        if key not in english and key not in above and not re.fullmatch(r"month\.\d+", key):
            yield f"nobody asks for {key}"
        if above.get(key) == text:
            yield f"{key} is said already"
        if key.startswith("label."):
            good = holes(text) == ["%n"]
        elif key in ("see", "seealso", "gloss.see", "gloss.seealso"):
            good = holes(text) in ([], ["%t"])
        elif key.startswith("date."):
            good = True
        else:
            good = holes(text) == holes(english.get(key, rules.get(key, "").replace("{xref.page}", "%p")))
        if not good:
            yield f"{key} has not the places that English has: {text}"
        if key.startswith("letters") and len(set(text.split(" "))) != len(text.split(" ")):
            yield f"{key} has a letter twice"
        if re.search("[«‹] | [»›:;!?]", text) or key.startswith("quote.") and " " in text:
            yield f"{key} has a blank that lines may end at: {text}"
        if key == "digits" and len(text) != 10:
            yield "digits are ten"
    if root.get("from") == "root":
        missing = [key for key in english if key not in texts and key not in rules]
        if missing:
            yield "says nothing of " + ", ".join(missing)


def main():
    english, rules = dict(read("en")[1]), dict(read("root")[1])
    codes = [c.get("code") for c in tree.parse(os.path.join(folder, "languages.xml")).getroot()]
    aliases = [a for c in tree.parse(os.path.join(folder, "languages.xml")).getroot()
               for a in [c.get("code"), *(c.get("for") or "").split()]]
    files = [f[:-4] for f in os.listdir(folder) if f not in ("languages.xml", "root.xml")]
    faults = []
    if sorted(codes) != sorted(files):
        faults.append(f"languages.xml and the files differ: {set(codes) ^ set(files)}")
    if len(aliases) != len(set(aliases)):
        faults.append("a code means two languages")
    braces = {key.lstrip("^") for text in rules.values() for key in re.findall(r"\{([^}]*)\}", text)}
    if not braces <= {**english, **rules}.keys():
        faults.append(f"root.xml names what nobody says: {braces - {**english, **rules}.keys()}")
    for code in sorted(files):
        faults += [f"{code}: {fault}" for fault in judge(code, rules, english)]
    print("fail texts: " + "; ".join(faults[:5]) if faults else f"pass texts of {len(files)} languages")
