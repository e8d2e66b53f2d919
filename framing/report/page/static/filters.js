// One set of filters for the tables, the reader and the search. The report's own charts and findings never follow them: they are on other pages.
const state = { outlets: new Set(D.outlets), from: "", to: "", event: "", own: false };
const dates = articles.date.filter(Boolean).sort();
const events = [...new Set(articles.event.filter(Boolean))].sort();
const restricted = () => Boolean(state.from || state.to || state.event || state.own);
const keeps = (article) => state.outlets.has(articles.outlet[article]) && passes(article);
const passes = (article) =>
  (!state.own || !articles.agency[article]) && (!state.event || articles.event[article] === state.event) &&
  (!state.from || (articles.date[article] && articles.date[article] >= state.from)) && (!state.to || (articles.date[article] && articles.date[article] <= state.to));
const listeners = [];
const changed = () => listeners.forEach((listener) => listener());

function filters() {
  const boxes = D.outlets.map((outlet) => h("label", {}, h("input", { type: "checkbox", value: outlet, checked: true, onchange: pick }), h("span", { dir: "auto" }, outlet)));
  const summary = h("summary", {}, "All outlets");
  const all = h("button", { type: "button", class: "link", onclick: () => setAll(true) }, "All");
  const none = h("button", { type: "button", class: "link", onclick: () => setAll(false) }, "None");
  function setAll(on) { boxes.forEach((box) => { box.firstChild.checked = on; }); pick(); }
  function pick() {
    state.outlets = new Set(boxes.filter((box) => box.firstChild.checked).map((box) => box.firstChild.value));
    summary.textContent = state.outlets.size === D.outlets.length ? "All outlets" : state.outlets.size === 1 ? [...state.outlets][0] : `${state.outlets.size} of ${D.outlets.length} outlets`;
    changed();
  }
  const day = (name, label) => h("label", { class: "field" }, label, h("input", { type: "date", id: `filter-${name}`, min: dates[0], max: dates.at(-1), onchange: (event) => { state[name] = event.target.value; changed(); } }));
  const happening = h("select", { id: "filter-event", onchange: (event) => { state.event = event.target.value; changed(); } }, h("option", { value: "" }, "All events"), events.map((event) => h("option", { value: event }, event.replaceAll("-", " "))));
  const menu = h("details", { class: "menu", id: "filter-outlets" }, summary, h("fieldset", {}, h("legend", { class: "unseen" }, "Outlets"), h("p", {}, all, " ", none), boxes));
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  const reset = h("button", { type: "reset", class: "link", onclick: () => requestAnimationFrame(() => { Object.assign(state, { from: "", to: "", event: "", own: false }); setAll(true); }) }, "Clear filters");
  $("filters").append(
    h("div", { class: "field" }, "Outlets", menu), events.length ? h("label", { class: "field" }, "Event", happening) : "",
    articles.agency.includes(1) ? h("label", { class: "field inline" }, h("input", { type: "checkbox", id: "filter-own", onchange: (event) => { state.own = event.target.checked; changed(); } }), "Without agency copy") : "",
    ...(dates.length ? [day("from", "From"), day("to", "To")] : []), h("span", { class: "field grow" }, h("output", { id: "passing" })), reset,
  );
  listeners.push(() => { const number = articles.article_id.filter((_, article) => keeps(article)).length; $("passing").textContent = `${number.toLocaleString("en")} of ${counted(articles.article_id.length, "article")}`; });
}
