import htmx from 'htmx.org';

const ASK_MS = 2000;
const SECOND_MS = 1000;

// Shows how a publication goes: told by the server as it happens, or asked while it does not tell.
export function followPublication(section) {
  const source = 'EventSource' in window ? new EventSource(section.dataset.publication) : null;
  const progress = () => section.querySelector('#progress');

  source?.addEventListener('progress', ({ data }) => {
    htmx.swap(progress(), data, { swapStyle: 'outerHTML' });
    tellStep(section);
  });
  source?.addEventListener('end', () => {
    source.close();
    window.location.reload();
  });
  section.addEventListener('htmx:afterSwap', () => tellStep(section));

  window.setInterval(() => {
    if (source?.readyState !== EventSource.OPEN) {
      htmx.trigger(progress(), 'poll');
    }
  }, ASK_MS);
  window.setInterval(() => count(section), SECOND_MS);
}

// Read out when it comes to another step, and not while it counts.
function tellStep(section) {
  const told = section.querySelector('[data-told]');
  const { said } = section.querySelector('#progress').dataset;
  if (told.textContent !== said) {
    told.textContent = said;
  }
}

function count(section) {
  const countdown = section.querySelector('[data-countdown]');
  const seconds = Number(countdown?.dataset.countdown);
  if (seconds > 0) {
    countdown.dataset.countdown = seconds - 1;
    countdown.textContent = seconds > 1 ? `in ${seconds - 1} s` : 'now';
  }
}
