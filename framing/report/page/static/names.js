// What things are called, and how numbers are written: as the report does.
const actorName = (actor) => (actor === "other" ? "other sources" : D.actors[actor] || actor);
const categoryName = (measure, category) => D.measures[measure]?.names[category ?? ""] ?? (category === null ? "all" : category.replaceAll("_", " "));
const voiceNames = { outlet: "outlet’s own voice", direct: "direct quotation", indirect: "reported speech", mixed: "partly quoted speech", quoted: "words of sources", all: "any voice", beside: "own voice beside sources" };
// Halves go to the even neighbour, as in the report.
const even = (value) => { const low = Math.floor(value); return value - low === 0.5 ? low + (low % 2 ? 1 : 0) : Math.round(value); };
const percent = (share) => {
  const value = 100 * share;
  if (value > 0 && value < 0.1) return "under 0.1%";
  if (value > 99.9 && value < 100) return "over 99.9%";
  return `${(value < 1 || value > 99) && even(10 * value) % 10 ? (even(10 * value) / 10).toFixed(1) : even(value)}%`;
};
const number = (value) => {
  if (!value) return "0";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 2;
  const rounded = even(value * 10 ** digits) / 10 ** digits || 0;
  return rounded.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace("-", "−");
};
const written = (unit, value) => (unit === "share" ? percent(value) : number(value));
const interval = (unit, low, high) => `${written(unit, low).replace(/%$/, "")} to ${written(unit, high)}`;
const OPENING = 9; // words that stand for a headline where there is none
const headOf = (article) => articles.title[article] || `${(sentences.text[sentencesOf[article][0]] || "untitled").split(/\s+/).slice(0, OPENING).join(" ")} …`;
// A name that is written from right to left does not turn what stands beside it around.
const isolated = (name) => (/[\u0590-\u08ff\ufb1d-\ufefc\u202a-\u202e]/.test(name) ? `\u2068${name}\u2069` : name);
const byline = (article) => [isolated(articles.outlet[article]), articles.date[article] || "no date", articles.agency[article] && `${articles.wire[article]} copy`].filter(Boolean).join(" · ");
