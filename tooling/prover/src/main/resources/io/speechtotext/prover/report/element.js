// Makes an element. Texts become text nodes, never markup; attributes that are false or null are left out.
const el = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
};

const byId = (id) => document.getElementById(id);
const facts = JSON.parse(byId("facts").textContent);

// Wide things scroll in a frame of their own, which the keyboard can reach; the page never does.
const scrolling = (label, attributes, ...children) =>
  el("div", { role: "region", "aria-label": label, tabindex: 0, ...attributes }, ...children);

const tableOf = (attributes, heads, rows) =>
  el("table", attributes,
    el("thead", {}, el("tr", {}, heads.map(([text, kind]) => el("th", { scope: "col", class: kind }, text)))),
    el("tbody", {}, rows));

const say = (text) => { byId("said").textContent = text; };
