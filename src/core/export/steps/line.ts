import { definitionOf } from '../../model/kinds/definitions.ts'
import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { SettingsOf } from '../aws/settings.ts'
import { nameTag } from '../aws/tags.ts'
import { idOf, regionCalled } from '../aws/value.ts'
import type { Part, PartKey, PartName, PartNameOf, PartOf } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import { printable } from '../text/printable.ts'
import type { Argument, Arguments, Held, Piece, Tags, Told, Word } from './argument.ts'
import { type Call, call, type Helper, type Reader, type TaggedSearch } from './call.ts'

/** What a script does, said in no language: each format prints it. */
export type Line =
  /** Calls AWS. An answer with one of the error codes `done` (A|B) counts as done; with `retryOn` it is called again for two minutes. `persist`: deletes, and goes on while something still uses it; these codes mean that it is gone. `quiet`: the answer says something that nobody wants. */
  | {
      readonly line: 'run'
      readonly call: Call
      readonly quiet: boolean
      readonly done?: string
      readonly retryOn?: string
      readonly persist?: string
    }
  /** Makes something unless it is recorded or found, and records its id. */
  | {
      readonly line: 'make'
      readonly key: PartKey
      readonly type: PartName
      readonly record: RecordAs
      readonly find: Reader | null
      readonly before: readonly Line[]
      /** Tells the id of what it makes. */
      readonly from: Reader
    }
  /** Does something once. `id` is what is recorded; `of`: it then goes by the id of that part. */
  | {
      readonly line: 'once'
      readonly record: RecordAs
      readonly type: PartName | 'mark'
      readonly find: Reader | null
      readonly lines: readonly Line[]
      readonly id: Word
      readonly as: { readonly key: PartKey; readonly of: PartKey } | null
    }
  /** Forgets what is recorded but was deleted by hand: a search by id, in a state that is not deleted. */
  | {
      readonly line: 'lost'
      readonly record: RecordAs
      readonly search: TaggedSearch
      readonly idFilter: string
    }
  /** Keeps the id of something that AWS made by itself. */
  | { readonly line: 'look up'; readonly key: PartKey; readonly what: string; readonly from: Reader }
  /** Keeps the IPv6 block of a VPC. */
  | { readonly line: 'block'; readonly key: PartKey; readonly what: string; readonly from: Reader }
  /** Holds a text that is used below; where `what` is said, the script ends without one. */
  | { readonly line: 'read'; readonly into: Held; readonly what: string | null; readonly from: Reader }
  | { readonly line: 'set'; readonly into: Held; readonly text: Word }
  /** Waits until the answer is one of those (A|B, as a pattern). */
  | { readonly line: 'wait'; readonly wanted: string; readonly from: Reader }
  /** Waits by a waiter of the AWS CLI. */
  | { readonly line: 'waiter'; readonly call: Call }
  | { readonly line: 'helper'; readonly helper: Helper; readonly words: readonly Word[] }
  /** Waits for the id of that part, which may be another account's. */
  | { readonly line: 'after'; readonly key: PartKey }
  | { readonly line: 'if'; readonly held: Held; readonly is: string; readonly lines: readonly Line[] }
  /** A call that says in its answer what went wrong, and nothing where nothing did. */
  | { readonly line: 'check'; readonly call: Call; readonly persist?: string; readonly gone?: string }
  | { readonly line: 'tell'; readonly words: string; readonly from: Reader }
  /** Unless it may hold data that is to be kept. */
  | { readonly line: 'data'; readonly lines: readonly Line[] }
  | { readonly line: 'nothing'; readonly why: string }

/** Where something is recorded. */
export interface RecordAs {
  readonly region: Piece
  readonly name: string
}

/** How the scripts make a part, and remove it again (`region` and `id` hold what was recorded). */
export interface Step<N extends PartName> {
  /** Null where AWS makes it together with another part. */
  readonly create: (part: PartOf<N>, stack: StackPlan, settings: SettingsOf<N>) => readonly Line[] | null
  /** Null where it goes with another part, or was AWS's from the start. */
  readonly remove: readonly Line[] | null
}
export type StepsOf<K extends ConstructKind> = { readonly [N in PartNameOf<K>]: Step<N> }

