/*
 * handbook.js - comfort for readers whose browser runs scripts: everything can be read without
 *
 * A classic script, for pages opened from a disk.  Words shown come from data attributes of
 * the page, so that this file knows no language.
 */
(function () {
  "use strict";

  var root = document.documentElement;

  function word(key) {
    return document.body.getAttribute("data-word-" + key) || key;
  }

  function make(name, className, text) {
    var e = document.createElement(name);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }

  function each(selector, action) {
    document.querySelectorAll(selector).forEach(action);
  }

  /* ---- light and dark ---- */

  function isDark() {
    var set = root.getAttribute("data-theme");
    return set ? set === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function themeButton(button) {
    button.disabled = false;
    button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      root.setAttribute("data-theme", next);
      button.setAttribute("aria-pressed", String(next === "dark"));
      try {
        window.localStorage.setItem("handbook-theme", next);
      } catch (error) {
        /* no storage: not remembered */
      }
    });
  }

  /* ---- footnotes and definitions open where they are wanted ---- */

  function isPlainClick(event) {
    return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  }

  /* Below the link, or above it where there is more room; a narrow screen has it at its foot. */
  function placeBeside(box, link) {
    var at = link.getClientRects()[0];
    var width = box.offsetWidth;
    var height = box.offsetHeight;
    var below;
    box.style.removeProperty("inset");
    if (!at || window.innerWidth < 640) return;
    below = at.bottom + height + 12 < window.innerHeight || at.top < height + 12;
    box.style.inset = "auto";
    box.style.left = Math.max(8, Math.min(at.left, window.innerWidth - width - 8)) + "px";
    box.style.top = Math.max(8, below ? at.bottom + 6 : at.top - height - 6) + "px";
  }

  /* The note or definition that a link leads to, ready to open; null: the link stays a link. */
  function boxFor(link) {
    var id = decodeURIComponent(link.hash.slice(1));
    var here = link.pathname === window.location.pathname;
    var note = here && id ? document.getElementById(id) : null;
    var box = null;
    each(".definition", function (d) {
      if (d.getAttribute("data-for") === link.getAttribute("href")) box = d;
    });
    if (box || !note || !note.matches("li.note")) return box;
    box = make("div", "definition");
    box.popover = "auto";
    box.append.apply(box, Array.from(note.cloneNode(true).childNodes).filter(function (n) {
      return !(n.classList && n.classList.contains("back"));
    }));
    box.querySelectorAll("[id]").forEach(function (e) { e.removeAttribute("id"); });
    (link.closest("sup") || link).after(box);
    return box;
  }

  /* It takes the focus, so that it is read out; Escape gives it back. */
  function opens(link) {
    var box;
    link.addEventListener("click", function (event) {
      if (!isPlainClick(event)) return;
      box = box || boxFor(link);
      if (!box) return;
      event.preventDefault();
      box.setAttribute("role", "dialog");
      box.setAttribute("aria-label", link.getAttribute("aria-label") || link.textContent);
      box.tabIndex = -1;
      box.showPopover();
      placeBeside(box, link);
      box.focus({ preventScroll: true });
    });
  }

  /* ---- code, citations, pictures ---- */

  function copies(button, text) {
    button.type = "button";
    button.disabled = false;
    button.addEventListener("click", function () {
      if (navigator.clipboard) navigator.clipboard.writeText(text());
      button.textContent = word("copied");
      window.setTimeout(function () { button.textContent = word("copy"); }, 2000);
    });
  }

  function copyable(pre) {
    var button = make("button", "copy", word("copy"));
    var code = pre.querySelector("code") || pre;
    copies(button, function () {
      var text = code.cloneNode(true);
      text.querySelectorAll(".co").forEach(function (mark) { mark.remove(); });
      return text.textContent;
    });
    pre.append(button);
  }

  function citable(line) {
    copies(line.querySelector("button"), function () {
      var text = line.querySelector(".citation").cloneNode(true);
      var address = text.querySelector(".address");
      if (address.textContent.indexOf(":") < 0) address.textContent = window.location.href.split(/[?#]/)[0];
      return text.textContent.replace(/\s+/g, " ").trim();
    });
  }

  /* A paragraph shows its address when it is pointed at: none stands in the way of the Tab key. */
  function addressable(event) {
    var block = event.target.closest("article :is(p, li, dd, .para, .list, figure, table)[id]");
    var link;
    if (!block || block.matches("table, .footnotes li") || block.querySelector(":scope > .permalink, :scope > figcaption > .permalink")) return;
    link = make("a", "permalink aside", "\u00b6");
    link.href = "#" + block.id;
    link.tabIndex = -1;
    link.setAttribute("aria-hidden", "true");
    block.append(link);
  }

  /* As large as the window, then larger: a frame to move it in. */
  function zoomed(link) {
    var dialog = make("dialog", "picture");
    var larger = make("button", "enlarge");
    var close = make("button", "close", word("close"));
    var frame = make("div", "frame");
    var picture = link.querySelector("img").cloneNode();
    function enlarge(yes) {
      dialog.classList.toggle("large", yes);
      larger.setAttribute("aria-pressed", String(yes));
      frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
    }
    picture.className = "";
    larger.setAttribute("aria-label", word("enlarge"));
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", word("picture"));
    dialog.setAttribute("aria-label", word("picture"));
    frame.append(picture);
    dialog.append(larger, close, frame);
    larger.addEventListener("click", function () { enlarge(!dialog.classList.contains("large")); });
    picture.addEventListener("click", function () { enlarge(!dialog.classList.contains("large")); });
    close.addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", function () {
      dialog.remove();
      link.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
    enlarge(window.innerWidth < 640);
    close.focus();
  }

  function zoomable(link) {
    link.addEventListener("click", function (event) {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      zoomed(link);
    });
  }

  /* ---- keys: arrows turn pages unless something else has them ---- */

  function turn(event) {
    var link;
    var rtl = root.dir === "rtl";
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    if (document.querySelector("dialog[open], [popover]:popover-open")) return;
    if (event.target.closest("input, textarea, select, pre, .scroll, video, audio")) return;
    if (event.key === "ArrowRight") link = document.querySelector('link[rel="' + (rtl ? "prev" : "next") + '"]');
    if (event.key === "ArrowLeft") link = document.querySelector('link[rel="' + (rtl ? "next" : "prev") + '"]');
    if (link) window.location.href = link.href;
  }

  /* The current place in the list of contents comes into sight. */
  function showPlace(here) {
    var list = here && here.closest("nav");
    if (!list || list.scrollHeight <= list.clientHeight) return;
    if (here.offsetTop < list.scrollTop || here.offsetTop + here.offsetHeight > list.scrollTop + list.clientHeight)
      list.scrollTop = here.offsetTop - list.clientHeight / 3;
  }

  /* Of the sections of a page the one at the top of the window is marked in its list. */
  function follow(list) {
    var links = Array.from(list.querySelectorAll('a[href^="#"]'));
    var places = links.map(function (a) { return document.getElementById(decodeURIComponent(a.hash.slice(1))); });
    var now = null;
    function mark() {
      var at = -1;
      places.forEach(function (p, i) {
        if (p && p.tagName === "SECTION" && p.getBoundingClientRect().top < window.innerHeight / 3) at = i;
      });
      if (links[at] === now) return;
      if (now) now.removeAttribute("aria-current");
      now = links[at];
      if (now) now.setAttribute("aria-current", "location");
      showPlace(now);
    }
    function later() {
      if (!waits) window.requestAnimationFrame(function () { waits = false; mark(); });
      waits = true;
    }
    var waits = false;
    if (!links.length) return;
    document.addEventListener("scroll", later, { passive: true });
    mark();
  }

  document.addEventListener("DOMContentLoaded", function () {
    var nav = document.getElementById("handbook-contents");
    each(".top button.theme", themeButton);
    if (HTMLElement.prototype.showPopover) each('a[role="doc-noteref"], a.glossterm, a.abbr', opens);
    each("pre", copyable);
    each("a.zoom", zoomable);
    each("p.cite", citable);
    document.addEventListener("pointerover", addressable);
    document.addEventListener("keydown", turn);
    each("nav.page, .single nav.book", follow);
    if (!nav) return;
    showPlace(nav.querySelector("[aria-current]"));
    nav.addEventListener("toggle", function () { showPlace(nav.querySelector("[aria-current]")); });
    /* a place on this page: the window over it goes */
    nav.addEventListener("click", function (event) {
      if (event.target.closest('a[href^="#"]') && nav.matches(":popover-open")) nav.hidePopover();
    });
  });
})();
