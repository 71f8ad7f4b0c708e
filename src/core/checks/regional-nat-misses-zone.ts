import { groupBy } from '../base/groupBy.ts'
import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { SubnetNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: EC2 API, regional NAT gateways; Reachability Analyzer, REGIONAL_NGW_ROUTE_AZ_RESTRICTION. */
export const regionalNatMissesZone: Check = {
  id: 'regional-nat-misses-zone',
  severity: 'warning',
  title: 'Zone that a regional NAT gateway does not cover',
  why: 'A regional NAT gateway serves the zones that it covers. One that AWS extends by itself covers every zone with an interface; one with zones written down covers these alone.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html',
  *find({ design, topology }) {
    const nats = listOfKind(design, 'regional-nat-gateway').filter(({ zones }) => zones.length > 0)
    if (nats.length === 0) return
    const users = groupBy(subnetsByTarget(topology.subnets.values()), ({ target }) => target)
    for (const { id, zones } of nats) {
      const missed = (users.get(id) ?? [])
        .map(({ subnet }) => subnet)
        .filter(({ zoneName }) => !zones.includes(zoneName))
      for (const [zone, subnets] of groupBy(missed, ({ zoneName }) => zoneName)) {
        const ids = subnets.map((subnet) => subnet.id)
        yield {
          at: [place(id, 'zones'), ...ids.slice(0, 20).map((one) => place(one))],
          message: `The route table of ${calledAll(design, ids)} leads to the ${called(design, id)}, which does not cover ${zone}.`,
          fixes: [
            {
              title: `Cover ${zone} too`,
              safety: 'review',
              edits: [
                change('regional-nat-gateway', id, {
                  zones: [...(constructOfKind(design, id, 'regional-nat-gateway')?.zones ?? []), zone],
                }),
              ],
            },
          ],
        }
      }
    }
  },
  examples: { bad: () => example(['us-east-1b']), good: () => example(['us-east-1a']) },
}

function* subnetsByTarget(
  subnets: Iterable<SubnetNet>,
): Iterable<{ readonly target: string; readonly subnet: SubnetNet }> {
  for (const subnet of subnets)
    for (const id of new Set(
      subnet.table.routes4.flatMap(({ target }) => (target.kind === 'regional-nat-gateway' ? target.id : [])),
    ))
      yield { target: id, subnet }
}

const example = (zones: readonly string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.internetGateway(vpc)
    b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.mainTable(vpc, [['0.0.0.0/0', b.regionalNatGateway(vpc, { zones })]])
  })
