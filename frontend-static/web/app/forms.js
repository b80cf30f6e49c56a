// Forms that start something long are sent once, and their button says that it is under way.
export function submitOnce() {
  document.addEventListener('submit', (event) => {
    const form = event.target.closest('[data-once]');
    if (!form) {
      return;
    }
    const button = form.querySelector('[type="submit"]');
    if (button.getAttribute('aria-disabled') === 'true') {
      event.preventDefault();
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    button.textContent = form.dataset.once;
  });
  // A page that comes back from the browser's memory has to work again.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
}
