import htmx from 'htmx.org';
import './app.css';
import { offerCopies } from './copy.js';
import { openDialogs } from './dialogs.js';
import { keepEditor } from './editor.js';
import { filterRows } from './filter.js';
import { submitOnce } from './forms.js';
import { closeMenus } from './menus.js';
import { keepFrameInStep } from './mlflow-frame.js';
import { followPublication } from './publication.js';
import { goToSignIn } from './sign-in.js';
import { watchStatuses } from './statuses.js';
import { switchTheme } from './theme.js';
import { growTree } from './tree.js';

// Our own requests only, nothing evaluated, nothing kept of pages that are not to be stored.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  // Not the style, which it would set as an attribute, against our policy.
  attributesToSettle: ['class', 'width', 'height'],
  historyCacheSize: 0,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
});

const each = (selector, start) => document.querySelectorAll(selector).forEach(start);

each('[data-theme-switch]', switchTheme);
each('[data-filtered]', filterRows);
each('[data-sign-in]', goToSignIn);
each('[data-mlflow]', keepFrameInStep);
each('[data-tree]', growTree);
each('[data-publication]', followPublication);
// What was not saved is nothing for whoever signs in next.
each('[data-signed-out]', () => window.sessionStorage.clear());
each('[data-back]', (button) => button.addEventListener('click', () => window.history.back()));
offerCopies();
openDialogs();
keepEditor();
submitOnce();
closeMenus();
watchStatuses();