/** A call whose answer nobody wants. `done` are the errors by which AWS says that it is done already. */
export const run = (one: Call, done?: string): Line => ({
  line: 'run',
  call: one,
  quiet: true,
  ...(done !== undefined && { done }),
})
/** The same where AWS answers nothing. */
export const silently = (one: Call, done?: string): Line => ({ ...run(one, done), quiet: false }) as Line
/** Deletes, and goes on while something still uses it. */
export const persist = (gone: string, one: Call): Line => ({ line: 'run', call: one, quiet: true, persist: gone })
export const waitFor = (wanted: string, one: Call, others: { done?: string; retryOn?: string } = {}): Line => ({
  line: 'wait',
  wanted,
  from: { call: one, ...others },
})
export const waiter = (stack: StackPlan, operation: string, parameters: Arguments): Line => ({
  line: 'waiter',
  call: call(stack, operation, parameters),
})
export const read = (into: Held, what: string | null, from: Reader): Line => ({ line: 'read', into, what, from })
export const helper = (name: Helper, ...words: readonly Word[]): Line => ({ line: 'helper', helper: name, words })

interface Creation {
  /** Tells the id of one that is there already, for a run whose record was lost. */
  readonly find?: Reader
  /** Its query is where the answer holds the id. */
  readonly call?: Call
  /** In the place of a call. */
  readonly make?: Reader
  /** Runs in front of the creation. */
  readonly before?: readonly Line[]
  readonly retryOn?: string
}
export const recordAs = (stack: StackPlan, name: string): RecordAs => ({ region: regionCalled(stack.regionCode), name })

/** Makes the part once, and keeps its id. */
export const makeOnce = (stack: StackPlan, part: Part, { find, call, make, before = [], retryOn }: Creation): Line => ({
  line: 'make',
  key: part.key,
  type: part.name,
  record: recordAs(stack, nameOf(stack, part.key)),
  find: find ?? null,
  before,
  from: make ?? { call: call!, ...(retryOn !== undefined && { retryOn }) },
})

/** Does something once. `id` is what removal needs; without it the part goes with another one. `found` tells something where it was done already. */
export const runOnce = (
  stack: StackPlan,
  part: Part,
  lines: readonly Line[],
  id?: Word,
  found?: Reader,
): Extract<Line, { line: 'once' }> => ({
  line: 'once',
  record: recordAs(stack, nameOf(stack, part.key)),
  type: id === undefined ? 'mark' : part.name,
  find: found ?? null,
  lines,
  id: id ?? 'yes',
  as: null,
})

/** Does something once under a name of its own. */
export const markOnce = (stack: StackPlan, name: string, find: Reader | null, lines: readonly Line[]): Line => ({
  line: 'once',
  record: recordAs(stack, name),
  type: 'mark',
  find,
  lines,
  id: 'yes',
  as: null,
})

/** Does something once; the part then goes by the id of another one, for those who wait for it. */
export const confirmOnce = (stack: StackPlan, part: Part, of: PartKey, lines: readonly Line[]): Line => ({
  ...runOnce(stack, part, lines, idOf(of)),
  as: { key: part.key, of },
})

/** Keeps the id that the call tells, of something that AWS made by itself. */
export const lookUp = (key: PartKey, what: string, one: Call): Line => ({
  line: 'look up',
  key,
  what,
  from: { call: one },
})

interface TaggedCreation {
  /** What EC2 calls it, such as `VpnGateway`. Most operations and members are named after that; those that are not are given. */
  readonly thing: string
  readonly parameters: Arguments
  readonly operation?: string
  /** The type by which tags are asked for. */
  readonly type?: string
  /** Where the answer holds the id. */
  readonly query?: string
  /** The operation that lists what is there, and where its answer holds the ids. */
  readonly found?: readonly [operation: string, query: string]
  /** The states of what is not being deleted, by the filter for it. */
  readonly state?: TaggedSearch['state']
  readonly filterName?: 'Filter'
  readonly before?: readonly Line[]
  readonly retryOn?: string
  /** Where it is waited for: the filter for its id, and the states of what is not deleted. One that was deleted by hand would be waited for in vain. */
  readonly alive?: readonly [idFilter: string, states: readonly string[]]
}

