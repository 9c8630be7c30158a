/* Shows a text beside the form, takes quotes from what is selected in it, and asks for a fresh check.
   Everything works without this: texts open in a window of their own, quotes are chosen by first and last words. */
(() => {
  const form = document.getElementById('edit');
  const beside = document.getElementById('beside-text');
  const bar = document.querySelector('.choose');
  if (!form || !beside || !bar || !window.htmx) return;
  const button = bar.querySelector('button');
  const told = bar.querySelector('[role="status"]');
  let aimed = form.querySelector('.claim-fields[data-claim]');
  let chosen = null;
  let waiting = 0;

  const recheck = () => { clearTimeout(waiting); waiting = setTimeout(() => window.htmx.trigger(form, 'recheck'), 600); };
  form.addEventListener('input', recheck);
  form.addEventListener('change', recheck);

  const show = (address) => {
    beside.hidden = false;
    bar.hidden = false;
    window.htmx.ajax('GET', address, { target: beside, swap: 'innerHTML', select: '#law-text, nav.pages' }).then(() => {
      const mark = beside.querySelector('mark');
      if (mark) mark.scrollIntoView({ block: 'center' }); else beside.scrollTop = 0;
      say();
    });
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.show-beside, #beside-text nav a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    document.querySelectorAll('.text-list a').forEach((each) => each.toggleAttribute('aria-current', each === link));
    show(link.getAttribute('href'));
  });

  /* Offsets count signs (code points), as the archived text does; a range's own count is in halves of them. */
  const place = (node, at) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const block = element && element.closest('.block');
    if (!block || !beside.contains(block)) return null;
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, at);
    return Number(block.dataset.start) + [...range.toString()].length;
  };
  const selected = () => {
    const found = getSelection();
    if (!found || found.isCollapsed || !found.rangeCount) return null;
    const range = found.getRangeAt(0);
    const text = beside.querySelector('.law-text');
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    if (!text || start === null || end === null || end <= start) return null;
    return { at: `${text.dataset.snapshot}:${start}:${end}`, words: found.toString().trim() };
  };
  const say = () => {
    const name = aimed ? aimed.dataset.name : '';
    button.disabled = !(chosen && aimed);
    told.textContent = !aimed ? 'Open a claim at the left first.' : chosen ? `For ${name}.` : `Select words for ${name}.`;
    form.querySelectorAll('.claim-fields').forEach((each) => each.classList.toggle('aimed', each === aimed));
  };
  document.addEventListener('selectionchange', () => {
    const found = selected();
    if (found) chosen = found;
    say();
  });
  form.addEventListener('focusin', (event) => {
    const fields = event.target.closest('.claim-fields[data-claim]');
    if (fields) { aimed = fields; say(); }
  });

  const list = (prefix) => form.querySelector(`.chosen[data-of="${CSS.escape(prefix)}"]`);
  const field = (prefix) => form.querySelector(`input[name="${CSS.escape(prefix)}-chosen"]`);
  const add = (prefix, at, words) => {
    const item = document.createElement('li');
    const text = document.createElement('bdi');
    const away = document.createElement('button');
    text.textContent = words;
    away.type = 'button';
    away.className = 'button';
    away.textContent = 'Take away';
    away.addEventListener('click', () => {
      const held = field(prefix);
      held.value = held.value.split(' ').filter((each) => each && each !== at).join(' ');
      item.remove();
      recheck();
    });
    item.append(text, away);
    list(prefix).append(item);
  };
  /* What a form that came back had chosen is shown again by its place. */
  form.querySelectorAll('.chosen[data-of]').forEach((each) => {
    field(each.dataset.of).value.split(' ').filter(Boolean).forEach((at) => {
      const [, start, end] = at.split(':');
      add(each.dataset.of, at, `Signs ${start} to ${end} of a text`);
    });
  });
  button.addEventListener('click', () => {
    if (!chosen || !aimed) return;
    const prefix = aimed.dataset.claim;
    const held = field(prefix);
    if (!held.value.split(' ').includes(chosen.at)) {
      held.value = `${held.value} ${chosen.at}`.trim();
      add(prefix, chosen.at, `“${chosen.words}”`);
      recheck();
    }
    chosen = null;
    getSelection().removeAllRanges();
    say();
  });
  say();
})();
