import type { NodeChange } from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Size } from '../../../core/layout/index.ts'
import type { ConstructId } from '../../../core/model/index.ts'
import { withPart } from '../../../state/parts.ts'
import { planning } from '../../constructs/index.ts'
import { useStores } from '../../kit/useStore.ts'
import type { CanvasNode } from '../projection/canvasNodes.ts'
import { Z } from '../projection/projectNodes.ts'
import type { DragSpots, useNodeDrag } from './useNodeDrag.ts'

/** Takes in what React Flow wants changed: selection goes to the design's store, positions and sizes stay here until they are let go. */
export function useNodeChanges(nodes: readonly CanvasNode[], drag: ReturnType<typeof useNodeDrag>) {
  const stores = useStores()
  const [resizing, setResizing] = useState<ReadonlyMap<ConstructId, Size> | null>(null)
  const sizes = useRef(resizing)
  const { takeChange, spots } = drag

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      takeChange(changes)
      const { selection, select } = stores.design.getState()
      const selected = new Set(selection)
      let found = false
      for (const change of changes) {
        if (change.type === 'dimensions' && change.resizing && change.dimensions) {
          sizes.current = new Map([[change.id, change.dimensions]])
          setResizing(sizes.current)
        }
        if (change.type !== 'select') continue
        found = true
        if (change.selected) selected.add(change.id)
        else selected.delete(change.id)
      }
      if (found) select([...selected])
    },
    [stores, takeChange],
  )

  const commitResize = useCallback(
    (id: ConstructId) => {
      const size = sizes.current?.get(id)
      sizes.current = null
      setResizing(null)
      if (!size) return
      withPart(stores, planning, ({ growAncestors }) => {
        const { design, apply } = stores.design.getState()
        const { x, y } = design.layout[id] ?? { x: 0, y: 0 }
        apply(`Resize ${design.constructs[id]!.name}`, growAncestors(design, id, { x, y, ...size }))
      })
    },
    [stores],
  )

  const shown = useMemo(
    () => (spots || resizing ? nodes.map((node) => moved(node, spots, resizing)) : nodes),
    [nodes, spots, resizing],
  )
  return { nodes: shown, onNodesChange, commitResize }
}

function moved(node: CanvasNode, spots: DragSpots | null, sizes: ReadonlyMap<ConstructId, Size> | null): CanvasNode {
  const position = spots?.get(node.id)
  // what is carried stays on top of what it is carried over
  if (position) return { ...node, position, ...(node.type === 'construct' && { zIndex: Z.carried }) }
  const size = sizes?.get(node.id)
  return size ? { ...node, ...size, measured: size } : node
}
