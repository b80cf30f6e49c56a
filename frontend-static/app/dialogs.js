// Buttons that open and close dialogs: data-opens names one, data-closes stands inside of it.
export function openDialogs() {
  document.addEventListener('click', ({ target }) => {
    const opener = target.closest('[data-opens]');
    if (opener) {
      document.getElementById(opener.dataset.opens).showModal();
    }
    if (target.closest('[data-closes]')) {
      target.closest('dialog').close();
    }
  });
}
