import { keepRoute } from './route.js';

// The page before the sign-in. At the top of a tab it goes on by itself, the part of the address
// behind # put aside; in a frame, where no identity provider shows itself, people press its button
// and come back.
export function goToSignIn(page) {
  const start = page.querySelector('[data-start]');
  if (page.dataset.framed !== 'true') {
    keepRoute();
    window.location.replace(start.href);
    return;
  }
  const reload = () => window.location.reload();
  page.querySelector('[data-reload]').addEventListener('click', (event) => {
    // Following the link would lose the route.
    event.preventDefault();
    reload();
  });
  // Only then: the first click into a frame focuses it too.
  start.addEventListener('click', () => {
    window.addEventListener('focus', reload);
    document.addEventListener('visibilitychange', () => document.hidden || reload());
  });
}
