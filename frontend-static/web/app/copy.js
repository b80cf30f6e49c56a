import { announce } from './announce.js';

// The address to share leads into the portal's page, also from a tab that shows MLflow alone.
const link = () => window.location.origin + window.location.pathname + window.location.hash;

async function copy(text, done) {
  try {
    await window.navigator.clipboard.writeText(text);
    announce(done);
  } catch {
    announce(`Your browser did not allow copying. Copy this by hand: ${text}`);
  }
}

export function offerCopies() {
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-copy-link]')) {
      copy(link(), 'Link copied');
    }
    const button = target.closest('[data-copy]');
    if (button) {
      copy(button.dataset.copy, 'Copied');
    }
    const copier = target.closest('[data-copies]');
    if (copier) {
      copy(document.getElementById(copier.dataset.copies).textContent, 'Copied');
    }
  });
}
