const STATES = { own: 'OWN', from: 'INHERITED', undocumented: 'UNDOCUMENTED', shared: 'SHARED', orphan: 'ORPHAN' };

// The lines of a tree, each after the one it belongs to, with what a filter asks for.
export function readRows(holder) {
  const rows = [];
  const byItem = new Map();
  for (const item of holder.querySelectorAll('li')) {
    const parent = byItem.get(item.parentElement.parentElement);
    const row = read(item, parent);
    byItem.set(item, row);
    rows.push(row);
  }
  return rows;
}

function read(item, parent) {
  const child = (name) => [...item.children].find(({ localName }) => localName === name);
  const link = child('a');
  const list = child('ul');
  const place = new URLSearchParams(link?.search ?? '');
  const own = [link, child('i'), child('b')].map((part) => part?.textContent ?? '').join(' ');
  const name = own.trim().toLowerCase();
  return {
    item,
    parent,
    link,
    list,
    button: list && toggleOf(item, list, own.trim()),
    key: link?.href ?? name,
    text: parent?.link ? `${parent.text} ${name}` : name,
    type: place.get('type'),
    method: place.get('method'),
    state: STATES[child('small')?.textContent.split(/[ ,]/)[0]],
  };
}

function toggleOf(item, list, name) {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', `Inside ${name}`);
  button.setAttribute('aria-expanded', String(item.hasAttribute('data-open')));
  item.prepend(button);
  return button;
}

export const isOpen = ({ item }) => item.hasAttribute('data-open');

export function open(row, wanted) {
  if (row.list && wanted !== isOpen(row)) {
    row.item.toggleAttribute('data-open', wanted);
    row.button.setAttribute('aria-expanded', String(wanted));
  }
}

// Those that a filter wants, and those that lead to them.
export function shownBy({ words, type, method, state }, rows) {
  const shown = new Set();
  for (const row of [...rows].reverse()) {
    row.matches =
      words.every((word) => row.text.includes(word)) &&
      (!type || type === row.type) &&
      (!method || method === row.method) &&
      (!state || state === row.state);
    if (row.matches || shown.has(row)) {
      shown.add(row).add(row.parent);
    }
  }
  return shown;
}

// The place that the address names, with the way to it opened.
export function markCurrent(rows) {
  const here = new URLSearchParams(window.location.search).toString();
  for (const row of rows) {
    const current = Boolean(row.link) && new URLSearchParams(row.link.search).toString() === here;
    if (current) {
      row.link.setAttribute('aria-current', 'page');
      for (let outer = row.parent; outer; outer = outer.parent) {
        open(outer, true);
      }
    } else {
      row.link?.removeAttribute('aria-current');
    }
  }
}
