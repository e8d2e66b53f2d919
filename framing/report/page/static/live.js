// Charts of the report drawn anew for what the filters leave, in the place of the drawing, where the page can count what they show.
const pictures = [...document.querySelectorAll("figure[data-chart]")];
const titleOf = (figure) => figure.querySelector(".wide").getAttribute("aria-label");
// What can be counted of a chart's marks, and in which voice it shows them.
const countable = new Map(pictures.map((figure) => {
  const places = (D.charts[figure.dataset.chart]?.areas || []).filter((_, at) => at % 5 === 4);
  const [measures, voices] = [F.measure, F.voice].map((column) => new Set(places.map((place) => column[place])));
  const kinds = places.some((place) => F.other[place] !== null) ? [] : D.asked.filter((asked) => measures.has(asked.measure)); // pairs are not counted here
  return [figure, { kinds, voice: voices.has("outlet") && voices.has("quoted") ? "beside" : [...voices][0] }];
}));

function live(figure) {
  const { kinds, voice } = countable.get(figure);
  const says = h("span", {});
  const button = h("button", { type: "button", class: "link", onclick: () => (twin ? toTwin() : toggle()) });
  const line = h("p", { class: "rules live-says" }, says, kinds.length ? button : "");
  figure.append(line);
  // Two drawings of the same figures become one.
  const same = (other) => kinds.length && kinds.length === countable.get(other).kinds.length && kinds.every((kind, at) => kind === countable.get(other).kinds[at]);
  const twin = pictures.slice(pictures.indexOf(figure) + 1).find(same);
  const toTwin = () => { twin.scrollIntoView(); twin.dispatchEvent(new Event("filter")); };
  if (twin) button.textContent = `Filter its figures in “${titleOf(twin)}”`;
  if (twin || !kinds.length) {
    const look = () => { says.textContent = narrowed() ? "Not filtered: this chart counts all articles. " : ""; line.hidden = !kinds.length && !narrowed(); };
    listeners.push(look);
    look();
    return;
  }
  const drawing = figure.querySelector(".wide");
  const place = { choice: h("div", { class: "filters plain", role: "group", "aria-label": "What this chart shows" }), picture: h("figure", { class: "picture" }), table: h("div", {}), note: h("p", { class: "rules" }) };
  const anew = h("div", { class: "anew", hidden: true }, place.choice, place.picture, h("details", { class: "tables" }, h("summary", {}, "As a table"), place.table, place.note));
  line.before(anew);
  let made = null;
  let stale = true;
  function draw() {
    if (!stale || anew.hidden) return;
    stale = false;
    if (made) { made.follow(); made.draw(); } else made = explorer(`chart-${figure.dataset.chart}`, kinds, place, { voice, follows: true });
  }
  const near = ({ top, bottom }) => bottom > -400 && top < innerHeight + 400;
  new IntersectionObserver(([entry]) => entry.isIntersecting && draw(), { rootMargin: "400px" }).observe(figure);
  const has = {
    actor: (actor) => kinds.some((kind) => (kind.apart || kind.across === "actor") && D.measures[kind.measure].actors.includes(actor)),
    voice: (heard) => kinds.some((kind) => D.measures[kind.measure].voices.includes(heard)),
  };
  function show(on) {
    anew.hidden = !on;
    drawing.hidden = on;
    const without = ["actor", "voice"].filter((name) => state[name] && !has[name](state[name]));
    const apart = without.length ? `It does not tell this ${without.join(" and this ")} apart. ` : "";
    says.textContent = (on ? `Drawn for ${passing()}. ` : narrowed() ? "Not filtered. " : "") + apart;
    button.textContent = on ? "Show the chart of all articles" : "Filter this chart: outlets, actor, voice, dates";
    if (on && near(figure.getBoundingClientRect())) draw();
  }
  function toggle() {
    const on = anew.hidden;
    if (on) openFilters();
    show(on);
    (on ? place.choice.querySelector("label:not([hidden]) select") : button).focus({ preventScroll: true });
  }
  figure.addEventListener("filter", () => { if (anew.hidden) toggle(); });
  listeners.push(() => { stale = true; show(Boolean(restricted() || state.outlets.size < D.outlets.length || ["actor", "voice"].some((name) => state[name] && has[name](state[name])))); });
  redrawn(anew, () => { stale = true; draw(); });
  show(false);
}
