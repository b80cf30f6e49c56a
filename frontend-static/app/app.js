import htmx from 'htmx.org';
import './app.css';
import { keepFrameInStep } from './mlflow-frame.js';
import { goToSignIn } from './sign-in.js';

// Our own requests only, nothing evaluated, nothing kept of pages that are not to be stored.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  historyCacheSize: 0,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
});

const frame = document.querySelector('[data-mlflow]');
if (frame) {
  keepFrameInStep(frame);
}
const signIn = document.querySelector('[data-sign-in]');
if (signIn) {
  goToSignIn(signIn);
}
