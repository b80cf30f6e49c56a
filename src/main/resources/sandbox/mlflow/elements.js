const SVG = "http://www.w3.org/2000/svg";

const build = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return element;
};

/** An HTML element. An attribute that is a function listens to the event of that name. */
export const h = (name, attributes = {}, ...children) =>
  build(document.createElement(name), attributes, children);

/** An SVG element. */
export const svg = (name, attributes = {}, ...children) =>
  build(document.createElementNS(SVG, name), attributes, children);

/** A part of a page under a heading that names it. */
export const section = (id, title, ...children) =>
  h("section", { "aria-labelledby": id }, h("h2", { id }, title), ...children);

/** A table that scrolls in itself where the window is narrow, by keyboard too. */
export const table = (caption, head, rows) =>
  h("div", { class: "scroll", role: "region", "aria-label": caption, tabindex: "0" },
    h("table", {},
      h("caption", { class: "unseen" }, caption),
      h("thead", {}, h("tr", {}, head)),
      h("tbody", {}, rows)));

export const column = (text, attributes = {}) => h("th", { scope: "col", ...attributes }, text);

export const row = (...cells) =>
  h("tr", {}, cells.map((cell, index) =>
    index === 0 ? h("th", { scope: "row" }, cell) : cell instanceof HTMLTableCellElement ? cell : h("td", {}, cell)));

/** Two columns of keys and values. */
export const pairs = (caption, items) =>
  items.length === 0
    ? h("p", { class: "empty" }, "None.")
    : table(caption, [column("Name"), column("Value")], items.map(({ key, value }) => row(key, String(value))));
