import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { drawLine, labelSpot } from '../lines/drawLine.ts'
import { cornersOf } from '../lines/lineShape.ts'
import { type ConnectionEdge, PLAIN } from '../projection/projectEdges.ts'
import { boxAt } from './boxAt.ts'

type Props = EdgeProps<ConnectionEdge>

/** A hairline between constructs that name each other; with its word while one of them is selected or under the pointer. */
export const ConnectionLine = memo(function ConnectionLine({ sourceX, sourceY, targetX, targetY, data }: Props) {
  const { kind, label, near, place, shape, from, to } = data!
  const corners = cornersOf(boxAt(sourceX, sourceY, from), boxAt(targetX, targetY, to), shape)
  const end = kind === 'endpoint-service' ? 'url(#line-end)' : undefined
  const path = drawLine(corners)
  return (
    <>
      <path d={path} className="line-hit" />
      <path d={path} className={`line line-${kind} ${near ? 'is-near' : ''}`} markerEnd={end} />
      {near && place !== null && !PLAIN.has(kind) && (
        <text {...labelSpot(corners, place)} className="line-label">
          {label}
        </text>
      )}
    </>
  )
})
