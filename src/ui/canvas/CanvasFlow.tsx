import { Background, BackgroundVariant, ReactFlow, SelectionMode, useKeyPress, useReactFlow } from '@xyflow/react'
import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from 'react'
import { measureDrawing, NODE_SIZES } from '../../core/layout/index.ts'
import type { ConstructId } from '../../core/model/index.ts'
import { lazyPart } from '../kit/lazyPart.tsx'
import { useDesign, useStores } from '../kit/useStore.ts'
import { type CanvasActions, CanvasContext } from './CanvasContext.ts'
import { edgeTypes } from './edges/edgeTypes.ts'
import { LineEnds } from './edges/LineEnds.tsx'
import { eventPoint } from './gestures/eventPoint.ts'
import { findAt } from './gestures/findAt.ts'
import { pressArrow } from './gestures/pressArrow.ts'
import { useAim } from './gestures/useAim.ts'
import { useAltKey } from './gestures/useAltKey.ts'
import { useConnecting } from './gestures/useConnecting.ts'
import { useNodeChanges } from './gestures/useNodeChanges.ts'
import { useNodeDrag } from './gestures/useNodeDrag.ts'
import { usePlacing } from './gestures/usePlacing.ts'
import { PicturesContext } from './nodes/Contents.tsx'
import { nodeTypes } from './nodes/nodeTypes.ts'
import { AimPill } from './overlay/AimPill.tsx'
import { ZoomBar } from './overlay/ZoomBar.tsx'
import type { CanvasNode } from './projection/canvasNodes.ts'
import { cullNodes } from './projection/cullNodes.ts'
import { pictureContents } from './projection/pictureContents.ts'
import type { CanvasEdge } from './projection/projectEdges.ts'
import { useProjection } from './projection/useProjection.ts'
import { useCanvasViewport } from './useCanvasViewport.ts'
import { useDistance } from './useDistance.ts'
import { useShowWay } from './useShowWay.ts'
import { useUnit } from './useUnit.ts'

/** What a gesture aims at is drawn once there is one. */
const AimLayer = lazyPart(async () => (await import('./overlay/AimLayer.tsx')).AimLayer)
const Minimap = lazyPart(async () => (await import('./overlay/Minimap.tsx')).Minimap)

const GRID: [number, number] = [NODE_SIZES.grid, NODE_SIZES.grid]
/** A narrower page has no room for the map, until it is asked for. */
const LEAST_FOR_MAP = 900
/** What is painted lower than this, in pixels of the screen, is not what a click means. */
const LEAST_MEANT = 8
/** With more constructs than this, what is out of view is not drawn. */
const MOST_DRAWN = 400
const WORDS = {
  'node.a11yDescription.default': 'Press Enter or Space to select it. Escape lets go of it.',
  'node.a11yDescription.keyboardDisabled':
    'Press Enter or Space to select it, then the arrow keys to move it, Delete to delete it.',
} as const

