"use strict";
// Filters, search, keys and the window of the strip.  A row is what has a data-severity.  Pages are complete without it.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const $ = (id) => document.getElementById(id);
  const rows = Array.from(document.querySelectorAll("[data-severity]"));
  const texts = rows.map(() => null);
  const tools = $("tools"), search = $("search"), count = $("count"), help = $("help"), none = $("none"), menu = $("kinds");
  const ticks = new Map(Array.from(document.querySelectorAll(".tick"), (tick) => [tick.dataset.row, tick]));
  let current = -1;

  const text = (i) => (texts[i] ??= rows[i].textContent.toLowerCase());
  const checked = (name) => Array.from(tools.querySelectorAll(`input[name=${name}]:checked`), (box) => box.value);

  function filter() {
    const severities = checked("severity"), kinds = checked("kind"), wanted = search.value.trim().toLowerCase();
    let shown = 0;
    rows.forEach((row, i) => {
      const fits = (!severities.length || severities.includes(row.dataset.severity))
        && (!kinds.length || row.dataset.kinds.split(" ").some((kind) => kinds.includes(kind)))
        && (!wanted || text(i).includes(wanted));
      row.hidden = !fits;
      shown += fits;
    });
    for (const group of document.querySelectorAll(".group-of-rows"))
      group.hidden = !group.querySelector("[data-severity]:not([hidden])");
    none.hidden = shown > 0;
    count.textContent = shown === rows.length ? "" : `${shown} of ${rows.length}`;
    mark();
  }

  function choose(i) {
    rows[current]?.classList.remove("current");
    ticks.get(rows[current]?.id)?.classList.remove("lit");
    current = i;
    rows[i].classList.add("current");
    ticks.get(rows[i].id)?.classList.add("lit");
  }

  function go(i) {
    if (i < 0 || i >= rows.length) return;
    rows[i].hidden = false;
    choose(i);
    rows[i].querySelector("a.number, .number a")?.focus({ preventScroll: true });
    rows[i].scrollIntoView({ block: "center", behavior: "instant" });
    history.replaceState(null, "", "#" + rows[i].id);
  }

  function step(by, fits) {
    let i = current;
    if (i < 0 && by < 0) i = rows.length;
    do i += by; while (i >= 0 && i < rows.length && (rows[i].hidden || !fits(rows[i])));
    go(i);
  }

  const any = () => true, found = (row) => row.dataset.severity !== "";

  function machine() {
    const shown = root.classList.toggle("with-machine");
    $("machine")?.setAttribute("aria-pressed", String(shown));
  }

  function clear() {
    tools.reset();
    if (menu) menu.open = false;
    filter();
    document.activeElement?.blur();
  }

  function kinds() {
    if (!menu) return tools.querySelector("input[type=checkbox]")?.focus();
    menu.open = !menu.open;
    if (menu.open) menu.querySelector("input")?.focus();
  }

  const keys = {
    j: () => step(1, any), k: () => step(-1, any), n: () => step(1, found), p: () => step(-1, found),
    f: kinds, "/": () => search.focus(), m: machine, "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape") return clear();
    if (event.target === search || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  tools.addEventListener("input", filter);
  tools.addEventListener("submit", (event) => event.preventDefault());
  $("next").addEventListener("click", keys.n);
  $("previous").addEventListener("click", keys.p);
  $("machine")?.addEventListener("click", machine);
  $("keys").addEventListener("click", keys["?"]);
  document.addEventListener("click", (event) => {
    if (menu && !event.target.closest("#kinds")) menu.open = false;
  });
  $("text").addEventListener("click", (event) => {
    const row = event.target.closest("[data-severity]");
    if (row && String(getSelection()) === "") choose(rows.indexOf(row));
  });
  $("text").addEventListener("mouseover", (event) => {
    document.querySelectorAll(".tick.lit").forEach((tick) => tick.classList.remove("lit"));
    ticks.get(event.target.closest("[data-severity]")?.id)?.classList.add("lit");
  });

  // The stretch of the strip that is on the screen.
  const frame = $("window");
  const visible = new Set();
  let asked = false;
  function mark() {
    if (asked || !frame) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const seen = Array.from(visible).filter((row) => !row.hidden).map((row) => rows.indexOf(row));
      const first = ticks.get(rows[Math.min(...seen)]?.id), last = ticks.get(rows[Math.max(...seen)]?.id);
      if (!first || !last) return frame.setAttribute("width", 0);
      const start = Number(first.getAttribute("x"));
      frame.setAttribute("x", start);
      frame.setAttribute("width", Number(last.getAttribute("x")) + Number(last.getAttribute("width")) - start);
    });
  }
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) visible[entry.isIntersecting ? "add" : "delete"](entry.target);
    mark();
  });
  rows.forEach((row) => watcher.observe(row));
  const linked = () => rows.indexOf(document.getElementById(location.hash.slice(1))?.closest("[data-severity]"));
  addEventListener("hashchange", () => {
    if (linked() >= 0) go(linked());
  });
  if (linked() >= 0) go(linked());
  mark();
})();
