// Tells the site around this frame how high it is, so that it can give it room: { localaction: "height", height: 420 }.
(() => {
  const tell = () => parent.postMessage({ localaction: "height", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.body);
})();
