/*
 * browser.mjs BOOK LANGUAGES SOURCE TERMS - the pages in Chromium, opened from the disk
 *
 * Prints "pass NAME" or "fail NAME: why", a line each.
 */
import { createServer } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [book, languages, source, vectors] = process.argv.slice(2);
const at = (folder, page) => pathToFileURL(resolve(folder, page)).href;
const sample = ["index.html", "ch-origin.html", "origin-beginning.html", "st-text.html", "pn-form.html", "aw-runs.html",
  "glossary.html", "book-index.html", "member-mm.html", "pn-example.html"];

function result(name, faults) {
  if (faults.length === 0) console.log(`pass web/${name}`);
  else console.log(`fail web/${name}: ${faults.slice(0, 4).join("; ")}`);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function open(options, url) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  page.on("requestfailed", (r) => errors.push(`not loaded: ${r.url()} ${r.failure()?.errorText}`));
  page.on("request", (r) => { if (/^https?:/.test(r.url())) errors.push(`asks for ${r.url()}`); });
  await page.goto(url);
  return { context, page, errors };
}

/* Accessibility, light and dark, wide and narrow. */
for (const [name, options, media] of [
  ["light", { viewport: { width: 1280, height: 900 }, colorScheme: "light" }],
  ["dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
  ["phone", { viewport: { width: 320, height: 640 }, colorScheme: "light" }],
  ["print", { viewport: { width: 800, height: 900 }, colorScheme: "light" }, "print"],
]) {
  const faults = [];
  for (const file of sample) {
    const { context, page, errors } = await open({ ...options, bypassCSP: true }, at(book, file));
    if (media) await page.emulateMedia({ media });
    await page.addScriptTag({ content: axe });
    const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], preload: false }));
    found.violations.forEach((v) => faults.push(`${file}: ${v.id} at ${v.nodes[0].target}`));
    errors.forEach((e) => faults.push(`${file}: ${e}`));
    await context.close();
  }
  result(`axe-${name}`, faults);
}

/* Nothing wider than a phone, on any page; nothing moves after it was drawn. */
{
  const faults = [];
  const moves = [];
  const { context, page } = await open({ viewport: { width: 320, height: 640 } }, at(book, sample[0]));
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.moved += e.value; })).observe({ type: "layout-shift", buffered: true });
  });
  for (const [folder, file] of [book, languages].flatMap((b) => readdirSync(b).filter((f) => f.endsWith(".html")).map((f) => [b, f]))) {
    await page.goto(at(folder, file));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) faults.push(`${file}: ${over} px too wide`);
    const moved = await page.evaluate(() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => then(window.moved)))));
    if (moved > 0.01) moves.push(`${file}: ${moved}`);
  }
  await context.close();
  result("narrow", faults);
  result("still", moves);
}

/* Every page has its measure on a wide screen too; a picture that is enlarged is larger. */
{
  const faults = [];
  const { context, page } = await open({ viewport: { width: 1280, height: 900 } }, at(book, "single.html"));
  for (const file of ["single.html", ...sample]) {
    await page.goto(at(book, file));
    const width = await page.evaluate(() => document.querySelector("article").clientWidth);
    if (width < 500) faults.push(`${file}: text ${width} px wide`);
  }
  for (const size of [{ width: 320, height: 640 }, { width: 1280, height: 900 }]) {
    await page.setViewportSize(size);
    await page.goto(at(book, "nt-runs.html"));
    const before = await page.evaluate(() => document.querySelector("a.zoom img").clientWidth);
    await page.locator("a.zoom").click();
    const after = await page.evaluate(() => document.querySelector("dialog.picture img").clientWidth);
    if (after < before * 1.2) faults.push(`a picture of ${before} px opens ${after} px wide`);
    await page.keyboard.press("Escape");
  }
  await context.close();
  result("wide", faults);
}

/* Readable without scripts; on a phone the contents open all the same. */
{
  const faults = [];
  const { context, page } = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } }, at(book, "origin-beginning.html"));
  const text = await page.textContent("main");
  if (!text.includes("Bangkok")) faults.push("the text is missing");
  if ((await page.locator("nav.book a").count()) < 10) faults.push("the navigation is missing");
  await page.locator(".top .contents").click();
  if (!(await page.locator("nav.book").isVisible())) faults.push("the contents do not open");
  if (await page.locator(".top .search").isVisible()) faults.push("a search that does nothing is offered");
  await context.close();
  result("no-script", faults);
}

