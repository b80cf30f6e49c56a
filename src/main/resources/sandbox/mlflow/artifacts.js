import { artifactUrl, read, readArtifact } from "./api.js";
import { h } from "./elements.js";
import { bytes } from "./wording.js";

const TEXTS = /\.(txt|log|md|csv|json|ya?ml|py|MLmodel)$|(^|\/)MLmodel$/i;
const IMAGES = /\.(png|jpe?g|gif|webp)$/i;
const PAGES = /\.html?$/i;
const MOST_TEXT = 200_000;

/** A run's files as a tree, and beside it the one that was chosen. */
export const artifacts = async runId => {
  const preview = h("div", { class: "preview", role: "region", "aria-label": "Preview", "aria-live": "polite" },
    h("p", { class: "empty" }, "Choose a file to see it here."));
  const choose = async (file, button) => {
    button.closest(".tree").querySelector("[aria-current]")?.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
    preview.replaceChildren(await shown(runId, file));
  };
  const tree = await directory(runId, "", choose);
  return tree === null
    ? h("p", { class: "empty" }, "None.")
    : h("div", { class: "files" }, h("div", { class: "tree" }, tree), preview);
};

const nameOf = path => path.slice(path.lastIndexOf("/") + 1);

const directory = async (runId, path, choose) => {
  const { files = [] } = await read("artifacts/list", { run_id: runId, ...(path && { path }) });
  return files.length === 0 ? null : h("ul", {}, files.map(file => h("li", {}, file.is_dir ? folder(runId, file, choose) : leaf(file, choose))));
};

const folder = (runId, file, choose) => {
  const open = async event => {
    const details = event.target;
    if (details.open && details.children.length === 1) {
      details.append(await directory(runId, file.path, choose) ?? h("p", { class: "empty" }, "Empty."));
    }
  };
  return h("details", { toggle: open }, h("summary", {}, nameOf(file.path)));
};

const leaf = (file, choose) => {
  const button = h("button", { class: "file", click: () => choose(file, button) },
    h("span", {}, nameOf(file.path)), h("span", { class: "size" }, bytes(Number(file.file_size))));
  return button;
};

const shown = async (runId, file) => {
  const name = nameOf(file.path);
  try {
    return h("figure", {},
      h("figcaption", {}, h("span", {}, name), h("a", { href: artifactUrl(runId, file.path), download: name }, "Download")),
      await content(runId, file));
  } catch (problem) {
    return h("p", { class: "problem", role: "alert" }, problem.message);
  }
};

const content = async (runId, { path, file_size: size }) => {
  if (IMAGES.test(path)) {
    return h("img", { src: await blobUrl(runId, path, "image/png"), alt: `The picture ${nameOf(path)}` });
  }
  if (PAGES.test(path)) {
    return report(await blobUrl(runId, path, "text/html"), nameOf(path));
  }
  if (TEXTS.test(path) && Number(size) <= MOST_TEXT) {
    return h("pre", { tabindex: "0" }, await (await readArtifact(runId, path)).text());
  }
  return h("p", { class: "empty" }, "No preview for this kind of file, or for one this large.");
};

const blobUrl = async (runId, path, type) => {
  const body = await (await readArtifact(runId, path)).blob();
  return URL.createObjectURL(new Blob([body], { type }));
};

/*
 * A report in a frame of this very origin, as some versions of MLflow showed it. Whatever stands in
 * front must hold against the worst of them, so this page is no better.
 */
const report = (src, name) =>
  h("iframe", { src, title: `The report ${name}`, sandbox: "allow-scripts allow-same-origin" });