/** Makes an EC2 resource once, with its tags, and finds it by them. */
export function makeTagged(stack: StackPlan, part: Part, one: TaggedCreation): readonly Line[] {
  const { thing, parameters, before = [], filterName = 'Filters' } = one
  const word = kebabOf(thing)
  const [operation, query] = one.found ?? [`describe-${word}s`, `${thing}s[].${thing}Id`]
  const search: TaggedSearch = {
    region: regionCalled(stack.regionCode),
    key: part.key,
    operation,
    query,
    filterName,
    state: one.state ?? null,
  }
  const make = makeOnce(stack, part, {
    find: { tagged: search },
    call: call(
      stack,
      `ec2 ${one.operation ?? `create-${word}`}`,
      { ...parameters, TagSpecifications: taggedAs(part, stack, one.type ?? word) },
      one.query ?? `${thing}.${thing}Id`,
    ),
    before,
    ...(one.retryOn !== undefined && { retryOn: one.retryOn }),
  })
  if (one.alive === undefined) return [make]
  const [idFilter, states] = one.alive
  const lost: Line = {
    line: 'lost',
    record: recordAs(stack, nameOf(stack, part.key)),
    search: { ...search, state: [one.state![0], states] },
    idFilter,
  }
  return [lost, make]
}

const tagsOf = (part: Part, stack: StackPlan, as: Tags['as'], strict?: 'strict'): Tags => {
  const { construct } = part
  const name = nameTag(construct.name === '' ? { ...construct, name: construct.id } : construct, stack.naming, strict)
  const pieces = typeof name === 'string' ? [name] : name.later === 'joined' ? name.pieces : [name]
  return { told: 'tags', as, key: part.key, name: pieces }
}
/** `TagSpecifications` of a new EC2 resource. */
const taggedAs = (part: Part, stack: StackPlan, resourceType: string): Tags => tagsOf(part, stack, { resourceType })
/** `TagSpecifications` where the operation makes nothing that `makeTagged` knows. */
export const tagSpecification = taggedAs
/** Tags of something that EC2 has made with another: it has the drawn name then, and the teardown knows whose it is. EC2 takes every character. */
export const tagWhatAwsMade = (part: Part, stack: StackPlan): Line =>
  silently(call(stack, 'ec2 create-tags', { Resources: [idOf(part.key)], Tags: tagsOf(part, stack, 'Key Value') }))
/** Tags of services outside EC2, which take fewer characters and differ in the words `Key` and `Value`. */
export const tagList = (
  part: Part,
  stack: StackPlan,
  as: 'Key Value' | 'key value' | 'TagKey TagValue' = 'Key Value',
): Tags => tagsOf(part, stack, as, 'strict')
/** The same as a map, which some services want. */
export const tagMap = (part: Part, stack: StackPlan): Tags => tagsOf(part, stack, 'map', 'strict')

export const token = ({ key }: Part): Told => ({ told: 'token', key })
export const physicalName = ({ key }: Part): Told => ({ told: 'physical name', key })
export const shortName = ({ key }: Part): Told => ({ told: 'short name', key })
/** How VPC Resolver and DNS Firewall are told who asks for what, and under which name. */
export const namedRequest = (part: Part): { readonly [name: string]: Argument } => ({
  CreatorRequestId: token(part),
  Name: physicalName(part),
})

/** `MapPublicIpOnLaunch` as `map-public-ip-on-launch`. Source: botocore, `xform_name`. */
export const kebabOf = (name: string): string =>
  name
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()

/** What a comment above a part says. */
export function titleOfPart(part: Part): string {
  const word = part.key.slice(part.construct.id.length + 1).replaceAll('-', ' ')
  return printable(
    `${definitionOf(part.construct.kind).title} ${titleOf(part.construct)}${word === '' ? '' : `: ${word}`}`,
  )
}
