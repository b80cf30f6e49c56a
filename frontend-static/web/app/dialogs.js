// What opens and closes dialogs: data-opens names one, data-closes stands inside of it. Either may be
// a link, which leads to a page of the same content where there is no script, or no dialog around.
export function openDialogs() {
  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-opens]');
    if (opener) {
      event.preventDefault();
      document.getElementById(opener.dataset.opens).showModal();
    }
    const dialog = event.target.closest('[data-closes]')?.closest('dialog');
    if (dialog) {
      event.preventDefault();
      dialog.close();
    }
  });
}
