/*
 * handbook.js - comfort for readers whose browser runs scripts: everything can be read without
 *
 * A classic script, for pages opened from a disk.  Words shown come from data attributes of
 * the page, so that this file knows no language.
 */
(function () {
  "use strict";

  var root = document.documentElement;
  var words = {};

  function word(key) {
    return words[key] || key;
  }

  function make(name, className, text) {
    var e = document.createElement(name);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }

  function remembered(key, value) {
    try {
      if (value === undefined) return window.localStorage.getItem(key);
      window.localStorage.setItem(key, value);
    } catch (error) {
      /* no storage: nothing is remembered */
    }
    return null;
  }

  /* ---- light and dark ---- */

  function applyTheme(theme) {
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
    else root.removeAttribute("data-theme");
  }

  function isDark() {
    var set = root.getAttribute("data-theme");
    return set ? set === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  applyTheme(remembered("handbook-theme"));

  /* ---- search: the rule for terms is that of search.c ---- */

  var unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  var mark = /\p{M}/u;
  var letter = /[\p{L}\p{N}\p{M}]/u;

  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/\u0111/g, "d").normalize("NFC");
  }

  function clusters(chars) {
    var out = [];
    chars.forEach(function (c) {
      if (out.length && mark.test(c)) out[out.length - 1] += c;
      else out.push(c);
    });
    return out;
  }

  function terms(text) {
    var chars = Array.from(text.normalize("NFKC").toLowerCase());
    var out = [];
    var i = 0;
    var from;
    var run;
    while (i < chars.length) {
      from = i;
      if (unspaced.test(chars[i])) {
        while (i < chars.length && (unspaced.test(chars[i]) || mark.test(chars[i]))) i++;
        run = clusters(chars.slice(from, i));
        run.forEach(function (c, k) {
          out.push({ term: k + 1 < run.length ? c + run[k + 1] : c, last: k + 1 === run.length, pair: run.length > 1 });
        });
      } else if (letter.test(chars[i])) {
        while (i < chars.length && letter.test(chars[i]) && !unspaced.test(chars[i])) i++;
        out.push({ term: fold(chars.slice(from, i).join("")), last: true, pair: false });
      } else {
        i++;
      }
    }
    return out;
  }

  function plain(text) {
    return fold(text.normalize("NFKC").toLowerCase()).replace(/\s+/g, " ");
  }

  function pagesOf(index, wanted, prefix) {
    var found = {};
    var name;
    if (!prefix) {
      (index.terms[wanted] || []).forEach(function (p) { found[p] = true; });
      return found;
    }
    for (name in index.terms) {
      if (name.lastIndexOf(wanted, 0) === 0) index.terms[name].forEach(function (p) { found[p] = true; });
    }
    return found;
  }

  function find(query) {
    var index = window.handbookIndex;
    var wanted = terms(query).filter(function (t) { return !(t.pair && t.last); });
    var phrase = plain(query.trim());
    var pages = null;
    wanted.forEach(function (t, i) {
      var found = pagesOf(index, t.term, i === wanted.length - 1);
      pages = pages === null ? Object.keys(found) : pages.filter(function (p) { return found[p]; });
    });
    return (pages || []).map(function (p) {
      var page = index.pages[p];
      var text = plain(page[2]);
      var at = text.indexOf(phrase);
      var title = plain(page[1]).indexOf(phrase) >= 0;
      return { file: page[0], title: page[1], text: page[2], at: at, rank: (title ? 2 : 0) + (at >= 0 ? 1 : 0) };
    }).sort(function (a, b) { return b.rank - a.rank; });
  }

  window.handbookSearch = { terms: terms, find: find };

  function excerpt(hit, query) {
    var p = make("p");
    var low = hit.text.toLowerCase();
    var at = low.indexOf(query.trim().toLowerCase());
    var length = query.trim().length;
    if (at < 0) {
      p.textContent = Array.from(hit.text).slice(0, 160).join("") + "…";
      return p;
    }
    p.append((at > 60 ? "…" : "") + hit.text.slice(Math.max(0, at - 60), at));
    p.append(make("mark", "", hit.text.slice(at, at + length)));
    p.append(hit.text.slice(at + length, at + length + 100) + "…");
    return p;
  }

  function loadIndex(then) {
    var script;
    if (window.handbookIndex) {
      then();
      return;
    }
    script = document.createElement("script");
    script.src = "assets/search.js";
    script.onload = then;
    document.head.append(script);
  }

  function searchDialog() {
    var dialog = make("dialog", "search");
    var input = make("input");
    var status = make("p", "status");
    var list = make("ol", "results");
    dialog.setAttribute("aria-label", word("search"));
    input.type = "search";
    input.setAttribute("aria-label", word("search"));
    status.setAttribute("role", "status");
    dialog.append(input, status, list);
    document.body.append(dialog);
    function show() {
      var hits = input.value.trim() ? find(input.value) : [];
      list.replaceChildren();
      status.textContent = input.value.trim() ? hits.length + " " + word("results") : "";
      hits.slice(0, 50).forEach(function (hit) {
        var item = make("li");
        var link = make("a", "", hit.title);
        link.href = hit.file + "?q=" + encodeURIComponent(input.value.trim());
        item.append(link, excerpt(hit, input.value));
        list.append(item);
      });
    }
    input.addEventListener("input", function () { loadIndex(show); });
    return { open: function () { loadIndex(show); dialog.showModal(); input.focus(); } };
  }

  /* Marks on arrival what was searched for. */
  function markQuery() {
    var query = new URLSearchParams(window.location.search).get("q");
    var article = document.querySelector("article");
    var walker;
    var nodes = [];
    if (!query || !article) return;
    query = query.toLowerCase();
    walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.forEach(function (node) {
      var at = node.data.toLowerCase().indexOf(query);
      var hit;
      if (at < 0) return;
      hit = node.splitText(at);
      hit.splitText(query.length);
      node.after(make("mark", "", hit.data));
      hit.remove();
    });
    nodes = article.querySelector("mark");
    if (nodes) nodes.scrollIntoView({ block: "center" });
  }

  /* ---- footnotes and glossary terms open in place ---- */

  function popover(link) {
    var id = decodeURIComponent(link.hash.slice(1));
    var target = link.pathname === window.location.pathname && id ? document.getElementById(id) : null;
    var box;
    if (!target || !HTMLElement.prototype.showPopover) return;
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!box) {
        box = make("div");
        box.setAttribute("popover", "auto");
        box.append.apply(box, Array.from(target.cloneNode(true).childNodes).filter(function (n) {
          return !(n.classList && n.classList.contains("back"));
        }));
        box.querySelectorAll("[id]").forEach(function (e) { e.removeAttribute("id"); });
        link.after(box);
      }
      box.showPopover();
    });
  }

  /* ---- code and pictures ---- */

  function copyable(pre) {
    var button = make("button", "", word("copy"));
    var code = pre.querySelector("code") || pre;
    var text = code.textContent;
    button.type = "button";
    button.addEventListener("click", function () {
      if (navigator.clipboard) navigator.clipboard.writeText(text);
      button.textContent = word("copied");
    });
    pre.append(button);
  }

  function citable(line) {
    var button = make("button", "", word("copy"));
    var citation = line.querySelector(".citation");
    var text = citation ? citation.textContent.replace(/\s+/g, " ").trim() : "";
    var address = citation && citation.querySelector(".address");
    if (address && address.textContent.indexOf(":") < 0) text = text.replace(address.textContent, window.location.href.split("?")[0]);
    button.type = "button";
    button.addEventListener("click", function () {
      if (navigator.clipboard) navigator.clipboard.writeText(text);
      button.textContent = word("copied");
    });
    line.append(" ", button);
  }

  /* A paragraph shows its address when it is pointed at: none stands in the way of the Tab key. */
  function addressable(event) {
    var block = event.target.closest("article p[id], article li[id], article .para[id]");
    var link;
    if (!block || block.querySelector(":scope > .permalink")) return;
    link = make("a", "permalink", "\u00b6");
    link.href = "#" + block.id;
    link.tabIndex = -1;
    link.setAttribute("aria-hidden", "true");
    block.append(link);
  }

  function zoomable(image) {
    image.addEventListener("click", function () {
      var dialog = make("dialog", "picture");
      var copy = image.cloneNode();
      copy.className = "";
      dialog.setAttribute("aria-label", image.alt.slice(0, 80) || word("picture"));
      dialog.append(copy);
      document.body.append(dialog);
      dialog.addEventListener("click", function () { dialog.close(); });
      dialog.addEventListener("close", function () { dialog.remove(); });
      dialog.showModal();
    });
  }

  /* ---- keys: arrows turn pages unless something else has them ---- */

  function turn(event) {
    var link;
    var rtl = root.dir === "rtl";
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]") || event.target.closest("input, textarea, select, pre, .scroll, [popover]")) return;
    if (event.key === "ArrowRight") link = document.querySelector('link[rel="' + (rtl ? "prev" : "next") + '"]');
    if (event.key === "ArrowLeft") link = document.querySelector('link[rel="' + (rtl ? "next" : "prev") + '"]');
    if (link) window.location.href = link.href;
  }

  document.addEventListener("DOMContentLoaded", function () {
    var top = document.querySelector(".top");
    var tools = make("div", "tools");
    var theme = make("button");
    var search = make("button");
    var dialog;
    var source = document.querySelector("body");
    Array.from(source.attributes).forEach(function (a) {
      if (a.name.indexOf("data-word-") === 0) words[a.name.slice(10)] = a.value;
    });
    theme.type = search.type = "button";
    theme.textContent = word("theme");
    theme.setAttribute("aria-pressed", String(isDark()));
    theme.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      applyTheme(next);
      remembered("handbook-theme", next);
      theme.setAttribute("aria-pressed", String(next === "dark"));
    });
    search.textContent = word("search");
    search.addEventListener("click", function () {
      dialog = dialog || searchDialog();
      dialog.open();
    });
    tools.append(search, theme);
    if (top) top.append(tools);
    document.querySelectorAll('a[role="doc-noteref"], a.glossterm').forEach(popover);
    document.querySelectorAll("pre").forEach(copyable);
    document.querySelectorAll("img.zoom").forEach(zoomable);
    document.querySelectorAll("p.cite").forEach(citable);
    document.addEventListener("pointerover", addressable);
    document.addEventListener("keydown", turn);
    markQuery();
  });
})();
