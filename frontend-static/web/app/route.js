// The part of an address behind #, which no server sees and so no sign-in brings back.
const key = () => `portico:route:${window.location.pathname}`;

export function keepRoute() {
  if (window.location.hash) {
    window.sessionStorage.setItem(key(), window.location.hash);
  }
}

// Puts a kept route back into the address.
export function restoreRoute() {
  const kept = window.sessionStorage.getItem(key());
  window.sessionStorage.removeItem(key());
  if (kept && !window.location.hash) {
    window.history.replaceState(null, '', kept);
  }
}
