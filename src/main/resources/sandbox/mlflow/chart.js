import { svg } from "./elements.js";
import { figure } from "./wording.js";

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 44;
const BOTTOM = 22;
const TOP = 10;
const RIGHT = 10;

/** A line through the measurements of one metric, by step. */
export const chart = (key, history) => {
  const points = history
    .map(({ step, value }) => ({ step: Number(step ?? 0), value: Number(value) }))
    .filter(({ value }) => Number.isFinite(value));
  if (points.length === 0) {
    return svg("svg", { role: "img", "aria-label": `${key}: no numbers`, viewBox: `0 0 ${WIDTH} ${HEIGHT}` });
  }
  const x = scale(points.map(point => point.step), LEFT, WIDTH - RIGHT);
  const y = scale(points.map(point => point.value), HEIGHT - BOTTOM, TOP);
  const last = points.at(-1);
  return svg("svg", { role: "img", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-label": described(key, points) },
    [y.low, y.high].map(value => gridLine(value, y)),
    axisText(x.low, x(x.low), "start"),
    x.high === x.low ? null : axisText(x.high, x(x.high), "end"),
    points.length === 1 ? null : svg("polyline", { class: "line", points: points.map(point => `${x(point.step).toFixed(1)},${y(point.value).toFixed(1)}`).join(" ") }),
    svg("circle", { class: "end", cx: x(last.step), cy: y(last.value), r: 3 }));
};

const scale = (values, from, to) => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const place = value => high === low ? (from + to) / 2 : from + (value - low) / (high - low) * (to - from);
  return Object.assign(place, { low, high });
};

const gridLine = (value, y) => [
  svg("line", { class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value) }),
  svg("text", { x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, figure(Number(value.toPrecision(3)))),
];

const axisText = (step, x, anchor) =>
  svg("text", { x, y: HEIGHT - 5, "text-anchor": anchor }, `step ${step}`);

const described = (key, points) => {
  const values = points.map(point => point.value);
  return `${key} over ${points.length} steps: from ${figure(values[0])} to ${figure(values.at(-1))}, `
    + `lowest ${figure(Math.min(...values))}, highest ${figure(Math.max(...values))}`;
};
