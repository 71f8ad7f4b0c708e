import { dnsSuffixOf } from '../../aws/dnsSuffixOf.ts'
import { type Address, parseAddress } from '../../net/address.ts'
import type { Topology, VpcNet } from '../../topology/topology.ts'
import { type NameAnswer, NO_ANSWER, unknownSetting } from './nameAnswer.ts'

const INTERNAL_NAME = /^ip-(\d+)-(\d+)-(\d+)-(\d+)\.(?:ec2|([a-z0-9-]+)\.compute)\.internal$/
/** Names by the instance's id, which the design does not hold. Source: EC2 guide, resource-based host names. */
const RESOURCE_NAME = /^i-[0-9a-f]+\.(?:ec2|[a-z0-9-]+\.compute)\.internal$/

/** `ip-10-0-1-5.ec2.internal` (us-east-1) or `….REGION.compute.internal`: names that the VPC gives its own interfaces. */
export function resolveInternalName(vpc: VpcNet, name: string): NameAnswer {
  const source = 'vpc-internal' as const
  if (RESOURCE_NAME.test(name)) return { ...NO_ANSWER, outcome: 'unknown', code: 'UNKNOWN_NAME', source }
  const parts = INTERNAL_NAME.exec(name)
  const address = parts && parseAddress(parts.slice(1, 5).join('.'))
  const here = parts !== null && (parts[5] ?? 'us-east-1') === vpc.regionCode
  const eni = typeof address === 'number' && here ? vpc.eniAt.get(address) : undefined
  if (!eni) return { ...NO_ANSWER, source, code: 'DNS_NAME_NOT_PUBLISHED' }
  return {
    ...NO_ANSWER,
    outcome: 'answered',
    source,
    owner: eni.owner,
    answers: [{ address: address as Address, eni: null }],
  }
}

const EC2_NAME = /^ec2-(\d+)-(\d+)-(\d+)-(\d+)\.(?:compute-1|([a-z0-9-]+)\.compute)\.(amazonaws\.(?:com(?:\.cn)?|eu))$/

/** `ec2-198-51-100-7.compute-1.amazonaws.com`: the private address inside the VPC and in networks that share its names, the public one elsewhere. Source: VPC guide, DNS attributes. */
export function resolveEc2Name(topology: Topology, inside: VpcNet | null, name: string): NameAnswer | null {
  const parts = EC2_NAME.exec(name)
  if (!parts) return null
  const base = { ...NO_ANSWER, source: 'public-dns' as const }
  const publicAddress = parseAddress(parts.slice(1, 5).join('.'))
  const eni = typeof publicAddress === 'number' ? topology.publicAt.get(publicAddress) : undefined
  const region = parts[5] ?? 'us-east-1'
  const vpc = eni?.subnet.vpc
  if (
    !eni ||
    !vpc ||
    vpc.regionCode !== region ||
    parts[6] !== dnsSuffixOf(topology.catalogue, region) ||
    vpc.dnsHostnames === false
  )
    return base
  const shared = inside !== null && eni.address !== null && sharesNames(topology, inside, vpc)
  return {
    ...base,
    outcome: 'answered',
    source: shared ? 'vpc-internal' : 'public-dns',
    owner: eni.owner,
    answers: [{ address: shared ? eni.address! : publicAddress!, eni: null }],
    doubt: vpc.dnsHostnames === null ? unknownSetting(vpc.id, 'dnsHostnames') : null,
  }
}

/** Whether public names of instances of `of` give private addresses in `asker`: in the VPC itself, over a peering with DNS resolution on, and over a transit gateway with DNS support on. */
function sharesNames(topology: Topology, asker: VpcNet, of: VpcNet): boolean {
  if (asker.id === of.id) return true
  // Source: VPC peering guide, DNS resolution: both VPCs need DNS support and DNS hostnames
  if (of.dnsSupport === false || asker.dnsHostnames === false) return false
  const peered = asker.peerings.some(
    ({ active, requester, accepter, dnsResolution }) =>
      active && (requester?.id === of.id || accepter?.id === of.id) && dnsResolution.get(asker.id) === true,
  )
  return peered || shareTransitGateway(topology, asker, of)
}

/** Source: transit gateway guide, DNS support of the gateway and of VPC attachments. */
function shareTransitGateway({ design }: Topology, asker: VpcNet, of: VpcNet): boolean {
  const supports = (id: string) => {
    const construct = design.constructs[id]
    return (
      (construct?.kind === 'transit-gateway' || construct?.kind === 'transit-gateway-attachment') &&
      construct.dnsSupport
    )
  }
  const gatewaysOf = (vpc: VpcNet) =>
    vpc.attachments.flatMap(({ id, available, gateway }) => (available && supports(id) ? gateway.id : []))
  const own = new Set(gatewaysOf(asker))
  return gatewaysOf(of).some((id) => own.has(id) && supports(id))
}
