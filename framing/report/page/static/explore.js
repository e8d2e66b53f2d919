// Any choice of articles as a picture and as a table, from the same figures. id: what its fields are called after; kinds: what can be
// counted; place: where the fields, the picture, the table and the note on it stand; follows: whether actor and voice are those of the filters.
const COLUMNS = 8;
function explorer(id, kinds, place, { voice: heardFirst = null, follows = false } = {}) {
  let wide = false;
  const groups = [...new Set(kinds.map((asked) => asked.question))];
  const what = h("select", { id: `${id}-what`, onchange: () => { wide = false; options(); draw(); } }, groups.map((question) => h("optgroup", { label: question }, kinds.map((asked, at) => (asked.question === question ? h("option", { value: at }, asked.title) : null)))));
  const whom = h("select", { id: `${id}-actor`, onchange: draw });
  const voice = h("select", { id: `${id}-voice`, onchange: draw });
  const whomField = h("label", { class: "field", id: `${id}-actor-field` }, "Actor", whom);
  place.choice.append(h("label", { class: "field", hidden: kinds.length < 2 }, "What is counted", what), whomField, h("label", { class: "field" }, "Voice", voice));
  const asked = () => kinds[what.value];
  function options() {
    const [one, measure] = [asked(), D.measures[asked().measure]];
    const often = new Map();
    measure.actor.forEach((code) => { if (code >= 0) often.set(measure.actors[code], (often.get(measure.actors[code]) || 0) + 1); });
    const ranked = [...often.keys()].sort((a, b) => often.get(b) - often.get(a));
    const before = whom.value;
    const everyone = one.apart ? (one.everyone ? [h("option", { value: "" }, one.everyone)] : []) : [h("option", { value: "" }, "all actors")];
    whom.replaceChildren(...everyone, ...ranked.map((actor) => h("option", { value: actor }, actorName(actor))));
    if (ranked.includes(before)) whom.value = before;
    whomField.hidden = !(one.apart || one.across === "actor");
    const beside = ["outlet", "quoted"].every((name) => measure.voices.includes(name)) ? ["beside"] : [];
    voice.replaceChildren(...[...measure.voices, ...beside].map((name) => h("option", { value: name, selected: name === (heardFirst ?? one.voice) }, voiceNames[name])));
    follow();
  }
  // The actor and the voice that the filters name, where they are told apart here; a reader's own choice stays until the filters name another.
  let followed = ["", ""];
  function follow() {
    if (!follows) return;
    const first = [whom.options[0]?.value ?? "", heardFirst ?? asked().voice];
    [[whom, state.actor], [voice, state.voice]].forEach(([field, name], at) => {
      const value = name || first[at];
      if (name !== followed[at] && [...field.options].some((option) => option.value === value)) field.value = value;
    });
    followed = [state.actor, state.voice];
  }
  function draw() {
    const [one, measure] = [asked(), D.measures[asked().measure]];
    const actor = one.apart ? whom.value || null : null;
    const heard = voice.value === "beside" ? ["outlet", "quoted"] : [voice.value];
    const figures = heard.map((name) => figuresOf(one, name, actor, keeps));
    const every = [...new Set(figures.flatMap((found) => found.columns))];
    const wanted = one.across === "actor" && whom.value ? every.filter((column) => column === whom.value) : every;
    const columns = wide ? wanted : wanted.slice(0, COLUMNS);
    const called = (column) => (one.across === "actor" ? actorName(column) : categoryName(one.measure, column));
    const outlets = D.outlets.filter((outlet) => state.outlets.has(outlet));
    const rows = outlets.flatMap((outlet) => heard.map((name, at) => ({ outlet, voice: name, size: figures[at].size(outlet), cells: columns.map((column) => cellFor(one, outlet, column, figures[at].at(outlet, column), called(column), actor, name)) })));
    const cells = rows.flatMap((row) => row.cells);
    const most = Math.max(...cells.map((cell) => Math.abs(cell.found?.value ?? 0)), 1e-9);
    const head = (row) => h("th", { scope: "row" }, h("bdi", {}, row.outlet), heard.length > 1 ? h("small", { class: "soft" }, ` ${voiceNames[row.voice]}`) : "");
    const body = rows.map((row) => h("tr", {}, head(row), h("td", { class: "n" }, row.size.toLocaleString("en")), row.cells.map((cell) => h("td", {}, shownIn(cell, most)))));
    const title = `${one.title}${one.apart ? `: ${actor ? actorName(actor) : one.everyone || ""}` : ""}`;
    const table = h("table", { class: "figures" }, h("caption", {}, title, h("span", { class: "soft" }, ` ${voiceNames[voice.value]}`)), h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Outlet"), h("th", { scope: "col", class: "n" }, one.base), columns.map((column) => h("th", { scope: "col" }, called(column))))), h("tbody", {}, body));
    const more = wanted.length > columns.length ? h("button", { type: "button", class: "more", onclick: () => { wide = true; draw(); } }, `Show ${wanted.length - columns.length} more columns`) : "";
    place.table.replaceChildren(columns.length && outlets.length ? h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": title }, table) : h("p", { class: "empty" }, "Nothing is counted in these articles."), more);
    place.note.textContent = noteOn(one);
    place.table.querySelectorAll(".wide").forEach(fading);
    picture(place.picture, { cells, outlets, columns: columns.map(called), title: `${title}, ${voiceNames[voice.value]}`, asked: one, heard });
    say(`Table: ${title}, ${counted(outlets.length, "outlet")}`);
  }
  options();
  draw();
  const set = (measure, actor, said) => {
    const at = kinds.findIndex((one) => one.measure === measure);
    if (at >= 0) what.value = at;
    wide = false;
    options();
    if (actor && [...whom.options].some((option) => option.value === actor)) whom.value = actor;
    if (said && [...voice.options].some((option) => option.value === said)) voice.value = said;
    draw();
  };
  return { draw, set, follow, now: () => [asked().measure, whomField.hidden ? "" : whom.value, voice.value] };
}

function explore() {
  const place = { choice: $("explore-choice"), picture: $("explore-picture"), table: $("explore-table"), note: $("explore-note") };
  const made = explorer("explore", D.asked, place);
  listeners.push(made.draw);
  redrawn($("view-explore"), made.draw);
  return made.set;
}

// What was drawn for a width is drawn again for another, if it is seen.
function redrawn(where, draw) {
  let [timer, width] = [null, innerWidth];
  addEventListener("resize", () => { clearTimeout(timer); timer = setTimeout(() => { if (innerWidth !== width && where.checkVisibility()) { width = innerWidth; draw(); } }, 250); });
}

// One figure with what is to be read of it, and how its sentences are opened.
function cellFor(asked, outlet, column, found, called, actor, voice) {
  const shown = !found ? "–" : found.value !== null ? written(asked.unit, found.value) : asked.unit === "share" ? `${found.count} of ${found.size.toLocaleString("en")}` : `n=${found.count}`;
  const open = (from) => {
    const byActor = asked.across === "actor";
    const measure = D.measures[asked.measure];
    const category = byActor ? (asked.category ?? undefined) : measure.categories.length ? column : undefined;
    const behind = { outlet, actor: byActor ? column : actor, category, voice };
    openPanel({ title: `${isolated(outlet)} · ${asked.title}${actor ? ` · ${actorName(actor)}` : ""} · ${called}`, figure: says, note: restricted() ? "Only of the articles that pass the filters." : null, table: measure.table, rows: rowsBehind(asked.measure, behind, keeps), instead: insteadOf(asked.measure, behind, keeps), noun: asked.base, voice, from });
  };
  const says = found && [shown + (found.ends ? ` (95% interval ${interval(asked.unit, ...found.ends)})` : ""), `base: ${found.size.toLocaleString("en")} ${asked.base} in ${counted(found.articles, "article")}`].join("; ");
  return { asked, outlet, called, voice, found, shown, says, open: found ? open : null };
}

function shownIn({ asked, outlet, called, voice, found, shown, open }, most) {
  if (!found) return h("span", { class: "soft", "aria-label": "nothing to divide by" }, "–");
  const ends = found.ends ? h("small", {}, interval(asked.unit, ...found.ends).replace(" to ", "–")) : "";
  const button = h("button", { type: "button", class: found.count ? "cell" : "cell zero", "aria-label": `${isolated(outlet)}, ${called}: ${shown}, ${voiceNames[voice]}. Open the sentences.`, onclick: () => open(button) }, h("span", {}, shown), ends);
  if (found.value !== null) button.style.setProperty("--part", Math.abs(found.value) / (asked.unit === "share" ? 1 : most));
  return button;
}

function noteOn(asked) {
  const rule = D.single ? "Each outlet has one article: counts only." : `A figure needs ${D.rules.articles} articles and ${D.rules.observations} ${asked.base}; below that the count is given (“3 of 12”).`;
  const drawn = restricted() ? `Counted anew for the articles that pass the filters; 95% intervals by a bootstrap over these articles within outlet and event, ${DRAWS.toLocaleString("en")} draws made in this page.` : "Small figures are the report’s 95% intervals, bootstrap over articles.";
  return `${rule} ${D.single ? "" : drawn} Choose a number or a mark to read its sentences.`;
}
