// Marked text. Spans overlap in any way, so a text is cut at every edge and each piece carries the classes of all that cover it.
function marked(text, offset, marks) {
  const size = long(text);
  const here = marks.map((mark) => ({ ...mark, from: Math.max(0, mark.start - offset), to: Math.min(size, mark.end - offset) })).filter((mark) => mark.from < mark.to);
  const edges = [...new Set([0, size, ...here.flatMap((mark) => [mark.from, mark.to])])].sort((a, b) => a - b);
  const pieces = [];
  for (let at = 0; at + 1 < edges.length; at += 1) {
    const [from, to] = [edges[at], edges[at + 1]];
    const covering = here.filter((mark) => mark.from <= from && mark.to >= to);
    const words = cut(text, from, to);
    if (!covering.length) { pieces.push(words); continue; }
    const classes = new Set(covering.flatMap((mark) => mark.classes));
    covering.forEach((mark) => { if (mark.from === from) mark.classes.forEach((name) => classes.add(`${name}-starts`)); if (mark.to === to) mark.classes.forEach((name) => classes.add(`${name}-ends`)); });
    const says = covering.map((mark) => mark.says).filter(Boolean);
    const stops = covering.some((mark) => mark.stop && mark.from === from);
    pieces.push(h("span", { class: [...classes].join(" "), "data-says": says.length ? says.join("\n") : null, tabindex: stops ? 0 : null, "aria-description": stops ? says.join("; ") : null }, words));
  }
  return pieces;
}

const joined = (...parts) => parts.filter(Boolean).join(", ");
const told = {
  mentions(t, row) {
    const who = t.actor[row] === null ? "actor not resolved" : actorName(t.actor[row]);
    const speaker = t.speaker[row] && t.speaker[row] !== "other" ? `speaker: ${actorName(t.speaker[row])}` : null;
    return `${who}: ${joined(t.kind[row], t.resolved_by[row] !== t.kind[row] && t.resolved_by[row] && `actor by ${t.resolved_by[row]}`, t.facets[row], voiceNames[t.voice[row]], speaker, t.distanced[row] && "distanced")}`;
  },
  attributions(t, row) {
    const source = t.source_actor[row] && t.source_actor[row] !== "other" ? actorName(t.source_actor[row]) : t.source_type[row] === "none" ? "no source given" : t.source_type[row];
    return joined(`source: ${source}`, t.stance[row] && `${t.stance[row].replaceAll("_", " ")} cue`, `${t.form[row]} speech`, counted(t.content_words[row] ?? 0, "word"), !t.spoken[row] && "attitude, in the outlet’s wording");
  },
  tone: (t, row) => `tone toward ${actorName(t.actor[row])}: ${t.label[row]} (${(t.label[row] === "neutral" ? 1 - t.negative[row] - t.positive[row] : t[t.label[row]][row]).toFixed(2)}), ${voiceNames[t.voice[row]]}`,
  language: (t, row) => `${t.category[row].replaceAll("_", " ")}, ${voiceNames[t.voice[row]]}, lexicon entry ${t.entry[row]}`,
  actions(t, row) {
    const parties = joined(t.agent_actor[row] && `agent: ${actorName(t.agent_actor[row])}`, t.patient_actor[row] && `patient: ${actorName(t.patient_actor[row])}`);
    return joined(t.category[row]?.replaceAll("_", " "), t.construction[row].replaceAll("_", " "), parties, voiceNames[t.voice[row]]);
  },
};
const details = (table, row) => {
  const t = tables[table];
  if (told[table]) return told[table](t, row);
  return joined(...Object.entries(t).filter(([name, values]) => !/article|sentence|start|end/.test(name) && values[row] !== null).map(([name, values]) => `${name.replaceAll("_", " ")} ${values[row]}`));
};

// Words that take a side, as the chart of loaded language has them, apart from those that say how strongly things are put.
const LOADED = new Set(["loaded", "euphemism", "dysphemism", "sensational", "scare_quotes", "headline_form", "speculation"]);

// The spans of an observation, each with the class that shows it.
function spans(table, row) {
  const t = tables[table];
  const says = details(table, row);
  if (table === "attributions") {
    const content = (t.content[row] || []).map((span) => ({ ...span, classes: ["content", t.form[row], ...(t.spoken[row] ? [] : ["unspoken"])], says, stop: t.cue_start[row] === null }));
    const source = t.source_start[row] === null ? [] : [{ start: t.source_start[row], end: t.source_end[row], classes: ["source"], says }];
    const cue = t.cue_start[row] === null ? [] : [{ start: t.cue_start[row], end: t.cue_end[row], classes: ["cue"], says, stop: true }];
    return [...content, ...source, ...cue];
  }
  const [start, end] = table === "actions" ? [t.verb_start?.[row], t.verb_end?.[row]] : [t.start?.[row], t.end?.[row]];
  if (start === null || start === undefined) return [];
  const classes = { mentions: ["mention", t.kind?.[row], ...(t.actor?.[row] ? [] : ["unresolved"])], tone: ["tone", t.label?.[row]], language: ["language", LOADED.has(t.category?.[row]) ? "loaded" : "degree"] }[table] || ["observed"];
  return [{ start, end, classes, says, stop: true }];
}
