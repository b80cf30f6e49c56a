// Menus are details elements; they close like menus: by Escape, and when the focus goes elsewhere.
export function closeMenus() {
  for (const menu of document.querySelectorAll('[data-menu]')) {
    const close = () => {
      menu.open = false;
    };
    menu.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && menu.open) {
        close();
        menu.querySelector('summary').focus();
      }
    });
    menu.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !menu.contains(relatedTarget)) {
        close();
      }
    });
    document.addEventListener('click', ({ target }) => menu.contains(target) || close());
    // A click into a frame is no click here.
    window.addEventListener('blur', close);
  }
}
