import type { ConstructId } from '../../model/kinds/registry.ts'
import type { BlockValue, PartKey } from '../plan/part.ts'
import { readPlace } from '../plan/variables.ts'
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
  /** An IPv4 block or address as drawn. Where it lies in a VPC it moves along with that; `by` is the construct that names it. */
  | { readonly later: 'place'; readonly text: string; readonly by: ConstructId }
  /** The number of an account; the one of the deployment where it is that of the stack. */
  | { readonly later: 'account'; readonly number: string }
  /** A zone by its Region and letter. */
  | { readonly later: 'zone'; readonly zoneName: string }
  /** A name that is unique beyond the deployment, as drawn. */
  | { readonly later: 'name'; readonly text: string; readonly of: ConstructId }
  | { readonly later: 'environment' }
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
export const regionCalled = (code: string) => ({ later: 'region', code }) as const satisfies Later
export const chosen = (choice: Choice): Later => ({ later: 'choice', choice })
export const joined = (...pieces: readonly (string | Later)[]): Later => ({ later: 'joined', pieces })
/** Followed where it is an IPv4 block or address; any other text stays as it is. */
export const placed = (text: string, { construct }: Holder): string | Later =>
  readPlace(text) ? { later: 'place', text, by: construct.id } : text
/** The number of an account where it is one. */
export const accountNumbered = (number: string): string | Later =>
  /^\d{12}$/.test(number) ? { later: 'account', number } : number
export const zoneCalled = (zoneName: string): Later =>
  /^[a-z]{2}(-[a-z]+)+-\d+[a-z]$/.test(zoneName) ? { later: 'zone', zoneName } : regional(zoneName)
/** An ARN as drawn: partition, Region and account are those of the deployment. Any other text stays as it is. */
export function arnCalled(text: string): string | Later {
  const [, service, region, number, rest] =
    /^arn:aws[a-z-]*:([a-z0-9-]*):([a-z0-9-]*):(\d{12}|aws)?:(.+)$/.exec(text) ?? []
  if (service === undefined || rest === undefined) return text
  return joined(
    'arn:',
    PARTITION,
    `:${service}:`,
    regionCalled(region!),
    ':',
    accountNumbered(number ?? ''),
    `:${rest}`,
  )
}
/** The name of what keeps data, unique beyond the deployment. */
export const nameOfKept = ({ id }: { readonly id: ConstructId }, text: string): string | Later =>
  /^[A-Za-z0-9][A-Za-z0-9_./-]*$/.test(text) ? { later: 'name', text, of: id } : text
export const ENVIRONMENT = { later: 'environment' } as const satisfies Later
export const PARTITION: Later = { later: 'partition' }

/** The part that names a place. */
export interface Holder {
  readonly construct: { readonly id: ConstructId }
}
/** A CIDR text, or the part of the VPC's IPv6 block that stands for it. */
export const blockOf = (block: BlockValue, holder: Holder): string | Later =>
  'text' in block ? placed(block.text, holder) : { later: 'block', block }
/** The list, or nothing where it is empty: AWS reads an empty list and none differently in places. */
export const listed = <T>(items: readonly T[]): readonly T[] | undefined => (items.length > 0 ? items : undefined)
/** The ids, or nothing where there are none. */
export const idsOf = (keys: readonly PartKey[]): readonly Later[] | undefined => listed(keys.map(idOf))
