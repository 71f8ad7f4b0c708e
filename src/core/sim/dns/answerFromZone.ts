import { appendAll } from '../../base/appendAll.ts'
import { isIp4 } from '../../net/address.ts'
import type { HostedZoneNet, PrivateZone, RecordNet } from '../../topology/dnsNet.ts'
import type { Topology } from '../../topology/topology.ts'
import type { NameSource } from '../verdict.ts'
import { findRecords } from './findRecords.ts'
import {
  type Answer,
  addressesOf,
  answerOfEndpoint,
  isDualStackName,
  type NameAnswer,
  NO_ANSWER,
  placeIn,
  refusalOf,
} from './nameAnswer.ts'
import { resolveBalancerName } from './resolveBalancerName.ts'

/** A record of the zone, else no answer at all: public DNS is not asked any more. Source: Route 53 guide, private hosted zone considerations. */
export function answerFromManagedZone(domain: string, zone: PrivateZone, name: string): NameAnswer {
  const { endpoint } = zone
  const base = {
    ...NO_ANSWER,
    source: 'endpoint-private-dns' as const,
    owner: endpoint.id,
    decidedBy: placeIn(endpoint, 'privateDns'),
    doubt: refusalOf(endpoint),
  }
  if (name === domain ? !zone.apex : !zone.wildcard) return { ...base, endpoint, code: 'DNS_ENDPOINT_ZONE_NXDOMAIN' }
  // Source: S3 user guide, DNS record IP types: left to the service, the dual-stack names have both families
  const families = isDualStackName(name) ? endpoint.families.dualStack : endpoint.families.private
  const answers = addressesOf(endpoint.enis, families)
  return answerOfEndpoint(endpoint, answers, { ...base, gap: endpoint.gap })
}

/** What a drawn zone says: the records of the name, an alias looked through; a name of other records only has no address. */
export function answerFromZone(
  topology: Topology,
  zone: HostedZoneNet,
  name: string,
  source: Extract<NameSource, 'private-hosted-zone' | 'public-hosted-zone'>,
): NameAnswer {
  const records = findRecords(zone, name)
  const base: NameAnswer = {
    ...NO_ANSWER,
    source,
    owner: zone.id,
    decidedBy: { construct: zone.id, path: ['records'] },
    // a wildcard stands in for names without records alone, and the zone may have some that are not here
    gap: zone.names.has(name) ? null : zone.unread,
    doubt: zone.rival && { code: 'DNS_ZONE_CONFLICT', at: zone.rival, values: { domain: zone.domain } },
  }
  if (records === null) {
    const code = source === 'private-hosted-zone' ? 'DNS_PHZ_NXDOMAIN' : 'DNS_NAME_NOT_PUBLISHED'
    return { ...base, code }
  }
  const cname = records.find((one) => one.type === 'CNAME')
  if (cname)
    return cname.alias === null
      ? { ...base, leadsTo: cname.leadsTo, decidedBy: cname.origin, gap: cname.gap ?? base.gap }
      : lookThrough(topology, [cname], { ...base, decidedBy: cname.origin })
  const withAddress = records.filter((one) => one.type === 'A' || one.type === 'AAAA')
  if (withAddress[0]) return lookThrough(topology, withAddress, { ...base, decidedBy: withAddress[0].origin })
  return { ...base, code: 'DNS_NO_ADDRESS_OF_FAMILY', decidedBy: records[0]?.origin ?? base.decidedBy }
}

/** The addresses of records, and those of what they are aliases of. Source: Route 53 guide, alias records. */
function lookThrough(topology: Topology, records: readonly RecordNet[], base: NameAnswer): NameAnswer {
  let found = base
  const answers: Answer[] = []
  for (const record of records) {
    appendAll(
      answers,
      record.addresses.map((address) => ({ address, eni: null })),
    )
    if (record.gap) found = { ...found, gap: found.gap ?? record.gap }
    if (record.alias === null || record.gap) continue
    const behind = answerOfAlias(topology, record)
    const families = record.type === 'CNAME' ? ['A', 'AAAA'] : [record.type]
    appendAll(
      answers,
      behind.answers.filter(({ address }) => families.includes(isIp4(address) ? 'A' : 'AAAA')),
    )
    const { endpoint, owner } = behind
    found = { ...found, endpoint, owner, gap: found.gap ?? behind.gap, doubt: found.doubt ?? behind.doubt }
  }
  if (answers.length > 0) return { ...found, outcome: 'answered', answers }
  return { ...found, code: found.endpoint ? 'DNS_NO_ENDPOINT_INTERFACES' : 'DNS_NO_ADDRESS_OF_FAMILY' }
}

function answerOfAlias(topology: Topology, record: RecordNet): NameAnswer {
  const id = record.alias!
  const endpoint = topology.endpoints.get(id)
  if (endpoint) {
    const base = { ...NO_ANSWER, owner: id, gap: endpoint.gap, doubt: refusalOf(endpoint) }
    // the name behind the alias is gone with the endpoint
    const enis = topology.endpointNames.has(endpoint.regionalName.replace(/^\*\./, '')) ? endpoint.enis : []
    return answerOfEndpoint(endpoint, addressesOf(enis, endpoint.families.own), base)
  }
  const balancer = topology.balancers.get(id)
  if (balancer) {
    const at = { construct: id, path: ['dnsName'] }
    const message = `“${balancer.dnsName}” is no name of a load balancer`
    const gap = { code: 'invalid-value', at, message } as const
    return resolveBalancerName(topology, balancer.dnsName) ?? { ...NO_ANSWER, owner: id, gap }
  }
  const at = { construct: record.origin.construct, path: [...record.origin.path, 'alias'] }
  return { ...NO_ANSWER, owner: id, gap: { code: 'not-modelled', at, message: `an alias of “${id}”` } }
}
