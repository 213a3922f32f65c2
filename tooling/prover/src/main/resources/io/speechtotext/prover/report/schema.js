const COUNTED = { tables: "table", columns: "column", constraints: "constraint", indexes: "index", types: "type" };
const plural = (word) => (word === "index" ? "indexes" : `${word}s`);

const countsLine = ({ before, after }) =>
  el("p", { class: "counts" }, Object.entries(COUNTED).filter(([key]) => before[key] + after[key]).flatMap(([key, word], index) => {
    const gap = index ? " · " : "";
    return before[key] === after[key]
      ? [gap, el("b", {}, number(after[key])), ` ${after[key] === 1 ? word : plural(word)}`]
      : [gap, el("b", {}, `${number(before[key])} → ${number(after[key])}`), ` ${plural(word)}`];
  }));

const columnWords = (column) => {
  const now = `${column.type}${column.notNull ? " not null" : ""}${column.default ? ` default ${column.default}` : ""}`;
  return [`column `, el("code", {}, column.name), ` ${column.state}: ${now}${column.was ? ` (was ${column.was})` : ""}`];
};

const tableWords = (table) =>
  el("li", {}, el("code", {}, table.name), ` ${table.state}${table.formerName ? `, was called ${table.formerName}` : ""}`,
    el("ul", {},
      table.columns.map((column) => el("li", {}, columnWords(column))),
      table.parts.map((part) => el("li", {}, el("code", {}, part.name), ` ${part.state}: `, el("code", {}, part.definition)))));

const schemaPart = (version) => {
  const { schema } = version;
  const figure = diagramFigure(schema);
  const part = [
    el("h3", {}, "Schema"),
    countsLine(schema),
    schema.tables.length === 0 && el("p", { class: "plain" }, schema.difference ? "No table changed." : "Nothing changed."),
    figure,
    schema.tables.length > 0 && el("details", {}, el("summary", {}, "The changes in words"), el("ul", { class: "words" }, schema.tables.map(tableWords))),
    schema.difference && [el("h4", { class: "unseen" }, "Difference of the snapshots"), diff(schema.difference, "Difference of the schema")],
  ];
  return { part, figure };
};
