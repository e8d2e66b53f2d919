// The sentences behind a figure, in a panel beside the page.
const F = D.figures;
const parts = { outlet: ["outlet"], direct: ["direct"], indirect: ["indirect"], quoted: ["direct", "indirect", "mixed"], all: D.voices };

// Rows of the measure's table that a figure counts. keep: which articles; null is any actor, any category.
function rowsBehind(name, { outlet = null, actor = null, category = undefined, voice }, keep = () => true) {
  const measure = D.measures[name];
  if (!measure || !measure.voices.includes(voice)) return null;
  const actorCode = actor === null ? null : measure.actors.indexOf(actor);
  const categoryCode = category === undefined ? null : category === null ? -1 : measure.categories.indexOf(category);
  const heard = (parts[voice] || []).map((one) => D.voices.indexOf(one));
  const found = [];
  for (let at = 0; at < measure.row.length; at += 1) {
    const article = measure.rowArticle[at];
    if (categoryCode !== null && measure.category[at] !== categoryCode && !(categoryCode === -1 && !measure.categories.length)) continue;
    if (actorCode !== null && measure.actor[at] !== actorCode) continue;
    if (measure.voice && !heard.includes(measure.voice[at])) continue;
    if (outlet !== null && !measure.elsewhere && articles.outlet[article] !== outlet) continue;
    if (keep(article)) found.push(measure.row[at]);
  }
  return found;
}

function rowsOfFigure(place) {
  const category = F.category[place];
  const measure = D.measures[F.measure[place]];
  // Where a measure counts a thing with and without its kind (all verbs, verbs of violence), null is a category of its own.
  const of = (outlet) => rowsBehind(F.measure[place], { outlet, actor: F.actor[place], category: measure?.categories.length ? category : undefined, voice: F.voice[place] });
  // Behind a pair of outlets stand the sentences of both.
  const [own, other] = [of(F.outlet[place]), F.other[place] === null ? [] : of(F.other[place])];
  return own && other ? [...own, ...other] : own;
}

const unitOf = (statistic) => (statistic === "share" ? "share" : "number");
const difference = (statistic, value) => (statistic === "share" ? `${String(Math.round(100 * value)).replace("-", "−")} points` : number(value));
function valueOf(place) {
  const [value, low, high, statistic] = [F.value[place], F.low[place], F.high[place], F.statistic[place]];
  const measure = D.measures[F.measure[place]];
  const noun = measure?.noun || "observations";
  const size = F.observations[place] === null || !F.articles[place] ? null : `${F.observations[place].toLocaleString("en")} ${noun} in ${counted(F.articles[place], "article")}`;
  const number_ = F.count[place] === null ? null : F.count[place].toLocaleString("en");
  // A share of words is no count of attributions over a count of attributions; then both are told apart.
  const base = measure?.statistic === "share" && !measure.weight && number_ !== null ? `${number_} of ${size}` : [number_ && `count ${number_}`, size && `base: ${size}`].filter(Boolean).join("; ");
  if (F.other[place] !== null) return `difference ${difference(statistic, value)}${low === null ? " (no interval)" : ` (95% interval ${difference(statistic, low)} to ${difference(statistic, high)})`}; base of both: ${size}`;
  if (value === null) return [base || "no figure", D.single || measure?.statistic === "count" ? null : "too few for a figure"].filter(Boolean).join("; ");
  const unit = unitOf(statistic);
  const name = { mean: "mean ", log_odds: "log-odds ", rate_per_1000_words: "" }[statistic] ?? "";
  const text = `${name}${written(unit, value)}${statistic === "rate_per_1000_words" ? " per 1,000 words" : ""}`;
  return [text + (low === null ? " (no interval)" : ` (95% interval ${interval(unit, low, high)})`), base, F.q[place] === null ? null : `q = ${F.q[place].toFixed(3)} against all others`].filter(Boolean).join("; ");
}
function nameOf(place) {
  if (F.measure[place] === "distance") return `${isolated(F.outlet[place])} · distance from the nearest, ${isolated(F.category[place])}`;
  const measure = F.measure[place];
  const about = [F.actor[place] && actorName(F.actor[place]), F.category[place] !== null && categoryName(measure, F.category[place])].filter(Boolean).join(": ");
  const who = F.other[place] === null ? isolated(F.outlet[place]) : `${isolated(F.outlet[place])} and ${isolated(F.other[place])}`;
  const says = [who, D.measures[measure]?.title || (measure || "").replaceAll("_", " "), about].filter(Boolean).join(" · ");
  return D.measures[measure]?.elsewhere ? `${says} (uses by the other outlets)` : says;
}

// Where nothing counts: what the figure is a share of, counted as something else.
function insteadOf(name, { outlet, actor, category, voice }, keep) {
  const measure = D.measures[name];
  if (!measure || measure.statistic !== "share" || measure.elsewhere) return [];
  const [others, anybody] = [{ outlet, actor, voice }, { outlet, category, voice }].map((wider) => () => rowsBehind(name, wider, keep) || []);
  const found = others();
  return [...new Set(found.length ? found : anybody())]; // an observation of several kinds is one
}

