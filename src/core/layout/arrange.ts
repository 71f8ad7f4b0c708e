import { childrenIndex } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructKind } from '../model/kinds/kindNames.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { arrangeCanvas, arrangeRegion } from './arrangeRegion.ts'
import { arrangeVpc, arrangeZones } from './arrangeVpc.ts'
import { type Arranging, fitAround } from './arranging.ts'
import type { Box } from './box.ts'
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
  const arranging: Arranging = {
    design,
    isPublic: publicSubnets(design),
    contentOf: (id) =>
      [...(index.get(id) ?? [])].sort(
        (a, b) => rank(a) - rank(b) || compareNatural(nameOf(a), nameOf(b)) || compareNatural(a, b),
      ),
    boxes: new Map(),
  }
  if (root !== null) fill(arranging, root)
  else {
    const content = arranging.contentOf(null)
    for (const id of content) fill(arranging, id)
    arrangeCanvas(arranging, content)
  }
  return arranging.boxes
}

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
