// Without this the page still works: follow "Refresh". With it the thread refreshes itself.
const thread = document.getElementById("thread");

if (thread) {
  const show = (words) => {
    if (words === thread.dataset.shown) return;
    thread.dataset.shown = words;
    thread.innerHTML = words;
    thread.scrollTop = thread.scrollHeight;
  };
  thread.scrollTop = thread.scrollHeight;
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch("/phone/thread?number=" + encodeURIComponent(thread.dataset.number)).catch(() => null);
    if (answer?.ok) show(await answer.text());
  }, 1500);
  document.getElementById("message").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });
}
