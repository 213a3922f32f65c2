const VERDICTS = {
  fails: { mark: "✕", word: "fails" },
  "not-proven": { mark: "?", word: "not proven" },
  warnings: { mark: "!", word: "warnings" },
  allowed: { mark: "◆", word: "allowed" },
  ok: { mark: "✓", word: "ok" },
};
const BLOCKS = { "reads-and-writes": "reads and writes", writes: "writes", nothing: "nothing" };
const UNDO = {
  proven: "proven",
  incomplete: "incomplete",
  "changes-rows": "changes rows",
  failed: "fails",
  "redo-failed": "cannot migrate again",
  "not-tried": "not tried",
  missing: "missing",
};

const number = (value) => value.toLocaleString("en");
const count = (value, one, many = one + "s") => `${number(value)} ${value === 1 ? one : many}`;
const list = (words) => new Intl.ListFormat("en").format(words);

// Three digits are as many as a measured time deserves.
const time = (micros) => {
  if (micros == null) return "–";
  if (micros < 1000) return `${micros}\u00a0µs`;
  const [value, unit] = micros < 1e6 ? [micros / 1000, "ms"] : micros < 6e7 ? [micros / 1e6, "s"] : [micros / 6e7, "min"];
  return `${value >= 100 ? number(Math.round(value)) : Number(value.toPrecision(value < 10 ? 2 : 3))}\u00a0${unit}`;
};

const mark = (verdict) => el("span", { class: `mark ${verdict}`, "aria-hidden": "true" }, VERDICTS[verdict].mark);
const badge = (verdict) => el("span", { class: `badge ${verdict}` }, mark(verdict), VERDICTS[verdict].word);
const blocking = (what, ...rest) =>
  el("span", { class: "blocking" }, el("span", { class: `key ${what}`, "aria-hidden": "true" }), el("span", {}, BLOCKS[what], ...rest));

const worstBlocking = ({ what, table, heldMicros }) =>
  [blocking(what), table && el("span", { class: "detail" }, `${table}, ${time(heldMicros)}`)].filter(Boolean);

const address = (version, part) => `#${encodeURIComponent(version)}${part ? `/${part}` : ""}`;
const lossOf = (lost) => lost.map((each) => `${each.table}${each.column && `.${each.column}`}`);
