// Shows the rows that hold every word of the filter, and says how many they are.
export function filterRows(list) {
  const filter = list.querySelector('[data-filter]');
  const count = list.querySelector('[data-count]');
  const table = list.querySelector('table');
  const rows = [...list.querySelectorAll('[data-row]')].map((row) => ({
    row,
    text: textOf(row),
  }));

  const apply = () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = `${shown} of ${rows.length} ${count.dataset.noun}`;
    table.hidden = shown === 0;
    list.querySelector('[data-no-match]').hidden = shown > 0;
  };

  filter.addEventListener('input', apply);
  list.querySelector('[data-clear]').addEventListener('click', () => {
    filter.value = '';
    filter.focus();
    apply();
  });
  // A browser may have put back what was typed before.
  apply();
}

// Without the status, which comes later.
function textOf(row) {
  const copy = row.cloneNode(true);
  copy.querySelectorAll('[data-status]').forEach((status) => status.remove());
  return copy.textContent.toLowerCase();
}
