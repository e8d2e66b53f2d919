// Charts as drawn, and over them what can be pointed at: one stop for the keyboard a chart, arrows from mark to mark.
for (const figure of document.querySelectorAll("figure[data-chart]")) {
  const chart = D.charts[figure.dataset.chart];
  if (!chart) continue;
  const image = figure.querySelector("img");
  image.src = URL.createObjectURL(new Blob([chart.svg], { type: "image/svg+xml" }));
  const board = figure.querySelector(".board");
  if (!chart.areas.length) continue;
  const buttons = [];
  for (let at = 0; at < chart.areas.length; at += 5) {
    const [x, y, width, height, place] = chart.areas.slice(at, at + 5);
    const button = h("button", { type: "button", class: "area", tabindex: buttons.length ? -1 : 0, "aria-label": `${nameOf(place)}: ${valueOf(place)}`, onclick: () => openFigure(place, button) });
    Object.assign(button.style, { left: `${x / 100}%`, top: `${y / 100}%`, width: `${width / 100}%`, height: `${height / 100}%` });
    button.place = { x: x + width / 2, y: y + height / 2 };
    buttons.push(button);
  }
  const group = h("div", { class: "areas", role: "group", "aria-label": "Marks of the chart: arrow keys move, Enter opens the sentences" }, buttons);
  group.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const ends = { Home: 0, End: buttons.length - 1 }[event.key];
    const next = ends !== undefined ? buttons[ends] : way && nearest(buttons, document.activeElement, way);
    if (!next) return;
    event.preventDefault();
    document.activeElement.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  const tip = h("p", { class: "tip", hidden: true, "aria-hidden": "true" });
  const show = (event) => { const at = event.target.closest?.(".area"); tip.hidden = !at; if (at) tip.textContent = at.getAttribute("aria-label"); };
  for (const kind of ["pointerover", "focusin"]) group.addEventListener(kind, show);
  for (const kind of ["pointerleave", "focusout"]) group.addEventListener(kind, () => { tip.hidden = true; });
  board.append(group);
  figure.append(tip);
}

// The closest mark in a direction; what lies aside counts double.
function nearest(buttons, from, [x, y]) {
  let best = null;
  let least = Infinity;
  for (const button of buttons) {
    const [dx, dy] = [button.place.x - from.place.x, button.place.y - from.place.y];
    const ahead = dx * x + dy * y;
    if (ahead <= 1) continue;
    const distance = ahead + 4 * Math.abs(dx * y) + 4 * Math.abs(dy * x);
    if (distance < least) [best, least] = [button, distance];
  }
  return best;
}
