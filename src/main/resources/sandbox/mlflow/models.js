import { read } from "./api.js";
import { column, h, row, table } from "./elements.js";
import { chips, plain, prose, time } from "./experiments.js";

export const modelsPage = async () => {
  const { registered_models: models = [] } = await read("registered-models/search");
  const newest = model => model.latest_versions?.[0]?.version;
  return {
    title: "Models",
    content: [
      h("h1", {}, "Registered models"),
      models.length === 0
        ? h("p", { class: "empty" }, "No model is registered here.")
        : table("Registered models", [column("Name"), column("About"), column("Latest"), column("Aliases"), column("Changed")],
          models.map(model => row(
            h("a", { href: `#/models/${encodeURIComponent(model.name)}` }, model.name),
            prose(model.description),
            newest(model) ? `Version ${newest(model)}` : "none",
            aliasChips((model.aliases ?? []).map(({ alias, version }) => `${alias}: ${version}`)),
            time(model.last_updated_timestamp)))),
    ],
  };
};

export const modelPage = async name => {
  const filter = `name = '${name.replaceAll("'", "")}'`;
  const [{ registered_model: model }, { model_versions: versions = [] }] = await Promise.all([
    read("registered-models/get", { name }),
    read("model-versions/search", { filter }),
  ]);
  const runs = await Promise.all(versions.map(version => runLink(version.run_id)));
  return {
    title: model.name,
    content: [
      h("nav", { class: "trail", "aria-label": "Breadcrumb" }, h("a", { href: "#/models" }, "Models")),
      h("h1", {}, model.name),
      model.description ? h("p", { class: "note" }, plain(model.description)) : null,
      chips(model.tags),
      table("Versions", [column("Version"), column("Aliases"), column("About"), column("Run"), column("Registered")],
        versions.map((version, index) => row(
          `Version ${version.version}`,
          aliasChips(version.aliases ?? []),
          prose(version.description),
          runs[index],
          time(version.creation_timestamp)))),
    ],
  };
};

const aliasChips = aliases => h("span", { class: "chips" }, aliases.map(alias => h("span", { class: "chip alias" }, `@${alias}`)));

/** A version may outlive its run, or never have had one. */
const runLink = async runId => {
  try {
    const { run: { info } } = await read("runs/get", { run_id: runId });
    return h("a", { href: `#/experiments/${info.experiment_id}/runs/${info.run_id}` }, info.run_name);
  } catch {
    return "";
  }
};
