import { nameOf, relationOf } from "./data.js";

/**
 * Names that stay the same size at any zoom and never cover each other: the greatest first, each
 * where there is room, the others when one comes nearer.
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {import("./strokes.js").Scene} Scene
 * @typedef {import("./data.js").Model} Model
 */

const SIZE = 12.5;
const LONGEST = 28;
/** @type {Map<string, number>} */
const widths = new Map();

/**
 * @param {CanvasRenderingContext2D} pen @param {import("./strokes.js").Places} places @param {number} scale
 * @param {Model} model @param {Scene} scene
 */
export function drawNames(pen, places, scale, model, scene) {
  const unit = 1 / scale;
  const spots = model.spots.filter(({ id }) => scene.shown.actors.has(id));
  /** @type {Box[]} */
  const taken = spots.map(({ id, size }) => around(places[id], size, size));
  const lit = (/** @type {string} */ id) => !scene.emphasis || scene.emphasis.actors.has(id);
  pen.save();
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  for (const spot of spots.sort((a, b) => Number(lit(b.id)) - Number(lit(a.id)) || b.size - a.size)) {
    const bold = Boolean(scene.emphasis) && lit(spot.id);
    const text = shortened(spot.label);
    const [wide, tall] = [(widthOf(pen, text, bold) / 2 + 3) * unit, (SIZE / 2 + 2) * unit];
    const spotBox = placeFor(places[spot.id], spot.size, wide, tall, taken, unit);
    if (!spotBox) continue;
    taken.push(spotBox);
    write(pen, text, spotBox, unit, lit(spot.id) ? scene.colours.ink : scene.colours.soft, bold, scene);
  }
  drawRelations(pen, places, unit, model, scene, taken);
  pen.restore();
}

/**
 * What is said, on the lines that are picked out.
 * @param {CanvasRenderingContext2D} pen @param {import("./strokes.js").Places} places @param {number} unit
 * @param {Model} model @param {Scene} scene @param {Box[]} taken
 */
function drawRelations(pen, places, unit, model, scene, taken) {
  if (!scene.emphasis || scene.emphasis.pairs.size > 60) return;
  for (const id of scene.emphasis.pairs) {
    const pair = model.pairs.get(id);
    const claims = scene.shown.byPair.get(id);
    if (!pair || !claims) continue;
    const labels = [...new Set(claims.map((claim) => relationOf(model, claim).label))];
    const text = labels.length > 1 ? `${labels[0]} +${labels.length - 1}` : labels[0];
    const [from, to] = [places[pair.from], places[pair.to]];
    const [wide, tall] = [(widthOf(pen, text, false) / 2 + 3) * unit, (SIZE / 2 + 2) * unit];
    for (const part of [0.5, 0.62, 0.38, 0.72, 0.28]) {
      const middle = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      const box = around(middle, wide, tall);
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      write(pen, text, box, unit, scene.colours.ink, false, scene);
      break;
    }
  }
}

/**
 * Below, above, right or left of the actor, else nowhere.
 * @param {{x: number, y: number}} at @param {number} radius @param {number} wide @param {number} tall
 * @param {Box[]} taken @param {number} unit @returns {Box | null}
 */
function placeFor(at, radius, wide, tall, taken, unit) {
  const [beside, below] = [radius + wide + 2 * unit, radius + tall + 2 * unit];
  for (const [x, y] of [[0, below], [0, -below], [beside, 0], [-beside, 0]]) {
    const box = around({ x: at.x + x, y: at.y + y }, wide, tall);
    if (!taken.some((other) => overlap(box, other))) return box;
  }
  return null;
}

/**
 * @param {CanvasRenderingContext2D} pen @param {string} text @param {Box} box @param {number} unit
 * @param {string} colour @param {boolean} bold @param {Scene} scene
 */
function write(pen, text, box, unit, colour, bold, scene) {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  pen.font = `${bold ? "600 " : ""}${SIZE * unit}px system-ui, sans-serif`;
  pen.lineWidth = 4 * unit;
  pen.strokeStyle = scene.colours.paper;
  pen.strokeText(text, x, y);
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

/** @param {CanvasRenderingContext2D} pen @param {string} text @param {boolean} bold */
function widthOf(pen, text, bold) {
  const key = `${bold} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    pen.font = `${bold ? "600 " : ""}${SIZE}px system-ui, sans-serif`;
    width = pen.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** @param {string} text */
function shortened(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}

/** @param {{x: number, y: number}} at @param {number} wide @param {number} tall @returns {Box} */
function around(at, wide, tall) {
  return { left: at.x - wide, right: at.x + wide, top: at.y - tall, bottom: at.y + tall };
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
