import { appendAll } from '../../base/appendAll.ts'
import { constructAt, listOfKind, regionOf, vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import { isNotImported } from '../../model/notImported.ts'
import { asText } from '../fields.ts'
import type { Importing } from '../importing.ts'
import { type Whence, whenceKey } from '../records.ts'
import type { MissingCommand } from '../report.ts'
import type { Call, Parent } from './calls/call.ts'
import { CALLS } from './calls.ts'
import { createHangsOn, type Effect } from './hangsOn.ts'

/** What is asked for in every Region that was gathered. */
const CORE_KEYS = ['Vpcs', 'Subnets', 'RouteTables', 'SecurityGroups', 'NetworkInterfaces', 'Reservations']

/** The commands whose answers the files lack, for each account and Region that they tell of, and for each parent: those that most hangs on first. */
export function missingCommands(importing: Importing, design: Design): readonly MissingCommand[] {
  const places = new Map(CORE_KEYS.flatMap((key) => importing.askedIn(key)).map((from) => [whenceKey(from), from]))
  if (places.size === 0) {
    const why = 'nothing of a network was found; the script collect.sh gathers a folder'
    return [{ command: 'collect.sh', why, account: null, region: null, hangs: 0, effect: '' }]
  }
  const hangsOn = createHangsOn(design)
  const effectOf = createEffects(design)
  const found = [...places.values()].flatMap((from) =>
    CALLS.flatMap((call) =>
      call.each || !lacks(importing, call, from) ? [] : wordsOf(call, from, null, hangsOn(call.key, from)),
    ),
  )
  for (const call of CALLS) if (call.each) appendAll(found, missingOfEach(importing, design, effectOf, call, call.each))
  const once = [...new Map(found.map((one) => [`${one.command} ${one.account}`, one])).values()]
  return once.sort((a, b) => b.hangs - a.hangs)
}

function lacks(importing: Importing, { key, needed, global }: Call, from: Whence): boolean {
  const wasAsked = global
    ? importing.askedIn(key).some(({ account }) => account === from.account)
    : importing.wasAsked(key, from)
  if (wasAsked) return false
  return needed?.((of) => importing.raw(of).filter((entry) => whenceKey(entry) === whenceKey(from))) ?? true
}

function wordsOf(call: Call, from: Whence, id: string | null, { count, words }: Effect): readonly MissingCommand[] {
  const region = call.global ? null : from.region
  return call.commands.map((command) => ({
    command: `${command.replace('ID', () => id ?? 'ID')}${region === null ? '' : ` --region ${region}`}`,
    why: call.why,
    account: from.account,
    region,
    hangs: count,
    effect: words,
  }))
}

/** Calls for one parent each: for those that records describe, and for those that are drawn though none does. */
function missingOfEach(
  importing: Importing,
  design: Design,
  effectOf: (id: string) => Effect,
  call: Call,
  each: Parent,
): readonly MissingCommand[] {
  const isAsked = (id: string) => importing.where(call.key, each.repeated ?? each.id, id).length > 0
  const described = importing.records(each.of).flatMap((entry) => {
    const id = asText(entry.value[each.id])
    if (id === null || isAsked(id) || each.which?.(entry.value, importing.constructs.has(id)) === false) return []
    return wordsOf(call, entry, id.replace('/hostedzone/', ''), effectOf(id))
  })
  const drawn = Object.values(design.constructs).flatMap(({ kind, id }) =>
    kind !== each.drawnAs || isNotImported(id) || importing.find(each.of, id) || isAsked(id)
      ? []
      : wordsOf(call, { account: null, region: regionOf(design, id)?.code ?? null }, id, effectOf(id)),
  )
  return [...described, ...drawn]
}

/** What goes by what is asked about: attachments by a table, clients by the names of their VPC, VPCs by a zone, listeners by a target group. */
function createEffects(design: Design): (id: string) => Effect {
  const clients = new Map<string, number>()
  for (const client of listOfKind(design, 'client')) {
    const vpc = vpcOf(design, client.id)?.id
    if (vpc !== undefined) clients.set(vpc, (clients.get(vpc) ?? 0) + 1)
  }
  const counted = (count: number, what: string): Effect => ({
    count,
    words: count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`,
  })
  return (id) => {
    const one = constructAt(design, id) ?? constructAt(design, id.replace('/hostedzone/', ''))
    switch (one?.kind) {
      case 'transit-gateway-route-table':
        return counted(one.associations.length, 'attachment')
      case 'hosted-zone':
        return counted(one.vpcs.length, 'VPC')
      case 'vpc':
        return counted(clients.get(one.id) ?? 0, 'client')
      default:
        return { count: 0, words: '' }
    }
  }
}
