/**
 * What vis-network can't draw on a line: the second hue of a mixed bundle and the bar of conflict.
 *
 * @typedef {import("./data.js").Model} Model
 * @typedef {{colours: import("./look.js").Colours, looks: Map<string, import("./look.js").Look>,
 *   shown: import("./shown.js").Shown, emphasis: import("./graph.js").Emphasis}} Scene
 * @typedef {Record<string, {x: number, y: number}>} Places
 */

/**
 * Under the lines: a wider line in the hue of cooperation where a pair has both.
 * @param {CanvasRenderingContext2D} pen @param {Places} places @param {Model} model @param {Scene} scene
 */
export function drawCasings(pen, places, model, scene) {
  pen.save();
  pen.lineCap = "butt";
  for (const [id, look] of scene.looks) {
    if (look.tone !== "mixed" || (scene.emphasis && !scene.emphasis.pairs.has(id))) continue;
    const pair = /** @type {import("./data.js").Pair} */ (model.pairs.get(id));
    const [from, to] = [places[pair.from], places[pair.to]];
    pen.globalAlpha = look.faint ? 0.5 : 1;
    pen.strokeStyle = scene.colours.cooperation;
    pen.lineWidth = look.width + 5;
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
  }
  pen.restore();
}

/**
 * Over the lines: a bar across the middle of those with conflict.
 * @param {CanvasRenderingContext2D} pen @param {Places} places @param {Model} model @param {Scene} scene
 */
export function drawMarks(pen, places, model, scene) {
  pen.save();
  pen.lineCap = "round";
  for (const [id, look] of scene.looks) {
    if (look.tone !== "mixed" && look.tone !== "conflict") continue;
    if (scene.emphasis && !scene.emphasis.pairs.has(id)) continue;
    const pair = /** @type {import("./data.js").Pair} */ (model.pairs.get(id));
    drawBar(pen, places[pair.from], places[pair.to], look, scene.colours);
  }
  pen.restore();
}

/**
 * @param {CanvasRenderingContext2D} pen @param {{x: number, y: number}} from @param {{x: number, y: number}} to
 * @param {import("./look.js").Look} look @param {import("./look.js").Colours} colours
 */
function drawBar(pen, from, to, look, colours) {
  const [wide, tall] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(wide, tall);
  if (!length) return;
  const half = look.width / 2 + 5;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const [across, down] = [(-tall / length) * half, (wide / length) * half];
  for (const [colour, width] of /** @type {[string, number][]} */ ([
    [colours.paper, 6],
    [colours.conflict, 2.6],
  ])) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    pen.moveTo(x - across, y - down);
    pen.lineTo(x + across, y + down);
    pen.stroke();
  }
}
