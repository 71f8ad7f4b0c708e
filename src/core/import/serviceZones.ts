import type { ConstructOf } from '../model/kinds/registry.ts'
import { type Importing, once } from './importing.ts'

type Told = Map<string, readonly string[]>

/** Full name of a service of AWS -> names of the zones that an account finds it in, filled as the records are read. */
export function serviceZonesOf(importing: Importing, account: string): Told {
  const all = once(importing, 'zones of services', () => new Map<string, Told>())
  const told = all.get(account) ?? new Map<string, readonly string[]>()
  all.set(account, told)
  return told
}

/** What is kept of them: the services that endpoints are for, and those that a zone of their Region lacks. Of all others nothing hangs on it. */
export function keptServiceZones(importing: Importing, account: string): ConstructOf<'account'>['serviceZones'] {
  const used = new Set<string>()
  for (const construct of importing.constructs.values())
    if (construct.kind === 'interface-endpoint') used.add(construct.service)
  const regions = importing.zones.get(account)
  const zonesBeside = (zone: string) => regions?.get(zone.replace(/[a-z]$/, ''))?.keys() ?? []
  return [...serviceZonesOf(importing, account)]
    .filter(([, zones]) => zones.length > 0)
    .filter(([name, zones]) => used.has(name) || [...zonesBeside(zones[0]!)].some((zone) => !zones.includes(zone)))
    .map(([service, zones]) => ({ service, zones: [...zones] }))
}
