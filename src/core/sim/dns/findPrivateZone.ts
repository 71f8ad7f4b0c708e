import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { isWithin, parseDnsName } from '../../net/dnsName.ts'

/** The drawn private zone of the longest domain that holds a name, whatever VPCs it is associated with; null where none does. */
export function findPrivateZone(design: Design, name: string): ConstructOf<'hosted-zone'> | null {
  let found: ConstructOf<'hosted-zone'> | null = null
  let length = -1
  for (const zone of listOfKind(design, 'hosted-zone')) {
    const domain = zone.visibility === 'private' ? parseDnsName(zone.domain) : null
    if (domain === null || domain.length <= length || !isWithin(name, domain)) continue
    found = zone
    length = domain.length
  }
  return found
}
