import { read } from "./api.js";
import { artifacts } from "./artifacts.js";
import { chart } from "./chart.js";
import { h, pairs, section } from "./elements.js";
import { plain, status, time } from "./experiments.js";
import { renaming } from "./rename.js";
import { duration, figure, ownTags, tagOf } from "./wording.js";

const MOST_POINTS = 320;

export const runPage = async (experimentId, runId) => {
  const [{ run }, { experiment }] = await Promise.all([
    read("runs/get", { run_id: runId }),
    read("experiments/get", { experiment_id: experimentId }),
  ]);
  const { info, data } = run;
  const note = tagOf(data.tags, "mlflow.note.content");
  const [charts, files] = await Promise.all([metricCards(runId, data.metrics ?? []), artifacts(runId)]);
  return {
    title: info.run_name || info.run_id,
    content: [
      h("nav", { class: "trail", "aria-label": "Breadcrumb" },
        h("a", { href: "#/experiments" }, "Experiments"),
        h("a", { href: `#/experiments/${experimentId}` }, experiment.name)),
      renaming(info),
      note ? h("p", { class: "note" }, plain(note)) : null,
      facts(info, data),
      section("metrics", "Metrics", charts),
      h("div", { class: "columns" },
        section("parameters", "Parameters", pairs("Parameters", data.params ?? [])),
        section("tags", "Tags", pairs("Tags", ownTags(data.tags)))),
      section("artifacts", "Artifacts", files),
    ],
  };
};

const facts = (info, data) => {
  const fact = (name, value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));
  return h("dl", { class: "facts" },
    fact("Status", status(info.status)),
    fact("Started", time(info.start_time)),
    fact("Took", info.end_time ? duration(info.end_time - info.start_time) : "still running"),
    fact("User", tagOf(data.tags, "mlflow.user") ?? (info.user_id || "unknown")),
    fact("Run ID", h("code", {}, info.run_id)));
};

const metricCards = async (runId, metrics) => {
  if (metrics.length === 0) {
    return h("p", { class: "empty" }, "None.");
  }
  const cards = await Promise.all(metrics.map(async metric => {
    const { metrics: history = [] } = await read("metrics/get-history-bulk-interval", {
      run_ids: runId, metric_key: metric.key, max_results: MOST_POINTS,
    });
    return h("li", { class: "card" },
      h("h3", {}, metric.key),
      h("p", { class: "latest" }, figure(metric.value)),
      chart(metric.key, history));
  }));
  return h("ul", { class: "cards" }, cards);
};
