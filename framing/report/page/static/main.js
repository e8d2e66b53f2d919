// Views, and links into them.
const views = ["report", "explore", "read", "search"];
const ready = {};
let setTable = null;
let left = 0; // where the reader was in the report
function go(name) {
  const view = views.includes(name) ? name : "report";
  if (!$("view-report").hidden && view !== "report") left = scrollY;
  for (const one of views) $(`view-${one}`).hidden = one !== view;
  for (const link of document.querySelectorAll("nav [data-view]")) link.dataset.view === view ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  if (document.body.dataset.view !== view) {
    document.body.dataset.view = view;
    openFilters(view !== "report" || narrowed());
  }
  if (!ready[view]) {
    ready[view] = true;
    if (view === "explore") setTable = explore();
    if (view === "read") reader();
    if (view === "search") search();
  }
  drawUnseen();
  if (location.hash.slice(1) !== view && views.includes(location.hash.slice(1))) history.replaceState(null, "", `#${view}`);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#'], [data-explore]");
  if (!link) return;
  if (link.dataset.explore !== undefined) { event.preventDefault(); location.hash = "explore"; go("explore"); setTable(link.dataset.explore, link.dataset.actor); scrollTo({ top: 0, behavior: "instant" }); $("view-explore").focus(); return; }
  const target = link.getAttribute("href").slice(1);
  if (target.startsWith("figure-")) {
    event.preventDefault();
    const place = D.named[target.slice("figure-".length)];
    if (place !== undefined) openFigure(place, link);
  } else if (target.startsWith("copy-")) {
    event.preventDefault();
    openCopy(D.copy[target.slice("copy-".length) - 1], link);
  } else if (link.dataset.view) {
    event.preventDefault();
    const back = link.dataset.view === "report" && $("view-report").hidden; // the report is found as it was left
    go(link.dataset.view);
    location.hash = link.dataset.view;
    scrollTo({ top: back ? left : 0, behavior: "instant" });
    if (link.dataset.view === "search") $("search-words").focus();
  }
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea");
  if (event.key === "Escape" && !$("evidence").hidden) closePanel();
  else if (event.key === "Escape" && $("filter-outlets")?.open) { $("filter-outlets").open = false; $("filter-outlets").firstChild.focus(); }
  else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); go("search"); $("search-words").focus(); }
});
// What is folded away is printed too.
addEventListener("beforeprint", () => { for (const details of document.querySelectorAll("#view-report details:not([open])")) { details.open = true; details.dataset.printed = ""; } });
addEventListener("afterprint", () => { for (const details of document.querySelectorAll("details[data-printed]")) { details.open = false; delete details.dataset.printed; } });
$("evidence-close").addEventListener("click", closePanel);
for (const link of document.querySelectorAll("a[href^='#figure-'], a[href^='#copy-']")) link.setAttribute("aria-haspopup", "dialog");
addEventListener("hashchange", () => { const name = location.hash.slice(1); if (views.includes(name) || !name) { go(name); if (views.indexOf(name) < 1) scrollTo({ top: left, behavior: "instant" }); } });
for (const figure of pictures) live(figure);
go(location.hash.slice(1));
if (location.hash && $("view-report").querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`)) $("view-report").querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`).scrollIntoView();
document.documentElement.classList.add("ready");
