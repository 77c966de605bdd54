import { nameOf, relationOf } from "./data.js";

/**
 * What passes the filters, and what the search finds in it.
 *
 * @typedef {import("./data.js").Claim} Claim
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./store.js").State} State
 * @typedef {{claims: Claim[], byPair: Map<string, Claim[]>, actors: Map<string, number>}} Shown
 * @typedef {{claims: Claim[], actors: string[]}} Found
 */

/**
 * The claims that pass; pairs and actors that have one, with their counts.
 * @param {Model} model @param {State} state @returns {Shown}
 */
export function shownBy(model, state) {
  const claims = model.claims.filter((claim) => passes(model, state, claim));
  /** @type {Map<string, Claim[]>} */
  const byPair = new Map();
  /** @type {Map<string, number>} */
  const actors = new Map();
  for (const claim of claims) {
    const mates = byPair.get(claim.pair);
    if (mates) mates.push(claim);
    else byPair.set(claim.pair, [claim]);
    for (const code of new Set([claim.s, claim.o])) actors.set(code, (actors.get(code) || 0) + 1);
  }
  return { claims, byPair, actors };
}

/** @param {Model} model @param {State} state @param {Claim} claim */
function passes(model, state, claim) {
  if (!state.quads.has(relationOf(model, claim).quad)) return false;
  if (!state.modalities.has(claim.m || "actual")) return false;
  if (!claim.years) return state.undated;
  const [first, last] = claim.years;
  if (state.to !== null && first > state.to) return false;
  return state.from === null || last === null || last >= state.from;
}

/**
 * What the search words find among what is shown; every word must be met.
 * @param {Model} model @param {Shown} shown @param {string} query @returns {Found}
 */
export function findIn(model, shown, query) {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (!words.length) return { claims: [], actors: [] };
  const met = (/** @type {string} */ text) => words.every((word) => text.includes(word));
  return {
    claims: shown.claims.filter((claim) => met(textOf(model, claim))),
    actors: [...shown.actors.keys()].filter((code) => met(folded(`${nameOf(model, code)} ${code}`))),
  };
}

/** @type {WeakMap<Claim, string>} */
const texts = new WeakMap();

/** @param {Model} model @param {Claim} claim */
function textOf(model, claim) {
  let text = texts.get(claim);
  if (text === undefined) {
    const { label, quad } = relationOf(model, claim);
    const source = model.documents.get(claim.doc || "");
    const names = [nameOf(model, claim.s), label, nameOf(model, claim.o), quad, claim.m];
    text = folded([...names, claim.pre, claim.q, claim.suf, claim.by, source?.title].join(" "));
    texts.set(claim, text);
  }
  return text;
}

/** Small letters without accents: "cote" finds "Côte". @param {string} text */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
