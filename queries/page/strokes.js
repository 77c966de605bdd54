/**
 * What vis-network can't draw: the two strands of a mixed bundle and the bar of conflict. Both lie
 * under its lines, so that actors cover them.
 *
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./look.js").Look} Look
 * @typedef {{x: number, y: number}} Point
 * @typedef {{colours: import("./look.js").Colours, looks: Map<string, Look>,
 *   shown: import("./shown.js").Shown, emphasis: import("./graph.js").Emphasis, chosen: string | null}} Scene
 * @typedef {Record<string, Point>} Places
 */

/**
 * @param {CanvasRenderingContext2D} pen @param {Places} places @param {Model} model @param {Scene} scene
 */
export function drawStrokes(pen, places, model, scene) {
  pen.save();
  // What is picked out lies over what is not.
  for (const wanted of [false, true]) {
    for (const [id, look] of scene.looks) {
      const lit = !scene.emphasis || scene.emphasis.pairs.has(id);
      if (lit !== wanted) continue;
      const pair = /** @type {import("./data.js").Pair} */ (model.pairs.get(id));
      const [from, to] = [places[pair.from], places[pair.to]];
      const { cooperation, conflict, faded } = scene.colours;
      pen.globalAlpha = look.faint && lit ? 0.5 : 1;
      if (look.tone === "mixed") {
        strand(pen, from, to, look, lit ? cooperation : faded, -1);
        strand(pen, from, to, look, lit ? conflict : faded, 1);
      }
      if (look.tone === "mixed" || look.tone === "conflict") bar(pen, from, to, look, lit ? conflict : faded);
    }
  }
  pen.restore();
}

/** How wide each strand of a mixed bundle is. @param {Look} look */
function strandWidth(look) {
  return 1 + look.width * 0.45;
}

/**
 * @param {CanvasRenderingContext2D} pen @param {Point} from @param {Point} to @param {Look} look
 * @param {string} colour @param {-1 | 1} side
 */
function strand(pen, from, to, look, colour, side) {
  const width = strandWidth(look);
  const [x, y] = across(from, to, side * (width / 2 + 0.6));
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = "butt";
  pen.setLineDash(look.verbal ? [8, 6] : []);
  line(pen, from.x + x, from.y + y, to.x + x, to.y + y);
  pen.setLineDash([]);
}

/**
 * Across the middle of the line.
 * @param {CanvasRenderingContext2D} pen @param {Point} from @param {Point} to @param {Look} look
 * @param {string} colour
 */
function bar(pen, from, to, look, colour) {
  const half = look.tone === "mixed" ? strandWidth(look) + 5.5 : look.width / 2 + 5.5;
  const [wide, tall] = across(from, to, half);
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  pen.strokeStyle = colour;
  pen.lineWidth = 2.4;
  pen.lineCap = "round";
  line(pen, x - wide, y - tall, x + wide, y + tall);
}

/** A step to the side of a line, of that length. @param {Point} from @param {Point} to @param {number} by */
function across(from, to, by) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return [(-(to.y - from.y) / length) * by, ((to.x - from.x) / length) * by];
}

/**
 * @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} toX @param {number} toY
 */
function line(pen, x, y, toX, toY) {
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(toX, toY);
  pen.stroke();
}
