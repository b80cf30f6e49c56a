import { experimentPage, experimentsPage } from "./experiments.js";
import { modelPage, modelsPage } from "./models.js";
import { runPage } from "./run.js";
import { h } from "./elements.js";

const ROUTES = [
  [/^\/experiments$/, experimentsPage],
  [/^\/experiments\/([^/]+)$/, experimentPage],
  [/^\/experiments\/([^/]+)\/runs\/([^/]+)$/, runPage],
  [/^\/models$/, modelsPage],
  [/^\/models\/([^/]+)$/, modelPage],
];

const main = document.getElementById("main");
const announcement = document.getElementById("announcement");
let visit = 0;

const address = () => location.hash.replace(/^#/, "").split("?")[0].replace(/(.)\/$/, "$1") || "/experiments";

const pageAt = path => {
  for (const [pattern, page] of ROUTES) {
    const match = pattern.exec(path);
    if (match) {
      return page(...match.slice(1).map(decodeURIComponent));
    }
  }
  throw new Error(`There is no page at ${path}.`);
};

const load = async () => {
  try {
    return await pageAt(address());
  } catch (problem) {
    return {
      title: "Not shown",
      content: [h("h1", {}, "Not shown"), h("p", { class: "problem", role: "alert" }, problem.message)],
    };
  }
};

const markPlace = () => {
  for (const link of document.querySelectorAll("nav a")) {
    const here = `#${address()}`.startsWith(link.getAttribute("href"));
    here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
};

const show = async () => {
  const mine = ++visit;
  main.setAttribute("aria-busy", "true");
  markPlace();
  const { title, content } = await load();
  if (mine !== visit) {
    return;
  }
  document.title = `${title} – Demo tracking server`;
  main.replaceChildren(...content.filter(Boolean));
  main.removeAttribute("aria-busy");
  if (mine > 1) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
    announcement.textContent = title;
  }
};

document.getElementById("skip").addEventListener("click", event => {
  // The hash is the address here, so it cannot also be the target.
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", show);
show();
