import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { drawLine, labelSpot } from '../lines/drawLine.ts'
import { cornersOf } from '../lines/lineShape.ts'
import type { PathEdge } from '../projection/projectEdges.ts'
import { boxAt } from './boxAt.ts'

/** One stretch of a request's way; its dashes run the way the request goes. A cross stands where it goes no further. */
export const PathLine = memo(function PathLine({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<PathEdge>) {
  const { state, shape, from, to } = data!
  const corners = cornersOf(boxAt(sourceX, sourceY, from), boxAt(targetX, targetY, to), shape)
  const cross = labelSpot(corners)
  return (
    <g className={`path is-${state}`}>
      <path
        d={drawLine(corners)}
        className="path-run react-flow__edge-path"
        markerEnd={`url(#path-end-${state === 'carried' ? 'carried' : 'other'})`}
      />
      {state === 'cut' && (
        <g transform={`translate(${cross.x} ${cross.y})`} className="path-cut">
          <circle r="9" />
          <path d="M-3.25-3.25l6.5 6.5m0-6.5l-6.5 6.5" />
        </g>
      )}
    </g>
  )
})
