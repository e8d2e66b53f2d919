// Words in the sentences of the articles that pass the filters.
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
function search() {
  const field = h("input", { type: "search", id: "search-words", placeholder: "rebels, ceasefire, …", autocomplete: "off", spellcheck: "false" });
  $("search-form").append(h("label", { class: "field grow" }, "Words", field));
  $("search-form").addEventListener("submit", (event) => { event.preventDefault(); draw(); });
  let timer = null;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(draw, 200); });
  const texts = [];
  function draw() {
    const wanted = folded(field.value.trim());
    if (wanted.length < 2) { $("search-found").replaceChildren(); $("search-count").textContent = "Type two letters or more; small and large letters and accents do not matter."; return; }
    const found = [];
    sentences.text.forEach((text, place) => { if (keeps(sentences.article[place]) && (texts[place] ??= folded(text)).includes(wanted)) found.push(place); });
    const behind = new Set(found.map((place) => sentences.article[place]));
    const byOutlet = D.outlets.map((outlet) => [outlet, found.filter((place) => articles.outlet[sentences.article[place]] === outlet).length]).filter(([, number]) => number);
    $("search-count").textContent = found.length ? `${counted(found.length, "sentence")} in ${counted(behind.size, "article")}: ${byOutlet.map(([outlet, number]) => `${outlet} ${number}`).join(", ")}.` : "No sentence has these words.";
    $("search-found").replaceChildren(...inParts(found, (place) => hit(place, wanted)).filter(Boolean));
    say($("search-count").textContent);
  }
  listeners.push(draw);
  draw();
}
function hit(place, wanted) {
  const text = sentences.text[place];
  const article = sentences.article[place];
  // Folding may change a text's length; only where it does not can the words be pointed at.
  const lower = folded(text);
  const marks = [];
  if (lower.length === text.length && !astral.test(text)) for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) marks.push({ start: at, end: at + wanted.length, classes: ["observed"] });
  return h("div", { class: "hit" }, h("p", { class: "byline" }, `${byline(article)} · `, h("bdi", {}, headOf(article))), h("p", { class: "passage marks", dir: "auto" }, marked(text, 0, marks)), h("p", { class: "details" }, h("button", { type: "button", class: "link", onclick: () => openInReader(article, place) }, "Read in the article")));
}
