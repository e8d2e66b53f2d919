// The picture of a table: Vega-Lite, a panel for each column on one scale, a mark with its interval for each outlet.
let vegaLoading = null;
function vega() {
  vegaLoading ??= inflated("vega").then((code) => {
    const script = document.createElement("script"); // the page's policy knows this text by its hash
    script.textContent = code;
    document.head.append(script);
    return window.vegaEmbed;
  });
  return vegaLoading;
}

const pictured = new WeakMap(); // a picture that is ready after a later one was asked for is thrown away
const unseen = new Map(); // what is to be drawn in a place that is not shown, and so has no width
const drawUnseen = () => { for (const [place, drawn] of [...unseen]) picture(place, drawn); };
async function picture(place, drawn) {
  const mine = {};
  pictured.set(place, mine);
  unseen.delete(place);
  const later = () => { if (place.parentElement.checkVisibility()) return false; unseen.set(place, drawn); return true; };
  if (later()) return;
  const { cells, outlets, columns, title, asked, heard } = drawn;
  const values = cells.filter((cell) => cell.found).map((cell, at) => ({
    at, voice: voiceNames[cell.voice], outlet: cell.outlet, column: cell.called, value: cell.found.value, low: cell.found.ends?.[0] ?? null, high: cell.found.ends?.[1] ?? null, count: cell.found.count,
    few: cell.found.value === null ? cell.shown : null, n: `n=${cell.found.size.toLocaleString("en")}`,
  }));
  place.replaceChildren();
  place.hidden = !values.length;
  if (place.hidden) return;
  const opened = cells.filter((cell) => cell.found);
  const figures = values.some((one) => one.value !== null);
  const alt = `${title}. ${figures ? "Dot plot with 95% intervals" : "Bar chart of counts: no figure here has enough articles and observations"}, ${counted(columns.length, "panel")}, ${counted(outlets.length, "outlet")}. The table below has the same numbers.`;
  const drawing = h("div", { "aria-hidden": "true" }); // of which the marks over it tell all
  const image = h("div", { role: "img", "aria-label": alt }, drawing);
  const board = h("div", { class: "vega" }, h("div", { class: "drawn" }, image));
  const series = heard.length > 1 ? "Filled circles: outlet’s own voice. Hollow diamonds: words of sources. " : "";
  const bars = heard.length > 1 ? "Filled bars: outlet’s own voice. Outlined bars: words of sources. " : "";
  const lines = values.some((one) => one.low !== null) ? "Line: 95% interval. " : "";
  const few = values.some((one) => one.few !== null) ? "Grey numbers: too few articles or observations for a figure, so the count. " : "";
  place.append(h("figcaption", {}, title), board, h("p", { class: "rules" }, figures ? `${series}${lines}${few}` : `${bars}Too few articles or observations for a figure: counts. `, "n: what a figure stands on."));
  const embed = await vega();
  if (pictured.get(place) !== mine || later()) return;
  const spec = specOf({ values, outlets, columns, asked, figures, heard, width: place.clientWidth });
  const { view } = await embed(drawing, spec, { ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: false });
  if (pictured.get(place) !== mine || later()) { view.finalize(); return; }
  const { left: x, top: y } = board.firstChild.getBoundingClientRect();
  const marks = [...image.querySelectorAll(`.${BANDS} > path`)].map((band) => {
    const { left, top, width, height } = band.getBoundingClientRect();
    const [one, px] = [opened[band.__data__.datum.at], (length) => `${length.toFixed(1)}px`];
    return { left: px(left - x), top: px(top - y), width: px(width), height: px(height), says: `${nameOfCell(one)}: ${one.says}`, open: one.open };
  });
  overlaid(place, board.firstChild, marks);
}

