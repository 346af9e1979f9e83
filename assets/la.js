// Small helps for pages that work without them: counters, copy buttons, the focus on what is wrong.
(() => {
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);
  const arabic = (text) => /[\u0660-\u0669]/.test(text);
  const written = (n, like) => arabic(like) ? String(n).replace(/\d/g, (d) => String.fromCharCode(0x660 + +d)) : String(n);

  each("[data-focus]", (it) => it.focus());

  // Counts as the server does, by code points; says it aloud only when the typing rests.
  each("[data-count]", (it) => {
    const field = document.getElementById(it.dataset.count);
    if (!field) return;
    const aloud = document.createElement("span");
    const like = it.textContent;
    let rest;
    aloud.className = "vh";
    aloud.setAttribute("role", "status");
    it.after(aloud);
    const show = () => {
      const left = it.dataset.max - [...field.value].length;
      it.textContent = (left < 0 ? it.dataset.over : it.dataset.left) + " " + written(Math.abs(left), like);
      it.classList.toggle("over", left < 0);
      clearTimeout(rest);
      rest = setTimeout(() => { aloud.textContent = it.textContent; }, 1200);
    };
    field.addEventListener("input", show);
  });

  // What only a script can do stands hidden until one is there; a part that is drawn anew tells it by "drawn".
  const offer = () => {
    each("[data-print]", (button) => { button.hidden = false; });
    each("[data-copy]", (button) => {
      button.hidden = !navigator.clipboard;
      button.setAttribute("aria-live", "polite");
    });
  };
  offer();
  document.addEventListener("drawn", offer);

  document.addEventListener("click", async (press) => {
    const it = press.target.closest("[data-print], [data-share], [data-copy]");
    if (!it) return;
    const { print, share, copy, title, done } = it.dataset;
    if (print !== undefined) window.print();
    if (share && navigator.share) {
      press.preventDefault();
      navigator.share({ title, url: share }).catch(() => {});
    }
    if (!copy) return;
    const from = document.getElementById(copy);
    const words = it.textContent;
    await navigator.clipboard.writeText(from.value ?? from.textContent);
    if (words === done) return;
    it.textContent = done;
    setTimeout(() => { it.textContent = words; }, 2500);
  });

  // The open menu lies over the page: it closes when the focus goes on, and by Escape.
  const menu = document.querySelector(".menu");
  document.addEventListener("focusin", ({ target }) => { if (menu && !menu.contains(target)) menu.open = false; });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu?.open) return;
    menu.open = false;
    menu.firstElementChild.focus();
  });
})();
