import htmx from 'htmx.org';
import { announce } from './announce.js';
import { isOpen, isUnread, markCurrent, open, readRows, shownBy } from './tree-rows.js';

// The contents of an API: opened and closed, filtered as one types, walked by arrow keys. A chosen
// place is loaded beside them; with a modifier key, or without this script, it is a page.
export function growTree(tree) {
  const holder = tree.querySelector('[data-tree-parts]');
  const form = tree.querySelector('form');
  const count = tree.querySelector('[data-tree-count]');
  // By key; at first as the portal has written it.
  const opened = new Set(['resources']);
  let rows = [];

  // One thing after another: a step of the keyboard may lead into what is still on its way.
  let turn = Promise.resolve();
  const inTurn = (action) => {
    turn = turn.then(action).catch(() => {
      announce('The contents could not be read. Try again, or sign in again in another tab.');
    });
  };

  const markup = async (address) => {
    holder.setAttribute('aria-busy', 'true');
    try {
      const answer = await window.fetch(`${tree.dataset.tree}${address}`);
      if (!answer.ok || answer.redirected) {
        throw new Error(`The portal answered ${answer.status}`);
      }
      return await answer.text();
    } finally {
      holder.removeAttribute('aria-busy');
    }
  };

  const places = () => Number(holder.querySelector('[data-places]').dataset.places);

  const read = () => {
    rows = readRows(holder);
    rows.forEach((row) => open(row, isFilteredByPortal() || opened.has(row.key)));
    showCurrent();
    count.textContent = `${places()} places`;
  };

  // With the way to it opened.
  const showCurrent = () => {
    for (let outer = markCurrent(rows)?.parent; outer; outer = outer.parent) {
      opened.add(outer.key);
      open(outer, true);
    }
  };

  const load = async (query) => {
    holder.innerHTML = await markup(query);
    read();
  };

  // What is inside a resource comes when it is first opened.
  const unfold = async (row) => {
    if (isUnread(row)) {
      row.list.innerHTML = await markup(`/inside${row.link.search}`);
      row.list.removeAttribute('data-unread');
      rows = readRows(holder);
      markCurrent(rows);
    }
    opened.add(row.key);
    rows.filter(({ key }) => opened.has(key)).forEach((one) => open(one, true));
  };

  const close = (row) => {
    opened.delete(row.key);
    open(row, false);
  };

  const toggle = async (button) => {
    const row = rows.find((one) => one.button === button);
    if (row) {
      await (isOpen(row) ? close(row) : unfold(row));
    }
  };

  // The portal has left out what its filter did not want.
  const isFilteredByPortal = () => Boolean(holder.querySelector('[data-filtered-by-portal]'));
  const isWhole = () => Boolean(holder.querySelector('[data-whole]'));

  const show = () => {
    const wanted = {
      words: form.elements.find.value.toLowerCase().split(/\s+/).filter(Boolean),
      type: form.elements.kind.value,
      method: form.elements.verb.value,
      state: form.elements.state.value,
    };
    const all = !(wanted.words.length || wanted.type || wanted.method || wanted.state);
    const shown = shownBy(wanted, rows);
    rows.forEach((row) => {
      row.item.hidden = !shown.has(row);
      open(row, all ? opened.has(row.key) : shown.has(row));
    });
    const matching = rows.filter((row) => row.link && row.matches).length;
    count.textContent = all ? `${places()} places` : `${matching} of ${places()} places`;
  };

  const filter = async () => {
    if (!isWhole()) {
      await load('?whole=true');
    }
    show();
  };

  const reload = async () => {
    if (isFilteredByPortal()) {
      await load(`?${new URLSearchParams(new FormData(form))}`);
    } else if (isWhole()) {
      await load('?whole=true');
      show();
    } else {
      const paths = rows.filter((row) => row.isResource && isOpen(row)).map(({ path }) => path);
      await load(
        paths.length > MOST_PATHS ? '?whole=true' : `?${new URLSearchParams(paths.map((path) => ['path', path]))}`,
      );
    }
  };

  const choose = (address) => {
    if (document.dispatchEvent(new Event('portico:leave', { cancelable: true }))) {
      window.history.pushState({}, '', address);
      showCurrent();
      document.querySelector('.part').classList.add('opened');
      htmx.ajax('GET', address, { target: '#part', swap: 'innerHTML show:top' });
    }
  };

  // A link beside the contents leads to a place in them, which may be in a closed resource.
  const lead = async (link) => {
    const path = new URLSearchParams(link.search).get('path');
    const resource = rows.find((row) => row.isResource && row.path === path);
    if (resource && resource.link.search !== link.search) {
      // Where the contents cannot be read, the place perhaps can.
      await unfold(resource).catch(() => {});
    }
    choose(link.href);
  };

  // Up and down lead from one shown place to the next, right opens, left closes or leads outwards.
  const walk = async (key) => {
    const shown = rows.filter(({ link }) => link?.checkVisibility());
    const at = shown.findIndex(({ link }) => link === document.activeElement);
    const here = shown[at];
    const steps = {
      ArrowDown: () => shown[at + 1],
      ArrowUp: () => shown[at - 1],
      ArrowRight: () => here.list && unfold(here),
      ArrowLeft: () => (here.list && isOpen(here) ? close(here) : here.parent),
      Enter: () => here.link.click(),
    };
    if (here) {
      (await steps[key]())?.link?.focus();
    }
  };

  holder.addEventListener('click', (event) => {
    const button = event.target.closest('li > button');
    if (button) {
      inTurn(() => toggle(button));
    }
    const link = event.target.closest('li > a');
    if (link && !isModified(event)) {
      event.preventDefault();
      inTurn(() => choose(link.href));
    }
  });
  holder.addEventListener('keydown', (event) => {
    if (WALKING.has(event.key) && event.target.closest('li > a') && !isModified(event)) {
      event.preventDefault();
      inTurn(() => walk(event.key));
    }
  });
  form.addEventListener('input', () => inTurn(filter));
  document.addEventListener('portico:part-saved', () => inTurn(reload));
  document.addEventListener('portico:choose', (event) => {
    event.preventDefault();
    inTurn(() => lead(event.detail));
  });
  window.addEventListener('popstate', () => window.location.reload());
  read();
}

// An address has its limits; with more of them open, everything comes.
const MOST_PATHS = 20;

const WALKING = new Set(['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'Enter']);

const isModified = ({ ctrlKey, metaKey, shiftKey, altKey }) => ctrlKey || metaKey || shiftKey || altKey;
