const key = (editor) => `portico:text:${editor.dataset.editor}`;

// Text that is not saved yet, kept by place for as long as the tab lives.
export function keep(editor) {
  const fields = [...new FormData(editor.querySelector('form[data-text]'))];
  const values = Object.fromEntries(fields.filter(([name]) => !name.startsWith('csrf')));
  try {
    window.sessionStorage.setItem(key(editor), JSON.stringify(values));
  } catch {
    // Then leaving asks, and no more.
  }
}

export const kept = (editor) => JSON.parse(window.sessionStorage.getItem(key(editor)));

export const forget = (editor) => window.sessionStorage.removeItem(key(editor));
