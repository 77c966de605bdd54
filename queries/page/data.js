import { byId } from "./dom.js";

/**
 * What the page was given, indexed.
 *
 * @typedef {"material cooperation" | "verbal cooperation" | "verbal conflict" | "material conflict"} Quad
 * @typedef {{name: string, kind: "state" | "organization"}} Actor
 * @typedef {{label: string, phrase: string, quad: Quad, plover: string, means: string, symmetric: boolean}} Relation
 * @typedef {{title: string, url?: string, publisher?: string, date?: string, licence?: string}} Source
 * @typedef {{id: string, s: string, r: string, o: string, m?: "possible" | "denied", when?: string,
 *   basis?: "text" | "dateline" | "dataset", years?: [number, number | null], pre?: string, q?: string,
 *   suf?: string, by?: string, conf: number, doc?: string, made?: string, pair: string}} Claim
 * @typedef {{id: string, from: string, to: string, claims: number[]}} Pair
 * @typedef {{id: string, label: string, shape: string, size: number, x: number, y: number}} Spot
 * @typedef {{empty: string, actors: Map<string, Actor>, relations: Map<string, Relation>,
 *   documents: Map<string, Source>, claims: Claim[], pairs: Map<string, Pair>, spots: Spot[],
 *   options: object, pairsOf: Map<string, Pair[]>}} Model
 */

/** @type {Quad[]} */
export const QUADS = [
  "material cooperation",
  "verbal cooperation",
  "verbal conflict",
  "material conflict",
];

/**
 * Read the data island. Maps, not objects: a code may be called "__proto__".
 * @returns {Model}
 */
export function readModel() {
  const raw = JSON.parse(byId("data").textContent || "{}");
  const pairs = new Map(raw.network.edges.map((/** @type {Pair} */ pair) => [pair.id, pair]));
  /** @type {Map<string, Pair[]>} */
  const pairsOf = new Map();
  for (const pair of pairs.values()) {
    for (const place of pair.claims) raw.claims[place].pair = pair.id;
    for (const code of new Set([pair.from, pair.to])) {
      pairsOf.set(code, [...(pairsOf.get(code) || []), pair]);
    }
  }
  return {
    empty: raw.empty,
    actors: new Map(Object.entries(raw.actors)),
    relations: new Map(Object.entries(raw.relations)),
    documents: new Map(Object.entries(raw.documents)),
    claims: raw.claims,
    pairs,
    spots: raw.network.nodes,
    options: raw.network.options,
    pairsOf,
  };
}

/** @param {Model} model @param {string} code */
export function nameOf(model, code) {
  return model.actors.get(code)?.name || code;
}

/** @param {Model} model @param {Claim} claim @returns {Relation} */
export function relationOf(model, claim) {
  return /** @type {Relation} */ (model.relations.get(claim.r));
}

/** @param {Model} model @param {Pair} pair */
export function pairName(model, pair) {
  return `${nameOf(model, pair.from)} – ${nameOf(model, pair.to)}`;
}

/** @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** Compare names in English order; a Collator made once is ten times as quick as localeCompare. */
export const alphabet = new Intl.Collator("en");
