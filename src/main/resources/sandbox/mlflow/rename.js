import { send } from "./api.js";
import { h } from "./elements.js";

/** A run's name as the heading of its page, with a form that changes it. */
export const renaming = info => {
  const heading = h("h1", {}, info.run_name || info.run_id);
  const input = h("input", { id: "run-name", autocomplete: "off", required: true });
  const message = h("p", { class: "message", role: "status" });
  const open = h("button", { class: "quiet", "aria-expanded": "false", "aria-controls": "rename", click: () => toggle(true) }, "Rename");

  const toggle = shown => {
    form.hidden = !shown;
    open.setAttribute("aria-expanded", String(shown));
    message.replaceChildren();
    if (shown) {
      input.value = heading.textContent;
      input.select();
    } else {
      open.focus();
    }
  };
  const submit = async event => {
    event.preventDefault();
    const name = input.value.trim();
    try {
      await send("runs/update", { run_id: info.run_id, run_name: name });
      heading.textContent = name;
      document.title = document.title.replace(/^.*(?= – )/, () => name);
      toggle(false);
      tell("message", "Renamed.");
    } catch (problem) {
      tell("message problem", `Not renamed: ${problem.message}`);
    }
  };
  const tell = (kind, text) => {
    message.className = kind;
    message.textContent = text;
  };
  const form = h("form", { id: "rename", class: "rename", hidden: true, submit, keydown: event => event.key === "Escape" && toggle(false) },
    h("label", { for: "run-name" }, "New name"), input,
    h("button", {}, "Save"),
    h("button", { type: "button", class: "quiet", click: () => toggle(false) }, "Cancel"));

  return h("div", { class: "title" }, h("div", { class: "name-row" }, heading, open), form, message);
};
