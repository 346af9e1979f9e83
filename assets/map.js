// Moves the map where it stands: drawn with the mouse, by its links, by the arrow keys while it has the focus, nearer with a
// double click. The server counts what lies together, so each view is asked of it; without this the links do the same.
(() => {
  const [WIDTH, HEIGHT, NORTH, MOST] = [2000, 885, 84, 5];
  // Equal Earth (Šavrič, Patterson and Jenny 2018), as the server draws it.
  const [A, B, C, D] = [1.340264, -0.081106, 0.000893, 0.003796];
  const root = Math.sqrt(3) / 2;
  const degrees = 180 / Math.PI;
  const slope = (t) => A + 3 * B * t ** 2 + 7 * C * t ** 6 + 9 * D * t ** 8;
  const height = (t) => t * (A + B * t ** 2 + C * t ** 6 + D * t ** 8);
  const scale = (WIDTH / 2) * (root * A) / Math.PI;
  const top = height(Math.asin(root * Math.sin(NORTH / degrees)));
  const place = (x, y) => {
    const up = top - y / scale;
    let t = up;
    for (let n = 0; n < 9; n += 1) t -= (height(t) - up) / slope(t);
    const lat = Math.asin(Math.max(-1, Math.min(1, Math.sin(t) / root)));
    const lon = ((x - WIDTH / 2) / scale) * root * slope(t) / Math.cos(t);
    return [lat * degrees, Math.max(-180, Math.min(180, lon * degrees))];
  };

  const map = () => document.querySelector("figure.map[data-base]");
  const box = (svg) => svg.viewBox.baseVal;
  const zoomOf = (figure) => +figure.dataset.view.split(",")[2];
  // The picture is counted in cells: each step nearer has twice as many to a unit of the world.
  const address = (figure, x, y, zoom) =>
    `${figure.dataset.base}view=${place(x / 2 ** zoomOf(figure), y / 2 ** zoomOf(figure)).map((n) => n.toFixed(1)).join(",")},${zoom}`;

  // The whole page tells of the view: its title, its languages, the forms and links beside the map, its citation.
  const told = ["main", ".langs", ".foot"];
  const heads = "link[rel=canonical], link[rel=alternate]";
  const aloud = document.createElement("p");
  aloud.className = "vh";
  aloud.setAttribute("role", "status");
  document.querySelector("main").after(aloud);

  // One thing before and after: same kind, same words, same place among those.
  const alike = (it, root) => [...root.querySelectorAll(it.localName)].filter((other) =>
    other.type === it.type && other.name === it.name && other.textContent === it.textContent
    && (it.type !== "checkbox" || other.value === it.value));
  const again = (it, before, after) => alike(it, after)[alike(it, before).indexOf(it)];

  // What the reader opened, chose and wrote stays.
  const keep = (before, after) => {
    before.querySelectorAll("details[open]").forEach((it) => {
      const more = again(it.firstElementChild, before, after)?.parentElement;
      if (more) more.open = true;
    });
    before.querySelectorAll("input:not([type=hidden])").forEach((it) => {
      const same = again(it, before, after);
      if (!same) return;
      if (it.checked !== it.defaultChecked) same.checked = it.checked;
      if (it.value !== it.defaultValue) same.value = it.value;
    });
  };

  const here = () => location.pathname + location.search;
  let shown = here();
  let asked;
  const show = async (href, push) => {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(href, { signal: asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const figure = page.querySelector("figure.map[data-base]");
      if (!figure) throw new Error(answer.statusText);
      const parts = told.map((part) => [document, page].map((it) => it.querySelector(part)));
      const held = document.activeElement;
      const around = parts.find(([before]) => before !== held && before.contains(held));
      const next = around && (again(held, map(), figure) ?? again(held, ...around));
      const high = map().getBoundingClientRect().top;
      parts.forEach(([before, after]) => {
        keep(before, after);
        before.replaceChildren(...after.childNodes);
      });
      document.querySelectorAll(heads).forEach((it) => it.remove());
      document.head.append(...page.querySelectorAll(heads));
      document.title = page.title;
      if (push) history.pushState(null, "", answer.url);
      shown = here();
      ready();
      document.dispatchEvent(new Event("drawn"));
      if (around) (next ?? figure.querySelector("svg")).focus({ preventScroll: true });
      if (push) scrollBy({ top: figure.getBoundingClientRect().top - high, behavior: "instant" });
      aloud.textContent = "";
      setTimeout(() => { aloud.textContent = document.title; }, 100);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(href);
    }
  };

  const ready = () => {
    const figure = map();
    const svg = figure?.querySelector("svg");
    if (!svg) return;
    svg.tabIndex = 0;
    const zoom = zoomOf(figure);
    const { x, y, width, height: tall } = box(svg);
    const to = (along, down, nearer = 0) => {
      const next = Math.max(0, Math.min(MOST, zoom + nearer));
      show(address(figure, x + width * (0.5 + along), y + tall * (0.5 + down), next), true);
    };
    svg.addEventListener("keydown", (event) => {
      if (event.target !== svg || event.ctrlKey || event.altKey || event.metaKey) return;
      const ways = { ArrowLeft: [-0.25, 0], ArrowRight: [0.25, 0], ArrowUp: [0, -0.25], ArrowDown: [0, 0.25], "+": [0, 0, 1], "-": [0, 0, -1] };
      const way = ways[event.key];
      if (!way || (zoom === 0 && !way[2])) return;
      event.preventDefault();
      to(...way);
    });
    svg.addEventListener("dblclick", (event) => {
      const at = svg.getBoundingClientRect();
      event.preventDefault();
      to((event.clientX - at.left) / at.width - 0.5, (event.clientY - at.top) / at.height - 0.5, 1);
    });
    // A finger scrolls the page; a mouse or a pen draws the map.
    svg.addEventListener("pointerdown", (from) => {
      if (from.button !== 0 || from.pointerType === "touch" || zoom === 0) return;
      const at = svg.getBoundingClientRect();
      const world = [...svg.parentElement.children];
      let [dx, dy] = [0, 0];
      const move = (event) => {
        [dx, dy] = [event.clientX - from.clientX, event.clientY - from.clientY];
        if (Math.hypot(dx, dy) > 4) world.forEach((it) => { it.style.translate = `${dx}px ${dy}px`; });
      };
      const end = () => {
        removeEventListener("pointermove", move);
        removeEventListener("pointerup", end);
        if (Math.hypot(dx, dy) <= 4) return;
        svg.addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
        to(-dx / at.width, -dy / at.height);
      };
      addEventListener("pointermove", move);
      addEventListener("pointerup", end);
    });
    svg.addEventListener("dragstart", (event) => event.preventDefault());
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("figure.map[data-base] a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const href = link.getAttribute("href");
    if (!`${href}&`.replace("?", "&").startsWith(map().dataset.base.replace("?", "&"))) return;
    event.preventDefault();
    show(href, true);
  });
  addEventListener("popstate", () => { if (map() && here() !== shown) show(location.href, false); });
  ready();
})();
