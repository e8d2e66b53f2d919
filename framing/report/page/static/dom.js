// Elements: children that are strings become text, so nothing that an article says is ever read as markup.
const $ = (id) => document.getElementById(id);
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
const counted = (count, noun, many) => `${count.toLocaleString("en")} ${count === 1 ? noun : many || noun + "s"}`;
const say = (text) => { $("status").textContent = ""; requestAnimationFrame(() => { $("status").textContent = text; }); };

// A long list, a part at a time.
function inParts(items, make, size = 40) {
  const list = h("div", {});
  const more = h("button", { type: "button", class: "more", onclick: () => grow() }, "");
  let shown = 0;
  function grow() {
    const first = shown;
    for (const item of items.slice(shown, shown + size)) list.append(make(item));
    shown = Math.min(items.length, shown + size);
    more.textContent = `Show ${Math.min(size, items.length - shown)} more of ${items.length.toLocaleString("en")}`;
    if (shown === items.length) more.remove();
    if (first) list.children[first]?.querySelector("button, a")?.focus();
  }
  grow();
  return [list, shown < items.length ? more : null];
}
