const SHOWN_MS = 4000;

let timer;

// Says something in passing: shown for a moment, read out when the person is done with the last.
export function announce(text) {
  const announcer = document.querySelector('[data-announcer]');
  announcer.textContent = text;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    announcer.textContent = '';
  }, SHOWN_MS);
}
