// One set of filters for all views. In the report, charts are drawn anew for what they leave (live.js) and numbers open the sentences that they
// leave; what it says in words, and its tables, count all articles. actor, voice: of the report; the other views have fields of their own.
const state = { outlets: new Set(D.outlets), actor: "", voice: "", from: "", to: "", event: "", own: false };
const dates = articles.date.filter(Boolean).sort();
const events = [...new Set(articles.event.filter(Boolean))].sort();
const restricted = () => Boolean(state.from || state.to || state.event || state.own);
const keeps = (article) => state.outlets.has(articles.outlet[article]) && passes(article);
const passes = (article) =>
  (!state.own || !articles.agency[article]) && (!state.event || articles.event[article] === state.event) &&
  (!state.from || (articles.date[article] && articles.date[article] >= state.from)) && (!state.to || (articles.date[article] && articles.date[article] <= state.to));
const narrowed = () => Boolean(restricted() || state.outlets.size < D.outlets.length || state.actor || state.voice);
// Whether a row of a table of observations is of an article, an actor and a voice that the filters leave.
function leaves(table, row) {
  const t = tables[table];
  const actors = [t.actor, t.source_actor, t.agent_actor, t.patient_actor].filter(Boolean).map((column) => column[row]);
  return keeps(t.article[row]) && (!state.actor || !actors.length || actors.includes(state.actor)) && (!state.voice || !t.voice || parts[state.voice].includes(t.voice[row]));
}
const passing = () => `${articles.article_id.filter((_, article) => keeps(article)).length.toLocaleString("en")} of ${counted(articles.article_id.length, "article")}`;
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
  const pick1 = (name, label, first, names) => h("label", { class: "field in-report" }, label, h("select", { id: `filter-${name}`, onchange: (event) => { state[name] = event.target.value; changed(); } }, h("option", { value: "" }, first), names));
  const named = new Set(tables.mentions?.actor);
  const actor = pick1("actor", "Actor", "all actors", Object.keys(D.actors).filter((one) => named.has(one)).map((one) => h("option", { value: one }, actorName(one))));
  const voice = pick1("voice", "Voice", "as drawn", ["outlet", "quoted", "all"].map((one) => h("option", { value: one }, voiceNames[one])));
  const menu = h("details", { class: "menu", id: "filter-outlets" }, summary, h("fieldset", {}, h("legend", { class: "unseen" }, "Outlets"), h("p", {}, all, " ", none), boxes));
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  const reset = h("button", { type: "reset", class: "link", onclick: () => requestAnimationFrame(() => { Object.assign(state, { actor: "", voice: "", from: "", to: "", event: "", own: false }); setAll(true); }) }, "Clear filters");
  $("filters").append(
    h("div", { class: "field" }, "Outlets", menu), actor, voice, events.length ? h("label", { class: "field" }, "Event", happening) : "",
    articles.agency.includes(1) ? h("label", { class: "field inline" }, h("input", { type: "checkbox", id: "filter-own", onchange: (event) => { state.own = event.target.checked; changed(); } }), "Without agency copy") : "",
    ...(dates.length ? [day("from", "From"), day("to", "To")] : []), h("span", { class: "field grow" }, h("output", { id: "passing" })), reset,
    h("p", { class: "rules in-report" }, "Charts, and the sentences that numbers and marks open, follow this choice. Findings and tables of the report always count all articles."),
  );
  listeners.push(() => {
    $("passing").textContent = passing();
    document.body.classList.toggle("filtered", narrowed());
    $("filter-toggle").textContent = narrowed() ? "Filtered" : "Filter";
  });
}

// In the report the filters are folded away until they are asked for.
let built = false;
function buildFilters() {
  if (built) return;
  built = true;
  filters();
  changed();
}
function openFilters(on = true) {
  buildFilters();
  $("filters").hidden = !on;
  $("filter-toggle").setAttribute("aria-expanded", on);
}
$("filter-toggle").addEventListener("click", () => { const on = $("filters").hidden; openFilters(on); if (on) $("filters").querySelector("summary, select, input").focus({ preventScroll: true }); });
