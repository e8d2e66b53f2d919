// The data as the page carries it: columns, codes and differences become arrays that can be read by row.
async function inflated(id) {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent.trim()), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}
const D = JSON.parse(await inflated("data"));

const summed = (steps) => { let last = 0; return steps.map((step) => (step === null ? null : (last += step))); };
const decoded = ({ names, codes }) => codes.map((code) => (code < 0 ? null : names[code]));

const articles = Object.fromEntries(Object.entries(D.articles).map(([name, column]) => [name, column.names ? decoded(column) : column]));
const sentences = { ...D.sentences, article: summed(D.sentences.article), start: summed(D.sentences.start) };

const tables = {};
for (const [name, packedColumns] of Object.entries(D.tables)) {
  const columns = {};
  for (const [column, values] of Object.entries(packedColumns)) {
    columns[column] = values.names ? decoded(values) : ["article", "start", "verb_start", "cue_start"].includes(column) ? summed(values) : values;
  }
  for (const column of Object.keys(columns).filter((one) => one.endsWith("end"))) {
    const starts = columns[column.replace(/end$/, "start")];
    columns[column] = columns[column].map((length, row) => (length === null ? null : starts[row] + length));
  }
  if (columns.content) columns.content = columns.content.map((flat) => flat.flatMap((start, at) => (at % 2 ? [] : [{ start, end: start + flat[at + 1] }])));
  tables[name] = columns;
}
for (const measure of Object.values(D.measures)) {
  measure.row = summed(measure.row);
  measure.base.article = summed(measure.base.article);
  measure.rowArticle = measure.row.map((row) => tables[measure.table].article[row]);
}

// Places of an article's sentences, and of its rows in each table.
const grouped = (places) => { const found = articles.article_id.map(() => []); places.forEach((article, row) => found[article]?.push(row)); return found; };
const sentencesOf = grouped(sentences.article);
const rowsOf = Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, grouped(columns.article)]));
const sentenceAt = (article, number) => sentencesOf[article].find((place) => sentences.sentence[place] === number) ?? null;
const sentenceHolding = (article, offset) =>
  sentencesOf[article].find((place) => offset >= sentences.start[place] && offset < sentences.start[place] + [...sentences.text[place]].length) ?? null;

// Offsets count characters as Python does, so a text with characters beyond the basic plane is cut by code point.
const astral = /[\ud800-\udfff]/;
const cut = (text, start, end) => (astral.test(text) ? [...text].slice(start, end).join("") : text.slice(start, end));
const long = (text) => (astral.test(text) ? [...text].length : text.length);
