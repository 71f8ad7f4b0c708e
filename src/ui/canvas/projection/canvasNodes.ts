import type { Node } from '@xyflow/react'
import type { Size } from '../../../core/layout/index.ts'
import type { Construct, ConstructId } from '../../../core/model/index.ts'
import type { GlyphName } from '../../constructs/index.ts'
import type { FindingMark } from './findingMarks.ts'
import type { Light } from './highlightsFor.ts'
import type { Tag } from './tagOf.ts'

/** The interface that an endpoint or client has in a subnet, as drawn there. */
export interface Chip {
  readonly owner: ConstructId
  readonly name: string
  readonly glyph: GlyphName
  readonly privateIp: string | null
  readonly lit: boolean
  readonly x: number
  readonly y: number
  readonly width: number
}

// Type aliases, because React Flow wants data that an index signature fits.
/** What a leaf draws. */
export type LeafData = {
  readonly construct: Construct
  /** Names of the containers round it, the nearest first. */
  readonly path: string
  readonly detail: string
  readonly tag: Tag | null
  /** What binds its calls, or calls to it: the role’s name, or the word for its policies. */
  readonly badge: string | null
  readonly mark: FindingMark | null
  readonly light: Light | null
}
/** What a container draws. */
export type ContainerData = LeafData & {
  /** Name of the account that it belongs to, where the design has several. */
  readonly owner: string | null
  /** Subnets only: whether it is drawn as a public one. */
  readonly isPublic: boolean
  readonly chips: readonly Chip[]
  /** Interfaces that there is no room for. */
  readonly hiddenChips: number
  /** The least size that holds the content. */
  readonly least: Size
}
export type LeafNode = Node<LeafData, 'construct'>
export type ContainerNode = Node<ContainerData, 'container'>
export type CanvasNode = LeafNode | ContainerNode
