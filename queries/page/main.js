import { button, byId, make } from "./dom.js";
import { counted, nameOf, pairName, readModel } from "./data.js";
import { buildFilters, everything } from "./filters.js";
import { createGraph } from "./graph.js";
import { createStore } from "./store.js";
import { createTable } from "./table.js";
import { findIn, shownBy } from "./shown.js";
import { listenToKeys } from "./keys.js";
import { lookName, lookOf } from "./look.js";
import { showPanel } from "./panel.js";

/**
 * The page put together: one store, and everything drawn from it.
 *
 * @typedef {import("./store.js").State} State
 */

const NARROW = "(max-width: 760px)";

function start() {
  const model = readModel();
  const store = createStore({ ...everything(model), query: "", selected: null, view: "graph" });
  const search = /** @type {HTMLInputElement} */ (byId("search"));
  const panel = byId("panel");
  const graph = createGraph(byId("graph"), model, {
    pick: (selected) => store.set({ selected }),
    hover: (selected, x, y) => tip(selected, x, y),
  });
  const fillTable = createTable(byId("table"), model, store);
  let shown = shownBy(model, store.get());
  /** @type {string | null} */
  let opener = null;

  /** @param {State} state @param {State | null} before */
  function render(state, before) {
    if (!before || filtersOf(state).some((value, place) => value !== filtersOf(before)[place])) {
      shown = shownBy(model, state);
    }
    const found = findIn(model, shown, state.query);
    if (search.value !== state.query) search.value = state.query;
    graph.show(shown, emphasisOf(state, found), state.selected?.kind === "actor" ? state.selected.id : null);
    showPanel(panel, model, store, shown, found);
    if (state.view === "table") fillTable(state.query.trim() ? found.claims : shown.claims);
    summarize(state);
    showView(state);
    if (before && state.selected !== before.selected) moveFocus(state, before);
  }

  /** @param {State} state @param {import("./shown.js").Found} found */
  function emphasisOf(state, found) {
    const { selected, query } = state;
    if (!selected && !query.trim()) return null;
    const pairs = new Set(
      selected?.kind === "pair"
        ? [selected.id]
        : selected
          ? (model.pairsOf.get(selected.id) || []).map((pair) => pair.id).filter((id) => shown.byPair.has(id))
          : found.claims.map((claim) => claim.pair),
    );
    const actors = new Set(selected?.kind === "actor" ? [selected.id] : selected ? [] : found.actors);
    for (const id of pairs) for (const code of ends(id)) actors.add(code);
    return { pairs, actors };
  }

  /** @param {string} id */
  function ends(id) {
    const pair = model.pairs.get(id);
    return pair ? [pair.from, pair.to] : [];
  }

  /** @param {State} state @param {State} before */
  function moveFocus({ selected }, before) {
    tip(null, 0, 0);
    if (selected) {
      if (!before.selected) opener = /** @type {HTMLElement | null} */ (pressed)?.dataset.key || null;
      const title = /** @type {HTMLElement | null} */ (panel.querySelector("h2"));
      title?.focus({ preventScroll: true });
      if (matchMedia(NARROW).matches) panel.scrollIntoView({ block: "start" });
      if (store.get().view === "graph") graph.reveal(selected.kind === "pair" ? ends(selected.id) : [selected.id]);
    } else if (opener) {
      const again = [...panel.querySelectorAll("button")].find((it) => it.dataset.key === opener);
      again?.focus();
    }
  }

  /** @type {EventTarget | null} */
  let pressed = null;
  document.addEventListener("click", (event) => (pressed = /** @type {Element} */ (event.target).closest?.("button")), true);

  /** @param {State} state */
  function summarize(state) {
    const all = model.claims.length;
    const some = shown.claims.length === all ? "" : ` of ${all.toLocaleString("en")}`;
    const count = `${shown.claims.length.toLocaleString("en")}${some} ${all === 1 ? "claim" : "claims"}`;
    const text = `${count} between ${counted(shown.actors.size, "actor")}, from ${counted(model.documents.size, "source")}`;
    byId("summary").textContent = all ? text : "";
    byId("spoken").textContent = state.query.trim() ? `${panel.querySelector(".count")?.textContent} found` : text;
  }

  /** @param {State} state */
  function showView({ view, selected, query }) {
    const isTable = view === "table";
    panel.hidden = isTable && !selected && !query.trim();
    panel.parentElement?.classList.toggle("wide", panel.hidden);
    byId("table").hidden = !isTable;
    byId("graph").hidden = byId("zoom").hidden = isTable;
    byId("view-graph").setAttribute("aria-pressed", String(!isTable));
    byId("view-table").setAttribute("aria-pressed", String(isTable));
    const notice = byId("notice");
    notice.hidden = shown.claims.length > 0;
    if (notice.hidden) return;
    const [title, text] = model.claims.length
      ? ["Nothing passes the filters", "Tick more of the legend, or widen the years."]
      : ["There is nothing to show", model.empty];
    notice.replaceChildren(make("h2", {}, title), make("p", {}, text));
  }

  /** @param {import("./store.js").Selected | null} at @param {number} x @param {number} y */
  function tip(at, x, y) {
    const box = byId("tip");
    box.hidden = !at;
    if (!at) return;
    const pair = model.pairs.get(at.id);
    const claims = shown.byPair.get(at.id) || [];
    const [title, text] =
      at.kind === "pair" && pair
        ? [pairName(model, pair), `${counted(claims.length, "claim")}: ${lookName(lookOf(model, claims, pair.from))}`]
        : [nameOf(model, at.id), counted(shown.actors.get(at.id) || 0, "claim")];
    box.replaceChildren(make("b", {}, title), make("span", {}, text));
    const stage = byId("graph");
    box.style.left = `${Math.max(4, Math.min(x + 14, stage.clientWidth - box.offsetWidth - 8))}px`;
    box.style.top = `${Math.min(y + 14, stage.clientHeight - box.offsetHeight - 8)}px`;
  }

  search.addEventListener("input", () => store.set({ query: search.value, selected: null }));
  byId("view-graph").addEventListener("click", () => store.set({ view: "graph" }));
  byId("view-table").addEventListener("click", () => store.set({ view: "table" }));
  byId("zoom").append(
    button({ "aria-label": "Zoom in" }, () => graph.zoom(1.3), "+"),
    button({ "aria-label": "Zoom out" }, () => graph.zoom(1 / 1.3), "−"),
    button({ "aria-label": "Show the whole graph" }, () => graph.fit(), "⤢"),
  );
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.restyle());
  if (matchMedia(NARROW).matches) byId("legend").removeAttribute("open");
  buildFilters(byId("filters"), model, store);
  listenToKeys(store);
  store.listen(render);
  render(store.get(), null);
  graph.fit();
  Object.assign(globalThis, { bilateral: { positions: graph.positions, state: store.get } });
}

/** @param {State} state */
function filtersOf({ quads, modalities, from, to, undated }) {
  return [quads, modalities, from, to, undated];
}

start();
