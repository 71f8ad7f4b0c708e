import { useReactFlow, ViewportPortal } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import { type Box, measureDrawing } from '../../../core/layout/index.ts'
import { definitions } from '../../../core/model/index.ts'
import { useDesign } from '../../kit/useStore.ts'
import type { Aim, AimControl } from '../gestures/useAim.ts'

/** Lights up what a gesture aims at, over the nodes: no node is drawn again for it. */
export function AimLayer({ aim, watch }: { readonly aim: Aim; readonly watch: AimControl['watch'] }) {
  const design = useDesign((state) => state.design)
  const drawing = measureDrawing(design)
  const outline = (id: string, className: string) => {
    const box = drawing.get(id)?.absolute
    const isContainer = id in design.constructs && definitions[design.constructs[id]!.kind].container
    const look = `aim ${className} ${isContainer ? 'is-group' : ''}`
    return box && <div key={`${className} ${id}`} className={look} style={styleOf(box)} />
  }
  const from = aim.from === undefined ? undefined : drawing.get(aim.from)?.absolute
  return (
    <ViewportPortal>
      {aim.candidates?.map((id) => id !== aim.lit && outline(id, 'aim-candidate'))}
      {aim.lit !== null && outline(aim.lit, 'aim-lit')}
      {from && <LineToPointer from={from} watch={watch} />}
    </ViewportPortal>
  )
}

const styleOf = ({ x, y, width, height }: Box) => ({ transform: `translate(${x}px, ${y}px)`, width, height })

interface LineToPointerProps {
  readonly from: Box
  readonly watch: AimControl['watch']
}

/** The line that is being drawn, from the knob of its construct to the pointer. */
function LineToPointer({ from, watch }: LineToPointerProps) {
  const line = useRef<SVGLineElement | null>(null)
  const { screenToFlowPosition } = useReactFlow()
  const start = { x: from.x + from.width, y: from.y + Math.min(from.height, KNOB * 2) / 2 }
  useLayoutEffect(
    () =>
      watch((pointer) => {
        const end = pointer ? screenToFlowPosition(pointer, { snapToGrid: false }) : null
        line.current?.setAttribute('x2', String(end?.x ?? start.x))
        line.current?.setAttribute('y2', String(end?.y ?? start.y))
      }),
    [watch, screenToFlowPosition, start.x, start.y],
  )
  return (
    <svg className="aim-line" aria-hidden="true">
      <line ref={line} x1={start.x} y1={start.y} />
    </svg>
  )
}

/** Middle of the knob below the upper edge of its node. */
const KNOB = 24
