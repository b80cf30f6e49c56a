import htmx from 'htmx.org';
import { announce } from './announce.js';
import { forget, keep, kept } from './editor-kept.js';

const QUESTION =
  'What you wrote here is not saved. Leave it? It stays in this tab and is offered to you when you come back.';

// The editor of one place. It comes and goes with the places that people choose, so one listener of
// each kind serves all of them.
export function keepEditor() {
  htmx.onLoad((loaded) => {
    const editor = loaded.matches('[data-editor]') ? loaded : loaded.querySelector('[data-editor]');
    if (editor) {
      open(editor);
    }
  });
  document.addEventListener('input', ({ target }) => target.form?.matches('[data-text]') && keep(target.form));
  document.addEventListener('click', follow);
  document.addEventListener('keydown', saveByKey);
  document.addEventListener('portico:leave', (event) => {
    // eslint-disable-next-line no-alert -- nothing else can answer an event while it is under way
    if (isUnsaved() && !window.confirm(QUESTION)) {
      event.preventDefault();
    }
  });
  window.addEventListener('beforeunload', (event) => isUnsaved() && event.preventDefault());
  document.addEventListener('htmx:beforeSwap', showRefused);
  document.addEventListener('htmx:responseError', ({ target, detail }) => tell(target, problemOf(detail.xhr)));
  document.addEventListener('htmx:sendError', ({ target }) => tell(target, 'The portal cannot be reached.'));
  document.addEventListener('htmx:timeout', ({ target }) => tell(target, 'The portal does not answer.'));
}

const here = () => document.querySelector('[data-editor]');
const text = () => document.querySelector('[data-text]');
const written = (form) => JSON.stringify([...new FormData(form)]);

let opened = '';
let goesOn = false;

function open(editor) {
  const form = text();
  opened = form?.localName === 'form' ? written(form) : '';
  if (editor.dataset.done) {
    forget(editor);
    announce(editor.dataset.done === 'saved' ? 'Saved' : 'Deleted');
  } else if (!isUnsaved()) {
    editor.querySelector('[data-kept]')?.toggleAttribute('hidden', !kept(editor));
  }
  focusIn(editor);
}

function isUnsaved() {
  const form = text();
  return Boolean(form) && (form.hasAttribute('data-unsaved') || (form.localName === 'form' && written(form) !== opened));
}

// Where the keyboard goes on: at what has to be mended, at the next place after saving, else at the
// first field of a place that the keyboard led to.
function focusIn(editor) {
  const wrong = editor.querySelector('[aria-invalid]') ?? editor.querySelector('#conflict-title');
  const next = editor.dataset.done && (editor.querySelector('[data-next]') ?? document.getElementById('part'));
  const first = goesOn && editor.querySelector('[data-text] :is(input:not([type="hidden"]), textarea)');
  goesOn = false;
  (wrong ?? (next || first || null))?.focus();
}

function follow(event) {
  const { target } = event;
  const link = target.closest('[data-next], [data-place]');
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) || event.detail === 0;
  if (link && plain) {
    goesOn = link.hasAttribute('data-next');
    // The contents load a place, and show where one is.
    const line = [...document.querySelectorAll('[data-tree] a')].find(({ href }) => href === link.href);
    if (line) {
      event.preventDefault();
      line.click();
    }
  }
  if (target.closest('[data-start]')) {
    goesOn = true;
  }
  if (target.closest('[data-keeps-theirs], [data-throw-away]')) {
    forget(here());
    target.closest('[data-kept]')?.setAttribute('hidden', '');
  }
  if (target.closest('[data-take-up]')) {
    const { as, ...values } = kept(here());
    htmx.ajax('POST', `${here().dataset.form}&as=${as}`, { source: here(), target: '#part', values: { as, ...values } });
  }
  const position = target.closest('[data-line]');
  if (position) {
    goTo(document.getElementById('json'), Number(position.dataset.line), Number(position.dataset.column));
  }
}

function goTo(area, line, column) {
  const before = area.value.split('\n').slice(0, line - 1);
  const offset = before.join('\n').length + (before.length ? 1 : 0) + column - 1;
  area.focus();
  area.setSelectionRange(offset, offset);
}

function saveByKey(event) {
  if ((event.ctrlKey || event.metaKey) && event.key === 's' && here()) {
    event.preventDefault();
    text()?.requestSubmit?.();
  }
}

// What was refused comes as the form with all that was typed; an error page does not.
function showRefused({ detail }) {
  if (detail.target.id === 'part' && detail.xhr.getResponseHeader('Content-Type')?.startsWith('text/html')) {
    detail.shouldSwap = true;
    detail.isError = false;
  }
}

function problemOf(xhr) {
  try {
    const { title, detail } = JSON.parse(xhr.responseText);
    return `${title}. ${detail}`;
  } catch {
    return `The portal answered with status ${xhr.status}.`;
  }
}

// Checks and previews come again with the next letter.
function tell(target, problem) {
  const editor = target.closest('[data-editor]');
  if (editor && target.localName !== 'textarea') {
    const failure = editor.querySelector('[data-editor-failure]');
    failure.textContent = `${problem} What you wrote stays here, and is offered to you again if you reload the page.`;
  }
}
