import { draw } from "./dom.js";

/**
 * A small line that looks as the bundle in the graph does.
 * @param {Partial<import("./look.js").Look>} look
 * @returns {Element}
 */
export function swatch({ tone = "cooperation", verbal = false, faint = false }) {
  const line = { x1: 2, y1: 7, x2: 38, y2: 7 };
  const parts = [];
  const dashes = tone === "denied" ? "1 5" : verbal ? "6 4" : undefined;
  const strands = tone === "mixed" ? ["cooperation", "conflict"] : [tone];
  strands.forEach((hue, place) => {
    const y = strands.length === 1 ? 7 : place * 4 + 5;
    parts.push(draw("line", { ...line, y1: y, y2: y, class: hue, "stroke-dasharray": dashes }));
  });
  if (tone === "conflict" || tone === "mixed") {
    parts.push(draw("line", { x1: 20, y1: 1, x2: 20, y2: 13, class: "bar" }));
  }
  const look = `swatch${faint ? " faint" : ""}`;
  return draw("svg", { class: look, viewBox: "0 0 40 14", "aria-hidden": "true" }, ...parts);
}

/** The shape of an actor in the graph. @param {string} kind */
export function shape(kind) {
  const mark =
    kind === "state"
      ? draw("circle", { cx: 7, cy: 7, r: 5.5, class: "state" })
      : draw("rect", { x: 2, y: 2, width: 10, height: 10, class: "organization" });
  return draw("svg", { class: "shape", viewBox: "0 0 14 14", "aria-hidden": "true" }, mark);
}
