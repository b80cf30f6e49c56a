// Tells the portal's page around this frame where MLflow is, goes where that page leads, and renews
// the frame's session with the tickets it sends. A classic script: it has to know its own element.
(() => {
  const portal = document.currentScript.dataset.portal;
  const ended = document.currentScript.dataset.ended !== undefined;
  if (window.parent === window) {
    return;
  }
  // The exact origin: in a frame of anybody else the browser delivers nothing.
  const tell = (message) => window.parent.postMessage({ portico: 1, ...message }, portal);

  if (ended) {
    tell({ type: 'ended' });
    return;
  }

  let last = '';
  const tellRoute = () => {
    const route = { type: 'route', hash: window.location.hash, title: document.title };
    const text = JSON.stringify(route);
    if (text !== last) {
      last = text;
      tell(route);
    }
  };

  // MLflow's router moves by the history API, which fires no event.
  for (const method of ['pushState', 'replaceState']) {
    const original = window.history[method];
    window.history[method] = function (...args) {
      original.apply(this, args);
      tellRoute();
    };
  }
  window.addEventListener('hashchange', tellRoute);
  window.addEventListener('popstate', tellRoute);
  window.addEventListener('load', tellRoute);
  new MutationObserver(tellRoute).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
  });

  // MLflow says little about a change that was refused: the portal's page says more.
  const plainFetch = window.fetch;
  window.fetch = async (input, init) => {
    const answer = await plainFetch(input, init);
    const method = init?.method ?? input?.method ?? 'GET';
    if (answer.status === 403 && !/^(GET|HEAD)$/i.test(method)) {
      tell({ type: 'refused' });
    }
    return answer;
  };

  const renew = async (ticket) => {
    const session = new URL('_portico/session', window.location.origin + window.location.pathname);
    const answer = await plainFetch(session, { method: 'POST', body: ticket });
    if (!answer.ok) {
      tell({ type: 'ended' });
    }
  };

  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin !== portal || source !== window.parent || data?.portico !== 1) {
      return;
    }
    if (data.type === 'go' && /^#\//.test(data.hash) && data.hash !== window.location.hash) {
      window.location.hash = data.hash;
    }
    if (data.type === 'ticket') {
      renew(data.ticket);
    }
  });
})();
