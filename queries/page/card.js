import { link, make } from "./dom.js";
import { nameOf, relationOf } from "./data.js";
import { atQuote } from "./fragment.js";

/**
 * A claim as a card: who, what, whom; when; the words; who says so, and where to read it.
 *
 * @typedef {import("./data.js").Claim} Claim
 * @typedef {import("./data.js").Model} Model
 */

const BASIS = {
  text: "date given in the text",
  dateline: "dated by the article’s own date",
  dataset: "date from the dataset",
};
const MODALITY = {
  possible: ["Possible", "planned, conditional or feared, not told as fact"],
  denied: ["Denied", "said not to be so"],
};

/** @param {Model} model @param {Claim} claim @returns {HTMLElement} */
export function card(model, claim) {
  const quad = relationOf(model, claim).quad;
  const tone = `${quad.endsWith("conflict") ? "conflict" : "cooperation"} ${quad.split(" ")[0]}`;
  return make(
    "article",
    { class: `card ${tone} ${claim.m || "actual"}`, "data-claim": claim.id },
    claim.m && status(claim.m),
    said(model, claim),
    make("p", { class: "when" }, ...when(model, claim)),
    quoted(claim),
    claim.by && make("p", { class: "speaker" }, "said by ", make("b", {}, claim.by)),
    footer(model, claim),
  );
}

/** The claim as a sentence. @param {Model} model @param {Claim} claim */
export function said(model, claim) {
  const { phrase, means } = relationOf(model, claim);
  const verb = make("span", { class: "verb", title: means }, phrase);
  const [subject, object] = [nameOf(model, claim.s), nameOf(model, claim.o)];
  return make("p", { class: "said" }, make("b", {}, subject), " ", verb, " ", make("b", {}, object));
}

/** @param {"possible" | "denied"} modality */
function status(modality) {
  const [name, means] = MODALITY[modality];
  return make("p", { class: "status" }, make("span", { class: "badge" }, name), ` ${means}`);
}

/** @param {Model} model @param {Claim} claim */
function when(model, claim) {
  const kind = make("span", { class: "quad" }, relationOf(model, claim).quad);
  const date = claim.when
    ? [make("b", {}, claim.when), claim.basis && `, ${BASIS[claim.basis]}`]
    : ["no date given"];
  return [...date, " · ", kind];
}

/** The quote marked in its sentence. @param {Claim} claim */
function quoted(claim) {
  if (!claim.q) return make("p", { class: "noquote" }, "From a dataset, which has no words to quote.");
  return make("blockquote", {}, claim.pre || "", make("mark", {}, claim.q), claim.suf || "");
}

/** @param {Model} model @param {Claim} claim */
function footer(model, claim) {
  const source = model.documents.get(claim.doc || "");
  const where = source ? [source.publisher, source.date].filter(Boolean).join(", ") : "";
  const title = source?.title || claim.doc || "no source";
  const sure = `confidence ${claim.conf.toFixed(2)}`;
  const hint = `Of claims at ${claim.conf.toFixed(2)}, about ${Math.round(claim.conf * 100)} in 100 are right`;
  return make(
    "footer",
    {},
    make("span", { class: "source" }, link(atQuote(source?.url, claim.q), title), where && ` · ${where}`),
    make("span", { class: "sure", title: hint }, claim.made ? `${sure}, by ${claim.made}` : sure),
  );
}
