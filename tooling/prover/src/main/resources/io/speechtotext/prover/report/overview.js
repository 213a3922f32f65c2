const tally = () => {
  const counted = {};
  for (const { verdict } of facts.versions) counted[verdict] = (counted[verdict] ?? 0) + 1;
  return counted;
};

const lead = () => {
  const total = facts.versions.length;
  const missing = facts.expected.length - total;
  const { fails = 0, "not-proven": unproven = 0, warnings = 0, allowed = 0 } = tally();
  const said = [
    fails && `${fails} ${fails === 1 ? "fails" : "fail"}`,
    unproven && `${unproven} could not be proven`,
    warnings && `${warnings} ${warnings === 1 ? "has" : "have"} warnings`,
    allowed && `${allowed} ${allowed === 1 ? "is" : "are"} allowed with a reason`,
  ].filter(Boolean);
  const files = facts.findings.length;
  const ofFiles = files ? ` ${count(files, "finding")} ${files === 1 ? "is" : "are"} about files of no version.` : "";
  const first = said.length ? `Of ${count(total, "migration")}, ${list(said)}.` : `${count(total, "migration")}: nothing was found.`;
  return missing ? `${first}${ofFiles} ${number(missing)} more ${missing === 1 ? "was" : "were"} not reached.` : first + ofFiles;
};

const worstSentence = () => {
  const weight = ({ blocks }) => WEIGHT[blocks.what] * 1e12 + blocks.heldMicros;
  const worst = [...facts.versions].sort((one, other) => weight(other) - weight(one))[0];
  if (!worst || worst.blocks.what === "nothing") return "None blocks reads or writes of what was there before.";
  const { blocks } = worst;
  return ["At worst, ", el("a", { href: address(worst.version) }, worst.version), ` blocks ${BLOCKS[blocks.what]} of ${blocks.table} for ${time(blocks.heldMicros)}.`];
};

const about = () => {
  const { settings } = facts;
  return [facts.server, `${count(settings.rowsPerTable, "row")} a table, seed ${settings.seed}`,
    settings.lockTimeoutMillis ? `lock timeout ${time(settings.lockTimeoutMillis * 1000)}` : "no lock timeout",
    `statement timeout ${time(settings.statementTimeoutMillis * 1000)}`].join(" · ");
};

const SUMMARY = () => [
  ["Version"], ["Verdict"], ["Blocks, at worst"], [`Time at ${number(facts.settings.rowsPerTable)} rows`, "number"],
  facts.settings.moreRows > 0 && [`Time at ${number(facts.settings.moreRows)} rows`, "number"],
  ["Rewritten"], ["Undo"], ["Lost by undo"],
].filter(Boolean);

const summaryRow = (version) => {
  const { blocks, undo } = version;
  const undoBad = !["proven", "not-tried"].includes(undo.status);
  const cells = [
    [badge(version.verdict)], [worstBlocking(blocks)], [time(version.timeMicros), "number"],
    facts.settings.moreRows > 0 && [time(version.timeAtMoreRowsMicros), "number"],
    [version.rewritten.length ? list(version.rewritten) : "no", version.rewritten.length ? "bad" : ""],
    [UNDO[undo.status], undoBad ? "bad" : ""],
    [undo.lost?.length ? list(lossOf(undo.lost)) : undo.lost ? "nothing" : "not known", "loss"],
  ].filter(Boolean);
  const heads = SUMMARY().slice(1);
  return el("tr", { "data-verdict": version.verdict },
    el("th", { scope: "row" }, el("a", { href: address(version.version) }, el("b", {}, version.version), ` ${version.description}`)),
    cells.map(([content, kind], index) => el("td", { class: kind, "data-label": heads[index][0] }, el("div", {}, [content].flat().filter(Boolean)))));
};

const summary = () => {
  const rows = facts.versions.map(summaryRow);
  const worrying = rows.filter((row) => row.dataset.verdict !== "ok");
  const show = (all) => {
    for (const row of rows) row.hidden = !all && row.dataset.verdict === "ok";
    buttons.forEach((button, index) => button.setAttribute("aria-pressed", (index === 0) === all));
  };
  const buttons = [
    el("button", { type: "button", "aria-pressed": "true", onclick: () => show(true) }, `All (${number(rows.length)})`),
    el("button", { type: "button", "aria-pressed": "false", onclick: () => show(false) }, `To look at (${number(worrying.length)})`),
  ];
  return [
    worrying.length > 0 && worrying.length < rows.length && el("div", { class: "filter", role: "group", "aria-label": "Versions to show" }, buttons),
    scrolling("Summary", { class: "scroll" }, tableOf({ class: "summary", "aria-label": "Summary of all versions" }, SUMMARY(), rows)),
  ];
};

const overview = () => {
  const counted = tally();
  return [
    el("h1", { id: "overview-title", tabindex: -1 }, "Migrations of ", facts.location),
    el("p", { class: "lead" }, lead(), " ", worstSentence()),
    el("p", { class: "about" }, about()),
    el("ul", { class: "tally", "aria-label": "Verdicts" }, Object.keys(VERDICTS).filter((each) => counted[each]).map((each) =>
      el("li", { class: `badge ${each}` }, mark(each), `${VERDICTS[each].word}: ${number(counted[each])}`))),
    summary(),
    facts.findings.length > 0 && [el("h2", { class: "after" }, "Files of no version"), facts.findings.map((finding, index) => findingCard(finding, `file-finding-${index + 1}`, null))],
  ].flat(Infinity).filter(Boolean);
};
