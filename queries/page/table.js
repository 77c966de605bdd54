import { button, link, make } from "./dom.js";
import { alphabet, counted, nameOf, relationOf } from "./data.js";
import { atQuote } from "./fragment.js";

/**
 * The claims that are shown as a table, for sorting and for screen readers.
 *
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./data.js").Claim} Claim
 * @typedef {{name: string, value: (claim: Claim) => string | number}} Column
 */

const STEP = 200;

/** @param {HTMLElement} box @param {Model} model @param {import("./store.js").Store} store */
export function createTable(box, model, store) {
  const columns = columnsOf(model);
  /** @type {Claim[]} */
  let claims = [];
  let [sorted, falling, most] = [4, true, STEP];

  function paint() {
    const { value } = columns[sorted];
    const ranked = [...claims].sort((a, b) => compare(value(a), value(b)) * (falling ? -1 : 1));
    const rows = ranked.slice(0, most).map((claim) => row(model, store, claim));
    const caption = make("caption", {}, `${counted(claims.length, "claim")} shown; choose a heading to sort by it`);
    const body = make("tbody", {}, ...rows);
    const rest = ranked.length - rows.length;
    box.replaceChildren(make("table", {}, caption, head(), body), rest > 0 ? moreRows(rest) : "");
  }

  function head() {
    const cells = columns.map(({ name }, place) => {
      const order = place === sorted ? (falling ? "descending" : "ascending") : undefined;
      const mark = make("span", { "aria-hidden": "true" }, place === sorted ? (falling ? " ↓" : " ↑") : "");
      return make("th", { scope: "col", "aria-sort": order }, button({}, () => sortBy(place), name, mark));
    });
    return make("thead", {}, make("tr", {}, ...cells));
  }

  /** @param {number} place */
  function sortBy(place) {
    [sorted, falling] = [place, place === sorted ? !falling : place === 4];
    paint();
    /** @type {HTMLElement} */ (box.querySelectorAll("th button")[place]).focus();
  }

  /** @param {number} rest */
  function moreRows(rest) {
    const show = () => {
      most += STEP * 5;
      paint();
    };
    return button({ class: "more" }, show, `Show more (${rest.toLocaleString("en")} left)`);
  }

  return (/** @type {Claim[]} */ shown) => {
    [claims, most] = [shown, STEP];
    paint();
  };
}

/** @param {Model} model @returns {Column[]} */
function columnsOf(model) {
  return [
    { name: "From", value: (claim) => nameOf(model, claim.s) },
    { name: "Relation", value: (claim) => relationOf(model, claim).label },
    { name: "To", value: (claim) => nameOf(model, claim.o) },
    { name: "Status", value: (claim) => claim.m || "actual" },
    { name: "When", value: (claim) => claim.years?.[0] ?? -1 },
    { name: "Quote", value: (claim) => claim.q || "" },
    { name: "Source", value: (claim) => model.documents.get(claim.doc || "")?.title || "" },
    { name: "Confidence", value: (claim) => claim.conf },
  ];
}

/** @param {Model} model @param {import("./store.js").Store} store @param {Claim} claim */
function row(model, store, claim) {
  const { label, quad } = relationOf(model, claim);
  const source = model.documents.get(claim.doc || "");
  const open = () => store.set({ selected: { kind: "pair", id: claim.pair } });
  const tone = quad.endsWith("conflict") ? "conflict" : "cooperation";
  return make(
    "tr",
    { class: claim.m },
    make("th", { scope: "row" }, nameOf(model, claim.s)),
    make("td", {}, button({ class: `plain ${tone}`, title: quad }, open, label)),
    make("td", {}, nameOf(model, claim.o)),
    make("td", {}, claim.m || "actual"),
    make("td", { class: "when" }, claim.when || "no date"),
    make("td", { class: "quote" }, claim.q || ""),
    make("td", {}, link(atQuote(source?.url, claim.q), source?.title || claim.doc || "")),
    make("td", { class: "number" }, claim.conf.toFixed(2)),
  );
}

/** @param {string | number} a @param {string | number} b */
function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return alphabet.compare(String(a), String(b));
}
