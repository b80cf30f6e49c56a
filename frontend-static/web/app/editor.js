import htmx from 'htmx.org';
import { announce } from './announce.js';
import { forget, keep, kept } from './editor-kept.js';

const QUESTION =
  'What you wrote here is not saved. Leave it? It is kept in this tab, and offered when you come back.';

// The editor of one place. It comes and goes with the places that people choose, so one listener of
// each kind serves all of them.
export function keepEditor() {
  htmx.onLoad((loaded) => {
    const found = loaded.matches('[data-editor]') ? loaded : loaded.querySelector('[data-editor]');
    if (found) {
      open(found, loaded !== document.body);
    }
  });
  document.addEventListener('input', ({ target }) => {
    if (target.form?.matches('[data-text]')) {
      (isUnsaved() ? keep : forget)(here());
    }
  });
  document.addEventListener('click', follow);
  document.addEventListener('keydown', saveByKey);
  document.addEventListener('portico:leave', (event) => {
    // Nothing else can answer an event while it is under way.
    if (isUnsaved() && !window.confirm(QUESTION)) {
      event.preventDefault();
    }
  });
  window.addEventListener('beforeunload', (event) => isUnsaved() && event.preventDefault());
  document.addEventListener('htmx:beforeSwap', showRefused);
  document.addEventListener('htmx:responseError', ({ target, detail }) => {
    tell(target, problemOf(detail.xhr));
  });
  document.addEventListener('htmx:sendError', ({ target }) => {
    tell(target, 'The portal cannot be reached, or the text is too long for it.');
  });
}

const here = () => document.querySelector('[data-editor]');
const text = () => document.querySelector('[data-text]');
const isForm = (element) => element?.localName === 'form';
const written = (form) => JSON.stringify([...new FormData(form)]);

let opened = '';
let goesOn = false;

function open(editor, swapped) {
  const form = text();
  opened = isForm(form) ? written(form) : '';
  // An address may say anything; what has just been sent by htmx is true.
  if (editor.dataset.done && swapped) {
    forget(editor);
    announce(editor.dataset.done === 'saved' ? 'Saved' : 'Deleted');
  } else if (!isUnsaved()) {
    editor.querySelector('[data-kept]')?.toggleAttribute('hidden', !kept(editor));
  }
  focusIn(editor, swapped);
}

function isUnsaved() {
  const form = text();
  if (!form) {
    return false;
  }
  return form.hasAttribute('data-unsaved') || (isForm(form) && written(form) !== opened);
}

// Where the keyboard goes on: at what has to be mended, at the next place after saving, else at the
// first field of a place that was chosen by keyboard; at the place itself if what had the focus is gone.
function focusIn(editor, swapped) {
  const part = document.getElementById('part');
  const find = (selector) => editor.querySelector(selector) ?? part;
  const mended = editor.querySelector('[aria-invalid], #conflict-title');
  if (mended) {
    mended.focus();
  } else if (editor.dataset.done) {
    find('[data-next]').focus();
  } else if (goesOn) {
    find('[data-text] :is(input:not([type="hidden"]), textarea)').focus();
  } else if (swapped && document.activeElement === document.body) {
    part.focus();
  }
  goesOn = false;
}

function follow(event) {
  const { target } = event;
  const link = target.closest('[data-next], [data-place]');
  if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    // The contents, where there are any, load a place and show where one is.
    const choice = new CustomEvent('portico:choose', { detail: link, cancelable: true });
    if (!document.dispatchEvent(choice)) {
      event.preventDefault();
      goesOn = true;
    }
  }
  if (target.closest('[data-start]') || (target.closest('[data-tree] a') && event.detail === 0)) {
    goesOn = true;
  }
  if (target.closest('[data-keeps-theirs], [data-throw-away]')) {
    forget(here());
    target.closest('[data-kept]')?.setAttribute('hidden', '');
  }
  if (target.closest('[data-take-up]')) {
    const values = kept(here());
    const address = `${here().dataset.form}&as=${values.as}`;
    htmx.ajax('POST', address, { source: here(), target: '#part', values });
  }
  const position = target.closest('[data-line]')?.dataset;
  if (position) {
    goTo(document.getElementById('json'), Number(position.line), Number(position.column));
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

// What was refused comes as the form with all that was typed; an error page, also that of a load
// balancer, does not.
function showRefused({ detail }) {
  if (detail.target.id === 'part' && detail.xhr.responseText.includes(' data-editor=')) {
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
    failure.textContent = `${problem} What you wrote stays here, and is offered again after a reload.`;
  }
}
