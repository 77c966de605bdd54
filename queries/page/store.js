/**
 * What the reader has chosen, in one place.
 *
 * @typedef {{kind: "pair" | "actor", id: string}} Selected
 * @typedef {{quads: Set<string>, modalities: Set<string>, from: number | null, to: number | null,
 *   undated: boolean, query: string, selected: Selected | null, view: "graph" | "table"}} State
 * @typedef {{get: () => State, set: (patch: Partial<State>) => void,
 *   listen: (hear: (state: State, before: State) => void) => void}} Store
 */

/** @param {State} start @returns {Store} */
export function createStore(start) {
  let state = start;
  /** @type {((state: State, before: State) => void)[]} */
  const listeners = [];
  return {
    get: () => state,
    set(patch) {
      const before = state;
      state = { ...state, ...patch };
      for (const hear of listeners) hear(state, before);
    },
    listen: (hear) => void listeners.push(hear),
  };
}
