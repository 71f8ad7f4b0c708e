import { parseAddress } from '../../net/address.ts'
import { blockOf, contains } from '../../net/block.ts'
import { constructOfKind } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'
import { exampleAccountId } from './nextFree.ts'
import { changeOf } from './rewriteFields.ts'

/** Clears chosen addresses of the moved constructs that lie outside their subnet now, and changes or clears what only one may have. */
export function settleAddresses(design: Design, moved: ReadonlySet<ConstructId>): readonly Edit[] {
  const taken = takenTexts(design, moved)
  /** The text when it may stay; from then on it is taken. */
  const claim = (scope: string, text: string | null): string | null => {
    if (text === null || taken.has(`${scope} ${text}`)) return null
    taken.add(`${scope} ${text}`)
    return text
  }
  const inSubnet = (subnet: ConstructId, text: string | null): string | null => {
    const holder = constructOfKind(design, subnet, 'subnet')
    const address = text === null ? null : parseAddress(text)
    // What cannot be read is left for the person to see.
    if (address === null || !holder) return text
    const blocks = [holder.cidr, holder.ipv6Cidr].map((block) => block && blockOf(block))
    return blocks.some((block) => block && contains(block, address)) ? claim(`in ${subnet}`, text) : null
  }
  return [...moved].flatMap((id) => {
    const construct = design.constructs[id]!
    return changeOf(construct, settled(construct, claim, inSubnet)) ?? []
  })
}

function settled(
  construct: Construct,
  claim: (scope: string, text: string | null) => string | null,
  inSubnet: (subnet: ConstructId, text: string | null) => string | null,
): Readonly<Record<string, unknown>> {
  switch (construct.kind) {
    case 'client':
      return {
        interfaces: construct.interfaces.map((one) => ({
          ...one,
          privateIp: inSubnet(one.subnet, one.privateIp),
          ...(one.secondaryIps && {
            secondaryIps: one.secondaryIps.filter((text) => inSubnet(one.subnet, text) !== null),
          }),
          ipv6: inSubnet(one.subnet, one.ipv6),
          interfaceId: claim('label', one.interfaceId),
          publicIp:
            one.publicIp === 'none'
              ? 'none'
              : one.publicIp === 'auto'
                ? 'auto'
                : (claim('public', one.publicIp) ?? 'auto'),
        })),
      }
    case 'nat-gateway':
      return {
        privateIp: inSubnet(construct.subnet, construct.privateIp),
        publicIp: claim('public', construct.publicIp),
      }
    case 'network-load-balancer':
    case 'application-load-balancer':
      return {
        subnets: construct.subnets.map((one) => ({
          ...one,
          privateIp: inSubnet(one.subnet, one.privateIp),
          publicIp: one.publicIp === 'auto' ? 'auto' : (claim('public', one.publicIp) ?? 'auto'),
        })),
        dnsName: claim('label', construct.dnsName),
      }
    case 'gateway-load-balancer':
      return { subnets: construct.subnets.map((one) => ({ ...one, privateIp: inSubnet(one.subnet, one.privateIp) })) }
    case 'resolver-endpoint':
      return {
        addresses: construct.addresses.map((one) => ({ ...one, privateIp: inSubnet(one.subnet, one.privateIp) })),
      }
    case 'gateway-load-balancer-endpoint':
      return { privateIp: inSubnet(construct.subnet, construct.privateIp) }
    case 'regional-nat-gateway':
      return { publicIps: construct.publicIps.filter((text) => claim('public', text) !== null) }
    case 'elastic-ip':
      return { publicIp: claim('public', construct.publicIp) }
    case 'endpoint-service':
      return { serviceId: claim('label', construct.serviceId) }
    case 'interface-endpoint':
      return {
        subnets: construct.subnets.map((one) => ({
          ...one,
          privateIp: inSubnet(one.subnet, one.privateIp),
          ipv6: one.ipv6 === 'auto' ? 'auto' : inSubnet(one.subnet, one.ipv6),
        })),
        dnsLabel: claim('label', construct.dnsLabel),
      }
    case 'resource-endpoint':
    case 'service-network-endpoint':
      return { dnsNames: construct.dnsNames.filter((text) => claim('label', text) !== null) }
    case 'service-network':
      return { resources: construct.resources.map((one) => ({ ...one, dnsName: claim('label', one.dnsName) })) }
    case 'internet-host':
      return {
        addresses: construct.addresses.filter((text) => claim('public', text) !== null),
        hostNames: construct.hostNames.filter((text) => claim('host', text) !== null),
      }
    case 'account': {
      let { accountId } = construct
      for (let number = 0; claim('account', accountId) === null; number++) accountId = exampleAccountId(number)
      return { accountId }
    }
    case 's3-bucket': {
      let bucketName = construct.bucketName
      for (let number = 2; claim('bucket', bucketName) === null; number++)
        bucketName = `${construct.bucketName}-${number}`
      return { bucketName }
    }
    default:
      return {}
  }
}

/** What the constructs that did not move hold, each text with the scope in which there may be only one. */
function takenTexts(design: Design, moved: ReadonlySet<ConstructId>): Set<string> {
  const taken = new Set<string>()
  const note = (scope: string, text: string | null): string | null => {
    if (text !== null) taken.add(`${scope} ${text}`)
    return text
  }
  for (const construct of Object.values(design.constructs))
    if (!moved.has(construct.id)) settled(construct, note, (subnet, text) => note(`in ${subnet}`, text))
  return taken
}
