/* Everything works without this: a mark is a link, a drawer is its target. This keeps place and focus. */
(() => {
  const marks = [...document.querySelectorAll('.mark')];
  const folds = [...document.querySelectorAll('details')];
  const byHash = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const markOf = (drawer) => marks.find((mark) => mark.hash === '#' + drawer.id);
  let unfolded = [];
  let place = null;

  function show() {
    const target = byHash();
    const drawer = target && target.matches('.drawer') ? target : null;
    document.querySelectorAll('.is-open').forEach((s) => s.classList.remove('is-open'));
    if (target) for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    if (drawer) {
      const mark = markOf(drawer);
      for (let fold = mark.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
      mark.closest('.statement').classList.add('is-open');
      if (place === null) mark.closest('.statement').scrollIntoView({ block: 'nearest' });
      drawer.scrollTop = 0;
      drawer.focus({ preventScroll: true });
    }
    if (place !== null) { scrollTo(scrollX, place); place = null; }
  }

  function copy(button) {
    const quote = button.closest('.quote');
    const block = quote.querySelector('blockquote').cloneNode(true);
    block.querySelectorAll('.left-out-label').forEach((label) => label.remove());
    const words = [...block.querySelectorAll('p')].map((p) => p.textContent.trim()).join('\n');
    const after = [...quote.querySelectorAll('.citation, .cut')].reverse().map((each) => each.textContent);
    const text = ['“' + words + '”', ...after].join('\n');
    const said = button.nextElementSibling;
    const area = Object.assign(document.createElement('textarea'), { value: text, className: 'for-listeners' });
    const done = (ok) => { said.textContent = ok ? 'Copied' : 'Not copied: select the words and the citation'; };
    const byHand = () => { button.after(area); area.select(); done(document.execCommand('copy')); area.remove(); button.focus(); };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => done(true), byHand); else byHand();
  }

  document.querySelectorAll('button.copy').forEach((button) => { button.hidden = false; });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.mark, .drawer a.close');
    if (link) place = scrollY;
    if (event.target.closest('button.copy')) copy(event.target.closest('button.copy'));
  });
  document.addEventListener('keydown', (event) => {
    const drawer = document.querySelector('.drawer:target');
    if (event.key !== 'Escape' || !drawer || document.querySelector(':popover-open')) return;
    place = scrollY;
    location.hash = markOf(drawer).id;
    markOf(drawer).focus({ preventScroll: true });
  });
  addEventListener('hashchange', show);
  addEventListener('beforeprint', () => { unfolded = folds.filter((f) => !f.open); unfolded.forEach((f) => { f.open = true; }); });
  addEventListener('afterprint', () => unfolded.forEach((f) => { f.open = false; }));
  if (byHash()) show();
})();
