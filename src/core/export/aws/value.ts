import type { BlockValue, PartKey } from '../plan/part.ts'
import type { Choice } from './choices.ts'

/** What a request may ask of something that is made before it. The bare id is that of what else goes by its ARN. */
export type Fact = 'id' | 'bare id' | 'arn' | 'private address' | 'DNS name' | 'DNS zone'

/** A value that a text cannot hold yet: only the making or the place of the deployment tells it. */
export type Later =
  /** The id is what other requests name a thing by: AWS's id of it, a name or an ARN. */
  | { readonly later: 'fact'; readonly fact: Fact; readonly of: PartKey }
  | { readonly later: 'block'; readonly block: Extract<BlockValue, { readonly from: PartKey }> }
  /** A Region by its code; the one of the deployment where it is that of the stack. */
  | { readonly later: 'region'; readonly code: string }
  /** A text that names the Region of the stack, such as a zone or a service. */
  | { readonly later: 'regional'; readonly text: string }
  | { readonly later: 'partition' }
  | { readonly later: 'choice'; readonly choice: Choice }
  | { readonly later: 'joined'; readonly pieces: readonly (string | Later)[] }

/** Plain data as JSON has it, with leaves of a kind of their own. Members that are undefined are not said. */
export type Tree<Leaf> =
  | Leaf
  | string
  | number
  | boolean
  | readonly Tree<Leaf>[]
  | { readonly [name: string]: Tree<Leaf> | undefined }
export type Value = Tree<Later>
/** Parameters of a request by the API's own names; undefined leaves one to AWS. */
export type Settings = { readonly [name: string]: Value | undefined }

export const isLater = <Leaf>(value: Tree<Leaf> | Later): value is Later =>
  typeof value === 'object' && value !== null && 'later' in value
export const isList = <Leaf>(value: Tree<Leaf>): value is readonly Tree<Leaf>[] => Array.isArray(value)

const fact =
  (asked: Fact) =>
  (of: PartKey): Later => ({ later: 'fact', fact: asked, of })
export const idOf = fact('id')
export const bareIdOf = fact('bare id')
export const arnOf = fact('arn')
export const privateAddressOf = fact('private address')
export const dnsNameOf = fact('DNS name')
export const dnsZoneOf = fact('DNS zone')
export const regional = (text: string): Later => ({ later: 'regional', text })
export const regionCalled = (code: string): Later => ({ later: 'region', code })
export const chosen = (choice: Choice): Later => ({ later: 'choice', choice })
export const joined = (...pieces: readonly (string | Later)[]): Later => ({ later: 'joined', pieces })
export const PARTITION: Later = { later: 'partition' }

/** A CIDR text, or the part of the VPC's IPv6 block that stands for it. */
export const blockOf = (block: BlockValue): string | Later => ('text' in block ? block.text : { later: 'block', block })
/** The list, or nothing where it is empty: AWS reads an empty list and none differently in places. */
export const listed = <T>(items: readonly T[]): readonly T[] | undefined => (items.length > 0 ? items : undefined)
/** The ids, or nothing where there are none. */
export const idsOf = (keys: readonly PartKey[]): readonly Later[] | undefined => listed(keys.map(idOf))