/** The drawing inside React Flow's provider. */
export function CanvasFlow() {
  const stores = useStores()
  const [hovered, setHovered] = useState<ConstructId | null>(null)
  const [isMapShown, setMapShown] = useState(() => window.innerWidth >= LEAST_FOR_MAP)
  const { nodes, edges, highlights } = useProjection(hovered)
  const viewport = useCanvasViewport(isMapShown)
  useShowWay(highlights, viewport)
  const aim = useAim()
  const drag = useNodeDrag(aim)
  const placing = usePlacing(aim)
  const connecting = useConnecting(aim)
  const changes = useNodeChanges(nodes, drag)
  const distance = useDistance(nodes.length)
  const design = useDesign((state) => state.design)
  const pictures = useMemo(() => (distance === 'tiny' ? pictureContents(design) : null), [design, distance])
  const drawn = useMemo(() => {
    const drawing = measureDrawing(design)
    return cullNodes(changes.nodes, (id) => drawing.get(id)?.depth ?? 0, distance)
  }, [changes.nodes, design, distance])
  const canvas = useRef<HTMLDivElement | null>(null)
  useUnit(canvas)
  const isFree = useAltKey()
  const isPanning = useKeyPress('Space')

  const { start } = connecting
  const { commitResize } = changes
  const actions = useMemo(
    (): CanvasActions => ({
      startConnecting: start,
      commitResize,
      select: (id) => stores.design.getState().select([id]),
    }),
    [start, commitResize, stores],
  )
  const enter = useCallback((_: unknown, { id }: { id: string }) => setHovered(id), [])
  const leave = useCallback(() => setHovered(null), [])
  const enterLine = useCallback((_: unknown, { source }: CanvasEdge) => setHovered(source), [])
  const clickLine = useCallback(
    (_: unknown, { ariaLabel }: CanvasEdge) => {
      // what lies behind a line, or was selected before, is not what Delete is pressed for next
      stores.design.getState().select([])
      stores.view.getState().say(`${ariaLabel}.`)
    },
    [stores],
  )
  const { screenToFlowPosition, getZoom } = useReactFlow()
  const clickNode = useCallback(
    (event: MouseEvent) => {
      const isOnTitle = event.target instanceof Element && event.target.closest('.group-title')
      if (pictures === null || isOnTitle || event.ctrlKey || event.metaKey || event.shiftKey) return
      // what is painted is pressed like what is drawn, if it is large enough to be meant
      const { design: now, select } = stores.design.getState()
      const drawing = measureDrawing(now)
      let id = findAt(drawing, screenToFlowPosition(eventPoint(event), { snapToGrid: false }))
      while (id !== null && drawing.get(id)!.absolute.height * getZoom() < LEAST_MEANT) id = drawing.get(id)!.parent
      if (id !== null) select([id])
    },
    [pictures, stores, screenToFlowPosition, getZoom],
  )
  const openInspector = useCallback(() => stores.view.getState().showPanel('inspector'), [stores])
  const onKeyDown = (event: KeyboardEvent) => {
    const isOnNode = event.target instanceof Element && event.target.classList.contains('react-flow__node')
    if (!isOnNode || !pressArrow(stores, event)) return
    // React Flow would move the node by itself, past the design
    event.preventDefault()
    event.stopPropagation()
  }
  const state = [
    'canvas',
    highlights && 'has-path',
    distance !== 'near' && 'is-far',
    distance === 'tiny' && 'is-tiny',
    placing.isPlacing && 'is-placing',
    connecting.isConnecting && 'is-connecting',
    drag.isDragging && 'is-dragging',
    isPanning && 'is-panning',
  ]
  return (
    <CanvasContext value={actions}>
      <PicturesContext value={pictures}>
        <div
          ref={canvas}
          className={state.filter(Boolean).join(' ')}
          {...placing.handlers}
          onKeyDownCapture={onKeyDown}
        >
          <ReactFlow
            nodes={drawn as CanvasNode[]}
            edges={edges as CanvasEdge[]}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={changes.onNodesChange}
            onNodeDragStart={drag.onDragStart}
            onNodeDrag={drag.onDrag}
            onNodeDragStop={drag.onDragStop}
            onSelectionDragStart={drag.onSelectionDragStart}
            onSelectionDrag={drag.onSelectionDrag}
            onSelectionDragStop={drag.onDragStop}
            onNodeMouseEnter={enter}
            onNodeMouseLeave={leave}
            onNodeClick={clickNode}
            onNodeDoubleClick={openInspector}
            onEdgeClick={clickLine}
            onEdgeMouseEnter={enterLine}
            onEdgeMouseLeave={leave}
            snapToGrid={!isFree}
            snapGrid={GRID}
            nodeDragThreshold={4}
            zIndexMode="manual"
            elevateNodesOnSelect={false}
            onlyRenderVisibleElements={nodes.length > MOST_DRAWN}
            // with Space a drag moves the view, whatever lies under the pointer
            nodesDraggable={!isPanning}
            nodesConnectable={false}
            edgesFocusable={false}
            deleteKeyCode={null}
            multiSelectionKeyCode={MULTI_KEYS}
            selectionMode={SelectionMode.Full}
            panOnDrag={PAN_BUTTONS}
            panOnScroll
            zoomOnDoubleClick={false}
            minZoom={0.02}
            maxZoom={2}
            ariaLabelConfig={WORDS}
            aria-label="Canvas"
            tabIndex={-1}
          >
            <Background variant={BackgroundVariant.Dots} gap={NODE_SIZES.grid} size={1.2} color="var(--canvas-dot)" />
            <LineEnds />
            {aim.aim && <AimLayer aim={aim.aim} watch={aim.watch} />}
          </ReactFlow>
          <ZoomBar isMapShown={isMapShown} onToggleMap={() => setMapShown(!isMapShown)} />
          {isMapShown && <Minimap highlights={highlights} />}
          <AimPill aim={aim} />
        </div>
      </PicturesContext>
    </CanvasContext>
  )
}

const MULTI_KEYS = ['Meta', 'Control', 'Shift']
const PAN_BUTTONS = [0, 1]
