const severityOf = (findings) =>
  findings.some((each) => each.fails) ? "fails" : findings.some((each) => each.allowedBecause == null) ? "warnings" : "allowed";

// Where a finding's script is shown in a version's article: the id of its line, if it has one.
const placeOf = (finding, scripts) => {
  const role = Object.keys(scripts).find((each) => scripts[each]?.name === finding.script);
  return role && finding.line > 0 ? `${role}-${finding.line}` : null;
};

const where = (finding, version) => {
  const place = version && placeOf(finding, version.scripts);
  const at = finding.line > 0 ? `${finding.script}, line ${finding.line}` : finding.script;
  return el("p", { class: "where" }, el("code", {}, finding.rule), " on ", el("code", {}, finding.object), " · ",
    place ? el("a", { href: address(version.version, place) }, at) : at);
};

// What stands between backquotes is code.
const withCode = (text) => text.split("`").map((each, index) => (index % 2 ? el("code", {}, each) : each));

// Who allowed a breach knows the rewrite; it need not stand in the way.
const rewriteOf = (finding) => {
  const shown = snippet(finding.rewrite, "the safe rewrite");
  return finding.allowedBecause == null ? shown : el("details", {}, el("summary", {}, "Show it"), shown);
};

const findingCard = (finding, id, version) => {
  const rule = facts.rules[finding.rule];
  const severity = severityOf([finding]);
  return el("section", { class: `finding ${severity}`, id, tabindex: -1, "aria-label": finding.title },
    el("div", { class: "head" }, badge(severity), el("h4", {}, rule.title[0].toUpperCase() + rule.title.slice(1))),
    where(finding, version),
    el("dl", {},
      finding.allowedBecause != null && [el("dt", {}, "Allowed because"), el("dd", {}, finding.allowedBecause)],
      el("dt", {}, "Why it hurts"), el("dd", {}, rule.harm),
      finding.detail && [el("dt", {}, "What was seen"), el("dd", {}, withCode(finding.detail))],
      finding.rewrite && [el("dt", {}, "Safe rewrite"), el("dd", { class: "wide" }, rewriteOf(finding))]));
};

const findingsPart = (version, findings) => [
  el("h3", {}, "Findings"),
  findings.length
    ? findings.map(([finding, id]) => findingCard(finding, id, version))
    : el("p", { class: "plain" }, version.outcome === "proven" ? "None." : "None, but not all could be tried."),
];
