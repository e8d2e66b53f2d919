// Two or three articles side by side, with what was found in them marked.
const MOST = 3;
let reading = [];
const shared = (a, b) => { const mine = new Set(rowsOf.mentions?.[a]?.map((row) => tables.mentions.actor[row])); return new Set(rowsOf.mentions?.[b]?.map((row) => tables.mentions.actor[row]).filter((actor) => actor && mine.has(actor))).size; };
const days = (a, b) => (articles.date[a] && articles.date[b] ? Math.abs(Date.parse(articles.date[a]) - Date.parse(articles.date[b])) / 864e5 : 1e6);

function reader() {
  const toggles = [["labels", "Names and labels"], ["attributions", "Attributions"], ["tone", "Tone"], ["words", "Loaded words"], ["degree", "Hedges, boosters"]];
  $("read-marks").append(...toggles.map(([name, label]) => h("label", { class: `toggle ${name}` }, h("input", { type: "checkbox", id: `show-${name}`, checked: name !== "tone", onchange: show }), h("span", {}, label))));
  function show() { for (const [name] of toggles) $("read-articles").classList.toggle(`without-${name}`, !$(`show-${name}`).checked); }
  show();
  const only = h("select", { id: "read-actor", onchange: drawArticles }, h("option", { value: "" }, "all actors"), Object.keys(D.actors).filter((actor) => tables.mentions?.actor.includes(actor)).map((actor) => h("option", { value: actor }, actorName(actor))));
  const voice = h("select", { id: "read-voice", onchange: drawArticles }, ["all", "outlet", "quoted"].map((name) => h("option", { value: name }, voiceNames[name])));
  $("read-marks").append(h("label", { class: "field inline" }, "of", only), h("label", { class: "field inline" }, "in", voice));
  if (!reading.length) reading = events.length ? suggest(events[0]) : nearby();
  const sample = (classes, ...words) => words.map((word) => h("span", { class: classes }, word));
  const key = [[sample("mention label label-starts label-ends", "label")], [sample("mention name", "name")], [sample("mention unresolved", "whose is not known")], [sample("content direct", "direct quotation")], [sample("content indirect", "reported speech")], [sample("content mixed", "partly quoted")], [sample("content unspoken", "attitude")], [sample("source", "source")], [sample("cue", "cue")], [sample("tone negative negative-ends", "negative"), " ", sample("tone positive positive-ends", "positive tone")], [sample("language loaded", "loaded")], [sample("language degree", "hedge, booster")]];
  $("read-key").append("Key: ", ...key.flatMap((one, at) => [at ? " · " : "", ...one].flat()));
  let event = state.event;
  listeners.push(() => { // an event that is chosen is read
    if (state.event && state.event !== event && !reading.some((article) => articles.event[article] === state.event)) { reading = suggest(state.event); drawArticles(); }
    event = state.event;
    drawList();
  });
  drawList();
  drawArticles();
  const says = (event) => { const at = event.target.closest?.("[data-says]"); $("read-says").textContent = at ? at.dataset.says : ""; $("read-says").hidden = !at; };
  for (const kind of ["pointerover", "focusin"]) $("read-articles").addEventListener(kind, says);
}

// Articles of one event by different outlets.
function suggest(event) {
  const chosen = new Map();
  articles.event.forEach((one, article) => { if (one === event && keeps(article) && !chosen.has(articles.outlet[article])) chosen.set(articles.outlet[article], article); });
  return [...chosen.values()].slice(0, 2);
}

// Where no events are known: two articles by different outlets of the day on which most outlets wrote, those with most actors in common.
function nearby() {
  const byDay = new Map();
  articles.date.forEach((date, article) => { if (keeps(article)) byDay.set(date, [...(byDay.get(date) || []), article]); });
  const outlets = (members) => new Set(members.map((article) => articles.outlet[article])).size;
  const [members] = [...byDay.values()].sort((a, b) => outlets(b) - outlets(a));
  const pairs = (members || []).slice(0, 40).flatMap((a, at, all) => all.slice(at + 1).filter((b) => articles.outlet[a] !== articles.outlet[b]).map((b) => [a, b, shared(a, b)]));
  const [best] = pairs.sort((a, b) => b[2] - a[2]);
  return best ? best.slice(0, 2) : [];
}

