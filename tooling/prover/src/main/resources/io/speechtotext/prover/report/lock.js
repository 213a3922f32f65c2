const WEIGHT = { "reads-and-writes": 2, writes: 1, nothing: 0 };
const lockedName = (lock) => (lock.index ? `${lock.table}, index ${lock.index}` : lock.table);

// A step of 1, 2 or 5 times a power of ten, so that at most five ticks fit.
const stepFor = (total) => {
  const power = 10 ** Math.floor(Math.log10(total / 5));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => total / each <= 5);
};
const ticksOf = (total) => {
  const step = stepFor(total);
  return Array.from({ length: Math.floor(total / step + 1e-9) + 1 }, (_, index) => index * step);
};

const lanesOf = (locks) => {
  const lanes = new Map();
  for (const lock of locks) {
    const name = lockedName(lock);
    lanes.set(name, [...(lanes.get(name) ?? []), lock]);
  }
  const weight = (lane) => Math.max(...lane.map((lock) => WEIGHT[lock.blocks] * 1e12 + lock.heldMicros));
  return [...lanes].sort(([, one], [, other]) => weight(other) - weight(one));
};

const lane = (name, kind, ...marks) =>
  el("div", { class: `lane ${kind}` }, el("div", { class: "of", title: name }, name), el("div", { class: "track" }, ...marks));

const lockChart = (version, total) => {
  const at = (begin, length) => `left:${((100 * begin) / total).toFixed(3)}%;width:${((100 * length) / total).toFixed(3)}%`;
  const weaker = (one, other) => WEIGHT[one.blocks] - WEIGHT[other.blocks];
  return el("div", { class: "bars", role: "img", "aria-label": "Locks on a time axis; the table below says the same." },
    lane("statements, by line", "statements", version.statements.map((statement) =>
      el("span", { class: "step", style: at(statement.beginMicros, statement.timeMicros), title: `line ${statement.line}: ${time(statement.timeMicros)}` },
        statement.timeMicros / total > 0.04 ? String(statement.line) : ""))),
    lanesOf(version.locks).map(([name, locks]) =>
      lane(locks[0].index ? `index ${locks[0].index}` : name, "", [...locks].sort(weaker).map((lock) =>
        el("span", { class: `bar ${lock.blocks}`, style: at(lock.beginMicros, lock.heldMicros), title: `${lock.mode}: ${time(lock.heldMicros)}, blocks ${BLOCKS[lock.blocks]}` })))),
    lane("", "axis", ticksOf(total).map((tick) =>
      el("span", { class: "tick", style: `left:${(100 * tick) / total}%${tick / total > 0.92 ? ";transform:translateX(-100%)" : ""}` }, tick ? time(tick) : "0"))),
    el("ul", { class: "legend" }, Object.keys(BLOCKS).map((what) => el("li", {}, blocking(what, " blocked")))));
};

const firstWords = (sql) => sql.replace(/--[^\n]*|\/\*[^]*?\*\//g, " ").replace(/\s+/g, " ").trim();

const lockRow = (version) => (lock) => {
  const statement = version.statements[lock.statement];
  return el("tr", {},
    el("th", { scope: "row" }, lockedName(lock)),
    el("td", {}, blocking(lock.blocks)),
    el("td", { class: "number" }, time(lock.heldMicros)),
    el("td", {}, el("code", {}, lock.mode)),
    el("td", {}, el("a", { href: address(version.version, `up-${statement.line}`) }, `line ${statement.line}`),
      el("code", { class: "sql muted" }, firstWords(statement.sql))),
    el("td", {}, lock.readInFull ? "yes" : "no"),
    el("td", {}, lock.rewritten ? "yes" : "no"));
};

const lockTable = (version, locks, label) =>
  scrolling(label, { class: "scroll" },
    tableOf({ class: "locks", "aria-label": label },
      [["Table"], ["Blocks"], ["Held for", "number"], ["Mode"], ["Taken by"], ["Read in full"], ["Rewritten"]],
      locks.map(lockRow(version))));

const locksPart = (version) => {
  if (!version.statements.length) return [];
  const title = el("h3", {}, "Locks");
  if (!version.locks.length) return [title, el("p", { class: "plain" }, "None on anything that was there before.")];
  const total = Math.max(1, ...version.statements.map((each) => each.beginMicros + each.timeMicros));
  const blockingOnes = version.locks.filter((lock) => lock.blocks !== "nothing");
  const others = version.locks.filter((lock) => lock.blocks === "nothing");
  const held = version.inTransaction ? "One transaction: each lock is held to its end." : "No transaction: each lock ends with its statement.";
  return [title,
    el("figure", {}, lockChart(version, total), el("figcaption", {}, `${held} Only what was there before is shown: nobody waits for what is new.`)),
    blockingOnes.length > 0 && lockTable(version, blockingOnes, "Locks that block"),
    others.length > 0 && el("details", {}, el("summary", {}, `${count(others.length, "lock")} that ${others.length === 1 ? "blocks" : "block"} nothing`), lockTable(version, others, "Locks that block nothing"))];
};
