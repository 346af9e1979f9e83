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

  each("[data-print]", (button) => { button.hidden = false; button.addEventListener("click", () => window.print()); });

  each("[data-share]", (link) => navigator.share && link.addEventListener("click", (press) => {
    press.preventDefault();
    navigator.share({ title: link.dataset.title, url: link.dataset.share }).catch(() => {});
  }));

  each("[data-copy]", (button) => {
    if (!navigator.clipboard) return;
    const words = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const from = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText(from.value ?? from.textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 2500);
    });
  });
})();
