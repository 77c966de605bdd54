import { make } from "./dom.js";
import { QUADS, relationOf } from "./data.js";

/**
 * A bar of the four classes, with its numbers in words.
 * @param {import("./data.js").Model} model @param {import("./data.js").Claim[]} claims
 */
export function bar(model, claims) {
  const parts = QUADS.map((quad) => ({
    quad,
    count: claims.filter((claim) => relationOf(model, claim).quad === quad).length,
  })).filter(({ count }) => count);
  const pieces = parts.map(({ quad, count }) => {
    const piece = make("span", { class: quad, title: `${count} ${quad}` });
    piece.style.flexGrow = String(count);
    return piece;
  });
  const words = parts.map(({ quad, count }) => `${count} ${quad}`).join(", ");
  return make("div", { class: "families" }, make("div", { class: "bar", "aria-hidden": "true" }, ...pieces), make("p", {}, words));
}
