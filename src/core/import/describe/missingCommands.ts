import { asText } from '../fields.ts'
import type { Importing } from '../importing.ts'
import { type Whence, whenceKey } from '../records.ts'
import type { MissingCommand } from '../report.ts'
import { CALLS, type Call, type Parent } from './calls.ts'

/** What is asked for in every Region that was gathered. */
const CORE_KEYS = ['Vpcs', 'Subnets', 'RouteTables', 'SecurityGroups', 'NetworkInterfaces', 'Reservations']

/** The commands whose answers the files lack, for each account and Region that they tell of, and for each parent. */
export function missingCommands(importing: Importing): readonly MissingCommand[] {
  const places = new Map(CORE_KEYS.flatMap((key) => importing.askedIn(key)).map((from) => [whenceKey(from), from]))
  if (places.size === 0)
    return [{ command: 'collect.sh', why: 'nothing of a network was found; the script collect.sh gathers a folder' }]
  const found = [...places.values()].flatMap((from) =>
    CALLS.flatMap((call) => (call.each || !lacks(importing, call, from) ? [] : wordsOf(call, from))),
  )
  for (const call of CALLS) if (call.each) found.push(...missingOfEach(importing, call, call.each))
  return [...new Map(found.map((one) => [`${one.command} ${one.why}`, one])).values()]
}

function lacks(importing: Importing, { key, needed, global }: Call, from: Whence): boolean {
  const wasAsked = global
    ? importing.askedIn(key).some(({ account }) => account === from.account)
    : importing.wasAsked(key, from)
  if (wasAsked) return false
  return needed?.((of) => importing.raw(of).filter((entry) => whenceKey(entry) === whenceKey(from))) ?? true
}

const regionOf = ({ global }: Call, { region }: Pick<Whence, 'region'>): string =>
  region === null || global ? '' : ` --region ${region}`

const wordsOf = (call: Call, from: Whence): readonly MissingCommand[] =>
  call.commands.map((command) => ({
    command: `${command}${regionOf(call, from)}`,
    why: from.account === null ? call.why : `${call.why} (account ${from.account})`,
  }))

const missingOfEach = (importing: Importing, call: Call, each: Parent): readonly MissingCommand[] =>
  importing.records(each.of).flatMap((entry) => {
    const id = asText(entry.value[each.id])
    if (id === null || importing.where(call.key, each.repeated ?? each.id, id).length > 0) return []
    if (each.which?.(entry.value, importing.constructs.has(id)) === false) return []
    return call.commands.map((command) => ({
      command: `${command.replace('ID', () => id.replace('/hostedzone/', ''))}${regionOf(call, entry)}`,
      why: call.why,
    }))
  })
