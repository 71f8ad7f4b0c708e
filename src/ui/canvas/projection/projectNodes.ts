import { type Box, type Drawn, drawnInterfaces, measureDrawing, publicSubnets } from '../../../core/layout/index.ts'
import { type Construct, type ConstructId, constructAt, type Design, definitions } from '../../../core/model/index.ts'
import { glyphOf } from '../../constructs/index.ts'
import { ariaLabelOf } from './ariaLabelOf.ts'
import type { CanvasNode, Chip, ContainerData, ContainerNode, LeafData, LeafNode } from './canvasNodes.ts'
import { chipBoxes } from './chipBoxes.ts'
import { detailOf } from './detailOf.ts'
import type { FindingMark } from './findingMarks.ts'
import { chipKey, type Highlights } from './highlightsFor.ts'
import { tagOf } from './tagOf.ts'

/** All that decides how nodes look besides the design. */
export interface NodeView {
  readonly selection: ReadonlySet<ConstructId>
  readonly marks: ReadonlyMap<ConstructId, FindingMark>
  readonly highlights: Highlights | null
}

/** Nodes below each other by level: a container never covers what lies in another. Lines go between containers and leaves. */
export const Z = { container: 10, line: 70, path: 72, leaf: 80 } as const

const NOTHING: ReadonlyMap<ConstructId, CanvasNode> = new Map()
const NO_CHIPS: readonly Chip[] = []

/**
 * The nodes of the canvas, containers before their content. What has not changed since `previous` is the same object again, so that
 * only what did is drawn anew.
 */
export function projectNodes(design: Design, view: NodeView, previous = NOTHING): CanvasNode[] {
  const open = publicSubnets(design)
  const chipsOf = createChipLister(design, view)
  const paths = new Map<ConstructId, string>()
  const nodes: CanvasNode[] = []
  for (const [id, drawn] of measureDrawing(design)) {
    const construct = design.constructs[id]!
    const path = drawn.parent === null ? '' : nameIn(design, paths, drawn.parent)
    if (definitions[construct.kind].container)
      paths.set(id, path === '' ? construct.name : `${construct.name}, ${path}`)
    const common: LeafData = {
      construct,
      detail: detailOf(construct),
      tag: tagOf(construct, design),
      mark: view.marks.get(id) ?? null,
      light: view.highlights?.lights.get(id) ?? null,
    }
    const label = ariaLabelOf(construct, common, path, open.has(id))
    const selected = view.selection.has(id)
    const before = previous.get(id)
    if (!definitions[construct.kind].container) {
      nodes.push(keep(before, leafNode(construct, drawn, common, selected, label)))
      continue
    }
    const chips = chipsOf(id, drawn.box)
    const data = {
      ...common,
      isPublic: open.has(id),
      chips: chips.shown,
      hiddenChips: chips.hidden,
      least: drawn.least,
    }
    nodes.push(keep(before, containerNode(construct, drawn, data, selected, label)))
  }
  return nodes
}

const nameIn = (design: Design, paths: ReadonlyMap<ConstructId, string>, id: ConstructId): string =>
  paths.get(id) ?? design.constructs[id]!.name

function frame(construct: Construct, { box, parent }: Drawn, selected: boolean, label: string) {
  const { x, y, width, height } = box
  return {
    id: construct.id,
    position: { x, y },
    ...(parent === null ? {} : { parentId: parent }),
    width,
    height,
    measured: { width, height },
    selected,
    ariaLabel: label,
    domAttributes: { 'aria-roledescription': 'construct' },
    // one point in the middle; where a line meets the outline is worked out when it is drawn
    handles: (['source', 'target'] as const).map((type) => ({
      type,
      position: 'top',
      x: width / 2,
      y: height / 2,
      width: 0,
      height: 0,
    })),
  }
}

const leafNode = (construct: Construct, drawn: Drawn, data: LeafData, selected: boolean, label: string): LeafNode =>
  ({ ...frame(construct, drawn, selected, label), type: 'construct', zIndex: Z.leaf, data }) as LeafNode

const containerNode = (
  construct: Construct,
  drawn: Drawn,
  data: ContainerData,
  selected: boolean,
  label: string,
): ContainerNode =>
  ({
    ...frame(construct, drawn, selected, label),
    type: 'container',
    zIndex: Z.container * (drawn.depth + 1),
    data,
  }) as ContainerNode

/** The earlier node, or as much of it as is still right. */
function keep(before: CanvasNode | undefined, node: CanvasNode): CanvasNode {
  if (!before || before.type !== node.type) return node
  const isSameData = isShallowEqual(before.data, node.data)
  const isSameFrame =
    before.position.x === node.position.x &&
    before.position.y === node.position.y &&
    before.parentId === node.parentId &&
    before.width === node.width &&
    before.height === node.height &&
    before.selected === node.selected &&
    before.zIndex === node.zIndex &&
    before.ariaLabel === node.ariaLabel
  if (isSameData && isSameFrame) return before
  return isSameData ? ({ ...node, data: before.data } as CanvasNode) : node
}

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

function createChipLister(design: Design, { highlights }: NodeView) {
  const interfaces = drawnInterfaces(design)
  return (subnet: ConstructId, box: Box): { readonly shown: readonly Chip[]; readonly hidden: number } => {
    const all = interfaces.get(subnet)
    if (!all) return { shown: NO_CHIPS, hidden: 0 }
    const boxes = chipBoxes(box, all.length)
    const shown = boxes.map(({ x, y, width }, i): Chip => {
      const { owner, privateIp } = all[i]!
      const construct = constructAt(design, owner)!
      const lit = highlights?.chips.has(chipKey(subnet, owner)) ?? false
      return { owner, name: construct.name, glyph: glyphOf(construct), privateIp, lit, x, y, width }
    })
    return { shown, hidden: all.length - shown.length }
  }
}
