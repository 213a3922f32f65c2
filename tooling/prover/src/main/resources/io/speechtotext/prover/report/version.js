const figureOf = (name, ...value) => el("div", {}, el("dt", {}, name), el("dd", {}, ...value));

const figures = (version) => {
  const { blocks, undo } = version;
  return el("dl", { class: "figures" },
    figureOf("Blocks, at worst", worstBlocking(blocks)),
    figureOf(`Time at ${count(facts.settings.rowsPerTable, "row")}`, time(version.timeMicros)),
    facts.settings.moreRows > 0 && figureOf(`Time at ${count(facts.settings.moreRows, "row")}`, time(version.timeAtMoreRowsMicros)),
    figureOf("Rewritten", version.rewritten.length ? list(version.rewritten) : "nothing"),
    figureOf("Undo", UNDO[undo.status]),
    figureOf("Lost by undo", undo.lost?.length ? el("span", { class: "lost" }, list(lossOf(undo.lost))) : undo.lost ? "nothing" : "not known"));
};

const failurePart = ({ failure, version }) =>
  failure && [el("h3", {}, "Where it stopped"),
    el("p", { class: "plain" }, el("a", { href: address(version, `up-${failure.line}`) }, `line ${failure.line}`),
      `: ${failure.message}${failure.sqlState ? ` (SQLSTATE ${failure.sqlState})` : ""}`)];

const scriptsPart = (version, findings) => {
  const { up, undo, safety } = version.scripts;
  return [
    el("h3", {}, "SQL"),
    el("div", { class: "scripts" },
      scriptFile("up", up, findings, version.version),
      undo && scriptFile("undo", undo, findings, version.version),
      safety && scriptFile("safety", safety, findings, version.version)),
  ];
};

const turn = (index) => {
  const link = (at, word) => {
    const version = facts.versions[at];
    return version && el("a", { href: address(version.version) }, `${word}: ${version.version}`);
  };
  return el("div", { class: "turn" }, el("a", { href: "#" }, "Overview"), link(index - 1, "Previous"), link(index + 1, "Next"));
};

const versionArticle = (index) => {
  const version = facts.versions[index];
  const findings = version.findings.map((finding, each) => [finding, `finding-${each + 1}`]);
  const { part, figure } = schemaPart(version);
  const content = [
    turn(index),
    el("div", { class: "head" }, el("h2", { id: "version-title", tabindex: -1 }, el("b", {}, version.version), ` ${version.description}`), badge(version.verdict)),
    figures(version),
    failurePart(version),
    findingsPart(version, findings),
    version.notes.length > 0 && [el("h3", {}, "Notes"), el("ul", { class: "notes" }, version.notes.map((note) => el("li", {}, note)))],
    scriptsPart(version, findings),
    locksPart(version),
    part,
    undoPart(version),
  ].flat(Infinity).filter(Boolean);
  return { content, figure };
};
