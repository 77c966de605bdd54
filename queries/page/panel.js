import { button, make } from "./dom.js";
import { alphabet, counted, nameOf, pairName } from "./data.js";
import { card } from "./card.js";
import { lookName, lookOf } from "./look.js";
import { shape, swatch } from "./swatch.js";
import { bar } from "./bar.js";

/**
 * The panel beside the graph: what is picked, what is found, else everyone.
 *
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./data.js").Claim} Claim
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./shown.js").Shown} Shown
 * @typedef {import("./shown.js").Found} Found
 */

const FEW = 40;

/** @param {HTMLElement} panel @param {Model} model @param {Store} store @param {Shown} shown @param {Found} found */
export function showPanel(panel, model, store, shown, found) {
  const { selected, query } = store.get();
  const parts =
    selected?.kind === "pair"
      ? onePair(model, store, shown, selected.id)
      : selected
        ? oneActor(model, store, shown, selected.id)
        : query.trim()
          ? results(model, store, shown, found)
          : everyone(model, store, shown);
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
}

/** @param {Model} model @param {Store} store @param {Shown} shown @param {string} id */
function onePair(model, store, shown, id) {
  const pair = /** @type {import("./data.js").Pair} */ (model.pairs.get(id));
  const claims = shown.byPair.get(id) || [];
  const [first, second] = [pair.from, pair.to].map((code) => actorLink(model, store, code));
  return [
    back(store),
    heading(first, " – ", second),
    make("p", { class: "count" }, `${counted(claims.length, "claim")}, newest first`),
    bar(model, claims),
    ...cards(model, claims),
  ];
}

/** @param {Model} model @param {Store} store @param {Shown} shown @param {string} code */
function oneActor(model, store, shown, code) {
  const pairs = (model.pairsOf.get(code) || []).filter((pair) => shown.byPair.has(pair.id));
  const claims = shown.claims.filter((claim) => claim.s === code || claim.o === code);
  const other = (/** @type {import("./data.js").Pair} */ pair) => (pair.from === code ? pair.to : pair.from);
  const kind = model.actors.get(code)?.kind || "state";
  return [
    back(store),
    heading(shape(kind), " ", nameOf(model, code)),
    make("p", { class: "count" }, `${kind} · ${counted(claims.length, "claim")} with ${counted(pairs.length, "other")}`),
    bar(model, claims),
    make("h3", {}, "Partners and rivals"),
    pairList(model, store, shown, pairs, (pair) => nameOf(model, other(pair))),
    make("h3", {}, "Claims, newest first"),
    ...cards(model, claims),
  ];
}

/** @param {Model} model @param {Store} store @param {Shown} shown @param {Found} found */
function results(model, store, shown, found) {
  const count = found.claims.length + found.actors.length;
  return [
    heading(count ? "Found" : "Nothing found"),
    make("p", { class: "count" }, count ? counted(found.claims.length, "claim") : "Try fewer words, or widen the filters."),
    found.actors.length ? actorList(model, store, shown, found.actors) : "",
    ...cards(model, found.claims, (claim) => store.set({ selected: { kind: "pair", id: claim.pair } })),
  ];
}

/** @param {Model} model @param {Store} store @param {Shown} shown */
function everyone(model, store, shown) {
  if (!shown.claims.length) return [];
  const pairs = [...shown.byPair.keys()].map((id) => /** @type {import("./data.js").Pair} */ (model.pairs.get(id)));
  return [
    make("p", { class: "hint" }, "Click a line to read what is said and where; click an actor for all its relations."),
    make("h2", {}, "Pairs"),
    pairList(model, store, shown, pairs, (pair) => pairName(model, pair)),
    make("h2", {}, "Actors"),
    actorList(model, store, shown, [...shown.actors.keys()]),
  ];
}

/**
 * @param {Model} model @param {Store} store @param {Shown} shown @param {import("./data.js").Pair[]} pairs
 * @param {(pair: import("./data.js").Pair) => string} name
 */
function pairList(model, store, shown, pairs, name) {
  const count = (/** @type {import("./data.js").Pair} */ pair) => shown.byPair.get(pair.id)?.length || 0;
  const ranked = [...pairs].sort((a, b) => count(b) - count(a) || alphabet.compare(name(a), name(b)));
  const row = (/** @type {import("./data.js").Pair} */ pair) => {
    const look = lookOf(model, shown.byPair.get(pair.id) || [], pair.from);
    const words = make("span", { class: "name" }, name(pair), make("span", { class: "unseen" }, `, ${lookName(look)}`));
    const open = () => store.set({ selected: { kind: "pair", id: pair.id } });
    return button({ "data-key": `pair ${pair.id}` }, open, swatch(look), words, number(count(pair)));
  };
  return list(ranked.map((pair) => () => row(pair)), "pairs");
}

/** @param {Model} model @param {Store} store @param {Shown} shown @param {string[]} codes */
function actorList(model, store, shown, codes) {
  const count = (/** @type {string} */ code) => shown.actors.get(code) || 0;
  const ranked = [...codes].sort(
    (a, b) => count(b) - count(a) || alphabet.compare(nameOf(model, a), nameOf(model, b)),
  );
  const row = (/** @type {string} */ code) => {
    const open = () => store.set({ selected: { kind: "actor", id: code } });
    const mark = shape(model.actors.get(code)?.kind || "state");
    const name = make("span", { class: "name" }, nameOf(model, code));
    return button({ "data-key": `actor ${code}` }, open, mark, name, number(count(code)));
  };
  return list(ranked.map((code) => () => row(code)), "actors");
}

/** @param {number} count */
function number(count) {
  return make("span", { class: "number" }, String(count), make("span", { class: "unseen" }, count === 1 ? " claim" : " claims"));
}

/** A list that shows the first and has the others ready. @param {(() => HTMLElement)[]} rows @param {string} of */
function list(rows, of) {
  const items = make("ul", { class: "list" }, ...rows.slice(0, FEW).map((row) => make("li", {}, row())));
  if (rows.length > FEW) items.append(more(rows.length - FEW, of, () => rows.slice(FEW).map((row) => make("li", {}, row())), "li"));
  return items;
}

/** @param {Model} model @param {Claim[]} claims @param {(claim: Claim) => void} [open] */
function cards(model, claims, open) {
  const made = (/** @type {Claim} */ claim) => {
    const one = card(model, claim);
    if (open) one.append(button({ class: "open" }, () => open(claim), "All between the two"));
    return one;
  };
  const first = claims.slice(0, FEW).map(made);
  if (claims.length > FEW) first.push(more(claims.length - FEW, "claims", () => claims.slice(FEW).map(made), "div"));
  return first;
}

/** @param {number} count @param {string} of @param {() => HTMLElement[]} rest @param {string} tag */
function more(count, of, rest, tag) {
  const holder = make(tag, { class: "more" });
  holder.append(button({}, () => holder.replaceWith(...rest()), `Show ${count.toLocaleString("en")} more ${of}`));
  return holder;
}

/** @param {Store} store */
function back(store) {
  return button({ class: "back" }, () => store.set({ selected: null }), "← Back", make("kbd", { "aria-hidden": "true" }, "Esc"));
}

/** @param {...import("./dom.js").Child} children */
function heading(...children) {
  return make("h2", { tabindex: -1, class: "title" }, ...children);
}

/** @param {Model} model @param {Store} store @param {string} code */
function actorLink(model, store, code) {
  return button({ class: "plain" }, () => store.set({ selected: { kind: "actor", id: code } }), nameOf(model, code));
}
