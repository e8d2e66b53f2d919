// Over a picture, what can be pointed at and opened: one stop for the keyboard, arrows from mark to mark.
// marks: { left, top, width, height } as CSS lengths, what each says, and how it is opened.
function overlaid(figure, board, marks) {
  const buttons = marks.map(({ says, open, ...place }) => {
    const button = h("button", { type: "button", class: "area", tabindex: -1, "aria-label": says, "aria-haspopup": "dialog", onclick: () => open(button) });
    Object.assign(button.style, place);
    return button;
  });
  if (!buttons.length) return;
  buttons[0].tabIndex = 0;
  const group = h("div", { class: "areas", role: "group", "aria-label": `${counted(buttons.length, "mark")} of the chart: arrow keys move, Enter opens the sentences` }, buttons);
  group.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const ends = { Home: 0, End: buttons.length - 1 }[event.key];
    const next = ends !== undefined ? buttons[ends] : way && nearest(buttons, document.activeElement, way);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  group.addEventListener("focusin", (event) => { for (const button of buttons) button.tabIndex = button === event.target ? 0 : -1; });
  const tip = h("p", { class: "tip", hidden: true, "aria-hidden": "true" });
  const show = (event) => {
    const at = event.target.closest?.(".area");
    tip.hidden = !at;
    if (!at) return;
    tip.textContent = at.getAttribute("aria-label");
    const [mark, whole] = [at.getBoundingClientRect(), figure.getBoundingClientRect()];
    const above = mark.top - whole.top - tip.offsetHeight - 6;
    const room = mark.top - tip.offsetHeight - 6 > $("views").getBoundingClientRect().bottom;
    tip.style.top = `${room ? above : mark.bottom - whole.top + 6}px`;
    tip.style.left = `${Math.max(0, Math.min(mark.left - whole.left, whole.width - tip.offsetWidth))}px`;
  };
  for (const kind of ["pointerover", "focusin"]) group.addEventListener(kind, show);
  for (const kind of ["pointerleave", "focusout"]) group.addEventListener(kind, () => { tip.hidden = true; });
  board.append(group);
  figure.append(tip);
}

// The closest mark in a direction; what lies aside counts much.
function nearest(buttons, from, [x, y]) {
  const middle = (button) => { const { left, top, width, height } = button.getBoundingClientRect(); return [left + width / 2, top + height / 2]; };
  const [a, b] = middle(from);
  let best = null;
  let least = Infinity;
  for (const button of buttons) {
    const [c, d] = middle(button);
    const [dx, dy] = [c - a, d - b];
    const ahead = dx * x + dy * y;
    if (ahead <= 1) continue;
    const distance = ahead + 4 * Math.abs(dx * y) + 4 * Math.abs(dy * x);
    if (distance < least) [best, least] = [button, distance];
  }
  return best;
}

// The report's charts as drawn.
for (const figure of document.querySelectorAll("figure[data-chart]")) {
  const chart = D.charts[figure.dataset.chart];
  if (!chart) continue;
  figure.querySelector("img").src = URL.createObjectURL(new Blob([chart.svg], { type: "image/svg+xml" }));
  const marks = [];
  for (let at = 0; at < chart.areas.length; at += 5) {
    const [left, top, width, height] = chart.areas.slice(at, at + 4).map((part) => `${part / 100}%`);
    const place = chart.areas[at + 4];
    marks.push({ left, top, width, height, says: `${nameOf(place)}: ${valueOf(place)}`, open: (from) => openFigure(place, from) });
  }
  overlaid(figure, figure.querySelector(".board"), marks);
}

// What is wider than its place fades out at the side where it goes on.
function fading(wide) {
  const look = () => {
    wide.classList.toggle("goes-on", wide.scrollLeft + wide.clientWidth < wide.scrollWidth - 2);
    wide.classList.toggle("goes-back", wide.scrollLeft > 2);
  };
  wide.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(wide);
}
for (const wide of document.querySelectorAll(".wide")) fading(wide);