function drawList() {
  const first = reading[0];
  const near = (article) => (first === undefined ? 0 : articles.event[first] && articles.event[article] === articles.event[first] ? -1 : days(first, article) - shared(first, article) / 100);
  const listed = articles.article_id.map((_, article) => article).filter(keeps).sort((a, b) => near(a) - near(b) || (articles.date[a] || "").localeCompare(articles.date[b] || "") || a - b);
  const line = (article) => h("label", { class: "pick" }, h("input", { type: "checkbox", value: article, checked: reading.includes(article), disabled: !reading.includes(article) && reading.length >= MOST, onchange: (event) => choose(article, event.target.checked) }), h("span", {}, h("b", { dir: "auto" }, headOf(article)), h("span", { class: "byline" }, byline(article), articles.event[article] ? ` · ${articles.event[article].replaceAll("-", " ")}` : "")));
  $("read-list").replaceChildren(...inParts(listed, line, 30).filter(Boolean));
  $("read-order").textContent = first === undefined ? "Choose up to three articles." : articles.event[first] ? "Articles of the same event come first, then those nearest in date." : "Articles nearest in date to the first chosen come first, those that mention the same actors before others.";
}

function choose(article, on) {
  reading = on ? [...reading, article].slice(0, MOST) : reading.filter((one) => one !== article);
  drawList();
  drawArticles();
  $("read-list").querySelector(`input[value="${article}"]`)?.focus();
  say(`${counted(reading.length, "article")} side by side`);
}

function drawArticles() {
  $("read-articles").style.setProperty("--columns", Math.max(1, reading.length));
  $("read-articles").replaceChildren(...(reading.length ? reading.map(articleWhole) : [h("p", { class: "empty" }, "No article is chosen. Open the list above and choose two or three.")]));
}

function articleWhole(article) {
  const [actor, voice] = [$("read-actor")?.value, $("read-voice")?.value || "all"];
  const fits = (name, row) => (!actor || tables[name].actor?.[row] === actor) && (!tables[name].voice || parts[voice].includes(tables[name].voice[row]));
  const marks = ["attributions", "mentions", "tone", "language"].flatMap((name) => (rowsOf[name]?.[article] || []).filter((row) => name === "attributions" || (name === "language" ? parts[voice].includes(tables.language.voice[row]) : fits(name, row))).flatMap((row) => spans(name, row)));
  const paragraphs = new Map();
  for (const place of sentencesOf[article]) { const key = 2 * sentences.paragraph[place] + sentences.headline[place]; paragraphs.set(key, [...(paragraphs.get(key) || []), place]); }
  const within = (place) => { const [from, to] = [sentences.start[place], sentences.start[place] + long(sentences.text[place])]; return marks.filter((mark) => mark.start < to && mark.end > from); };
  const sentence = (place) => h("span", { id: `s${place}`, class: "sentence" }, marked(sentences.text[place], sentences.start[place], within(place)), " ");
  const titled = sentencesOf[article].some((place) => sentences.headline[place]);
  return h("article", { "aria-label": `${articles.outlet[article]}: ${headOf(article)}` },
    h("header", {}, h("p", { class: "byline" }, byline(article)), h("button", { type: "button", class: "close", "aria-label": `Remove ${headOf(article)}`, onclick: () => choose(article, false) }, "×"), titled ? "" : h("h3", { dir: "auto" }, articles.title[article] || "untitled")),
    [...paragraphs.values()].map((places) => h(sentences.headline[places[0]] ? "h3" : "p", { dir: "auto" }, places.map(sentence))));
}

function openInReader(article, place) {
  reading = [article, ...reading.filter((one) => one !== article && keeps(one))].slice(0, reading.length > 1 && articles.event[article] && articles.event[reading[1]] === articles.event[article] ? MOST : 1);
  go("read");
  drawList();
  drawArticles();
  const at = $(`s${place}`);
  at?.classList.add("found");
  at?.scrollIntoView({ block: "center" });
  const [target] = at ? at.querySelectorAll("[tabindex]") : [];
  (target || $("view-read")).focus({ preventScroll: true });
}
