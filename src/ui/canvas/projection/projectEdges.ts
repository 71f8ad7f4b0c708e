import type { Edge } from '@xyflow/react'
import { appendAll } from '../../../core/base/index.ts'
import type { Box } from '../../../core/layout/index.ts'
import {
  type Connection,
  type ConnectionKind,
  type ConstructId,
  connectionsOf,
  type Design,
} from '../../../core/model/index.ts'
import type { LineShape } from '../lines/lineShape.ts'
import type { LabelPlace } from '../lines/placeLabels.ts'
import { createDrawer, type Drawer, type Line, type Routing, type Way } from './createDrawer.ts'
import type { Highlights, PathLink } from './highlightsFor.ts'
import { Z } from './projectNodes.ts'

/** Where a line begins or ends, measured from the middle of its node. */
export type EdgeEnd = Box
interface LineData {
  readonly shape: LineShape
  readonly from: EdgeEnd
  readonly to: EdgeEnd
}
// Type aliases, because React Flow wants data that an index signature fits.
type ConnectionData = Pick<Connection, 'kind' | 'label'> &
  Pick<LineData, keyof LineData> & {
    readonly near: boolean
    /** Where its word stands; null = it has no room, absent = in the middle. */
    readonly place?: LabelPlace | null
  }
type PathData = Pick<PathLink, 'state'> & Pick<LineData, keyof LineData>
export type ConnectionEdge = Edge<ConnectionData, 'connection'>
export type PathEdge = Edge<PathData, 'path'>
export type CanvasEdge = ConnectionEdge | PathEdge

export interface EdgeView {
  /** Selected or under the pointer: their lines are all shown. */
  readonly near: ReadonlySet<ConstructId>
  readonly highlights: Highlights | null
  /** null until it has come. */
  readonly routing: Routing | null
}

/** Where a design has more of these lines than anyone can follow, they show like the others. */
const MOST_LINES = 150
/** Lines that always show; the others would hide the drawing, and show when one of their ends is selected or under the pointer. */
const ALWAYS: ReadonlySet<ConnectionKind> = new Set([
  'endpoint-service',
  'network-interface',
  'peering',
  'attachment',
  'outside-line',
  'service-load-balancer',
])

/** Lines that say by their looks what they are, without a word. */
export const PLAIN: ReadonlySet<string> = new Set(['network-interface', 'endpoint-service', 'service-load-balancer'])
const JOINING: ReadonlySet<ConnectionKind> = new Set(['peering', 'attachment', 'outside-line'])
/** More lines than this do not look for a way round what is drawn: each takes a few milliseconds, whenever something is moved. */
const MOST_ROUTED = 40
/** The same for those of what is selected or under the pointer, which come while one waits. */
const MOST_NEAR_ROUTED = 16
/** More of them have no room beside each other. */
const MOST_JOINING = 40

const NOTHING: ReadonlyMap<string, CanvasEdge> = new Map()

/** The lines of the canvas. What has not changed since `previous` is the same object again. */
export function projectEdges(design: Design, view: EdgeView, previous = NOTHING): CanvasEdge[] {
  const draw = createDrawer(design, view.routing)
  const edges: CanvasEdge[] = []
  const all = linesOf(design)
  const joining = besideEachOther(all, draw)
  const crowded = all.filter(({ kind }) => ALWAYS.has(kind)).length > MOST_LINES
  const isNear = ({ from, to }: Connection) => view.near.has(from) || view.near.has(to)
  const shown = all.filter((one) => isNear(one) || (ALWAYS.has(one.kind) && !crowded))
  const near = shown.filter(isNear).length
  const drawn = shown.map((connection) => {
    const isPlain = isNear(connection) ? near > MOST_NEAR_ROUTED : shown.length - near > MOST_ROUTED
    const line = joining.get(connection) ?? draw.line(wayOf(connection), isPlain)
    return connectionEdge(design, line, connection, isNear(connection))
  })
  appendAll(edges, withPlaces(design, draw, drawn, shown, view.routing))
  const links = view.highlights?.links.filter(({ from, to }) => draw.knows(from) && draw.knows(to)) ?? []
  const path = draw.lines(links, links.length > MOST_ROUTED)
  for (const [i, link] of links.entries()) edges.push(pathEdge(design, path[i]!, link, i))
  return edges.map((edge) => keep(previous.get(edge.id), edge))
}

