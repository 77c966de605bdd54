/**
 * Links that open an article at the quote (URL text fragments).
 */

const LONG = 10;
const ENDS = 4;

/**
 * The address with a text fragment for the quote; a long quote is named by its ends, so that a
 * break of paragraph or an altered word between them does not lose it.
 * @param {string | undefined} url @param {string | undefined} quote @returns {string | undefined}
 */
export function atQuote(url, quote) {
  const words = (quote || "").trim().split(/\s+/).filter(Boolean);
  if (!url || !words.length) return url;
  const ends = words.length > LONG ? [words.slice(0, ENDS), words.slice(-ENDS)] : [words];
  const text = ends.map((part) => encoded(part.join(" "))).join(",");
  const [address, anchor = ""] = url.split("#", 2);
  return `${address}#${anchor.split(":~:")[0]}:~:text=${text}`;
}

/** A dash has a meaning of its own there. @param {string} text */
function encoded(text) {
  // A lone half of a surrogate pair can't be encoded.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replace(/-/g, "%2D");
}
