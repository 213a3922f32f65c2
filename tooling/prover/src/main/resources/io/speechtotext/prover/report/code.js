// Lines of highlighted SQL: a token that goes on over a line's end is closed there and opened again.
const highlightedLines = (text, language = "pgsql") => {
  const open = [];
  return highlighter().highlight(text, { language, ignoreIllegals: true }).value.split("\n").map((line) => {
    const begin = open.join("");
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      if (tag === "</span>") open.pop();
      else open.push(tag);
    }
    return begin + line + "</span>".repeat(open.length);
  });
};

// Escaped by the highlighter, which leaves no tag but its own spans.
const codeRow = (html, attributes = {}, after = []) => {
  const row = el("span", { class: "row", ...attributes });
  row.innerHTML = html || "";
  row.append(...after, "\n");
  return row;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    say("Copied.");
  } catch (refused) {
    say(`The browser refuses to copy: ${refused.message}`);
  }
};
const copyButton = (text, what) =>
  el("button", { type: "button", "aria-label": `Copy ${what}`, onclick: () => copy(text) }, "Copy");

const trimmed = (sql) => sql.replace(/\r\n?/g, "\n").replace(/\s+$/, "");

const snippet = (sql, what) =>
  el("div", { class: "file" },
    el("div", { class: "file-head" }, el("span", {}, what), copyButton(sql, what)),
    el("pre", { class: "code", tabindex: 0, "aria-label": what }, el("code", {}, highlightedLines(trimmed(sql)).map((line) => codeRow(line)))));

// `findings` are pairs of a finding and its id.
const scriptFile = (role, script, findings, version) => {
  const language = role === "safety" ? "plaintext" : "pgsql";
  const rows = highlightedLines(trimmed(script.sql), language).map((html, index) => {
    const here = findings.filter(([finding]) => finding.script === script.name && finding.line === index + 1);
    const worst = here.length && severityOf(here.map(([finding]) => finding));
    return codeRow(html, { id: `${role}-${index + 1}`, class: here.length ? `row marked ${worst}` : "row" },
      here.map(([finding, id]) => el("a", { class: "to-finding", href: address(version, id) }, `${VERDICTS[worst].mark} ${finding.rule}`)));
  });
  return el("div", { class: "file" },
    el("div", { class: "file-head" }, el("code", {}, script.name), copyButton(script.sql, script.name)),
    el("pre", { class: "code numbered", tabindex: 0, "aria-label": script.name }, el("code", {}, rows)));
};

const DIFF_TAGS = { "+": "ins", "-": "del" };
const diff = (text, label) =>
  el("div", { class: "file diff" },
    el("pre", { class: "code", tabindex: 0, "aria-label": label },
      el("code", {}, text.replace(/\n$/, "").split("\n").map((line) =>
        line === "@@"
          ? el("span", { class: "row gap" }, "⋯\n")
          : el(DIFF_TAGS[line[0]] ?? "span", { class: "row" }, line + "\n")))));
