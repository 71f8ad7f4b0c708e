import { spellOut } from '../base/words.ts'
import { planners } from '../export/plan/planners.ts'
import { constructOfKind, vpcOf } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { definitionOf } from '../model/kinds/definitions.ts'
import { formOf } from '../model/kinds/forms/forms.ts'
import type { Construct, ConstructId } from '../model/kinds/registry.ts'
import { keyOfValue } from './items/value.ts'
import type { LeftOver } from './types.ts'

/** Three designs: what the template came to, what is drawn, and what the changed template comes to. */
interface Compared {
  readonly first: Design
  readonly drawn: Design
  readonly again: Design
  /** Ids of drawn constructs -> what the template calls them. */
  readonly renamed: ReadonlyMap<ConstructId, ConstructId>
  /** Why something of a construct could not be written, where that is known. */
  readonly failures: ReadonlyMap<ConstructId, ReadonlySet<string>>
  /** Ids of what the template needs beside a new construct, which may be drawn by itself there. */
  readonly helpers: ReadonlySet<ConstructId>
}

type Fields = Readonly<Record<string, unknown>>
interface Read {
  readonly construct: Construct
  readonly fields: Fields
}

/** Everything in which a changed template still differs from what is drawn. */
export interface Proof {
  readonly leftOver: readonly LeftOver[]
  /** Constructs that would come out neither as they were nor as they are drawn. */
  readonly astray: readonly ConstructId[]
  /** Constructs of which nothing comes out as it is drawn, and everything as it was. */
  readonly idle: readonly ConstructId[]
}

/** Compares what a changed template comes to with what is drawn. */
export function prove(compared: Compared): Proof {
  const { first, drawn, again, renamed, helpers } = compared
  const [before, wanted, found] = [fieldsOf(first), fieldsOf(drawn, renamed), fieldsOf(again)]
  const left: LeftOver[] = []
  const astray: ConstructId[] = []
  const idle: ConstructId[] = []
  for (const id of new Set([...wanted.keys(), ...found.keys()])) {
    const [wants, has, had] = [wanted.get(id)?.fields, found.get(id)?.fields, before.get(id)?.fields]
    const construct = (wanted.get(id) ?? found.get(id))!.construct
    const own = construct.id
    const tell = (words: string) =>
      left.push({
        construct: Object.hasOwn(drawn.constructs, own) ? own : null,
        words: `${calledIn(construct)} ${words}${why(compared, own)}`,
      })
    if (!has) {
      tell('is not in the template')
      if (had) astray.push(own)
    } else if (!wants) {
      // what goes without saying in the drawing, and what comes with something new
      if (had || !(helpers.has(id) || /^default (?:group|ACL) of /.test(id))) tell('is still in the template')
      if (had && keyOfValue(had) !== keyOfValue(has)) astray.push(own)
    } else {
      const differing = Object.keys(wants).filter((name) =>
        had
          ? keyOfValue(wants[name]) !== keyOfValue(has[name])
          : !SAYS_LITTLE.has(name) && !meets(has[name], wants[name]),
      )
      const isAs = (fields: Fields, name: string) =>
        had !== undefined && keyOfValue(had[name]) === keyOfValue(fields[name])
      const changed = differing.filter((name) => !isAs(wants, name))
      const along = differing.filter((name) => isAs(wants, name))
      const isHalf = along.length > 0 && compared.failures.has(own)
      if (had && (isHalf || changed.some((name) => !isAs(has, name)))) astray.push(own)
      if (had && changed.length > 0 && keyOfValue(has) === keyOfValue(had)) idle.push(own)
      if (changed.length > 0) tell(`is in the template without the change of ${labels(construct, changed)}`)
      if (along.length > 0) tell(`changes with the template, in ${labels(construct, along)}, and is drawn as before`)
    }
  }
  return { leftOver: [...left, ...tellPlaces(first, drawn)], astray, idle }
}

/** Fields of a new construct that are words for people, or that AWS gives. */
const SAYS_LITTLE: ReadonlySet<string> = new Set([
  'name',
  'description',
  'mainRouteTable',
  'defaultSecurityGroup',
  'defaultNetworkAcl',
])
/** Whether something has all that is wanted of it; what is null is left to AWS. */
function meets(has: unknown, wanted: unknown): boolean {
  if (wanted === null) return true
  if (Array.isArray(wanted))
    return Array.isArray(has) && has.length === wanted.length && wanted.every((one, at) => meets(has[at], one))
  if (typeof wanted !== 'object') return has === wanted
  return (
    typeof has === 'object' &&
    has !== null &&
    Object.entries(wanted!).every(([name, one]) => meets((has as Fields)[name], one))
  )
}

