import { read, send } from "./api.js";
import { column, h, row, table } from "./elements.js";
import { ago, count, figure, moment, ownTags, tagOf } from "./wording.js";

const PAGE_SIZE = 100;

export const experimentsPage = async () => {
  const { experiments = [] } = await send("experiments/search", { max_results: PAGE_SIZE });
  return {
    title: "Experiments",
    content: [
      h("h1", {}, "Experiments"),
      table("Experiments", [column("Name"), column("About"), column("Tags"), column("Changed")],
        experiments.map(experiment => row(
          h("a", { href: `#/experiments/${experiment.experiment_id}` }, experiment.name),
          prose(tagOf(experiment.tags, "mlflow.note.content")),
          chips(experiment.tags),
          time(experiment.last_update_time)))),
    ],
  };
};

export const experimentPage = async id => {
  const { experiment } = await read("experiments/get", { experiment_id: id });
  const results = h("div", { class: "results" });
  const search = searchOf(id, results);
  await search.run();
  const note = tagOf(experiment.tags, "mlflow.note.content");
  return {
    title: experiment.name,
    content: [
      h("nav", { class: "trail", "aria-label": "Breadcrumb" }, h("a", { href: "#/experiments" }, "Experiments")),
      h("h1", {}, experiment.name),
      note ? h("p", { class: "note" }, plain(note)) : null,
      search.form,
      results,
    ],
  };
};

/** The notes are Markdown; here their words are enough. */
export const plain = note => (note ?? "").replaceAll("**", "");

export const prose = note => h("td", { class: "prose" }, plain(note));

export const chips = tags =>
  h("span", { class: "chips" }, ownTags(tags).map(({ key, value }) => h("span", { class: "chip" }, `${key}: ${value}`)));

export const time = at => h("time", { datetime: new Date(at).toISOString(), title: moment(at) }, ago(at));

export const status = text => h("span", { class: `status ${text.toLowerCase()}` }, text.toLowerCase());

const searchOf = (experimentId, results) => {
  const state = { filter: "", order: "attributes.start_time DESC" };
  const input = h("input", { id: "filter", type: "search", autocomplete: "off", spellcheck: "false", placeholder: "metrics.auc > 0.9 and tags.family = 'gradient-boosting'" });
  const sortBy = order => {
    state.order = order;
    return run().then(() => results.querySelector(`[data-order="${CSS.escape(order)}"]`)?.focus());
  };
  const run = async () => {
    try {
      const { runs = [] } = await send("runs/search", {
        experiment_ids: [experimentId], filter: state.filter, order_by: [state.order], max_results: PAGE_SIZE,
      });
      results.replaceChildren(h("p", { class: "count", role: "status" }, count(runs.length, "run")), runsTable(runs, state.order, sortBy));
    } catch (problem) {
      results.replaceChildren(h("p", { class: "problem", role: "alert" }, problem.message));
    }
  };
  const submit = event => {
    event.preventDefault();
    state.filter = input.value;
    run();
  };
  const form = h("form", { class: "search", role: "search", submit },
    h("label", { for: "filter" }, "Filter runs"), input, h("button", {}, "Search"));
  return { form, run };
};

const keysOf = (runs, kind) => [...new Set(runs.flatMap(run => (run.data[kind] ?? []).map(item => item.key)))].sort();

const runsTable = (runs, order, sortBy) => {
  const metrics = keysOf(runs, "metrics");
  const params = keysOf(runs, "params");
  const sortable = (text, field, attributes) => sortColumn(text, field, order, sortBy, attributes);
  const head = [
    sortable("Run", "attributes.run_name"),
    column("Status"),
    sortable("Started", "attributes.start_time"),
    column("User"),
    metrics.map(key => sortable(key, `metrics.\`${key}\``, { class: "number" })),
    params.map(key => sortable(key, `params.\`${key}\``)),
  ].flat();
  return table("Runs", head, runs.map(run => row(
    h("a", { href: `#/experiments/${run.info.experiment_id}/runs/${run.info.run_id}` }, run.info.run_name || run.info.run_id),
    status(run.info.status),
    time(run.info.start_time),
    tagOf(run.data.tags, "mlflow.user") ?? run.info.user_id ?? "",
    ...metrics.map(key => numberCell(valueOf(run.data.metrics, key))),
    ...params.map(key => valueOf(run.data.params, key) ?? ""))));
};

const valueOf = (items, key) => (items ?? []).find(item => item.key === key)?.value;

const numberCell = value => h("td", { class: "number" }, value === undefined ? "" : figure(value));

const sortColumn = (text, field, order, sortBy, attributes = {}) => {
  const [current, direction] = order.split(/ (?=ASC$|DESC$)/);
  const sorted = current === field;
  const next = `${field} ${sorted && direction === "DESC" ? "ASC" : "DESC"}`;
  const arrow = !sorted ? "" : direction === "DESC" ? " ↓" : " ↑";
  return column(
    h("button", { class: "sort", "data-order": sorted ? order : null, click: () => sortBy(next) }, text, h("span", { "aria-hidden": "true" }, arrow)),
    { ...attributes, "aria-sort": !sorted ? null : direction === "DESC" ? "descending" : "ascending" });
};
