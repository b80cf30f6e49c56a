// A classic script in the head: the chosen theme stands before the first paint.
try {
  const theme = window.localStorage.getItem('portico:theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // A browser that keeps no storage follows its own setting.
}