/** Whether two designs say the same of everything that a template could make. */
export function isAlike(first: Design, drawn: Design): boolean {
  const [a, b] = [fieldsOf(first), fieldsOf(drawn)]
  return a.size === b.size && [...a].every(([id, { fields }]) => keyOfValue(fields) === keyOfValue(b.get(id)?.fields))
}

/** What no template makes: kept in the design alone. */
export function tellPlaces(first: Design, drawn: Design): readonly LeftOver[] {
  const left = Object.values(drawn.constructs).flatMap((construct): LeftOver[] => {
    if (isMade(construct) || construct.kind === 'availability-zone') return []
    if (keyOfValue(first.constructs[construct.id]) === keyOfValue(construct)) return []
    return [{ construct: construct.id, words: `${calledIn(construct)} is kept in the design: no template makes it` }]
  })
  return drawn.requests.length > 0
    ? [...left, { construct: null, words: 'The saved requests are kept in the design' }]
    : left
}

const isMade = ({ kind }: Construct): boolean => planners[kind] !== null

const calledIn = ({ kind, name, id }: Construct): string => `${definitionOf(kind).title} “${name || id}”`

function why({ failures }: Compared, id: ConstructId): string {
  const reasons = [...(failures.get(id) ?? [])]
  return reasons.length > 0 ? `: ${reasons.join('; ')}` : ''
}

function labels({ kind }: Construct, names: readonly string[]): string {
  const fields: readonly { readonly key: string; readonly label: string }[] = formOf(kind).fields
  return names.map((name) => fields.find(({ key }) => key === name)?.label ?? spellOut(name)).join(', ')
}

/** Lists whose order says something. */
const ORDERED: ReadonlySet<string> = new Set(['cidrs', 'interfaces', 'dnsServers', 'nameServers'])

/** What AWS makes with a VPC, drawn or not. */
const WITH_VPC: readonly (readonly [member: string, word: string, title: string])[] = [
  ['defaultSecurityGroup', 'DefaultSecurityGroup', 'default group'],
  ['defaultNetworkAcl', 'DefaultNetworkAcl', 'default ACL'],
  ['mainRouteTable', 'MainRouteTable', 'main table'],
]

/** Fields by the id of the construct; what is one thing has one id, whether it is drawn or goes without saying. */
function fieldsOf(design: Design, renamed: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, Read> {
  const { constructs } = design
  const ids = new Map<string, string>()
  const called = (id: string): string => ids.get(id) ?? renamed.get(id) ?? id
  const all = Object.values(constructs)
  for (const one of all) {
    if (one.kind === 'account') ids.set(one.id, `account ${one.accountId}`)
    if (one.kind === 'region') ids.set(one.id, `region ${one.code}`)
    if (one.kind === 'availability-zone') ids.set(one.id, `zone ${one.zoneName} of ${called(one.vpc)}`)
    if (one.kind === 'vpc')
      for (const [, word, title] of WITH_VPC) ids.set(`${one.id}.${word}`, `${title} of ${called(one.id)}`)
  }
  const put = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return called(value)
    if (Array.isArray(value)) {
      const items = value.map((one) => put(one, ''))
      return ORDERED.has(name) ? items : items.sort((a, b) => (keyOfValue(a) < keyOfValue(b) ? -1 : 1))
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, key === 'securityGroups' ? groups(one) : put(one, key)]),
    )
  }
  let vpc: string | null = null
  const usual = (member: (typeof WITH_VPC)[number][0]): string | null => {
    const holder = vpc === null ? null : constructOfKind(design, vpc, 'vpc')
    const own = holder && (holder[member as keyof typeof holder] as string | null)
    const [, , title] = WITH_VPC.find(([name]) => name === member)!
    return holder && (own === null ? `${title} of ${called(holder.id)}` : called(own))
  }
  /** None is the default one. */
  const groups = (value: unknown): unknown =>
    Array.isArray(value) && value.length === 0 ? [usual('defaultSecurityGroup')] : put(value, '')
  const fields = all.filter(isMade).map((one): [string, Read] => {
    vpc = one.kind === 'vpc' ? one.id : (vpcOf(design, one.id)?.id ?? null)
    const read = put(one, '') as Record<string, unknown>
    read.name = one.name
    if (one.kind === 'subnet') {
      read.routeTable ??= usual('mainRouteTable')
      read.networkAcl ??= usual('defaultNetworkAcl')
    }
    if (one.kind === 'vpc') for (const [member] of WITH_VPC) read[member] = usual(member)
    if (one.kind === 'security-group') read.egress = withoutLoopback(read.egress)
    return [called(one.id), { construct: one, fields: read }]
  })
  return new Map(fields)
}

/** A rule that matches nothing keeps the one of AWS away that lets everything out. */
const withoutLoopback = (rules: unknown): unknown =>
  Array.isArray(rules) ? rules.filter((rule: { peer: { cidr?: string } }) => rule.peer.cidr !== '127.0.0.1/32') : rules
