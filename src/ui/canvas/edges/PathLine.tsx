import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { drawPath } from '../projection/edgeShapes.ts'
import type { PathEdge } from '../projection/projectEdges.ts'
import { boxAt } from './boxAt.ts'

/** One stretch of a request's way; its dashes run the way the request goes. */
export const PathLine = memo(function PathLine({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<PathEdge>) {
  const { ahead, outcome, from, to } = data!
  const { path } = drawPath(boxAt(sourceX, sourceY, from), boxAt(targetX, targetY, to))
  return (
    <g className={`path is-${outcome} ${ahead ? 'is-ahead' : ''}`}>
      <path d={path} className="path-ground" />
      <path d={path} className="path-run" markerEnd={`url(#path-end${ahead ? '-ahead' : ''})`} />
    </g>
  )
})
