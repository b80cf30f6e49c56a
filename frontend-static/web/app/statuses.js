const SESSION_ENDED = 401;

// What htmx loads into our pages: the status of tracking servers, at once or while it changes.
export function watchStatuses() {
  document.addEventListener('htmx:responseError', ({ target, detail }) => {
    if (target.closest('[data-editor]')) {
      // It holds text that a reload would lose.
      return;
    }
    if (detail.xhr.status === SESSION_ENDED) {
      window.location.reload();
    } else {
      showUnknown(target);
    }
  });
  document.addEventListener('htmx:sendError', ({ target }) => showUnknown(target));
  document.addEventListener('htmx:timeout', ({ target }) => showUnknown(target));

  const changing = document.querySelector('[data-changing]');
  if (changing) {
    changing.addEventListener('htmx:afterSwap', () => reloadWhenDone(changing));
    countTime(document.querySelector('[data-watched]'));
  }
}

function showUnknown(slot) {
  const asked = slot.querySelector('.status-asked');
  if (asked) {
    asked.textContent = 'status unknown';
  }
}

function reloadWhenDone(slot) {
  const state = slot.querySelector('[data-state]').dataset.state;
  // Unknown: SageMaker did not answer this time. The next answer counts.
  if (state !== 'changing' && state !== 'unknown') {
    window.location.reload();
  }
}

function countTime(output) {
  const since = Date.now();
  window.setInterval(() => {
    const seconds = Math.round((Date.now() - since) / 1000);
    const minutes = Math.floor(seconds / 60);
    output.textContent = `${minutes ? `${minutes} min ` : ''}${seconds % 60} s`;
  }, 1000);
}
