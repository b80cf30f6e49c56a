const KEY = 'portico:theme';

// The switch between light, dark and what the system says; the bundle theme applies it to new pages.
export function switchTheme(select) {
  const root = document.documentElement;
  select.value = root.dataset.theme ?? '';
  select.addEventListener('change', () => {
    apply(select.value);
    try {
      window.localStorage.setItem(KEY, select.value);
    } catch {
      // Then it holds for this page only.
    }
  });
  // Other tabs follow.
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY) {
      select.value = newValue ?? '';
      apply(select.value);
    }
  });

  function apply(theme) {
    if (theme) {
      root.dataset.theme = theme;
    } else {
      delete root.dataset.theme;
    }
  }
}
