import { isAdded } from '../plan/existing.ts'
import { orderParts } from '../plan/orderParts.ts'
import type { Part, PartKey } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { keysIn } from './keysIn.ts'
import { type Line, titleOfPart } from './line.ts'
import { stepOf } from './steps.ts'

/** An id that the script does not make. */
export interface GivenId {
  readonly name: string
  readonly what: string
  /** Record, without its ending, of the script that makes it in another account; null where none does. */
  readonly record: string | null
  /** The id that is drawn; empty where there is none. */
  readonly drawn: string
}
/** What a part comes to, in its place. */
export interface Block {
  readonly part: Part
  readonly stack: StackPlan
  readonly title: string
  readonly lines: readonly Line[]
  /** Names of ids that may not be known yet: without them it is left for later. */
  readonly awaited: readonly string[]
  /** Left out where the id of that is given, which is the part's own or that of the VPC that it came with. `anyway` is what others need to know of it all the same. */
  readonly unless: { readonly owner: PartKey; readonly isOwn: boolean; readonly anyway: readonly Line[] } | null
}
/** What the script of an account does, in one order for all Regions. */
export interface AccountPlan {
  readonly given: readonly GivenId[]
  readonly blocks: readonly Block[]
  readonly hasWaiting: boolean
}

/** `elsewhere`: key of a part -> record (without its ending) of the script that makes it in another account. */
export function planAccount(stacks: readonly StackPlan[], elsewhere: ReadonlyMap<PartKey, string>): AccountPlan {
  const stackOf = new Map(stacks.flatMap((stack) => stack.parts.map((part) => [part.key, stack] as const)))
  const imported = new Map(
    stacks.flatMap((stack) =>
      [...stack.imports]
        .filter(([key]) => !stackOf.has(key))
        .map(([key, { what }]) => [nameOf(stack, key), { key, what }] as const),
    ),
  )
  const waiting = new Set(imported.keys())
  const used = new Set<string>()
  const blocks = orderParts(stacks.flatMap((stack) => stack.parts)).flatMap((part): Block[] => {
    const stack = stackOf.get(part.key)!
    const lines = stepOf(part, stack)
    if (lines === null) return []
    const own = nameOf(stack, part.key)
    const names = [...new Set(keysIn(lines).map((key) => nameOf(stack, key)))]
    const awaited = names.filter((name) => name !== own && waiting.has(name))
    for (const name of awaited) used.add(name)
    if (awaited.length > 0) waiting.add(own)
    const owner = ownerOf(part, stack)
    const unless =
      owner === null
        ? null
        : // The IPv6 block that a VPC has
          { owner, isOwn: part.key === owner, anyway: part.name === 'vpc-ipv6' ? lines.slice(1) : [] }
    return [{ part, stack, title: titleOfPart(part), lines, awaited, unless }]
  })
  const drawn = new Map(
    stacks.flatMap((stack) => [...stack.existing].map(([key, one]) => [nameOf(stack, key), one.id] as const)),
  )
  const given = [...imported]
    .filter(([name]) => used.has(name))
    .map(([name, { key, what }]) => ({ name, what, record: elsewhere.get(key) ?? null, drawn: drawn.get(name) ?? '' }))
  return { given, blocks, hasWaiting: given.length > 0 }
}

/** The thing that a part is left out with where its id is given. What AWS made with a VPC stays as it is where the VPC exists. */
function ownerOf(part: Part, stack: StackPlan): PartKey | null {
  const { construct } = part
  // Only looked up, whoever made the VPC
  if (part.name === 'default-group') return null
  if (isAdded(part, (key) => stack.byKey.has(key) && !stack.maybe.has(key))) return null
  if (stack.maybe.has(construct.id)) return construct.id
  const vpc = 'vpc' in construct ? stack.byKey.get(construct.vpc)?.construct : undefined
  if (vpc?.kind !== 'vpc' || part.key === construct.id || !stack.maybe.has(vpc.id)) return null
  const own: readonly (string | null)[] = [vpc.mainRouteTable, vpc.defaultNetworkAcl, vpc.defaultSecurityGroup]
  return own.includes(construct.id) ? vpc.id : null
}
