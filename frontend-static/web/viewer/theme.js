// The viewer is dark by a class on the root; the portal's pages by an attribute or by the system.
export function followTheme() {
  const root = document.documentElement;
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;
    root.classList.toggle('dark-mode', dark);
  };
  new MutationObserver(follow).observe(root, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', follow);
  follow();
}
