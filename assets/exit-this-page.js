/* Shift pressed three times within five seconds leaves by the link that also works without this script. */
(() => {
  const WITHIN = 5000;
  let presses = [];
  const leave = (link) => {
    document.documentElement.style.visibility = "hidden";
    document.title = "";
    window.location.replace(link.href);
  };
  const button = () => document.querySelector("a.ek-exit");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") { presses = []; return; }
    if (event.repeat) return;
    const now = Date.now();
    presses = [...presses.filter((at) => now - at < WITHIN), now];
    const link = button();
    if (link && presses.length >= 3) leave(link);
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.ek-exit, a.ek-exit-skip") : null;
    if (!link) return;
    event.preventDefault();
    leave(link);
  });
  /* A page kept by the browser for the back button must not come back in view. */
  window.addEventListener("pageshow", (event) => { if (event.persisted && button()) window.location.reload(); });
})();
