// Tables of any choice of articles, added up here the way the report adds up: sums over the articles of an outlet, and the same minimum of articles
// and observations. Intervals are those of the report, so they stand only where all articles are counted.
const intervalsOf = new Map();
{
  const I = Object.fromEntries(Object.entries(D.intervals).map(([name, column]) => [name, column.names ? decoded(column) : column]));
  I.low.forEach((low, at) => intervalsOf.set(JSON.stringify([I.measure[at], I.outlet[at], I.actor[at], I.category[at], I.voice[at]]), [low, I.high[at]]));
}

function figuresOf(asked, voice, actor, keep) {
  const measure = D.measures[asked.measure];
  const byActor = asked.across === "actor";
  const actorCode = actor ? measure.actors.indexOf(actor) : -1;
  const fixed = asked.category === null ? null : measure.categories.indexOf(asked.category);
  const cells = new Map();
  const cell = (outlet, column) => { const key = JSON.stringify([outlet, column]); if (!cells.has(key)) cells.set(key, { outlet, column, count: 0, weight: 0, base: 0, size: 0, articles: 0, byArticle: new Map() }); return cells.get(key); };
  const heard = (parts[voice] || []).map((one) => D.voices.indexOf(one));
  const mean = asked.statistic === "mean";
  measure.row.forEach((row, at) => {
    const article = measure.rowArticle[at];
    if (!keep(article) || (measure.voice && !heard.includes(measure.voice[at]))) return;
    if (byActor ? measure.actor[at] < 0 || (fixed !== null && measure.category[at] !== fixed) : actor && measure.actor[at] !== actorCode) return;
    const column = byActor ? measure.actors[measure.actor[at]] : measure.category[at] < 0 ? null : measure.categories[measure.category[at]];
    const found = cell(articles.outlet[article], column);
    found.count += 1;
    found.weight += measure.weight ? measure.weight[at] : 1;
    if (mean) { const said = found.byArticle.get(article) || [0, 0]; found.byArticle.set(article, [said[0] + measure.weight[at], said[1] + 1]); }
  });
  const base = measure.base;
  const voiceCode = D.voices.indexOf(voice);
  const below = new Map();
  base.article.forEach((article, at) => {
    if (base.voice[at] !== voiceCode || !keep(article)) return;
    if (byActor ? base.actor[at] < 0 : base.actor[at] !== actorCode) return;
    const column = byActor ? measure.actors[base.actor[at]] : base.category ? (base.category[at] < 0 ? null : measure.categories[base.category[at]]) : "*";
    const key = JSON.stringify([articles.outlet[article], column]);
    const sums = below.get(key) || { base: 0, size: 0, articles: 0 };
    sums.base += base.weight ? base.weight[at] : base.size[at];
    sums.size += base.size[at];
    sums.articles += base.size[at] > 0 ? 1 : 0;
    below.set(key, sums);
  });
  const whole = !restricted();
  const at = (outlet, column) => {
    const sums = below.get(JSON.stringify([outlet, byActor || base.category ? column : "*"]));
    if (!sums || !sums.size) return null;
    const found = cells.get(JSON.stringify([outlet, column])) || { count: 0, weight: 0, byArticle: new Map() };
    const allowed = !D.single && sums.articles >= D.rules.articles && sums.size >= D.rules.observations && sums.base > 0;
    const means = [...found.byArticle.values()].map(([sum, times]) => sum / times);
    const value = !allowed ? null : mean ? (means.length ? means.reduce((a, b) => a + b) / means.length : null) : found.weight / sums.base;
    const ends = value !== null && whole ? intervalsOf.get(JSON.stringify([asked.measure, outlet, byActor ? column : actor || null, byActor ? asked.category : column, voice])) : null;
    return { value, count: found.count, size: sums.size, articles: sums.articles, ends: ends || null };
  };
  const often = new Map();
  for (const found of cells.values()) often.set(found.column, (often.get(found.column) || 0) + found.count);
  const columns = asked.wanted ? asked.wanted.filter((column) => often.get(column)) : [...often.keys()].sort((a, b) => often.get(b) - often.get(a) || String(a).localeCompare(String(b)));
  const size = (outlet) => { const mine = columns.map((column) => at(outlet, column)).filter(Boolean); return byActor ? mine.reduce((sum, one) => sum + one.size, 0) : Math.max(0, ...mine.map((one) => one.size)); };
  return { at, columns, size };
}

