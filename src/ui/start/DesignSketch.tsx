import { useMemo } from 'react'
import { largest, smallest } from '../../core/base/index.ts'
import { type Drawn, measureDrawing, publicSubnets } from '../../core/layout/index.ts'
import { type Construct, type Design, definitionOf } from '../../core/model/index.ts'
import { kindColour } from '../constructs/index.ts'

interface Shape {
  readonly construct: Construct
  readonly drawn: Drawn
}

/** A design at the size of a stamp: containers as frames, everything else as a tile in its colour. */
export function DesignSketch({ design }: { readonly design: Design }) {
  const { shapes, view } = useMemo(() => sketch(design), [design])
  const open = useMemo(() => publicSubnets(design), [design])
  return (
    <svg viewBox={view} aria-hidden="true" className="size-full" preserveAspectRatio="xMidYMid meet">
      {shapes.map((shape) => (
        <ShapeRect key={shape.construct.id} {...shape} isPublic={open.has(shape.construct.id)} />
      ))}
    </svg>
  )
}

function ShapeRect({ construct, drawn, isPublic }: Shape & { readonly isPublic: boolean }) {
  const { x, y, width, height } = drawn.absolute
  const colour = isPublic ? 'var(--group-public)' : kindColour(construct.kind)
  if (!definitionOf(construct.kind).container)
    return (
      <g>
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          rx={8}
          fill="var(--surface)"
          stroke="var(--line-strong)"
          strokeWidth={3}
        />
        <rect x={x + 10} y={y + 10} width={height - 20} height={height - 20} rx={6} style={{ fill: colour }} />
        <rect
          x={x + height}
          y={y + height / 2 - 5}
          width={(width - height) * 0.7}
          height={10}
          rx={5}
          fill="var(--line-strong)"
        />
      </g>
    )
  const dashed = construct.kind === 'region' || construct.kind === 'availability-zone'
  const fill =
    construct.kind === 'subnet' ? (isPublic ? 'var(--group-public-fill)' : 'var(--group-private-fill)') : 'none'
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={10}
      style={{ fill, stroke: colour }}
      strokeWidth={4}
      {...(dashed ? { strokeDasharray: '14 10' } : {})}
    />
  )
}

const MARGIN = 20

function sketch(design: Design): { readonly shapes: readonly Shape[]; readonly view: string } {
  const shapes = [...measureDrawing(design)].flatMap(([id, drawn]) => {
    const construct = design.constructs[id]
    return construct && construct.kind !== 'account' ? [{ construct, drawn }] : []
  })
  const boxes = shapes.map((shape) => shape.drawn.absolute)
  const left = smallest(boxes.map((box) => box.x)) - MARGIN
  const top = smallest(boxes.map((box) => box.y)) - MARGIN
  const right = largest(boxes.map((box) => box.x + box.width)) + MARGIN
  const bottom = largest(boxes.map((box) => box.y + box.height)) + MARGIN
  return { shapes, view: boxes.length === 0 ? '0 0 1 1' : `${left} ${top} ${right - left} ${bottom - top}` }
}
