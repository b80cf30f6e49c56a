import { announce } from './announce.js';
import { restoreRoute } from './route.js';

const RENEW_EVERY_MS = 2 * 60 * 1000;
const RETRY_AFTER_MS = 15 * 1000;
const SLOW_AFTER_MS = 15 * 1000;

// Keeps the portal's address and MLflow's frame in step, and the frame's session alive while the
// portal's lives.
export function keepFrameInStep(page) {
  const frame = page.querySelector('[data-frame]');
  if (!frame) {
    return;
  }
  const { origin, csrfHeader, csrfToken } = page.dataset;
  const title = document.title;
  const ownTab = page.querySelector('[data-own-tab]');
  const loading = loadingOver(page);
  const ended = page.querySelector('[data-session-ended]');
  const tell = (message) => frame.contentWindow.postMessage({ portico: 1, ...message }, origin);

  const open = () => {
    loading.show();
    frame.src = frame.dataset.src + window.location.hash;
  };

  const followRoute = ({ hash, title: inner }) => {
    if (/^#\//.test(hash)) {
      window.history.replaceState(null, '', hash);
    }
    document.title = inner && inner !== 'MLflow' ? `${inner} · ${title}` : title;
    ownTab.hash = window.location.hash;
  };

  // Null once the portal's session is over. A network or a portal in trouble says nothing about it.
  const ticket = async () => {
    const answer = await fetch(`${frame.dataset.src}/ticket`, {
      method: 'POST',
      headers: { [csrfHeader]: csrfToken },
      redirect: 'error',
    });
    if (answer.status === 401) {
      return null;
    }
    if (answer.status < 500 && !answer.ok) {
      // No longer one's server, or a page from before a restart: the page itself knows best.
      window.location.reload();
    }
    if (!answer.ok) {
      throw new Error(`The portal answered ${answer.status}`);
    }
    return answer.text();
  };

  const showEnded = () => {
    if (!ended.open) {
      ended.showModal();
    }
  };

  let timer;
  const renew = async () => {
    window.clearTimeout(timer);
    let next = RENEW_EVERY_MS;
    try {
      const fresh = await ticket();
      if (fresh === null) {
        showEnded();
        return;
      }
      // Signed in again in another tab.
      ended.close();
      tell({ type: 'ticket', ticket: fresh });
    } catch {
      next = RETRY_AFTER_MS;
    }
    timer = window.setTimeout(renew, next);
  };

  // The frame's session is over: a new one if the portal's lives, else the way to sign in.
  let reopened = 0;
  const reopen = async () => {
    const tooOften = Date.now() - reopened < RETRY_AFTER_MS;
    try {
      if ((await ticket()) === null) {
        showEnded();
        return;
      }
      if (tooOften) {
        loading.offerAgain();
        return;
      }
      reopened = Date.now();
      open();
    } catch {
      window.setTimeout(reopen, RETRY_AFTER_MS);
    }
  };

  window.addEventListener('message', (event) => {
    if (event.origin !== origin || event.source !== frame.contentWindow) {
      return;
    }
    if (event.data?.portico === 1) {
      loading.hide();
    }
    if (event.data?.portico === 1 && event.data.type === 'route') {
      followRoute(event.data);
    }
    if (event.data?.portico === 1 && event.data.type === 'ended') {
      reopen();
    }
    if (event.data?.portico === 1 && event.data.type === 'refused') {
      announce(page.dataset.refused);
    }
  });
  window.addEventListener('hashchange', () => tell({ type: 'go', hash: window.location.hash }));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      renew();
    }
  });

  page.querySelector('[data-load-again]').addEventListener('click', open);
  page.querySelector('[data-sign-in-again]').addEventListener('click', (event) => {
    event.preventDefault();
    window.location.reload();
  });
  offerFullScreen(page);

  restoreRoute();
  open();
  timer = window.setTimeout(renew, RENEW_EVERY_MS);
}

// What stands over the frame until MLflow speaks.
function loadingOver(page) {
  const cover = page.querySelector('[data-loading]');
  const text = cover.querySelector('[data-loading-text]');
  const again = cover.querySelector('[data-load-again]');
  const opening = text.textContent;
  let slow;
  return {
    show() {
      window.clearTimeout(slow);
      cover.hidden = false;
      again.hidden = true;
      text.textContent = opening;
      slow = window.setTimeout(this.offerAgain, SLOW_AFTER_MS);
    },
    offerAgain() {
      window.clearTimeout(slow);
      cover.hidden = false;
      text.textContent = 'MLflow has not answered yet. You can wait, or load it again.';
      again.hidden = false;
    },
    hide() {
      window.clearTimeout(slow);
      cover.hidden = true;
    },
  };
}

function offerFullScreen(page) {
  const button = page.querySelector('[data-full-screen]');
  button.hidden = !document.fullscreenEnabled;
  button.addEventListener('click', async () => {
    try {
      await page.querySelector('[data-stage]').requestFullscreen();
    } catch {
      announce('Your browser did not allow full screen. "Open in own tab" gives MLflow more room.');
    }
  });
}