const BANDS = "child_layer_0_marks"; // what Vega-Lite calls the first layer of a panel
const nameOfCell = ({ outlet, called, voice }) => `${isolated(outlet)} · ${called}, ${voiceNames[voice]}`;
const NARROWEST = 120;
const BESIDE = 62; // for n
function specOf({ values, outlets, columns, asked, figures, heard, width }) {
  const ink = { ink: "var(--ink)", soft: "var(--soft)", line: "var(--line)", blue: "var(--mark)", other: "var(--other)", page: "var(--page)" };
  const label = Math.min(width < 480 ? 115 : 170, 20 + 7.2 * Math.max(...outlets.map((outlet) => outlet.length)));
  const room = Math.max(width - label - 12, NARROWEST + BESIDE);
  const across = Math.max(1, Math.min(columns.length, Math.floor(room / (NARROWEST + BESIDE)), Math.ceil(columns.length / Math.ceil(columns.length / 4))));
  const panel = Math.min(320, Math.floor(room / across) - BESIDE);
  const share = asked.unit === "share";
  const ends = values.flatMap((one) => [one.value, one.low, one.high]).filter((value) => value !== null);
  const most = figures ? Math.max(...ends, 0) : 1.15 * Math.max(...values.map((one) => one.count), 1);
  const least = figures ? Math.min(...ends, 0) : 0;
  const y = { field: "outlet", type: "nominal", sort: outlets, scale: { domain: outlets }, title: null, axis: { labelLimit: label, ticks: false, domain: false, labelPadding: 8, grid: true, gridColor: ink.line, gridDash: [1, 3], zindex: 0 } };
  const scale = { domain: [least, share && figures ? Math.min(1, most) : most], nice: true, zero: true };
  const x = (field) => ({ field, type: "quantitative", scale, title: null, axis: { format: share && figures ? ".0%" : ",~f", tickCount: 3, labelFlush: true, grid: true, gridColor: { condition: { test: "datum.value === 0", value: ink.soft }, value: ink.line }, domain: false, ticks: false } });
  // Voices differ by colour, and by shape and fill.
  const names = heard.map((name) => voiceNames[name]);
  const yOffset = { field: "voice", sort: names, scale: { domain: names } };
  const by = (range) => ({ field: "voice", type: "nominal", scale: { domain: names, range: range.slice(0, names.length) }, legend: null });
  const row = names.length > 1 ? 34 : 22;
  const size = names.length > 1 ? 10 : 11;
  const layer = figures
    ? [
        { transform: [{ filter: "datum.low !== null" }], mark: { type: "rule", strokeWidth: 2 }, encoding: { color: by([ink.blue, ink.other]), x: x("low"), x2: { field: "high" } } },
        { transform: [{ filter: "datum.value !== null" }], mark: { type: "point", size: 60, strokeWidth: 1.8, opacity: 1 }, encoding: { stroke: by([ink.blue, ink.other]), fill: by([ink.blue, ink.page]), shape: by(["circle", "diamond"]), x: x("value") } },
        { transform: [{ filter: "datum.few !== null" }], mark: { type: "text", align: "left", dx: 3, color: ink.soft, fontSize: size }, encoding: { x: { value: 0 }, text: { field: "few" } } },
      ]
    : [
        { mark: { type: "bar", strokeWidth: 1.5, height: { band: 0.6 } }, encoding: { stroke: by([ink.blue, ink.other]), fill: by([ink.blue, ink.page]), x: x("count") } },
        { mark: { type: "text", align: "left", dx: 4, color: ink.soft, fontSize: size }, encoding: { x: x("count"), text: { field: "count", format: "," } } },
      ];
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    data: { values },
    facet: { field: "column", type: "nominal", sort: columns, header: { title: null, labelFontSize: 13, labelFontWeight: 600, labelAnchor: "start", labelLimit: panel + BESIDE } },
    columns: across,
    spacing: { column: 6, row: 22 },
    spec: {
      width: panel, height: { step: row, for: "position" }, encoding: { y, yOffset },
      layer: [
        // A band that can be pointed at, wider than the mark: the place of a button.
        { mark: { type: "rect", fill: "transparent" }, encoding: { x: { value: 0 }, x2: { value: panel + BESIDE } } },
        ...layer,
        { mark: { type: "text", align: "left", color: ink.soft, fontSize: size }, encoding: { x: { value: panel + 10 }, text: { field: "n" } } },
      ],
    },
    resolve: { axis: { x: "independent" } },
    config: { view: { stroke: null }, background: null, font: getComputedStyle($("filters")).fontFamily, axis: { labelColor: ink.soft, labelFontSize: 11 }, axisY: { labelColor: ink.ink, labelFontSize: 12 }, header: { labelColor: ink.ink }, aria: false },
  };
}
