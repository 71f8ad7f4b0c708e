import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { drawConnection } from '../projection/edgeShapes.ts'
import type { ConnectionEdge } from '../projection/projectEdges.ts'
import { boxAt } from './boxAt.ts'

/** A hairline between constructs that name each other; with its word while one of them is selected or under the pointer. */
export const ConnectionLine = memo(function ConnectionLine({
  sourceX,
  sourceY,
  targetX,
  targetY,
  data,
}: EdgeProps<ConnectionEdge>) {
  const { kind, label, near, from, to } = data!
  const { path, labelX, labelY } = drawConnection(boxAt(sourceX, sourceY, from), boxAt(targetX, targetY, to))
  return (
    <>
      <path
        d={path}
        className={`line line-${kind} ${near ? 'is-near' : ''}`}
        markerEnd={kind === 'endpoint-service' ? 'url(#line-end)' : undefined}
      />
      {near && label !== '' && (
        <text x={labelX} y={labelY} className="line-label">
          {label}
        </text>
      )}
    </>
  )
})
