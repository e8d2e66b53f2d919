// Words in the sentences of the articles that pass the filters, or all sentences that name or label an actor; in any voice or in one.
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const foldedTexts = [];
const foldedAt = (place) => (foldedTexts[place] ??= folded(sentences.text[place]));

function search() {
  const field = h("input", { type: "search", id: "search-words", placeholder: "rebels, ceasefire, …", autocomplete: "off", spellcheck: "false" });
  const named = new Set(tables.mentions?.actor.filter(Boolean));
  const actor = h("select", { id: "search-actor", onchange: draw }, h("option", { value: "" }, "anybody or nobody"), [...named].sort((a, b) => actorName(a).localeCompare(actorName(b))).map((one) => h("option", { value: one }, actorName(one))));
  const voice = h("select", { id: "search-voice", onchange: draw }, ["all", "outlet", "quoted"].map((name) => h("option", { value: name }, voiceNames[name])));
  $("search-form").append(h("label", { class: "field grow" }, "Words", field), h("label", { class: "field" }, "In sentences that name or label", actor), h("label", { class: "field" }, "In", voice));
  $("search-form").addEventListener("submit", (event) => { event.preventDefault(); draw(); });
  let timer = null;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(draw, 200); });
  function draw() {
    const wanted = folded(field.value.trim());
    if (wanted.length < 2 && !actor.value) { $("search-found").replaceChildren(); $("search-count").textContent = "Type two letters or more, or choose an actor; small and large letters and accents do not matter."; return; }
    const found = hits(wanted.length < 2 ? "" : wanted, actor.value, voice.value);
    const behind = new Set(found.map(({ place }) => sentences.article[place]));
    const byOutlet = D.outlets.map((outlet) => [outlet, found.filter(({ place }) => articles.outlet[sentences.article[place]] === outlet).length]).filter(([, number]) => number);
    $("search-count").textContent = found.length ? `${counted(found.length, "sentence")} in ${counted(behind.size, "article")}: ${byOutlet.map(([outlet, number]) => `${isolated(outlet)} ${number}`).join(", ")}.` : "No sentence is like this.";
    $("search-found").replaceChildren(...inParts(found, hit).filter(Boolean));
    say($("search-count").textContent);
  }
  listeners.push(draw);
  draw();
}

// Sentences with the words in the voice and a mention of the actor in the voice, and what is marked in them.
function hits(wanted, actor, voice) {
  const found = [];
  const t = tables.mentions;
  sentences.text.forEach((_, place) => {
    const article = sentences.article[place];
    if (!keeps(article) || (wanted && !foldedAt(place).includes(wanted))) return;
    const mentions = actor ? rowsOf.mentions[article].filter((row) => t.sentence[row] === sentences.sentence[place] && t.actor[row] === actor && parts[voice].includes(t.voice[row])) : [];
    if (actor && !mentions.length) return;
    const words = wanted ? placesOf(wanted, sentences.text[place], foldedAt(place)).filter(([start, end]) => voice === "all" || isQuoted(article, sentences.start[place] + start, sentences.start[place] + end) === (voice === "quoted")) : [];
    if (wanted && !words.length) return;
    const marks = [...words.map(([start, end]) => ({ start, end, classes: ["observed"] })), ...mentions.map((row) => ({ start: t.start[row] - sentences.start[place], end: t.end[row] - sentences.start[place], classes: ["mention"] }))];
    found.push({ place, marks });
  });
  return found;
}

// Whether all of a span stands in what a source is given to say.
const isQuoted = (article, start, end) =>
  (rowsOf.attributions?.[article] || []).some((row) => tables.attributions.spoken[row] && (tables.attributions.content[row] || []).some((span) => span.start <= start && span.end >= end));

// Where folded words stand in a text, in characters; folding may change a text's length, so it is done letter by letter.
function placesOf(wanted, text, lower) {
  const at = [];
  let joined = "";
  [...text].forEach((letter, place) => { const small = folded(letter); joined += small; for (let part = 0; part < small.length; part += 1) at.push(place); });
  if (joined !== lower) return [[0, at.length ? at.at(-1) + 1 : 0]]; // a letter that depends on its neighbours: the whole sentence
  const found = [];
  for (let from = joined.indexOf(wanted); from >= 0; from = joined.indexOf(wanted, from + wanted.length)) found.push([at[from], at[from + wanted.length - 1] + 1]);
  return found;
}

function hit({ place, marks }) {
  const article = sentences.article[place];
  return h("div", { class: "hit" }, h("p", { class: "byline" }, `${byline(article)} · `, h("bdi", {}, headOf(article))), h("p", { class: "passage marks", dir: "auto" }, marked(sentences.text[place], 0, marks)), h("p", { class: "details" }, h("button", { type: "button", class: "link", onclick: () => openInReader(article, place) }, "Read in the article")));
}
