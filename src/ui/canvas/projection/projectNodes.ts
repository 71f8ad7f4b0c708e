import { type Box, type Drawn, drawnInterfaces, measureDrawing, publicSubnets } from '../../../core/layout/index.ts'
import {
  type Construct,
  type ConstructId,
  constructAt,
  type Design,
  definitions,
  listOfKind,
} from '../../../core/model/index.ts'
import { glyphOf } from '../../constructs/index.ts'
import { ariaLabelOf } from './ariaLabelOf.ts'
import { badgeOf } from './badgeOf.ts'
import type { CanvasNode, Chip, ContainerData, LeafData } from './canvasNodes.ts'
import { chipBoxes } from './chipBoxes.ts'
import { chipKey } from './chipKey.ts'
import type { FindingMark } from './findingMarks.ts'
import type { Highlights } from './highlightsFor.ts'
import { isDeciding } from './isDeciding.ts'
import { tagOf } from './tagOf.ts'

/** All that decides how nodes look besides the design. */
export interface NodeView {
  readonly selection: ReadonlySet<ConstructId>
  readonly marks: ReadonlyMap<ConstructId, FindingMark>
  readonly highlights: Highlights | null
}

/** Nodes below each other by level: a container never covers what lies in another. Lines go between containers and leaves, and no leaf covers the word of the one that decided. */
export const Z = { container: 10, line: 70, path: 72, leaf: 80, decided: 82, carried: 210 } as const

const NOTHING: ReadonlyMap<ConstructId, CanvasNode> = new Map()
const NO_CHIPS = { chips: [], hiddenChips: 0 } as const

/**
 * The nodes of the canvas, containers before their content. What has not changed since `previous` is the same object again, so that
 * only what did is drawn anew.
 */
export function projectNodes(design: Design, view: NodeView, previous = NOTHING): CanvasNode[] {
  const open = publicSubnets(design)
  const chipsOf = createChipLister(design, view)
  const ownerOf = createOwnerNamer(design)
  const paths = new Map<ConstructId, string>()
  const nodes: CanvasNode[] = []
  for (const [id, drawn] of measureDrawing(design)) {
    const construct = design.constructs[id]!
    const path = drawn.parent === null ? '' : paths.get(drawn.parent)!
    const leaf: LeafData = {
      construct,
      path,
      detail: definitions[construct.kind].detail(construct),
      tag: tagOf(construct, design),
      badge: badgeOf(construct, design),
      mark: view.marks.get(id) ?? null,
      light: view.highlights?.lights.get(id) ?? null,
    }
    const isContainer = definitions[construct.kind].container
    if (isContainer) paths.set(id, path === '' ? construct.name : `${construct.name}, ${path}`)
    const data = isContainer
      ? { ...leaf, ...chipsOf(id, drawn.box), owner: ownerOf(construct), isPublic: open.has(id), least: drawn.least }
      : leaf
    nodes.push(nodeOf(drawn, data, view.selection.has(id), previous.get(id)))
  }
  return nodes
}

/** The earlier node, or a new one with as much of it as is still right. */
function nodeOf(
  { box, parent, depth }: Drawn,
  fresh: LeafData | ContainerData,
  selected: boolean,
  before: CanvasNode | undefined,
): CanvasNode {
  const { x, y, width, height } = box
  const type = 'chips' in fresh ? 'container' : 'construct'
  const isSameData = before?.type === type && isShallowEqual(before.data, fresh)
  const zIndex = type === 'construct' ? (isDeciding(fresh.light) ? Z.decided : Z.leaf) : Z.container * (depth + 1)
  const isSameFrame =
    before?.position.x === x &&
    before.position.y === y &&
    before.width === width &&
    before.height === height &&
    before.selected === selected &&
    before.zIndex === zIndex &&
    (before.parentId ?? null) === parent
  if (isSameData && isSameFrame) return before
  return {
    id: fresh.construct.id,
    type,
    position: { x, y },
    ...(parent === null ? {} : { parentId: parent }),
    width,
    height,
    measured: { width, height },
    selected,
    zIndex,
    data: isSameData ? before.data : fresh,
    ariaLabel: isSameData ? before.ariaLabel : ariaLabelOf(fresh),
    domAttributes: { 'aria-roledescription': 'construct' },
    handles: anchorsOf(box),
  } as CanvasNode
}

/** One point in the middle; where a line meets the outline is worked out when it is drawn. */
const anchorsOf = ({ width, height }: Box) =>
  (['source', 'target'] as const).map((type) => ({
    type,
    position: 'top',
    x: width / 2,
    y: height / 2,
    width: 0,
    height: 0,
  }))

/** Equal field by field; fields that are small objects or lists are compared one level down. */
function isShallowEqual(a: object, b: object): boolean {
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return Object.keys(right).every((key) => isSame(left[key], right[key]))
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || 'kind' in b) return false
  if (Array.isArray(b)) return Array.isArray(a) && a.length === b.length && b.every((item, i) => isSameItem(a[i], item))
  return isSameItem(a, b)
}

const isSameItem = (a: object, b: object): boolean =>
  Object.entries(b).every(([key, value]) => (a as Record<string, unknown>)[key] === value)

/** Whose a container is; with one account only there is nothing to tell. */
function createOwnerNamer(design: Design): (construct: Construct) => string | null {
  const isShared = listOfKind(design, 'account').length > 1
  return (construct) =>
    isShared && 'account' in construct && construct.account
      ? (constructAt(design, construct.account)?.name ?? null)
      : null
}

function createChipLister(design: Design, { highlights }: NodeView) {
  const interfaces = drawnInterfaces(design)
  return (subnet: ConstructId, box: Box): Pick<ContainerData, 'chips' | 'hiddenChips'> => {
    const all = interfaces.get(subnet)
    if (!all) return NO_CHIPS
    const boxes = chipBoxes(box, all.length)
    const chips = boxes.map(({ x, y, width }, i): Chip => {
      const { owner, privateIp } = all[i]!
      const construct = constructAt(design, owner)!
      const lit = highlights?.chips.has(chipKey(subnet, owner)) ?? false
      return { owner, name: construct.name, glyph: glyphOf(construct), privateIp, lit, x, y, width }
    })
    return { chips, hiddenChips: all.length - chips.length }
  }
}