let opener = null;
// A figure of the report: it counts all articles, its sentences are those that the filters leave, unless all are asked for.
function openFigure(place, from, all = false) {
  if (F.measure[place] === "distance") { openDistance(place, from); return; }
  const measure = D.measures[F.measure[place]];
  const every = rowsOfFigure(place);
  const rows = all ? every : every?.filter((row) => leaves(measure.table, row));
  const note = rows?.length === every?.length ? null : [`The figure counts all articles; the filters leave ${rows.length.toLocaleString("en")} of its ${counted(every.length, "passage")}. `, h("button", { type: "button", class: "link", onclick: () => openFigure(place, from, true) }, "Show all")];
  const instead = every?.length ? [] : insteadOf(F.measure[place], { outlet: F.outlet[place], actor: F.actor[place], category: F.category[place], voice: F.voice[place] }, () => true);
  openPanel({ title: nameOf(place), figure: valueOf(place), table: measure?.table, rows, instead, noun: measure?.noun, voice: F.voice[place], from, note });
}

function openPanel({ title, figure, table, rows, instead = [], noun, voice, from, note }) {
  const shown = rows?.length ? rows : instead;
  const articlesBehind = [...new Map(shown.map((row) => [tables[table].article[row], 0])).keys()];
  articlesBehind.sort((a, b) => (articles.date[a] || "").localeCompare(articles.date[b] || "") || a - b);
  const of = new Map(articlesBehind.map((article) => [article, []]));
  shown.forEach((row) => of.get(tables[table].article[row]).push(row));
  const size = `${counted(shown.length, "passage")} in ${counted(articlesBehind.length, "article")}${voice ? `, ${voiceNames[voice]}` : ""}.`;
  const summary = !rows ? "The sentences of this figure are in the tables folder beside this page." : rows.length ? size : note && !instead.length ? "" : instead.length ? `Nothing counts toward this figure. These are the ${noun || "observations"} that it is a share of: ${size}` : "Nothing counts toward this figure.";
  showPanel(title, from, h("p", { class: "figure-says" }, figure || ""), note ? h("p", { class: "note" }, note) : "", h("p", { class: "soft" }, summary), ...inParts(articlesBehind, (article) => articleBehind(article, table, of.get(article)), 20).filter(Boolean));
  say(summary);
}

// A distance sums up all that is counted in two outlets' articles: these can be read.
function openDistance(place, from) {
  const of = (outlet) => articles.outlet.map((name, article) => (name === outlet && keeps(article) ? article : -1)).filter((article) => article >= 0).sort((a, b) => (articles.date[a] || "").localeCompare(articles.date[b] || "") || a - b);
  const listed = [F.outlet[place], F.category[place]].flatMap(of);
  const line = (article) => h("section", { class: "behind" }, h("h3", { dir: "auto" }, headOf(article)), h("p", { class: "byline" }, byline(article)), h("p", { class: "details" }, h("button", { type: "button", class: "link", onclick: () => openInReader(article, sentencesOf[article][0]) }, "Read the article")));
  showPanel(nameOf(place), from, h("p", { class: "figure-says" }, valueOf(place)), h("p", { class: "soft" }, `A distance sums up labels, sources, tone and kinds of words of two outlets. ${counted(listed.length, "article")} of theirs${restricted() || state.outlets.size < D.outlets.length ? " that pass the filters" : ""}:`), ...inParts(listed, line, 20).filter(Boolean));
}

// Where two texts of the same copy differ: passages in pairs. Articles that were left out as duplicates are among them.
function openCopy({ title, passages }, from) {
  const line = ([outlet, article, before, words, after]) => h("li", {}, h("p", { class: "byline" }, `${isolated(outlet)} · article ${article}`), h("p", { class: "passage marks", dir: "auto" }, before, words ? h("span", { class: "observed" }, words) : h("b", { "aria-label": "nothing here" }, "‸"), after));
  showPanel(title, from, h("p", { class: "soft" }, `${counted(passages.length / 2, "pair")} of passages.`), ...passages.flatMap((one, at) => (at % 2 ? [] : [h("ul", { class: "behind" }, line(one), line(passages[at + 1]))])));
}

function showPanel(title, from, ...content) {
  const panel = $("evidence");
  if (!panel.contains(document.activeElement)) opener = from || document.activeElement;
  const body = $("evidence-body");
  $("evidence-title").textContent = title;
  body.replaceChildren(...content);
  panel.hidden = false;
  document.body.classList.add("with-evidence");
  body.scrollTop = 0;
  $("evidence-title").focus();
}

function articleBehind(article, table, rows) {
  return h("section", { class: "behind" }, h("h3", { dir: "auto" }, headOf(article)), h("p", { class: "byline" }, byline(article)), h("ul", {}, rows.map((row) => passage(article, table, row))));
}

function passage(article, table, row) {
  const t = tables[table];
  const marks = spans(table, row).map((mark) => ({ ...mark, stop: false, says: null }));
  const first = marks.find((mark) => mark.classes[0] === "cue") || marks[0];
  const place = t.sentence ? sentenceAt(article, t.sentence[row]) : null;
  const home = place ?? (first ? sentenceHolding(article, first.start) : null);
  const text = home === null ? [h("b", {}, t.value ? number(t.value[row]) : ""), t.metric ? ` ${t.metric[row].replaceAll("_", " ")}` : ""] : marked(sentences.text[home], sentences.start[home], marks);
  const open = h("button", { type: "button", class: "link", onclick: () => openInReader(article, home) }, "Read in the article");
  return h("li", {}, h("p", { class: "passage marks", dir: "auto" }, text), h("p", { class: "details" }, home === null ? "" : `${details(table, row)}. `, open));
}

function closePanel() {
  $("evidence").hidden = true;
  document.body.classList.remove("with-evidence");
  opener?.isConnected && opener.focus();
}
