import { type Box, type Drawing, measureDrawing, publicSubnets } from '../../../core/layout/index.ts'
import { type Construct, type ConstructId, type Design, definitions } from '../../../core/model/index.ts'
import { kindColour } from '../../constructs/index.ts'

/** What lies in a container, as seen from afar: the patches of each colour as one shape, and the most of it in words. */
export interface Picture {
  readonly shapes: readonly Shape[]
  /** `6 subnets · 27 clients`; empty where there is nothing to say. */
  readonly summary: string
}
interface Shape {
  /** How it is painted: zones as frames, subnets as areas, leaves as patches. */
  readonly look: 'frame' | 'area' | 'patch'
  readonly colour: string
  readonly path: string
}
/** The pictures of containers; what is not in it has none. */
export type Pictures = ReadonlyMap<ConstructId, Picture>

/** Containers down to this depth are drawn from any distance: Regions, VPCs, transit gateways. */
const DEEPEST = 1

/** Whether something is painted from afar: leaves in a container, and what VPCs are made of. */
export const isPainted = (depth: number, isContainer: boolean): boolean => depth > (isContainer ? DEEPEST : 0)

/** Paints what is hidden from afar into the innermost container that is not. */
export function pictureContents(design: Design): Pictures {
  const drawing = measureDrawing(design)
  const open = publicSubnets(design)
  const canvases = new Map<ConstructId, Map<string, Omit<Shape, 'path'> & { readonly outlines: string[] }>>()
  const counts = new Map<ConstructId, Counts>()
  for (const [id, { absolute, depth }] of drawing) {
    const construct = design.constructs[id]!
    const isContainer = definitions[construct.kind].container
    if (!isPainted(depth, isContainer)) continue
    const at = holderOf(drawing, id)
    count(counts, at, construct)
    const shapes = canvases.get(at) ?? new Map()
    canvases.set(at, shapes)
    const look = construct.kind === 'subnet' ? 'area' : isContainer ? 'frame' : 'patch'
    const colour = open.has(id) ? 'var(--group-public)' : kindColour(construct.kind)
    const shape = shapes.get(`${look} ${colour}`) ?? { look, colour, outlines: [] }
    shapes.set(`${look} ${colour}`, shape)
    shape.outlines.push(outline(absolute, drawing.get(at)!.absolute))
  }
  const pictureOf = (id: ConstructId, shapes: readonly (Omit<Shape, 'path'> & { readonly outlines: string[] })[]) => ({
    // what lies in something comes after it
    shapes: LOOKS.flatMap((look) =>
      shapes
        .filter((one) => one.look === look)
        .map(({ colour, outlines }) => ({ look, colour, path: outlines.join('') })),
    ),
    summary: inWords(counts.get(id)),
  })
  return new Map([...canvases].map(([id, shapes]) => [id, pictureOf(id, [...shapes.values()])]))
}

const LOOKS = ['frame', 'area', 'patch'] as const

/** The innermost container round it that is drawn from any distance. */
function holderOf(drawing: Drawing, id: ConstructId): ConstructId {
  let at = drawing.get(id)!.parent!
  while (drawing.get(at)!.depth > DEEPEST) at = drawing.get(at)!.parent!
  return at
}

const outline = ({ x, y, width, height }: Box, origin: Box): string =>
  `M${x - origin.x} ${y - origin.y}h${width}v${height}h${-width}z`

interface Counts {
  subnet: number
  client: number
}

function count(counts: Map<ConstructId, Counts>, at: ConstructId, { kind }: Construct) {
  if (kind !== 'subnet' && kind !== 'client') return
  const now = counts.get(at) ?? { subnet: 0, client: 0 }
  now[kind]++
  counts.set(at, now)
}

const inWords = ({ subnet, client }: Counts = { subnet: 0, client: 0 }): string =>
  [amount(subnet, 'subnet'), amount(client, 'client')].filter(Boolean).join(' · ')

const amount = (count: number, noun: string) => (count === 0 ? '' : count === 1 ? `1 ${noun}` : `${count} ${noun}s`)
