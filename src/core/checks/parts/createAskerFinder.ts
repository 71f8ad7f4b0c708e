import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import { parseDnsName } from '../../net/dnsName.ts'
import type { EndpointNet, Topology, VpcNet } from '../../topology/topology.ts'

/** For a design, the other VPCs whose clients a private hosted zone leads to an endpoint, and that some connection joins to its own. */
export function createAskerFinder(design: Design, topology: Topology): (endpoint: EndpointNet) => readonly VpcNet[] {
  const names = new Map<string, string>()
  for (const { id, regionalName, zonalNames } of topology.endpoints.values())
    for (const name of [regionalName, ...zonalNames.keys()]) names.set(name, id)
  const askers = new Map<string, Set<VpcNet>>()
  for (const { visibility, records, vpcs } of listOfKind(design, 'hosted-zone')) {
    if (visibility !== 'private') continue
    const asking = vpcs.flatMap((id) => topology.vpcs.get(id) ?? []).filter(hasClients)
    for (const { alias, values } of records)
      for (const id of [alias, ...values.map((value) => names.get(parseDnsName(value) ?? ''))]) {
        if (!id || !topology.endpoints.has(id)) continue
        const known = askers.get(id) ?? new Set()
        askers.set(id, known)
        for (const vpc of asking) known.add(vpc)
      }
  }
  return ({ id, vpc }) => [...(askers.get(id) ?? [])].filter((one) => one !== vpc && areJoined(one, vpc))
}

const hasClients = ({ enis }: VpcNet): boolean => enis.some(({ role }) => role === 'client')

/** By a peering connection, or by transit gateways, which may be peers of each other. */
const areJoined = (a: VpcNet, b: VpcNet): boolean =>
  a.peerings.some(({ requester, accepter }) => requester === b || accepter === b) ||
  (a.attachments.length > 0 && b.attachments.length > 0)
