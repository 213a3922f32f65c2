const rowsTable = (label, rows) =>
  scrolling(label, { class: "scroll" },
    tableOf({ "aria-label": label }, [["Table"], ["Column"], ["Rows that hold a value", "number"]],
      rows.map((each) => el("tr", {}, el("th", { scope: "row" }, each.table), el("td", {}, each.column || "the whole table"), el("td", { class: "number" }, number(each.rows))))));

const undoSentence = (version) => {
  const { undo } = version;
  switch (undo.status) {
    case "missing": return "There is none: this version cannot be taken back.";
    case "not-tried": return "It was not tried, for the migration did not come to its end, or the undo cannot be run.";
    case "failed": return "It fails.";
    case "redo-failed": return `Run in ${time(undo.timeMicros)}. The schema comes back, but the migration cannot be applied again.`;
    case "proven": return `Run in ${time(undo.timeMicros)}. It restores the schema and every row of before, and migrating again leads to the same schema.`;
    case "incomplete": return `Run in ${time(undo.timeMicros)}. The schema does not come back as it was.`;
    default: return `Run in ${time(undo.timeMicros)}. Rows that were there before the migration are not what they were.`;
  }
};

const undoPart = (version) => {
  const { undo } = version;
  return [
    el("h3", {}, "Undo"),
    el("p", { class: "plain" }, undoSentence(version)),
    undo.failure && el("p", {}, undo.failure),
    undo.redoFailure && el("p", {}, "Migrating again fails: ", undo.redoFailure),
    undo.changed?.length > 0 && [el("h4", {}, "Rows of before that it changes"), rowsTable("Rows of before that the undo changes", undo.changed)],
    undo.lost?.length > 0 && [
      el("h4", {}, "What would be lost"),
      el("p", { class: "muted" }, "The migration made these, and its undo takes them away with all that was written since. No finding: whoever undoes it is asked first."),
      rowsTable("What the undo takes away", undo.lost)],
    undo.difference && [el("h4", {}, "How the schema differs from that of before"), diff(undo.difference, "Schema after the undo, compared with before")],
    undo.differenceAfterRedo && [el("h4", {}, "How the schema differs after migrating again"), diff(undo.differenceAfterRedo, "Schema after migrating again, compared with the first time")],
  ];
};
