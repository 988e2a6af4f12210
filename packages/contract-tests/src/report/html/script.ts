/** What makes the page move: filters, who covered a cell, and cards that open where a link or a printer goes. */
export const script = `
(() => {
  'use strict';
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.querySelector('.filters');
  const search = form.querySelector('input[type=search]');
  const output = form.querySelector('output');
  const boxes = all('input[type=checkbox]', form);
  const items = all('[data-item]').map((element) => ({ element, text: element.textContent.toLowerCase() }));

  const filter = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.dataset.of + ' ' + box.value));
    const left = {};
    for (const { element, text } of items) {
      const { item, tag } = element.dataset;
      element.hidden = off.has(item + ' ' + tag) || !words.every((word) => text.includes(word));
      left[item] = (left[item] || 0) + (element.hidden ? 0 : 1);
    }
    for (const group of all('[data-group]')) group.hidden = !group.querySelector('[data-item]:not([hidden])');
    for (const none of all('[data-none]')) none.hidden = left[none.dataset.none] !== 0;
    const isFiltered = words.length > 0 || off.size > 0;
    const parts = Object.entries(left).map(([item, count]) => count + ' ' + item + (count === 1 ? '' : 's'));
    output.textContent = isFiltered ? parts.join(', ') : '';
  };
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  filter();

  const tip = document.querySelector('#tip');
  const hide = () => { tip.hidden = true; };
  const show = (cell) => {
    tip.textContent = (cell.querySelector('.vh') || cell).textContent.trim();
    tip.hidden = false;
    const box = cell.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = tip;
    const left = Math.min(Math.max(8, box.left + box.width / 2 - width / 2), document.documentElement.clientWidth - width - 8);
    tip.style.left = left + 'px';
    tip.style.top = (box.top - height - 6 > 0 ? box.top - height - 6 : box.bottom + 6) + 'px';
  };
  const cellOf = (event) => event.target.closest && event.target.closest('[data-tip]');
  document.addEventListener('mouseover', (event) => { const cell = cellOf(event); if (cell) show(cell); else hide(); });
  document.addEventListener('focusin', (event) => { const cell = cellOf(event); if (cell) show(cell); else hide(); });
  document.addEventListener('scroll', hide, { passive: true });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });

  // One stop of the tab key per picture; arrows go on from there.
  for (const picture of all('[data-roving]')) {
    const cells = all('[data-tip]', picture);
    cells.forEach((cell, index) => { cell.tabIndex = index === 0 ? 0 : -1; });
    const middle = (cell) => { const box = cell.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; };
    picture.addEventListener('keydown', (event) => {
      const from = cellOf(event);
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!from || !way) return;
      event.preventDefault();
      const [x, y] = middle(from);
      const ahead = cells
        .map((cell) => { const [cx, cy] = middle(cell); return { cell, along: (cx - x) * way[0] + (cy - y) * way[1], aside: Math.abs((cx - x) * way[1]) + Math.abs((cy - y) * way[0]) }; })
        .filter(({ along }) => along > 4)
        .sort((a, b) => a.along + 3 * a.aside - b.along - 3 * b.aside);
      if (ahead.length === 0) return;
      from.tabIndex = -1;
      ahead[0].cell.tabIndex = 0;
      ahead[0].cell.focus();
      show(ahead[0].cell);
    });
  }

  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.tagName === 'DETAILS') target.open = true;
    if (target.hidden || target.closest('[hidden]')) { search.value = ''; for (const box of boxes) box.checked = true; filter(); }
    target.scrollIntoView();
  };
  addEventListener('hashchange', open);
  open();

  let opened = [];
  addEventListener('beforeprint', () => { opened = all('details.card:not([open])'); for (const card of opened) card.open = true; });
  addEventListener('afterprint', () => { for (const card of opened) card.open = false; });
})();
`;
