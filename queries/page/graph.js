import { lookOf, readColours } from "./look.js";
import { drawStrokes } from "./strokes.js";
import { drawNames } from "./labels.js";

/**
 * The graph, drawn by vis-network in places that were computed before.
 *
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./shown.js").Shown} Shown
 * @typedef {{pairs: Set<string>, actors: Set<string>} | null} Emphasis
 * @typedef {{show: (shown: Shown, emphasis: Emphasis, chosen: string | null) => void, fit: () => void, zoom: (by: number) => void,
 *   reveal: (codes: string[]) => void, restyle: () => void, resize: () => void, positions: () => object}} Graph
 * @typedef {{pick: (selected: import("./store.js").Selected | null) => void,
 *   hover: (selected: import("./store.js").Selected | null, x: number, y: number) => void}} Hooks
 */

/** @param {HTMLElement} box @param {Model} model @param {Hooks} hooks @returns {Graph} */
export function createGraph(box, model, hooks) {
  const vis = /** @type {any} */ (globalThis).vis;
  // Filled by the first paint: to add all at once in their looks costs half of adding, then styling.
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const net = new vis.Network(box, { nodes, edges }, model.options);
  const scene = {
    colours: readColours(),
    /** @type {Map<string, import("./look.js").Look>} */ looks: new Map(),
    /** @type {Shown} */ shown: { claims: [], byPair: new Map(), actors: new Map() },
    /** @type {Emphasis} */ emphasis: null,
    /** @type {string | null} */ chosen: null,
  };

  net.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ pen) =>
    drawStrokes(pen, net.getPositions(), model, scene),
  );
  net.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ pen) =>
    drawNames(pen, net.getPositions(), windowOf(net, box), model, scene),
  );
  net.on("click", (/** @type {any} */ event) => hooks.pick(at(event.pointer.DOM)));
  net.on("hoverNode", (/** @type {any} */ event) => hover(event));
  net.on("hoverEdge", (/** @type {any} */ event) => hover(event));
  net.on("blurNode", () => hover(null));
  net.on("blurEdge", () => hover(null));

  /** @param {{x: number, y: number}} point @returns {import("./store.js").Selected | null} */
  function at(point) {
    const actor = net.getNodeAt(point);
    if (actor !== undefined) return { kind: "actor", id: String(actor) };
    const pair = net.getEdgeAt(point);
    return pair === undefined ? null : { kind: "pair", id: String(pair) };
  }

  /** @param {any} event */
  function hover(event) {
    box.classList.toggle("pointing", Boolean(event));
    if (!event) hooks.hover(null, 0, 0);
    else hooks.hover(at(event.pointer.DOM), event.pointer.DOM.x, event.pointer.DOM.y);
  }

  /** @type {Map<string, string>} */
  const told = new Map();

  /** Whether vis-network has not been told so yet: telling it costs more than all else. @param {{id: string}} style */
  function isNews(style) {
    const text = JSON.stringify(style);
    const known = told.get(style.id) === text;
    told.set(style.id, text);
    return !known;
  }

  function paint() {
    const { colours, emphasis, shown } = scene;
    const spots = model.spots.map(({ label, ...spot }) => {
      const { id, shape } = spot;
      const lit = !emphasis || emphasis.actors.has(id);
      const fill = shape === "square" ? colours.organization : colours.state;
      const color = { background: lit ? fill : colours.faded, border: colours.paper };
      return { ...spot, hidden: !shown.actors.has(id), color: { ...color, hover: color } };
    });
    nodes.update(spots.filter(isNews));
    edges.update([...model.pairs.values()].map((pair) => edgeStyle(pair, scene)).filter(isNews));
  }

  return {
    show(shown, emphasis, chosen) {
      Object.assign(scene, { shown, emphasis, chosen });
      scene.looks = new Map();
      for (const [id, claims] of shown.byPair) {
        scene.looks.set(id, lookOf(model, claims, model.pairs.get(id)?.from || ""));
      }
      paint();
    },
    fit() {
      net.redraw();
      const codes = [...scene.shown.actors.keys()];
      if (!codes.length) return;
      net.fit({ nodes: codes, maxZoomLevel: 1.5, animation: false });
      net.moveTo({ scale: net.getScale() * 0.94 });
    },
    zoom: (by) => net.moveTo({ scale: Math.min(Math.max(net.getScale() * by, 0.05), 6) }),
    reveal(codes) {
      if (codes.every((code) => inside(net, box, code))) return;
      net.fit({ nodes: codes, maxZoomLevel: Math.max(net.getScale(), 0.8), animation: false });
    },
    restyle() {
      scene.colours = readColours();
      paint();
    },
    resize: () => net.redraw(),
    positions: () => positionsOf(net, box, model, scene.shown),
  };
}

/** @param {import("./data.js").Pair} pair @param {any} scene */
function edgeStyle({ id, from, to }, { looks, colours, emphasis }) {
  const look = looks.get(id);
  if (!look) return { id, from, to, hidden: true };
  const lit = !emphasis || emphasis.pairs.has(id);
  // A mixed bundle is drawn in strokes.js; the line itself stays, unseen, to be clicked.
  const hue = look.tone === "mixed" ? "transparent" : lit ? colours[look.tone] : colours.faded;
  const tip = { enabled: true, type: "arrow", scaleFactor: 0.9 / Math.sqrt(look.width) };
  return {
    id,
    from,
    to,
    hidden: false,
    width: look.width,
    hoverWidth: 1.5,
    dashes: look.tone === "denied" ? [1, 6] : look.verbal ? [8, 6] : false,
    color: { color: hue, hover: hue, opacity: look.faint && lit ? 0.5 : 1 },
    arrows: { to: { ...tip, enabled: look.forth }, from: { ...tip, enabled: look.back } },
  };
}

/** What part of the plane is in view, and at what zoom. @param {any} net @param {HTMLElement} box */
function windowOf(net, box) {
  const low = net.DOMtoCanvas({ x: 0, y: 0 });
  const high = net.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
  return { unit: 1 / net.getScale(), left: low.x, top: low.y, right: high.x, bottom: high.y };
}

/** @param {any} net @param {HTMLElement} box @param {string} code */
function inside(net, box, code) {
  const { x, y } = net.canvasToDOM(net.getPosition(code));
  return x > 20 && y > 20 && x < box.clientWidth - 20 && y < box.clientHeight - 20;
}

/**
 * Where actors and bundles are in the window, for tests.
 * @param {any} net @param {HTMLElement} box @param {Model} model @param {Shown} shown
 */
function positionsOf(net, box, model, shown) {
  const { left, top } = box.getBoundingClientRect();
  /** @param {{x: number, y: number}} point */
  const inWindow = (point) => {
    const { x, y } = net.canvasToDOM(point);
    return { x: x + left, y: y + top };
  };
  const actors = [...shown.actors.keys()].map((code) => [code, inWindow(net.getPosition(code))]);
  const pairs = [...shown.byPair.keys()].map((id) => {
    const pair = /** @type {import("./data.js").Pair} */ (model.pairs.get(id));
    const [from, to] = [net.getPosition(pair.from), net.getPosition(pair.to)];
    return [id, inWindow({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })];
  });
  return { actors: Object.fromEntries(actors), pairs: Object.fromEntries(pairs) };
}
