const timeline = document.querySelector(".timeline");
const main = document.querySelector("main");
let shown = { index: -1, figure: null };

const timelineEntry = (version) => {
  const { blocks } = version;
  return el("li", {}, el("a", { href: address(version.version) }, mark(version.verdict),
    el("span", { class: "name" }, el("b", {}, version.version), el("span", { class: "title" }, ` ${version.description}`), el("span", { class: "unseen" }, `, ${VERDICTS[version.verdict].word}`)),
    blocks.what !== "nothing" && el("span", { class: "worst" }, `blocks ${BLOCKS[blocks.what].replace(" and ", " + ")}, ${time(blocks.heldMicros)}`)));
};

// A version, and a place in it: #V7, #V7/up-12.
const place = () => {
  const [version, part] = location.hash.slice(1).split("/");
  return { index: facts.versions.findIndex((each) => each.version === decodeURIComponent(version)), part };
};

const showVersion = (index) => {
  const { content, figure } = versionArticle(index);
  byId("version").replaceChildren(...content);
  shown = { index, figure };
  setTimeout(() => figure?.show());
};

const goTo = (target) => {
  if (!target) return;
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: target.matches("h1, h2") ? "nearest" : "start" });
};

const route = (event) => {
  const { index, part } = place();
  if (index >= 0 && index !== shown.index) showVersion(index);
  if (index < 0) shown = { index: -1, figure: null };
  byId("overview").hidden = index >= 0;
  byId("version").hidden = index < 0;
  document.title = index < 0 ? `Migrations of ${facts.location}` : `${facts.versions[index].version} ${facts.versions[index].description}`;
  timeline.querySelectorAll("a").forEach((link, each) => {
    if (each === index) {
      link.setAttribute("aria-current", "page");
      link.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else link.removeAttribute("aria-current");
  });
  if (!part) scrollTo({ top: 0, behavior: "instant" });
  const inTimeline = timeline.contains(document.activeElement);
  if (part) goTo(byId(part));
  else if (event && !inTimeline) goTo(byId(index < 0 ? "overview-title" : "version-title"));
};

const step = (by) => {
  const to = facts.versions[Math.max(0, shown.index + by)];
  if (to) location.hash = address(to.version);
};

const KEYS = { j: () => step(1), k: () => step(-1), o: () => { location.hash = "#"; } };
const ARROWS = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  KEYS[event.key]?.();
});
timeline.addEventListener("keydown", (event) => {
  const links = [...timeline.querySelectorAll("a")];
  const to = links[links.indexOf(document.activeElement) + ARROWS[event.key]];
  if (!to) return;
  event.preventDefault();
  to.focus();
  location.hash = to.getAttribute("href");
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
dark.addEventListener("change", () => shown.figure?.show());
addEventListener("hashchange", route);

timeline.append(el("ol", {}, facts.versions.map(timelineEntry)));
byId("overview").replaceChildren(...overview());
route();
