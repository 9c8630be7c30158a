/* Everything works without this: it ticks all boxes of a list, and keeps a form from being sent twice by one hand. */
(() => {
  document.querySelectorAll('.tick-all').forEach((all) => {
    const each = () => [...document.querySelectorAll(`input[name="${CSS.escape(all.dataset.ticks)}"]`)];
    all.hidden = false;
    all.addEventListener('change', () => each().forEach((box) => { box.checked = all.checked; }));
  });
  addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
  });
  /* Coming back by the browser's own button shows the page as it was: the form may be sent anew. */
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  }));
})();
