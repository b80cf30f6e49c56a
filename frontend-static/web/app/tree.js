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
  let loadingWhole;

  const read = () => {
    rows = readRows(holder);
    rows.forEach((row) => open(row, opened.has(row.key) && !isUnread(row)));
    markCurrent(rows);
    count.textContent = `${places()} places`;
  };

  const places = () => Number(holder.querySelector('[data-places]')?.dataset.places ?? 0);

  const markup = async (address) => {
    const answer = await window.fetch(`${tree.dataset.tree}${address}`);
    if (answer.ok && !answer.redirected) {
      return answer.text();
    }
    announce('The contents have changed, or you are signed out. Load this page again.');
    return undefined;
  };

  const load = async (query) => {
    const contents = await markup(query);
    if (contents) {
      holder.innerHTML = contents;
      read();
      await Promise.all(rows.filter((row) => opened.has(row.key) && isUnread(row)).map(unfold));
    }
  };

  // What is inside a place comes when it is first opened.
  const unfold = async (row) => {
    if (isUnread(row)) {
      const inside = await markup(`/inside${row.link.search}`);
      if (!inside) {
        return;
      }
      row.list.innerHTML = inside;
      row.list.removeAttribute('data-inside');
      rows = readRows(holder);
    }
    open(row, true);
  };

  const close = (row) => {
    opened.delete(row.key);
    open(row, false);
  };

  const openByHand = (row) => {
    opened.add(row.key);
    return unfold(row);
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
      loadingWhole ??= load('?whole=true').finally(() => {
        loadingWhole = undefined;
      });
      await loadingWhole;
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
      await load(window.location.search);
    }
  };

  const choose = (link) => {
    if (document.dispatchEvent(new Event('portico:leave', { cancelable: true }))) {
      window.history.pushState({}, '', link.href);
      markCurrent(rows);
      document.querySelector('.part').classList.add('opened');
      htmx.ajax('GET', link.href, { target: '#part', swap: 'innerHTML show:top' });
    }
  };

  holder.addEventListener('click', (event) => {
    const toggle = event.target.closest('li > button');
    if (toggle) {
      const row = rows.find(({ button }) => button === toggle);
      isOpen(row) ? close(row) : openByHand(row);
    }
    const link = event.target.closest('li > a');
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      choose(link);
    }
  });
  holder.addEventListener('keydown', (event) => walk(event, rows, openByHand, close));
  form.addEventListener('input', filter);
  document.addEventListener('portico:part-saved', reload);
  window.addEventListener('popstate', () => window.location.reload());
  read();
}

// Up and down lead from one shown place to the next, right opens, left closes or leads outwards.
function walk(event, rows, openByHand, close) {
  const shown = rows.filter(({ link }) => link?.checkVisibility());
  const at = shown.findIndex(({ link }) => link === document.activeElement);
  const here = shown[at];
  const steps = {
    ArrowDown: () => shown[at + 1],
    ArrowUp: () => shown[at - 1],
    ArrowRight: () => here?.list && openByHand(here),
    ArrowLeft: () => (here?.list && isOpen(here) ? close(here) : here?.parent),
  };
  if (here && steps[event.key]) {
    event.preventDefault();
    steps[event.key]()?.link?.focus();
  }
}