const COLUMNS = 8;
let wide = false;
function explore() {
  const groups = [...new Set(D.asked.map((asked) => asked.question))];
  const what = h("select", { id: "explore-what", onchange: () => { wide = false; options(); draw(); } }, groups.map((question) => h("optgroup", { label: question }, D.asked.map((asked, at) => (asked.question === question ? h("option", { value: at }, asked.title) : null)))));
  const whom = h("select", { id: "explore-actor", onchange: draw });
  const voice = h("select", { id: "explore-voice", onchange: draw });
  $("explore-choice").append(h("label", { class: "field" }, "What is counted", what), h("label", { class: "field", id: "explore-actor-field" }, "Actor", whom), h("label", { class: "field" }, "Voice", voice));
  const asked = () => D.asked[what.value];
  function options() {
    const [one, measure] = [asked(), D.measures[asked().measure]];
    const often = new Map();
    measure.actor.forEach((code) => { if (code >= 0) often.set(measure.actors[code], (often.get(measure.actors[code]) || 0) + 1); });
    const ranked = [...often.keys()].sort((a, b) => often.get(b) - often.get(a));
    const before = whom.value;
    const everyone = one.apart ? (one.everyone ? [h("option", { value: "" }, one.everyone)] : []) : [h("option", { value: "" }, "all actors")];
    whom.replaceChildren(...everyone, ...ranked.map((actor) => h("option", { value: actor }, actorName(actor))));
    if (ranked.includes(before)) whom.value = before;
    $("explore-actor-field").hidden = !(one.apart || one.across === "actor");
    voice.replaceChildren(...measure.voices.map((name) => h("option", { value: name, selected: name === one.voice }, voiceNames[name])));
  }
  function draw() {
    const [one, measure] = [asked(), D.measures[asked().measure]];
    const actor = one.apart ? whom.value || null : null;
    const found = figuresOf(one, voice.value, actor, keeps);
    const wanted = one.across === "actor" && whom.value ? found.columns.filter((column) => column === whom.value) : found.columns;
    const columns = wide ? wanted : wanted.slice(0, COLUMNS);
    const called = (column) => (one.across === "actor" ? actorName(column) : categoryName(one.measure, column));
    const outlets = D.outlets.filter((outlet) => state.outlets.has(outlet));
    const most = Math.max(...outlets.flatMap((outlet) => columns.map((column) => Math.abs(found.at(outlet, column)?.value ?? 0))), 1e-9);
    const body = outlets.map((outlet) => h("tr", {}, h("th", { scope: "row", dir: "auto" }, outlet), h("td", { class: "n" }, found.size(outlet).toLocaleString("en")), columns.map((column) => h("td", {}, cellOf(one, outlet, column, found.at(outlet, column), most, called(column), actor, voice.value)))));
    const title = `${one.title}${one.apart ? `: ${actor ? actorName(actor) : one.everyone || ""}` : ""}`;
    const table = h("table", { class: "figures" }, h("caption", {}, title, h("span", { class: "soft" }, ` ${voiceNames[voice.value]}`)), h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Outlet"), h("th", { scope: "col", class: "n" }, one.base), columns.map((column) => h("th", { scope: "col" }, called(column))))), h("tbody", {}, body));
    const more = wanted.length > columns.length ? h("button", { type: "button", class: "more", onclick: () => { wide = true; draw(); } }, `Show ${wanted.length - columns.length} more columns`) : "";
    $("explore-table").replaceChildren(columns.length && outlets.length ? h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": title }, table) : h("p", { class: "empty" }, "Nothing is counted in these articles."), more);
    $("explore-note").textContent = noteOn(one);
    say(`Table: ${title}, ${counted(outlets.length, "outlet")}`);
  }
  options();
  draw();
  listeners.push(draw);
  return (measure, actor) => {
    const at = D.asked.findIndex((one) => one.measure === measure);
    if (at >= 0) what.value = at;
    wide = false;
    options();
    if (actor) whom.value = actor;
    draw();
  };
}

function cellOf(asked, outlet, column, found, most, called, actor, voice) {
  if (!found) return h("span", { class: "soft", "aria-label": "nothing to divide by" }, "–");
  const shown = found.value !== null ? written(asked.unit, found.value) : asked.unit === "share" ? `${found.count} of ${found.size.toLocaleString("en")}` : `n=${found.count}`;
  const ends = found.ends ? h("small", {}, interval(asked.unit, ...found.ends).replace(" to ", "–")) : "";
  if (!found.count) return h("span", { class: "zero" }, found.value === null ? shown : written(asked.unit, found.value));
  const open = () => {
    const byActor = asked.across === "actor";
    const measure = D.measures[asked.measure];
    const category = byActor ? (asked.category ?? undefined) : measure.categories.length ? column : undefined;
    const rows = rowsBehind(asked.measure, { outlet, actor: byActor ? column : actor, category, voice }, keeps);
    const says = [shown + (found.ends ? ` (95% interval ${interval(asked.unit, ...found.ends)})` : ""), `base: ${found.size.toLocaleString("en")} ${asked.base} in ${counted(found.articles, "article")}`].join("; ");
    openPanel({ title: `${outlet} · ${asked.title}${actor ? ` · ${actorName(actor)}` : ""} · ${called}`, figure: says, note: restricted() ? "Only of the articles that pass the filters." : null, table: measure.table, rows, voice, from: button });
  };
  const button = h("button", { type: "button", class: "cell", "aria-label": `${outlet}, ${called}: ${shown}. Open the sentences.`, onclick: open }, h("span", {}, shown), ends);
  if (found.value !== null) button.style.setProperty("--part", Math.abs(found.value) / (asked.unit === "share" ? 1 : most));
  return button;
}

function noteOn(asked) {
  const rule = D.single ? "Each outlet has one article: counts only." : `A figure needs ${D.rules.articles} articles and ${D.rules.observations} ${asked.base}; below that the count is given (“3 of 12”).`;
  const ends = D.single ? "" : restricted() ? "Counted anew for the articles that pass the filters; for these no intervals were estimated." : "Small figures are 95% intervals, bootstrap over articles.";
  return `${rule} ${ends} Choose a number to read its sentences.`;
}
