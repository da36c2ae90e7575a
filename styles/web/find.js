/*
 * find.js - search in the pages, from a disk as from a server
 *
 * A classic script.  The index, assets/search.js, is loaded when it is first wanted.  Terms
 * are cut by the rule of search.c.  A page is found if it holds all terms of the query, or
 * the query itself as it stands: whatever can be read in the book is found.
 */
(function () {
  "use strict";

  /* ---- terms ---- */

  var unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  var mark = /\p{M}/u;
  var letter = /[\p{L}\p{N}\p{M}]/u;
  var unseen = /[\u00ad\u0640\u200b-\u200f\u2060\ufeff]/g;

  function normal(text) {
    return text.normalize("NFKC").toLowerCase().replace(unseen, "");
  }

  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670]/g, "").replace(/\u0111/g, "d").replace(/\u03c2/g, "\u03c3").normalize("NFC");
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
    var chars = Array.from(normal(text));
    var out = [];
    var i = 0;
    var from;
    function add(cluster, k, run) {
      var last = k + 1 === run.length;
      out.push({ term: last ? cluster : cluster + run[k + 1], rest: last && k > 0 });
    }
    while (i < chars.length) {
      from = i;
      if (unspaced.test(chars[i])) {
        while (i < chars.length && (unspaced.test(chars[i]) || mark.test(chars[i]))) i += 1;
        clusters(chars.slice(from, i)).forEach(add);
      } else if (letter.test(chars[i])) {
        while (i < chars.length && letter.test(chars[i]) && !unspaced.test(chars[i])) i += 1;
        out.push({ term: fold(chars.slice(from, i).join("")), rest: false });
      } else {
        i += 1;
      }
    }
    return out;
  }

  /* ---- phrases: text as it is compared, letters and digits with single spaces between ---- */

  var gaps = /[^\p{L}\p{N}\p{M}]+/gu;
  var loose = / ?([\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*) ?/gu;

  function plain(text) {
    return fold(normal(text)).replace(gaps, " ").replace(loose, "$1");
  }

  /* ---- the index ---- */

  var texts = [];  /* plain text of each page, its heading before it */
  var titles = []; /* without their numbers */
  var sum = 0;     /* of the lengths of texts */

  /* All pages, or as many as take no time that a reader would feel. */
  function prepare(index, most) {
    var end = Math.min(index.pages.length, texts.length + (most || Infinity));
    var i;
    for (i = texts.length; i < end; i += 1) {
      texts[i] = plain(index.pages[i][4] + " " + index.pages[i][2]);
      titles[i] = plain(index.pages[i][1]).replace(/^[\d. ]+/, "").trim();
      sum += texts[i].length;
    }
    return end < index.pages.length;
  }

  function warm() {
    if (prepare(window.handbookIndex, 10)) window.setTimeout(warm, 0);
  }

  function addPages(list, found) {
    var page = 0;
    list.split(" ").forEach(function (step) {
      page += parseInt(step, 36);
      found[page] = 1;
    });
  }

  /* 1 for each page that holds all terms; the last may be the beginning of a word. */
  function pagesOfAll(index, query) {
    var wanted = terms(query).filter(function (t) { return !t.rest; }).map(function (t) { return t.term; });
    var last = wanted.pop();
    var all = new Uint8Array(index.pages.length).fill(wanted.length ? 1 : 0);
    wanted.forEach(function (term) {
      var found = new Uint8Array(all.length);
      if (Object.hasOwn(index.terms, term)) addPages(index.terms[term], found);
      all.forEach(function (yes, p) { all[p] = yes & found[p]; });
    });
    all.forEach(function (yes, p) { if (yes) all[p] = Number(texts[p].indexOf(last) >= 0); });
    return all;
  }

  function occurrences(text, phrase) {
    var n = 0;
    var at = text.indexOf(phrase);
    for (; at >= 0 && n < 20; at = text.indexOf(phrase, at + phrase.length)) n += 1;
    return n;
  }

  /* Often in a short page counts for more than often in a long one (as in BM25); below 2. */
  function density(i, phrase) {
    var n = occurrences(texts[i], phrase);
    return 2 * n / (n + 0.5 + texts[i].length / (sum / texts.length));
  }

  /* How well a page answers: the phrase as it stands before its words, both in titles before all. */
  function rank(i, phrase, words) {
    var asIs = density(i, phrase);
    var value = asIs ? 3 + asIs : 0;
    var inTitle = words.filter(function (w) { return titles[i].indexOf(w) >= 0; }).length;
    words.forEach(function (w) { value += density(i, w) / words.length; });
    if (titles[i] === phrase) value += 8;
    else if (titles[i].indexOf(phrase) >= 0) value += (" " + titles[i] + " ").indexOf(" " + phrase + " ") >= 0 ? 5 : 3;
    else value += 2 * inTitle / words.length;
    return value;
  }

  /* All pages with the query, the best first, the index last: { page, file, title, text, rank }. */
  function find(query) {
    var index = window.handbookIndex;
    var phrase = plain(query).trim();
    var words = phrase.split(" ");
    var hits = [];
    var all;
    if (!index || !index.pages || !phrase) return hits;
    prepare(index);
    all = pagesOfAll(index, query);
    index.pages.forEach(function (page, i) {
      if (!all[i] && texts[i].indexOf(phrase) < 0) return;
      hits.push({ page: i, file: page[0], title: page[1], text: page[2], rank: page[5] ? 0 : rank(i, phrase, words) });
    });
    return hits.sort(function (a, b) { return b.rank - a.rank || a.page - b.page; });
  }

  function load(then) {
    var script;
    if (window.handbookIndex && window.handbookIndex.pages) { /* an id may be called so, too */
      then();
      return;
    }
    script = document.createElement("script");
    script.src = "assets/search.js";
    script.onload = function () {
      then();
      warm();
    };
    document.head.append(script);
  }

  /* ---- where a phrase stands in text as it is written ---- */

  var known = new Map(); /* of clusters that were met, how they are compared */

  function plainCluster(cluster) {
    var piece = known.get(cluster);
    if (piece === undefined) {
      piece = fold(normal(cluster)).replace(gaps, " ");
      known.set(cluster, piece);
    }
    return piece;
  }

  /* The plain text, and for each of its characters where it came from. */
  function mapped(text) {
    var out = "";
    var from = [];
    Array.from(text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)).forEach(function (cluster) {
      var piece = plainCluster(cluster[0]);
      var k;
      if (piece === " " && out.endsWith(" ")) return;
      for (k = 0; k < piece.length; k += 1) from.push(cluster.index);
      out += piece;
    });
    from.push(text.length);
    return { text: out, from: from };
  }

  /* Spaces beside letters of unspaced scripts do not count; a phrase holds no signs of regex. */
  function pattern(phrase) {
    var before = " ";
    return new RegExp((phrase.match(/\P{M}\p{M}*|\p{M}+/gu) || []).map(function (c) {
      var open = c !== " " && before !== " " && (unspaced.test(c) || unspaced.test(before));
      before = c;
      return (open ? " ?" : "") + c;
    }).join(""), "gu");
  }

  /* [from, to] of each place of the phrase in the text; of its words where the phrase is nowhere. */
  function places(text, query) {
    var map = mapped(text);
    var phrase = plain(query).trim();
    var out = [];
    function add(regex) {
      Array.from(map.text.matchAll(regex)).slice(0, 500).forEach(function (m) {
        out.push([map.from[m.index], map.from[m.index + m[0].length]]);
      });
    }
    if (!phrase) return out;
    add(pattern(phrase));
    if (!out.length) phrase.split(" ").forEach(function (word) { add(pattern(word)); });
    return out.filter(function (p) { return p[1] > p[0]; }).sort(function (a, b) { return a[0] - b[0]; });
  }

  window.handbookSearch = { terms: terms, find: find, places: places };

  /* ---- the window ---- */

  function word(key) {
    return document.body.getAttribute("data-word-" + key) || key;
  }

  function make(name, className, text) {
    var e = document.createElement(name);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }

  /* Some words around the first place, which is marked. */
  function excerpt(hit, query) {
    var p = make("p");
    var text = hit.text;
    var low = text.toLowerCase().indexOf(query.trim().toLowerCase());
    var place = low >= 0 ? [low, low + query.trim().length] : places(text, query)[0];
    var from;
    if (!place) {
      p.textContent = Array.from(text).slice(0, 160).join("") + "…";
      return p;
    }
    from = Math.max(0, place[0] - 70);
    while (from > 0 && from > place[0] - 90 && text[from - 1] !== " ") from -= 1;
    p.append((from > 0 ? "…" : "") + text.slice(from, place[0]));
    p.append(make("mark", "", text.slice(place[0], place[1])));
    p.append(Array.from(text.slice(place[1], place[1] + 140)).join("") + (place[1] + 140 < text.length ? "…" : ""));
    return p;
  }

  function way(hit) {
    var pages = window.handbookIndex.pages;
    var out = [];
    var up = pages[hit.page][3];
    for (; up > 0; up = pages[up][3]) out.unshift(pages[up][1]);
    return out.join(" › ");
  }

  function result(hit, query) {
    var item = make("li");
    var link = make("a", "", hit.title);
    var path = way(hit);
    link.href = hit.file + "?q=" + encodeURIComponent(query.trim());
    item.append(link);
    if (path) item.append(make("p", "path", path));
    item.append(excerpt(hit, query));
    return item;
  }

  var step = 20;

  function searchWindow() {
    var dialog = make("dialog", "search");
    var form = make("form");
    var input = make("input");
    var close = make("button", "close", word("close"));
    var status = make("p", "status");
    var list = make("ol", "results");
    var more = make("button", "more", word("more"));
    var hits = [];
    dialog.setAttribute("aria-label", word("search"));
    input.type = "search";
    input.setAttribute("aria-label", word("search"));
    input.setAttribute("enterkeyhint", "search");
    close.type = more.type = "button";
    status.setAttribute("role", "status");
    form.append(input, close);
    dialog.append(form, status, list, more);
    document.body.append(dialog);

    function showMore() {
      var from = list.childElementCount;
      hits.slice(from, from + step).forEach(function (hit) { list.append(result(hit, input.value)); });
      more.hidden = list.childElementCount >= hits.length;
      return list.children[from];
    }
    function show() {
      var query = input.value.trim();
      hits = query ? find(query) : [];
      list.replaceChildren();
      status.textContent = !query ? "" : hits.length ? word("results").replace("%n", hits.length) : word("nothing");
      showMore();
    }
    input.addEventListener("input", function () { load(show); });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (list.firstChild) list.querySelector("a").focus();
    });
    more.addEventListener("click", function () { showMore().querySelector("a").focus(); });
    close.addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("keydown", function (event) {
      var links = [input].concat(Array.from(list.querySelectorAll("a")));
      var at = links.indexOf(document.activeElement);
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      at = Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1));
      if (links[at]) links[at].focus();
      event.preventDefault();
    });
    return {
      open: function () {
        if (!dialog.open) dialog.showModal();
        input.focus();
        input.select();
        load(show);
      }
    };
  }

  /* ---- on arrival what was searched for is marked ---- */

  var blocks = "p, li, dd, dt, td, th, pre, h1, h2, h3, h4, h5, h6, figcaption, caption, div, section";
  var apart = ".permalink, sup.note, .back, .co, .line-numbers, .definition, .cite, nav, button, script";

  function textOf(article) {
    var walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    var parts = [];
    var text = "";
    var last = null;
    var block;
    var node;
    while (walker.nextNode()) {
      node = walker.currentNode;
      if (node.parentElement.closest(apart)) continue;
      block = node.parentElement.closest(blocks);
      if (last && block !== last) text += " ";
      last = block;
      parts.push({ node: node, from: text.length });
      text += node.data;
    }
    return { text: text, parts: parts };
  }

  function markPart(node, from, to) {
    var hit = from > 0 ? node.splitText(from) : node;
    var box = make("mark");
    if (to - from < hit.length) hit.splitText(to - from);
    hit.replaceWith(box);
    box.append(hit);
  }

  function markQuery(query) {
    var article = document.querySelector("article");
    var found = textOf(article);
    var spots = places(found.text, query);
    /* from the end, so that offsets stay true */
    spots.reverse().forEach(function (spot) {
      found.parts.slice().reverse().forEach(function (part) {
        var from = Math.max(spot[0] - part.from, 0);
        var to = Math.min(spot[1] - part.from, part.node.length);
        if (from < to) markPart(part.node, from, to);
      });
    });
    if (article.querySelector("mark")) article.querySelector("mark").scrollIntoView({ block: "center" });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".top button.search");
    var query = new URLSearchParams(window.location.search).get("q");
    var box;
    function open() {
      box = box || searchWindow();
      box.open();
    }
    if (button) {
      button.disabled = false;
      button.addEventListener("click", open);
      document.addEventListener("keydown", function (event) {
        if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
          event.preventDefault();
          open();
        }
      });
    }
    if (query && document.querySelector("article")) markQuery(query.slice(0, 500));
  });
})();
