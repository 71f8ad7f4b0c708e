import { childrenIndex } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructKind } from '../model/kinds/kindNames.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { arrangeCanvas, arrangeRegion } from './arrangeRegion.ts'
import { arrangeVpc, arrangeZones } from './arrangeVpc.ts'
import { type Arranging, fitAround } from './arranging.ts'
import { type Box, extentOf } from './box.ts'
import { compareNatural } from './compareNatural.ts'
import { leafSizeOf } from './leafSizeOf.ts'
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
  const arrangeAs = (shapes: Shapes, root: ConstructId | null): Tried => {
    const arranging: Arranging = {
      design,
      isPublic,
      contentOf,
      boxes: new Map(),
      shapes: { canvas: WINDOW, ...shapes },
    }
    if (root !== null) fill(arranging, root)
    else {
      for (const id of contentOf(null)) fill(arranging, id)
      arrangeCanvas(arranging, contentOf(null))
    }
    return { boxes: arranging.boxes, ...extentOf(contentOf(null).flatMap((id) => arranging.boxes.get(id) ?? [])) }
  }
  const usual = arrangeAs({ vpc: WINDOW, region: WINDOW }, root)
  if (root !== null) return usual.boxes
  const costOf = ({ right, bottom }: Tried) => Math.max(right / WINDOW, bottom)
  let best = usual
  for (const shapes of shapesToTry(design)) {
    const tried = arrangeAs(shapes, null)
    if (costOf(tried) < costOf(best)) best = tried
  }
  return costOf(best) < costOf(usual) * CLEARLY ? best.boxes : usual.boxes
}

/** How much wider than high VPCs and the rows of a Region should come to be. */
type Shapes = Omit<Arranging['shapes'], 'canvas'>
interface Tried {
  readonly boxes: ReadonlyMap<ConstructId, Box>
  readonly right: number
  readonly bottom: number
}

/** A drawing is looked at through a window that is about this much wider than high: the canvas between the panels. */
const WINDOW = 1.25
/** Shapes that are tried: which of them let the whole be shown largest depends on how what has them comes to stand. */
const SHAPES = [WINDOW, 0.9, 0.6, 1.8, 2.6]
/** Another than the first has to be worth it. */
const CLEARLY = 0.9
/** In larger designs VPCs and Regions are given the same shapes, and in still larger ones only the first is tried. */
const MOST_MIXED = 400
const MOST_TRIED = 2000

function shapesToTry({ constructs }: Design): readonly Shapes[] {
  const count = Object.keys(constructs).length
  if (count > MOST_TRIED) return []
  return SHAPES.flatMap((region) => (count > MOST_MIXED ? [region] : SHAPES).map((vpc): Shapes => ({ vpc, region })))
}

/** Arranges a construct's content, innermost first, and gives it its size at the origin. Containment is five levels deep at most. */
function fill(arranging: Arranging, id: ConstructId): void {
  const arranger = arrangers[arranging.design.constructs[id]!.kind]
  if (!arranger) {
    arranging.boxes.set(id, { x: 0, y: 0, ...leafSizeOf(arranging.design.constructs[id]!.kind) })
    return
  }
  const content = arranging.contentOf(id)
  for (const child of content) fill(arranging, child)
  arranger(arranging, id, content)
}
