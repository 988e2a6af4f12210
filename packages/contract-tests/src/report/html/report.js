// The behaviour of the page: it filters, names the check that covered a cell, and opens the card that a link or a printer goes to.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const form = document.querySelector('.filters');
const search = form.querySelector('input[type=search]');
const output = form.querySelector('output');
const boxes = all('input[type=checkbox]', form);
const items = all('[data-item]').map((element) => ({ element, text: element.textContent.toLowerCase() }));

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const unchecked = new Set(boxes.filter((box) => !box.checked).map((box) => `${box.dataset.of} ${box.value}`));
  const shown = {};
  for (const { element, text } of items) {
    const { item, tag } = element.dataset;
    element.hidden = unchecked.has(`${item} ${tag}`) || !words.every((word) => text.includes(word));
    shown[item] = (shown[item] ?? 0) + (element.hidden ? 0 : 1);
  }
  for (const group of all('[data-group]')) group.hidden = !group.querySelector('[data-item]:not([hidden])');
  for (const none of all('[data-none]')) none.hidden = shown[none.dataset.none] !== 0;
  const isFiltered = words.length > 0 || unchecked.size > 0;
  const counts = Object.entries(shown).map(([item, count]) => `${count} ${item}${count === 1 ? '' : 's'}`);
  output.textContent = isFiltered ? counts.join(', ') : '';
}

form.hidden = false;
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
filter();

const tip = document.querySelector('#tip');

function hideTip() {
  tip.hidden = true;
}

function showTip(cell) {
  tip.textContent = (cell.querySelector('.vh') ?? cell).textContent.trim();
  tip.hidden = false;
  const box = cell.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const centred = box.left + box.width / 2 - width / 2;
  const rightmost = document.documentElement.clientWidth - width - 8;
  tip.style.left = `${Math.min(Math.max(8, centred), rightmost)}px`;
  tip.style.top = `${box.top - height - 6 > 0 ? box.top - height - 6 : box.bottom + 6}px`;
}

const cellOf = (event) => event.target.closest?.('[data-tip]');

function followTip(event) {
  const cell = cellOf(event);
  if (cell) showTip(cell);
  else hideTip();
}

document.addEventListener('mouseover', followTip);
document.addEventListener('focusin', followTip);
document.addEventListener('scroll', hideTip, { passive: true });
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hideTip();
});

const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function centreOf(cell) {
  const box = cell.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

/** The cell next to another one in a direction. */
function neighbourOf(from, cells, [dx, dy]) {
  const [x, y] = centreOf(from);
  const [nearest] = cells
    .map((cell) => {
      const [cx, cy] = centreOf(cell);
      const along = (cx - x) * dx + (cy - y) * dy;
      return { cell, along, distance: along + 3 * (Math.abs((cx - x) * dy) + Math.abs((cy - y) * dx)) };
    })
    .filter(({ along }) => along > 4)
    .toSorted((a, b) => a.distance - b.distance);
  return nearest?.cell;
}

// The tab key stops once at each picture. The arrow keys move from cell to cell.
for (const picture of all('[data-roving]')) {
  const cells = all('[data-tip]', picture);
  for (const [index, cell] of cells.entries()) cell.tabIndex = index === 0 ? 0 : -1;
  picture.addEventListener('keydown', (event) => {
    const from = cellOf(event);
    const direction = directions[event.key];
    if (!from || !direction) return;
    event.preventDefault();
    const next = neighbourOf(from, cells, direction);
    if (!next) return;
    from.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    showTip(next);
  });
}

function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.tagName === 'DETAILS') target.open = true;
  if (target.hidden || target.closest('[hidden]')) {
    search.value = '';
    for (const box of boxes) box.checked = true;
    filter();
  }
  target.scrollIntoView();
}

addEventListener('hashchange', openTarget);
openTarget();

let openedToPrint = [];
addEventListener('beforeprint', () => {
  openedToPrint = all('details.card:not([open])');
  for (const card of openedToPrint) card.open = true;
});
addEventListener('afterprint', () => {
  for (const card of openedToPrint) card.open = false;
});
