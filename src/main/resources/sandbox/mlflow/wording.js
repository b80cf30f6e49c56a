const UNITS = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000]];

/** When it is first needed: the browser takes long to make a format. */
const late = make => {
  let made;
  return () => (made ??= make());
};
const relative = late(() => new Intl.RelativeTimeFormat("en", { numeric: "auto" }));
const absolute = late(() => new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" }));

export const ago = time => {
  const passed = Date.now() - time;
  const [unit, length] = UNITS.find(([, length]) => passed >= length) ?? ["minute", 60_000];
  return relative().format(-Math.floor(passed / length), unit);
};

export const moment = time => absolute().format(time);

export const duration = milliseconds => {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes && `${minutes} min`, (rest || !minutes) && `${rest} s`].filter(Boolean).join(" ");
};

/** Five significant digits; what is not a number comes as a text and stays one. */
export const figure = value =>
  typeof value === "number" ? String(Number(value.toPrecision(5))) : String(value);

export const bytes = size =>
  size < 1024 ? `${size} B` : size < 1_048_576 ? `${(size / 1024).toFixed(1)} KiB` : `${(size / 1_048_576).toFixed(1)} MiB`;

export const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

export const tagOf = (tags, key) => (tags ?? []).find(tag => tag.key === key)?.value;

/** The tags that people set; those of MLflow itself are shown elsewhere, or not at all. */
export const ownTags = tags => (tags ?? []).filter(tag => !tag.key.startsWith("mlflow."));
