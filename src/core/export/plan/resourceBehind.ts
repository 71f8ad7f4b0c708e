import { constructAt } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { parseAddress } from '../../net/address.ts'
import { parseDnsName } from '../../net/dnsName.ts'
import type { PlannedResource } from './latticeShapes.ts'
import { keyOf } from './part.ts'
import { needsOwnInterfaces } from './planInterfaces.ts'
import { addRemark, type Planning, want, wantConstruct } from './planning.ts'

/** What the configuration leads to: a drawn client by its first private address, a drawn load balancer by its name. null, with a remark = nothing that AWS takes. */
export function resourceBehind(
  construct: ConstructOf<'resource-configuration'>,
  planning: Planning,
): PlannedResource | null {
  const drawn = construct.resource === null ? null : constructAt(planning.design, construct.resource)
  // What stands in another stack is known by its id there, and that says neither address nor name
  const isHere = drawn !== null && planning.included.has(drawn.id)
  switch (drawn?.kind) {
    case 'client': {
      if (isHere && drawn.runtime === 'ec2')
        return needsOwnInterfaces(drawn)
          ? { kind: 'interface-address', key: wantConstruct(planning, drawn, 'interface-0') }
          : { kind: 'instance-address', key: wantConstruct(planning, drawn) }
      const chosen = drawn.interfaces[0]?.privateIp ?? null
      if (chosen !== null && drawn.runtime !== 'ecs' && drawn.runtime !== 'lambda')
        return { kind: 'address', text: chosen }
      const key = want(planning, keyOf(construct, 'address'), `${drawn.id}: its private address`, 'address')
      return { kind: 'given-address', key }
    }
    case 'network-load-balancer':
    case 'application-load-balancer':
      return isHere
        ? { kind: 'balancer', key: wantConstruct(planning, drawn) }
        : {
            kind: 'given-domain',
            key: want(planning, keyOf(construct, 'name'), `${drawn.id}: its DNS name`, 'domain-name'),
          }
    case 'on-premises-host':
      return { kind: 'address', text: drawn.privateIp }
    default:
      return described(construct, planning)
  }
}

function described(construct: ConstructOf<'resource-configuration'>, planning: Planning): PlannedResource | null {
  const text = construct.definition.trim()
  if (/^arn:/.test(text)) return { kind: 'arn', text }
  if (parseAddress(text) !== null) return { kind: 'address', text }
  if (parseDnsName(text) !== null) return { kind: 'domain', text }
  const what = text === '' ? 'it says no address, domain name or ARN' : `“${text}” is no address, domain name or ARN`
  addRemark(planning, construct, `${what}, so it is left out.`)
  return null
}
