const colorOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const dark = matchMedia("(prefers-color-scheme: dark)");
const DIAGRAM_STATES = { added: "ok", dropped: "fails", changed: "warnings" };

const diagramTheme = () => ({
  darkMode: dark.matches,
  background: colorOf("surface"),
  primaryColor: colorOf("sunken"),
  primaryTextColor: colorOf("text"),
  primaryBorderColor: colorOf("muted"),
  lineColor: colorOf("muted"),
  textColor: colorOf("text"),
  mainBkg: colorOf("sunken"),
  nodeBorder: colorOf("muted"),
  tertiaryColor: colorOf("surface"),
  edgeLabelBackground: colorOf("surface"),
  rowOdd: colorOf("surface"),
  rowEven: colorOf("surface"),
  attributeBackgroundColorOdd: colorOf("surface"),
  attributeBackgroundColorEven: colorOf("surface"),
  fontFamily: getComputedStyle(document.body).fontFamily,
  fontSize: "14px",
});

const diagramClasses = () =>
  Object.entries(DIAGRAM_STATES).map(([state, color]) =>
    `  classDef ${state} stroke:${colorOf(color)},stroke-width:2px\n`).join("");

// Rows of columns get the colour of what happened to them, beside the word that says it.
const colorRows = (svg) => {
  for (const label of svg.querySelectorAll(".attribute-comment")) {
    const state = label.textContent.trim().split(/[\s,]/)[0];
    if (DIAGRAM_STATES[state]) label.style.setProperty("color", `var(--${DIAGRAM_STATES[state]})`, "important");
  }
};

let drawn = 0;
const draw = async (frame, text, description) => {
  if (!frame.isConnected) return;
  const mermaid = diagrams();
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme: "base", themeVariables: diagramTheme(), maxTextSize: 1e6, maxEdges: 5000, er: { useMaxWidth: false } });
  const { svg } = await mermaid.render(`diagram-${++drawn}`, text + diagramClasses());
  frame.innerHTML = svg;
  const image = frame.querySelector("svg");
  image.setAttribute("role", "img");
  image.setAttribute("aria-label", description);
  colorRows(image);
};

// Drawn when it is first seen, and anew when the scheme changes.
const diagramFigure = (schema) => {
  const views = [
    schema.diagramOfChanges && ["What changed", schema.diagramOfChanges, "The tables that changed, with their neighbours; the list below says what changed."],
    schema.diagramOfAll && schema.diagramOfAll !== schema.diagramOfChanges && ["All tables", schema.diagramOfAll, "All tables and their foreign keys."],
  ].filter(Boolean);
  if (!views.length) return null;
  const frame = el("div", { class: "diagram", role: "region", "aria-label": "Entity-relationship diagram", tabindex: 0 }, "Drawing…");
  const show = (index) => {
    frame.dataset.view = index;
    buttons.forEach((button, each) => button.setAttribute("aria-pressed", each === index));
    return draw(frame, views[index][1], views[index][2]);
  };
  const buttons = views.map(([name], index) => el("button", { type: "button", "aria-pressed": index === 0, onclick: () => show(index) }, name));
  const figure = el("figure", {}, views.length > 1 && el("div", { class: "switch" }, buttons), frame,
    el("figcaption", {}, "Green is added, red dropped, amber changed; the columns say so in words, too. Of tables that did not change, only keys are shown where there are many."));
  figure.show = () => show(Number(frame.dataset.view ?? 0));
  return figure;
};
