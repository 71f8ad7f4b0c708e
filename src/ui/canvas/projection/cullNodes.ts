import type { Distance } from '../useDistance.ts'
import type { CanvasNode } from './canvasNodes.ts'
import { isPainted } from './pictureContents.ts'

/** With more selected than this, what is selected is not drawn one by one either. */
const MOST_SELECTED = 200

const hidden = new WeakMap<CanvasNode, CanvasNode>()

/**
 * The nodes with those hidden that `pictureContents` paints instead: thousands of elements take long to move, and say nothing from so far.
 * What is selected or on the way of a request stays.
 */
export function cullNodes(
  nodes: readonly CanvasNode[],
  depthOf: (id: string) => number,
  distance: Distance,
): readonly CanvasNode[] {
  if (distance !== 'tiny') return nodes
  const isLarge = nodes.filter(({ selected }) => selected).length > MOST_SELECTED
  return nodes.map((node) => {
    const { id, selected, data, type } = node
    const isKept = (selected && !isLarge) || data.light !== null || !isPainted(depthOf(id), type === 'container')
    return isKept ? node : withoutSight(node)
  })
}

function withoutSight(node: CanvasNode): CanvasNode {
  const known = hidden.get(node)
  if (known) return known
  const fresh = { ...node, hidden: true }
  hidden.set(node, fresh)
  return fresh
}
