import { relationOf } from "./data.js";

/**
 * How a bundle looks: what it says in hue, line and mark, so that no hue is needed to read it.
 *
 * @typedef {import("./data.js").Claim} Claim
 * @typedef {import("./data.js").Model} Model
 * @typedef {"cooperation" | "conflict" | "mixed" | "denied"} Tone
 * @typedef {{tone: Tone, verbal: boolean, faint: boolean, width: number, forth: boolean, back: boolean}} Look
 * @typedef {Record<"ink" | "soft" | "paper" | "faded" | "cooperation" | "conflict" | "denied" | "state" |
 *   "organization" | "accent", string>} Colours
 */

/**
 * Actual claims decide; only where there are none, the possible ones do, faintly; what is only
 * denied has no hue.
 * @param {Model} model @param {Claim[]} claims @param {string} from @returns {Look}
 */
export function lookOf(model, claims, from) {
  const actual = claims.filter((claim) => !claim.m);
  const deciding = weightiest(claims).filter((claim) => claim.m !== "denied");
  const quads = deciding.map((claim) => relationOf(model, claim).quad);
  const kinds = new Set(quads.map((quad) => quad.split(" ")[1]));
  const directed = deciding.filter((claim) => !relationOf(model, claim).symmetric);
  return {
    tone: /** @type {Tone} */ (kinds.size > 1 ? "mixed" : [...kinds][0] || "denied"),
    verbal: quads.every((quad) => quad.startsWith("verbal")),
    faint: !actual.length,
    width: Math.min(1.6 + 1.25 * Math.log2(claims.length), 8),
    forth: directed.some((claim) => claim.s === from),
    back: directed.some((claim) => claim.s !== from),
  };
}

/** The actual claims; without any, the possible; without those, the denied. @param {Claim[]} claims */
export function weightiest(claims) {
  for (const modality of [undefined, "possible"]) {
    const found = claims.filter((claim) => claim.m === modality);
    if (found.length) return found;
  }
  return claims;
}

/** The page's colours, as the style sheet has them for the reader's theme. @returns {Colours} */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ink", "soft", "paper", "faded", "cooperation", "conflict", "denied", "state"];
  const all = [...names, "organization", "accent"];
  return /** @type {Colours} */ (
    Object.fromEntries(all.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]))
  );
}

/** What a tone is called. @param {Look} look */
export function lookName(look) {
  const basis = look.verbal ? "words only" : "acts";
  if (look.tone === "denied") return "only denied";
  const tone = look.tone === "mixed" ? "cooperation and conflict" : look.tone;
  return `${look.faint ? "possible " : ""}${tone}, ${basis}`;
}
