"""links.py FOLDER - every address within the pages leads to a page and an id that exist, and no
page names an address of somebody else for a script, style, font or picture."""
import html
import os
import re
import sys

folder = sys.argv[1]
pages = {}
for name in os.listdir(folder):
    if name.endswith(".html"):
        text = open(os.path.join(folder, name), encoding="utf-8").read()
        pages[name] = (set(html.unescape(i) for i in re.findall(r'\sid="([^"]*)"', text)), text)
bad = 0


def complain(page, what):
    global bad
    bad += 1
    print(f"{page}: {what}")


for page, (ids, text) in sorted(pages.items()):
    seen = re.findall(r'\sid="([^"]*)"', text)
    for i in set(seen):
        if seen.count(i) > 1:
            complain(page, f'id "{i}" stands twice')
    for name, value in re.findall(r'\s(href|src)="([^"]*)"', text):
        value = html.unescape(value)
        if re.match(r"https?:", value) and name == "src":
            complain(page, f"loads {value}")
        if re.match(r"[a-z]+:", value):
            continue
        path, _, fragment = value.partition("#")
        path = path.partition("?")[0]
        if path.startswith("../"):
            continue
        if path and path not in pages:
            if not os.path.exists(os.path.join(folder, path)):
                complain(page, f"{value} is not there")
        elif fragment and fragment not in pages[path or page][0]:
            complain(page, f"{value}: no such id")
    if re.search(r'\sstyle="|<style|<script(?![^>]*\ssrc=)', text):
        complain(page, "holds a style or a script of its own")
print(f"{len(pages)} pages, {bad} faults")
sys.exit(bad != 0 or not pages)
