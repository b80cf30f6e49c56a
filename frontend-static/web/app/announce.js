const SHOWN_MS = 4000;
const MS_PER_CHARACTER = 100;

let timer;

// Says something in passing: shown long enough to be read, and read out politely.
export function announce(text) {
  const announcer = document.querySelector('[data-announcer]');
  announcer.textContent = text;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    announcer.textContent = '';
  }, Math.max(SHOWN_MS, text.length * MS_PER_CHARACTER));
}
