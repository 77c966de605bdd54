import { relationOf } from "./data.js";
import { weightiest } from "./look.js";

/**
 * Names that stay the same size at any zoom and never cover each other: the greatest first, each
 * where there is room, the others when one comes nearer.
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {Box & {unit: number}} Window
 * @typedef {import("./data.js").Spot} Spot
 * @typedef {import("./strokes.js").Scene} Scene
 * @typedef {import("./data.js").Model} Model
 */

const SIZE = 12.5;
const LONGEST = 28;
const FIRST = 12;
/** @type {Map<string, number>} */
const widths = new Map();

/**
 * @param {CanvasRenderingContext2D} pen @param {import("./strokes.js").Places} places @param {Window} view
 * @param {Model} model @param {Scene} scene
 */
export function drawNames(pen, places, view, model, scene) {
  const { unit } = view;
  const lit = (/** @type {Spot} */ { id }) => !scene.emphasis || scene.emphasis.actors.has(id);
  const rank = (/** @type {Spot} */ spot) => (spot.id === scene.chosen ? 2e3 : 0) + (lit(spot) ? 1e3 : 0) + spot.size;
  const spots = model.spots.filter(({ id }) => scene.shown.actors.has(id)).sort((a, b) => rank(b) - rank(a));
  const marks = spots.map(({ id, size }) => around(places[id], size, size));
  /** @type {Box[]} */
  const names = [];
  pen.save();
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  spots.forEach((spot, place) => {
    const bold = Boolean(scene.emphasis) && lit(spot);
    const text = shortened(spot.label);
    const half = [(widthOf(pen, text, bold) / 2 + 3) * unit, (SIZE / 2 + 2) * unit];
    const sides = beside(places[spot.id], spot.size, half[0], half[1], unit);
    // The greatest may cover the marks of smaller actors: they are what one looks for first.
    const avoid = place < FIRST ? marks.slice(0, FIRST) : marks;
    const free = sides.find((box) => within(box, view) && clear(box, names) && clear(box, avoid));
    if (!free) return;
    names.push(free);
    write(pen, text, free, unit, lit(spot) ? scene.colours.ink : scene.colours.soft, bold, scene);
  });
  drawRelations(pen, places, unit, model, scene, [...marks, ...names]);
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
    const text = summary(model, claims);
    const [from, to] = [places[pair.from], places[pair.to]];
    const [wide, tall] = [(widthOf(pen, text, false) / 2 + 3) * unit, (SIZE / 2 + 2) * unit];
    for (const part of [0.5, 0.62, 0.38, 0.72, 0.28]) {
      const middle = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      const box = around(middle, wide, tall);
      if (!clear(box, taken)) continue;
      taken.push(box);
      write(pen, text, box, unit, scene.colours.ink, false, scene);
      break;
    }
  }
}

/**
 * The newest relation, and how many others; what is not told as fact says so.
 * @param {Model} model @param {import("./data.js").Claim[]} claims
 */
function summary(model, claims) {
  const said = weightiest(claims);
  const labels = [...new Set(said.map((claim) => relationOf(model, claim).label))];
  const others = labels.length > 1 ? ` +${labels.length - 1}` : "";
  return `${said[0].m ? `${said[0].m}: ` : ""}${labels[0]}${others}`;
}

/**
 * Below, above, right and left of the actor, then the corners.
 * @param {{x: number, y: number}} at @param {number} radius @param {number} wide @param {number} tall
 * @param {number} unit @returns {Box[]}
 */
function beside(at, radius, wide, tall, unit) {
  const [right, below] = [radius + wide + 2 * unit, radius + tall + 2 * unit];
  const [aside, under] = [wide + radius * 0.7, tall + radius * 0.7];
  const straight = [[0, below], [0, -below], [right, 0], [-right, 0]];
  const steps = [...straight, [aside, under], [-aside, under], [aside, -under], [-aside, -under]];
  return steps.map(([x, y]) => around({ x: at.x + x, y: at.y + y }, wide, tall));
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

/** @param {Box} box @param {Box[]} taken */
function clear(box, taken) {
  return !taken.some(
    (other) =>
      box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
  );
}

/** @param {Box} box @param {Box} view */
function within(box, view) {
  return box.left > view.left && box.right < view.right && box.top > view.top && box.bottom < view.bottom;
}
