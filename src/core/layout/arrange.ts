import { childrenIndex, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructKind } from '../model/kinds/kindNames.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { arrangeCanvas, arrangeRegion } from './arrangeRegion.ts'
import { arrangeVpc, arrangeZones } from './arrangeVpc.ts'
import { type Arranging, fitAround } from './arranging.ts'
import { type Box, extentOf } from './box.ts'
import { compareNatural } from './compareNatural.ts'
import { NODE_SIZES } from './nodeSizes.ts'
import { packLeaves } from './packLeaves.ts'
import { publicSubnets } from './publicSubnets.ts'

type Arranger = (arranging: Arranging, id: ConstructId, content: readonly ConstructId[]) => void

const arrangeLeaves: Arranger = (arranging, id, content) => {
  packLeaves(arranging, content, NODE_SIZES.pad, NODE_SIZES.top)
  fitAround(arranging, id, content)
}

/** How the content of each container is arranged. */
const arrangers: { readonly [K in ConstructKind]?: Arranger } = {
  region: arrangeRegion,
  vpc: arrangeVpc,
  'availability-zone': (arranging, id) => arrangeZones(arranging, [id]),
  subnet: arrangeLeaves,
  'transit-gateway': arrangeLeaves,
  'on-premises-network': arrangeLeaves,
}

/** The tidy arrangement of a container with all that lies in it, or of the whole canvas (null): boxes relative to their containers. */
export function arrange(design: Design, root: ConstructId | null): ReadonlyMap<ConstructId, Box> {
  const index = childrenIndex(design)
  const rank = (id: ConstructId) => definitions[design.constructs[id]!.kind].stands.rank
  // zones have an order of their own, whichever was drawn first
  const nameOf = (id: ConstructId) => {
    const construct = design.constructs[id]!
    return construct.kind === 'availability-zone' ? construct.zoneName : id
  }
  const isPublic = publicSubnets(design)
  const contents = new Map<ConstructId | null, readonly ConstructId[]>()
  const contentOf = (id: ConstructId | null) => {
    const known = contents.get(id)
    if (known) return known
    const content = [...(index.get(id) ?? [])].sort(
      (a, b) => rank(a) - rank(b) || compareNatural(nameOf(a), nameOf(b)) || compareNatural(a, b),
    )
    contents.set(id, content)
    return content
  }
  const start = (shape: number): Arranging => ({ design, isPublic, contentOf, boxes: new Map(), shape })
  if (root !== null) {
    const arranging = start(WINDOW)
    fill(arranging, root)
    return arranging.boxes
  }
  let best: { readonly boxes: ReadonlyMap<ConstructId, Box>; readonly cost: number } | null = null
  const isTried = listOfKind(design, 'region').length > 1 && Object.keys(design.constructs).length <= MOST_TRIED
  for (const shape of isTried ? SHAPES : [WINDOW]) {
    const arranging = start(shape)
    const content = contentOf(null)
    for (const id of content) fill(arranging, id)
    arrangeCanvas({ ...arranging, shape: WINDOW }, content)
    const { right, bottom } = extentOf(content.map((id) => arranging.boxes.get(id)!))
    const cost = Math.max(right / WINDOW, bottom)
    if (!best || cost < best.cost * CLEARLY) best = { boxes: arranging.boxes, cost }
  }
  return best!.boxes
}

/** A drawing is looked at through a window that is about this much wider than high. */
const WINDOW = 1.4
/** Shapes of what lies in several Regions that are tried: which one lets the whole be shown largest depends on how these stand. */
const SHAPES = [WINDOW, 0.9, 0.6, 2.2]
/** Another shape than the first has to be worth it. */
const CLEARLY = 0.9
/** In larger designs only the first is. */
const MOST_TRIED = 2000

/** Arranges a construct's content, innermost first, and gives it its size at the origin. Containment is five levels deep at most. */
function fill(arranging: Arranging, id: ConstructId): void {
  const arranger = arrangers[arranging.design.constructs[id]!.kind]
  if (!arranger) {
    arranging.boxes.set(id, { x: 0, y: 0, ...NODE_SIZES.leaf })
    return
  }
  const content = arranging.contentOf(id)
  for (const child of content) fill(arranging, child)
  arranger(arranging, id, content)
}