const wayOf = ({ from, to, kind }: Connection): Way => ({
  from,
  fromChip: null,
  to,
  toChip: kind === 'network-interface' ? from : null,
})

/** The lines with places for the words of those that show them, so that these do not pile up. */
function withPlaces(
  design: Design,
  draw: Drawer,
  edges: readonly ConnectionEdge[],
  connections: readonly Connection[],
  routing: Routing | null,
): readonly ConnectionEdge[] {
  const labelled = edges.flatMap((edge, i) => (edge.data!.near && !PLAIN.has(edge.data!.kind) ? [i] : []))
  if (!routing || labelled.length < 2) return edges
  const lines = labelled.map((i) => {
    const { label } = connections[i]!
    return { corners: draw.cornersOf(wayOf(connections[i]!), edges[i]!.data!), label }
  })
  const places = routing.placeWords(design, lines)
  const placeAt = new Map(labelled.map((i, at) => [i, places[at]!]))
  return edges.map((edge, i) => {
    const place = placeAt.get(i)
    return place === undefined ? edge : { ...edge, data: { ...edge.data!, place } }
  })
}

/** Lines between networks often meet at one gateway: as one they could not be told apart. */
function besideEachOther(all: readonly Connection[], draw: Drawer): ReadonlyMap<Connection, Line> {
  const joining = all.filter(({ kind }) => JOINING.has(kind))
  if (joining.length > MOST_JOINING) return new Map()
  const lines = draw.lines(joining.map(wayOf))
  return new Map(joining.map((connection, i) => [connection, lines[i]!]))
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

const common = (from: ConstructId, to: ConstructId) => ({
  source: from,
  target: to,
  focusable: false,
  selectable: false,
  domAttributes: { 'data-ends': `${from} ${to}` } as CanvasEdge['domAttributes'] & object,
})

function connectionEdge(design: Design, line: LineData, connection: Connection, near: boolean): ConnectionEdge {
  const { from, to, kind, label } = connection
  return {
    ...common(from, to),
    id: `${from} ${to} ${kind}`,
    type: 'connection',
    zIndex: Z.line,
    ariaLabel: `${design.constructs[from]!.name} ${label} ${design.constructs[to]!.name}`,
    data: { kind, label, near, ...line },
  }
}

function pathEdge(design: Design, line: LineData, link: PathLink, index: number): PathEdge {
  const { from, to, state } = link
  const names = `from ${design.constructs[from]!.name} to ${design.constructs[to]!.name}`
  const isCarried = state === 'carried' || state === 'ahead'
  return {
    ...common(from, to),
    id: `path ${index} ${from} ${to}`,
    type: 'path',
    zIndex: Z.path,
    ariaLabel: isCarried ? `The request goes ${names}` : `The request does not get ${names}`,
    data: { state, ...line },
  }
}

function keep(before: CanvasEdge | undefined, edge: CanvasEdge): CanvasEdge {
  if (!before || before.ariaLabel !== edge.ariaLabel || before.target !== edge.target) return edge
  const [left, right] = [before.data as Record<string, unknown>, edge.data as Record<string, unknown>]
  return Object.entries(right).every(([key, value]) => isSame(left[key], value)) ? before : edge
}

/** Whether what is in `b` is in `a` as well, at every depth. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    a !== null &&
    b !== null &&
    Object.keys(a).length === Object.keys(b).length &&
    Object.entries(b).every(([key, value]) => isSame((a as Record<string, unknown>)[key], value)))
