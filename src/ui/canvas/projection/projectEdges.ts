import type { Edge } from '@xyflow/react'
import { type Box, type Drawing, drawnInterfaces, measureDrawing } from '../../../core/layout/index.ts'
import {
  type Connection,
  type ConnectionKind,
  type ConstructId,
  connectionsOf,
  type Design,
} from '../../../core/model/index.ts'
import { chipBoxes } from './chipBoxes.ts'
import type { Highlights, PathLink } from './highlightsFor.ts'
import { Z } from './projectNodes.ts'

/** Where a line begins or ends, measured from the middle of its node. */
export type EdgeEnd = Box
export type ConnectionEdge = Edge<
  {
    readonly kind: ConnectionKind
    readonly label: string
    readonly near: boolean
    readonly from: EdgeEnd
    readonly to: EdgeEnd
  },
  'connection'
>
export type PathEdge = Edge<
  {
    readonly ahead: boolean
    readonly last: boolean
    readonly outcome: Highlights['outcome']
    readonly from: EdgeEnd
    readonly to: EdgeEnd
  },
  'path'
>
export type CanvasEdge = ConnectionEdge | PathEdge

export interface EdgeView {
  /** Selected or under the pointer: their lines are all shown. */
  readonly near: ReadonlySet<ConstructId>
  readonly highlights: Highlights | null
}

/** Where a design has more of these lines than anyone can follow, they show like the others. */
const MOST_LINES = 150
/** Lines that always show; the others would hide the drawing, and show when one of their ends is selected or under the pointer. */
const ALWAYS: ReadonlySet<ConnectionKind> = new Set(['endpoint-service', 'network-interface'])

const NOTHING: ReadonlyMap<string, CanvasEdge> = new Map()

/** The lines of the canvas. What has not changed since `previous` is the same object again. */
export function projectEdges(design: Design, view: EdgeView, previous = NOTHING): CanvasEdge[] {
  const drawing = measureDrawing(design)
  const edges: CanvasEdge[] = []
  const all = linesOf(design)
  const crowded = all.filter(({ kind }) => ALWAYS.has(kind)).length > MOST_LINES
  for (const connection of all) {
    const near = view.near.has(connection.from) || view.near.has(connection.to)
    if (near || (ALWAYS.has(connection.kind) && !crowded)) edges.push(connectionEdge(design, drawing, connection, near))
  }
  const links = view.highlights?.links ?? []
  for (const [i, link] of links.entries()) {
    if (drawing.has(link.from) && drawing.has(link.to))
      edges.push(pathEdge(design, drawing, link, i, i === links.length - 1, view.highlights!.outcome))
  }
  return edges.map((edge) => keep(previous.get(edge.id), edge))
}

const lines = new WeakMap<Design['constructs'], readonly Connection[]>()

/** `connectionsOf`, worked out once for each state of the design. */
function linesOf(design: Design): readonly Connection[] {
  const known = lines.get(design.constructs)
  if (known) return known
  const found = connectionsOf(design)
  lines.set(design.constructs, found)
  return found
}

function connectionEdge(
  design: Design,
  drawing: Drawing,
  { from, to, kind, label }: Connection,
  near: boolean,
): ConnectionEdge {
  const chip = kind === 'network-interface' ? from : null
  return {
    id: `${from} ${to} ${kind}`,
    type: 'connection',
    source: from,
    target: to,
    zIndex: Z.line,
    focusable: false,
    selectable: false,
    ariaLabel: `${design.constructs[from]!.name} ${label} ${design.constructs[to]!.name}`,
    data: { kind, label, near, from: endOf(design, drawing, from, null), to: endOf(design, drawing, to, chip) },
  }
}

function pathEdge(
  design: Design,
  drawing: Drawing,
  link: PathLink,
  index: number,
  last: boolean,
  outcome: Highlights['outcome'],
): PathEdge {
  return {
    id: `path ${index} ${link.from} ${link.to}`,
    type: 'path',
    source: link.from,
    target: link.to,
    zIndex: Z.path,
    focusable: false,
    selectable: false,
    ariaLabel: `The request goes from ${design.constructs[link.from]!.name} to ${design.constructs[link.to]!.name}`,
    data: {
      ahead: link.ahead,
      last,
      outcome,
      from: endOf(design, drawing, link.from, link.fromChip),
      to: endOf(design, drawing, link.to, link.toChip),
    },
  }
}

/** The box of a node, or of the chip that `owner` has in it, measured from the node's middle. */
function endOf(design: Design, drawing: Drawing, id: ConstructId, owner: ConstructId | null): EdgeEnd {
  const { width, height } = drawing.get(id)!.box
  const chips = owner === null ? [] : (drawnInterfaces(design).get(id) ?? [])
  const at = chips.findIndex((chip) => chip.owner === owner)
  const boxes = chipBoxes({ width, height }, chips.length)
  const box = at < 0 ? { x: 0, y: 0, width, height } : boxes[Math.min(at, boxes.length - 1)]!
  return { x: box.x - width / 2, y: box.y - height / 2, width: box.width, height: box.height }
}

function keep(before: CanvasEdge | undefined, edge: CanvasEdge): CanvasEdge {
  if (!before || before.ariaLabel !== edge.ariaLabel || before.target !== edge.target) return edge
  const [left, right] = [before.data as Record<string, unknown>, edge.data as Record<string, unknown>]
  return Object.entries(right).every(([key, value]) => isSame(left[key], value)) ? before : edge
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    a !== null &&
    b !== null &&
    Object.entries(b).every(([key, value]) => (a as Record<string, unknown>)[key] === value))
