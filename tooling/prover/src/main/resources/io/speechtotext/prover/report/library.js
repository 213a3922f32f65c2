// Libraries lie in the page as texts; each is run once, when first needed.
const loaded = new Set();
const load = (id) => {
  if (loaded.has(id)) return;
  loaded.add(id);
  const script = document.createElement("script");
  script.textContent = JSON.parse(byId(id).textContent);
  document.head.append(script);
};
const highlighter = () => {
  load("highlight");
  load("pgsql");
  return window.hljs;
};
const diagrams = () => {
  load("mermaid");
  return window.mermaid;
};
