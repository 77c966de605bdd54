import { byId } from "./dom.js";

/**
 * The keyboard: "/" searches, Escape steps back, arrows walk through lists.
 * @param {import("./store.js").Store} store
 */
export function listenToKeys(store) {
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.matches("input");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("search").focus();
    } else if (event.key === "Escape") {
      escape(store);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (step(target, event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    }
  });
}

/** Close what is open, innermost first. @param {import("./store.js").Store} store */
function escape(store) {
  const { selected, query } = store.get();
  if (selected) store.set({ selected: null });
  else if (query) store.set({ query: "" });
}

/** @param {HTMLElement} from @param {number} by */
function step(from, by) {
  const list = from.id === "search" ? byId("panel") : from.closest(".list, .panel");
  if (!list) return false;
  const buttons = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".list button, .open")]);
  const next = buttons[buttons.indexOf(from) + by];
  next?.focus();
  return Boolean(next);
}
