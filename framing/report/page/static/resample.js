// Percentile bootstrap over an outlet's articles within its events, small events taken together: the report's way, with draws of its own.
const DRAWS = 1000;
const SMALLEST = 5;
let drawnFor = "";
const drawsOf = new Map();

// Random numbers below 1 that are the same for the same words (mulberry32).
function randomOf(words) {
  let seed = 2166136261;
  for (let at = 0; at < words.length; at += 1) seed = Math.imul(seed ^ words.charCodeAt(at), 16777619);
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function strata(members) {
  const byEvent = new Map();
  for (const article of members) byEvent.set(articles.event[article], [...(byEvent.get(articles.event[article]) || []), article]);
  const groups = [...byEvent.values()].sort((a, b) => a.length - b.length);
  const pool = [];
  while (groups.length && (groups[0].length < SMALLEST || (pool.length && pool.length < SMALLEST))) pool.push(...groups.shift());
  return pool.length ? [...groups, pool] : groups;
}

// Each draw of an outlet's articles that pass the filters, as a list of articles. Kept until the filters change.
function draws(outlet) {
  const now = JSON.stringify([state.from, state.to, state.event, state.own]);
  if (now !== drawnFor) { drawsOf.clear(); drawnFor = now; }
  if (!drawsOf.has(outlet)) {
    const members = articles.outlet.map((name, article) => (name === outlet && passes(article) ? article : -1)).filter((article) => article >= 0);
    const random = randomOf(members.map((article) => articles.article_id[article]).join("\n"));
    const groups = strata(members);
    drawsOf.set(outlet, Array.from({ length: DRAWS }, () => groups.flatMap((group) => group.map(() => group[Math.floor(random() * group.length)]))));
  }
  return drawsOf.get(outlet);
}

// Ends of the 95% interval of a ratio of sums over articles; null where the draws do not vary.
function interval95(outlet, numerator, denominator, value) {
  const above = new Float64Array(articles.article_id.length);
  const below = new Float64Array(articles.article_id.length);
  numerator.forEach((weight, article) => { above[article] = weight; });
  denominator.forEach((weight, article) => { below[article] = weight; });
  const ratios = [];
  for (const drawn of draws(outlet)) {
    let [top, bottom] = [0, 0];
    for (const article of drawn) { top += above[article]; bottom += below[article]; }
    if (bottom) ratios.push(top / bottom);
  }
  ratios.sort((a, b) => a - b);
  const end = (tail) => { const place = tail * Math.max(ratios.length - 1, 0); const low = Math.floor(place); return ratios[low] + ((ratios[low + 1] ?? ratios[low]) - ratios[low]) * (place - low); };
  const [low, high] = [Math.min(end(0.025), value), Math.max(end(0.975), value)];
  return ratios.length && high - low >= 1e-9 ? [low, high] : null;
}
