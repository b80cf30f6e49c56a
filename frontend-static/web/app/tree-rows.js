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
  const { a: link, i: kind, b: title, small: origin, ul: list, button } = byName(item.children);
  const own = [link, kind, title].map((part) => part?.textContent ?? '').join(' ').trim();
  const name = own.toLowerCase();
  return {
    item,
    parent,
    link,
    list,
    button: list && (button ?? toggleOf(item, own)),
    key: link?.getAttribute('href') ?? name,
    text: parent?.link ? `${parent.text} ${name}` : name,
    state: STATES[origin?.textContent.split(/[ ,]/)[0]],
    // Only when somebody asks: there may be thousands.
    get type() {
      return coordinate(link, 'type');
    },
    get method() {
      return coordinate(link, 'method');
    },
    get path() {
      return coordinate(link, 'path');
    },
    get isResource() {
      return coordinate(link, 'type') === 'RESOURCE';
    },
  };
}

const coordinate = (link, name) => new URLSearchParams(link?.search).get(name);

const byName = (elements) => Object.fromEntries(Array.from(elements, (element) => [element.localName, element]));

function toggleOf(item, name) {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', `Inside ${name}`);
  button.setAttribute('aria-expanded', String(item.hasAttribute('data-open')));
  item.prepend(button);
  return button;
}

export const isOpen = ({ item }) => item.hasAttribute('data-open');

// What is inside has not come yet.
export const isUnread = ({ list }) => Boolean(list?.hasAttribute('data-unread'));

export function open(row, wanted) {
  if (row.list && !isUnread(row) && wanted !== isOpen(row)) {
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

// Marks the place that the address names, and returns its row.
export function markCurrent(rows) {
  const here = new URLSearchParams(window.location.search).toString();
  let current;
  for (const row of rows) {
    if (row.link && new URLSearchParams(row.link.search).toString() === here) {
      row.link.setAttribute('aria-current', 'page');
      current = row;
    } else {
      row.link?.removeAttribute('aria-current');
    }
  }
  return current;
}
