import SwaggerUI from './swagger-ui-es-bundle.js';
import './swagger-ui.css';
import './viewer.css';
import { followTheme } from './theme.js';

const SESSION_ENDED = 401;

// What readers need of Swagger UI: no servers to choose, no keys to type, no requests to try.
const reading = ({ React, getComponent }) => ({
  components: {
    // Between the title, which is a first heading, and the tags, which are third ones.
    Heading: () => React.createElement('h2', { className: 'visually-hidden' }, 'Operations'),
    Reading: () =>
      React.createElement(
        'div',
        { className: 'swagger-ui' },
        ['SvgAssets', 'errors', 'InfoContainer', 'Heading', 'operations', 'Models'].map((key) =>
          React.createElement(getComponent(key, true), { key }),
        ),
      ),
  },
  wrapComponents: { authorizeOperationBtn: () => () => null },
});

function show(slot, spec) {
  const domNode = document.createElement('div');
  slot.replaceChildren(domNode);
  SwaggerUI({
    domNode,
    spec,
    plugins: [reading],
    layout: 'Reading',
    supportedSubmitMethods: [],
    validatorUrl: null,
    // A document may refer to others.
    requestInterceptor: () => Promise.reject(new Error('Nothing is loaded from elsewhere.')),
    syntaxHighlight: { activated: false },
  });
}

function tell(slot, { title, detail, reference }) {
  const message = document.createElement('div');
  message.className = 'empty stack';
  message.setAttribute('role', 'alert');
  const add = (name, text) => {
    message.append(Object.assign(document.createElement(name), { textContent: text }));
  };
  add('h2', title);
  add('p', detail);
  if (reference) {
    add('p', `Reference: ${reference}`);
  }
  slot.replaceChildren(message);
}

const AWAY = {
  title: 'The documentation could not be loaded',
  detail: 'The portal did not answer. Reload the page in a moment.',
};

async function load(slot) {
  try {
    const answer = await window.fetch(slot.dataset.document, {
      headers: { Accept: 'application/json' },
    });
    if (answer.ok) {
      show(slot, await answer.json());
    } else if (answer.status === SESSION_ENDED) {
      window.location.reload();
    } else {
      tell(slot, await answer.json());
    }
  } catch {
    tell(slot, AWAY);
  }
}

followTheme();
document.querySelectorAll('[data-document]').forEach(load);
