// Figures of any choice of articles, added up here the way the report adds up: sums over the articles of an outlet, and the same minimum of articles
// and observations. Intervals are those of the report where all articles are counted, and else drawn here (resample.js).
const intervalsOf = new Map();
{
  const I = Object.fromEntries(Object.entries(D.intervals).map(([name, column]) => [name, column.names ? decoded(column) : column]));
  I.low.forEach((low, at) => intervalsOf.set(JSON.stringify([I.measure[at], I.outlet[at], I.actor[at], I.category[at], I.voice[at]]), [low, I.high[at]]));
}
const keyOf = (outlet, column) => JSON.stringify([outlet, column]);
const added = (sums, article, value) => sums.set(article, (sums.get(article) || 0) + value);
const total = (sums) => { let sum = 0; for (const value of sums.values()) sum += value; return sum; };

function figuresOf(asked, voice, actor, keep) {
  const measure = D.measures[asked.measure];
  const byActor = asked.across === "actor";
  const actorCode = actor ? measure.actors.indexOf(actor) : -1;
  const fixed = asked.category === null ? null : measure.categories.indexOf(asked.category);
  const heard = (parts[voice] || []).map((one) => D.voices.indexOf(one));
  const mean = asked.statistic === "mean";
  const above = counting(measure, (at, article) => {
    if (!keep(article) || (measure.voice && !heard.includes(measure.voice[at]))) return undefined;
    if (byActor ? measure.actor[at] < 0 || (fixed !== null && measure.category[at] !== fixed) : actor && measure.actor[at] !== actorCode) return undefined;
    return byActor ? measure.actors[measure.actor[at]] : measure.category[at] < 0 ? null : measure.categories[measure.category[at]];
  });
  const base = measure.base;
  const voiceCode = D.voices.indexOf(voice);
  const below = new Map();
  base.article.forEach((article, at) => {
    if (base.voice[at] !== voiceCode || !keep(article)) return;
    if (byActor ? base.actor[at] < 0 : base.actor[at] !== actorCode) return;
    const column = byActor ? measure.actors[base.actor[at]] : base.category ? (base.category[at] < 0 ? null : measure.categories[base.category[at]]) : "*";
    const key = keyOf(articles.outlet[article], column);
    if (!below.has(key)) below.set(key, { weights: new Map(), size: 0, articles: 0 });
    const sums = below.get(key);
    added(sums.weights, article, base.weight ? base.weight[at] : base.size[at]);
    sums.size += base.size[at];
    sums.articles += base.size[at] > 0 ? 1 : 0;
  });
  const whole = !restricted();
  const found = new Map();
  const at = (outlet, column) => {
    const key = keyOf(outlet, column);
    if (!found.has(key)) found.set(key, cell(outlet, column, key));
    return found.get(key);
  };
  function cell(outlet, column, key) {
    const sums = below.get(keyOf(outlet, byActor || base.category ? column : "*"));
    if (!sums || !sums.size) return null;
    const mine = above.get(key) || { count: 0, weights: new Map(), times: new Map() };
    // A mean is one over articles of the article's mean.
    const numerator = mean ? new Map([...mine.weights].map(([article, sum]) => [article, sum / mine.times.get(article)])) : mine.weights;
    const denominator = mean ? new Map([...mine.weights.keys()].map((article) => [article, 1])) : sums.weights;
    const allowed = !D.single && sums.articles >= D.rules.articles && sums.size >= D.rules.observations && total(denominator) > 0;
    const value = allowed ? total(numerator) / total(denominator) : null;
    const kept = () => intervalsOf.get(JSON.stringify([asked.measure, outlet, byActor ? column : actor || null, byActor ? asked.category : column, voice])) || null;
    const ends = value === null ? null : whole ? kept() : interval95(outlet, numerator, denominator, value);
    return { value, count: mine.count, size: sums.size, articles: sums.articles, ends };
  }
  const often = new Map();
  for (const [key, { count }] of above) { const column = JSON.parse(key)[1]; often.set(column, (often.get(column) || 0) + count); }
  const columns = asked.wanted ? asked.wanted.filter((column) => often.get(column)) : [...often.keys()].sort((a, b) => often.get(b) - often.get(a) || String(a).localeCompare(String(b)));
  const widest = byActor || base.category ? columns : columns.slice(0, 1);
  const sizeOf = (outlet, column) => below.get(keyOf(outlet, byActor || base.category ? column : "*"))?.size ?? 0;
  const size = (outlet) => { const mine = widest.map((column) => sizeOf(outlet, column)); return byActor ? mine.reduce((sum, one) => sum + one, 0) : Math.max(0, ...mine); };
  return { at, columns, size };
}

// What is counted in each outlet and column, and its weights and times by article. columnOf: undefined leaves a row out.
function counting(measure, columnOf) {
  const found = new Map();
  measure.row.forEach((_, at) => {
    const article = measure.rowArticle[at];
    const column = columnOf(at, article);
    if (column === undefined) return;
    const key = keyOf(articles.outlet[article], column);
    if (!found.has(key)) found.set(key, { count: 0, weights: new Map(), times: new Map() });
    const mine = found.get(key);
    mine.count += 1;
    added(mine.weights, article, measure.weight ? measure.weight[at] : 1);
    added(mine.times, article, 1);
  });
  return found;
}
