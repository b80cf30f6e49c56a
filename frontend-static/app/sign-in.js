import { keepRoute } from './route.js';

// The page before the sign-in. At the top of a tab it goes on by itself, the part of the address
// behind # put aside; in a frame, where no identity provider shows itself, people press its button
// and come back.
export function goToSignIn(page) {
  if (page.dataset.framed === 'true') {
    window.addEventListener('focus', () => window.location.reload());
    return;
  }
  keepRoute();
  window.location.replace(page.querySelector('[data-start]').href);
}
