import { button, make } from "./dom.js";
import { QUADS, relationOf } from "./data.js";
import { shape, swatch } from "./swatch.js";

/**
 * The legend, which is also where one filters.
 *
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 */

const MEANS = {
  "material cooperation": "acts: aid, trade, arms, exercises, alliance",
  "verbal cooperation": "words: support, agreements, talks, membership",
  "verbal conflict": "words: criticism, demands, threats, claims",
  "material conflict": "acts: sanctions, coercion, mobilization, attack",
};
const MODALITIES = { actual: "told as fact", possible: "planned, conditional, feared", denied: "said not to be so" };

/** @param {HTMLElement} box @param {Model} model @param {Store} store */
export function buildFilters(box, model, store) {
  const quads = tally(model.claims.map((claim) => relationOf(model, claim).quad));
  const modalities = tally(model.claims.map((claim) => claim.m || "actual"));
  box.replaceChildren(
    group(
      "Lines",
      ...QUADS.map((quad) => {
        const [verbal, tone] = [quad.startsWith("verbal"), quad.endsWith("conflict") ? "conflict" : "cooperation"];
        const mark = swatch({ verbal, tone: /** @type {import("./look.js").Tone} */ (tone) });
        return check(store, "quads", quad, mark, capital(quad), MEANS[quad], quads.get(quad) || 0);
      }),
      key(swatch({ tone: "mixed" }), "both: two hues and a bar"),
      key(swatch({ faint: true }), "pale: no more than possible"),
      key(swatch({ tone: "denied" }), "dotted grey: only denied"),
    ),
    group(
      "Claims",
      ...Object.entries(MODALITIES).map(([name, means]) =>
        check(store, "modalities", name, null, capital(name), means, modalities.get(name) || 0),
      ),
    ),
    group("Years", ...years(model, store)),
    group(
      "Actors",
      key(shape("state"), "state"),
      key(shape("organization"), "organization"),
      make("p", { class: "note" }, "The more claims, the larger the actor and the wider the line. An arrow points at whom it is done to."),
    ),
    button({ class: "reset", id: "reset" }, () => reset(box, store), "Show everything"),
  );
}

/** @param {Model} model */
export function everything(model) {
  return { quads: new Set(QUADS), modalities: new Set(Object.keys(MODALITIES)), from: null, to: null, undated: true };
}

/** @param {HTMLElement} box @param {Store} store */
function reset(box, store) {
  for (const input of box.querySelectorAll("input")) {
    if (input.type === "checkbox") input.checked = true;
    else input.value = "";
  }
  store.set({ ...everything(/** @type {any} */ (null)), query: "", selected: null });
}

/**
 * @param {Store} store @param {"quads" | "modalities"} field @param {string} name @param {Element | null} mark
 * @param {string} label @param {string} means @param {number} count
 */
function check(store, field, name, mark, label, means, count) {
  const input = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", "data-filter": name }));
  input.checked = true;
  input.addEventListener("change", () => {
    const kept = new Set(store.get()[field]);
    if (input.checked) kept.add(name);
    else kept.delete(name);
    store.set({ [field]: kept });
  });
  const words = make("span", { class: "words" }, make("b", {}, label), make("small", {}, means));
  return make("label", { class: "check" }, input, mark, words, make("span", { class: "number" }, String(count)));
}

/** @param {Model} model @param {Store} store */
function years(model, store) {
  const dated = model.claims.filter((claim) => claim.years);
  const all = dated.flatMap((claim) => claim.years || []).filter((year) => year !== null);
  if (!all.length) return [make("p", { class: "note" }, "No claim has a date.")];
  const [first, last] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  const bare = model.claims.length - dated.length;
  return [
    make("div", { class: "range" }, year(store, "from", first), make("span", {}, "to"), year(store, "to", last)),
    bare ? undated(store, bare) : null,
  ];
}

/** @param {Store} store @param {"from" | "to"} end @param {number} hint */
function year(store, end, hint) {
  const label = end === "from" ? "From year" : "To year";
  const input = /** @type {HTMLInputElement} */ (
    make("input", { type: "number", "data-filter": end, "aria-label": label, placeholder: hint, min: 1, max: 9999 })
  );
  input.addEventListener("input", () => store.set({ [end]: input.value === "" ? null : Number(input.value) }));
  return input;
}

/** @param {Store} store @param {number} count */
function undated(store, count) {
  const input = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", "data-filter": "undated" }));
  input.checked = true;
  input.addEventListener("change", () => store.set({ undated: input.checked }));
  return make("label", { class: "check" }, input, make("span", { class: "words" }, "and those without a date"), make("span", { class: "number" }, String(count)));
}

/** @param {string} title @param {...import("./dom.js").Child} children */
function group(title, ...children) {
  return make("fieldset", {}, make("legend", {}, title), ...children);
}

/** @param {Element} mark @param {string} text */
function key(mark, text) {
  return make("p", { class: "key" }, mark, make("span", {}, text));
}

/** @param {string[]} names */
function tally(names) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) || 0) + 1);
  return counts;
}

/** @param {string} text */
function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