/* Under a strict policy, from a server: nothing is refused, nothing asked of anybody else. */
{
  const faults = [];
  const types = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml", png: "image/png", woff2: "font/woff2" };
  const server = createServer((request, response) => {
    const file = resolve(book, `.${new URL(request.url, "http://localhost").pathname}`);
    try {
      const bytes = readFileSync(file);
      response.writeHead(200, { "content-type": types[file.split(".").pop()] ?? "application/octet-stream", "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'none'" });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((then) => { server.listen(0, "127.0.0.1", then); });
  const home = `http://127.0.0.1:${server.address().port}/`;
  const context = await browser.newContext({ colorScheme: "light" });
  const page = await context.newPage();
  page.on("console", (m) => { if (m.type() === "error") faults.push(`${m.text()} ${m.location().url}`); });
  page.on("pageerror", (e) => faults.push(String(e)));
  page.on("request", (r) => { if (!r.url().startsWith(home)) faults.push(`asks for ${r.url()}`); });
  for (const file of sample) {
    await page.goto(home + file, { waitUntil: "load" });
    const note = page.locator('a[role="doc-noteref"], a.glossterm').first();
    if (await note.count()) {
      await note.click();
      if ((await page.locator(".definition:popover-open:focus").count()) !== 1) faults.push(`${file}: no note opens and has the focus`);
      await page.keyboard.press("Escape");
      if (await note.evaluate((e) => e !== document.activeElement)) faults.push(`${file}: the focus does not come back from a note`);
    }
    const picture = page.locator("a.zoom").first();
    if (await picture.count()) {
      await picture.click();
      if ((await page.locator("dialog.picture[open]").count()) !== 1) faults.push(`${file}: no picture opens`);
      await page.keyboard.press("Escape");
    }
  }
  await page.keyboard.press("Control+k");
  await page.keyboard.type("ministerial statement");
  await page.locator(".results a").first().waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.waitForURL(/[?]q=/);
  if (!(await page.locator("article mark").count())) faults.push("nothing is marked on arrival");
  await context.close();
  server.close();
  result("policy", faults);
}

/* By keyboard alone: the skip link comes first, arrows turn pages, Escape closes; what has the
   focus can be seen. */
{
  const faults = [];
  const { context, page } = await open({ reducedMotion: "reduce" }, at(book, "ch-origin.html"));
  await page.keyboard.press("Tab");
  if (!(await page.evaluate(() => document.activeElement.classList.contains("skip")))) faults.push("Tab does not reach the skip link first");
  await page.keyboard.press("Enter");
  if ((await page.evaluate(() => document.activeElement.id)) !== "handbook-text") faults.push("the skip link does not lead to the text");
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/origin-beginning/, { timeout: 3000 }).catch(() => faults.push(`the right arrow leads to ${page.url()}`));
  await page.getByRole("button", { name: "Search" }).click();
  await page.keyboard.press("Escape");
  if (await page.locator("dialog[open]").count()) faults.push("Escape does not close the search");
  await page.goto(at(book, "st-text.html"));
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const e = document.activeElement;
      const r = e.getBoundingClientRect();
      const top = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
      return e === document.body || (top && (e.contains(top) || top.contains(e))) ? "" : e.outerHTML.slice(0, 80);
    });
    if (seen) faults.push(`hidden while it has the focus: ${seen}`);
  }
  await context.close();
  result("keyboard", faults);
}

/* The choice of light or dark is remembered. */
{
  const faults = [];
  const { context, page } = await open({ colorScheme: "light" }, at(book, "index.html"));
  await page.getByRole("button", { name: "Dark" }).click();
  await page.goto(at(book, "ch-origin.html"));
  if ((await page.getAttribute("html", "data-theme")) !== "dark") faults.push("not remembered");
  await context.close();
  result("theme", faults);
}

/* Search: phrases out of the source are found on their page, in every language, quickly. */
{
  const texts = [...readFileSync(source, "utf8").matchAll(/xml:id="(in-[^"]*)"[^>]*>\s*<title>[^<]*<\/title>\s*<para>([^<]*)</g)];
  const { context, page, errors } = await open({}, at(languages, "index.html"));
  await page.addScriptTag({ url: at(languages, "assets/search.js") });
  const slow = [];
  const lines = readFileSync(vectors, "utf8").split("\n").filter((l) => l.includes("\t"));
  const cut = await page.evaluate((all) => all.map((l) => window.handbookSearch.terms(l).map((t) => t.term).join(" ")), lines.map((l) => l.split("\t")[0]));
  result("terms", lines.filter((l, i) => l.split("\t")[1] !== cut[i]));
  for (const [, id, text] of texts) {
    const faults = [...errors];
    const chars = Array.from(text);
    const phrases = [];
    for (let i = 0; i + 12 < chars.length && phrases.length < 20; i += 7) {
      const start = chars.slice(i, i + 12).join("").trim();
      if (/[\p{L}\p{N}]/u.test(start)) phrases.push(start.replace(/^\p{M}+/u, "").trim());
    }
    for (const phrase of text.includes(" ") && !/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/.test(text)
      ? text.split(/[\s,.;]+/).filter((w) => w.length > 3).slice(0, 20) : phrases) {
      const { files, ms } = await page.evaluate((q) => {
        const from = performance.now();
        const hits = window.handbookSearch.find(q);
        return { files: hits.map((h) => h.file), ms: performance.now() - from };
      }, phrase);
      slow.push(ms);
      if (!files.includes(`${id}.html`)) faults.push(`"${phrase}" is not found`);
    }
    result(`search-${id.slice(3)}`, faults);
  }
  slow.sort((a, b) => a - b);
  console.error(`# search: ${slow.length} queries, 95 % within ${slow[Math.floor(slow.length * 0.95)].toFixed(1)} ms`);
  await context.close();
  if (texts.length < 8) console.log("fail web/search: fewer than eight languages");
}

await browser.close();
