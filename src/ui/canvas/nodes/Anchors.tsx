/**
 * The point in the middle of a node from which React Flow measures its lines: one element for both ends, found by its class names.
 * Plain markup instead of two `Handle`s, each of which would watch every change of every node.
 */
export const Anchors = () => <span className="source target anchor" data-handlepos="top" aria-hidden />
