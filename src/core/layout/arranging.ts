import type { Design } from '../model/design.ts'
import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { type Box, extentOf, type Size } from './box.ts'
import { drawnInterfaces } from './drawnInterfaces.ts'
import { leafSizeOf } from './leafSizeOf.ts'
import { NODE_SIZES, roundUp } from './nodeSizes.ts'

/** What an arrangement has at hand. It writes the boxes it decides on, relative to their container, into `boxes`. */
export interface Arranging {
  readonly design: Design
  readonly isPublic: ReadonlySet<ConstructId>
  /** Content of a container (null = the canvas) in drawing order. */
  contentOf(id: ConstructId | null): readonly ConstructId[]
  readonly boxes: Map<ConstructId, Box>
  /** How much wider than high the canvas, a Region and a VPC should come to be. */
  readonly shapes: { readonly canvas: number; readonly region: number; readonly vpc: number }
}

/** The size a construct has by now. */
export const sizeIn = ({ boxes, design }: Arranging, id: ConstructId): Size =>
  boxes.get(id) ?? leafSizeOf(design.constructs[id]!.kind)

/** Moves a construct to a place in its container and keeps its size. */
export function putAt(arranging: Arranging, id: ConstructId, x: number, y: number): void {
  const { width, height } = sizeIn(arranging, id)
  arranging.boxes.set(id, { x, y, width, height })
}

/** The members of `ids` that stand in that area of their container. */
export const inArea = ({ design }: Arranging, ids: readonly ConstructId[], area: string): readonly ConstructId[] =>
  ids.filter((id) => definitions[design.constructs[id]!.kind].stands.area === area)

/** The least size of a container that holds these boxes. */
export function sizeAround(design: Design, id: ConstructId, content: Iterable<Box>): Size {
  const { right, bottom } = extentOf(content)
  const least = definitions[design.constructs[id]!.kind].stands.least ?? NODE_SIZES.leaf
  const strip = drawnInterfaces(design).has(id) ? NODE_SIZES.chipStrip : 0
  const foot = Math.max(bottom, NODE_SIZES.top) + (strip || NODE_SIZES.pad)
  return {
    width: Math.max(least.width, roundUp(right + NODE_SIZES.pad)),
    height: Math.max(least.height, roundUp(foot)),
  }
}

/** Fits a container round its content. */
export function fitAround(arranging: Arranging, id: ConstructId, content: readonly ConstructId[]): void {
  const boxes = content.map((child) => arranging.boxes.get(child)!)
  const { x = 0, y = 0 } = arranging.boxes.get(id) ?? {}
  arranging.boxes.set(id, { x, y, ...sizeAround(arranging.design, id, boxes) })
}
