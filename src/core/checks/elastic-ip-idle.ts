import { listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Origin } from '../topology/origin.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'
import { removal } from './parts/removal.ts'

/** Source: VPC guide, Elastic IP addresses; VPC pricing: public IPv4 addresses cost by the hour, used or not. */
export const elasticIpIdle: Check = {
  id: 'elastic-ip-idle',
  severity: 'advice',
  title: 'Elastic IP address that is not used as drawn',
  why: 'An Elastic IP address costs by the hour whether it is associated or not. An interface with one private address has one public address at a time.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-eips.html',
  *find({ design }) {
    const firstOf = new Map<string, string>()
    const records = recordsByAddress(design)
    for (const { id, holder, publicIp, interface: index } of listOfKind(design, 'elastic-ip')) {
      if (holder === null) {
        const record = publicIp === null ? undefined : records.get(publicIp)
        yield {
          at: [place(id, 'holder'), ...(record ? [record.at] : [])],
          message: `The ${called(design, id)} is associated with nothing${record ? `, so nobody answers at the name ${record.name}` : ''}.`,
          fixes: removal(design, id),
        }
        continue
      }
      const kind = design.constructs[holder]?.kind
      // a NAT gateway takes several, one after the other
      if (kind === 'nat-gateway' || kind === 'regional-nat-gateway') continue
      const first = firstOf.get(`${holder} ${index}`)
      if (first === undefined) firstOf.set(`${holder} ${index}`, id)
      else
        yield {
          at: [place(id, 'holder'), place(first, 'holder')],
          message: `The ${called(design, first)} and the ${called(design, id)} are both associated with interface ${index + 1} of the ${called(design, holder)}.`,
          fixes: removal(design, id),
        }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** The records of drawn zones that lead to an address. */
function recordsByAddress(design: Design): ReadonlyMap<string, { readonly name: string; readonly at: Origin }> {
  const found = new Map<string, { readonly name: string; readonly at: Origin }>()
  for (const { id, domain, records } of listOfKind(design, 'hosted-zone'))
    for (const [index, { name, type, values }] of records.entries())
      if (type === 'A')
        for (const value of values)
          found.set(value, { name: name === '@' ? domain : name, at: place(id, 'records', index) })
  return found
}

const example = (associated: boolean) =>
  buildDesign((b) => {
    const client = b.ec2(b.subnet(b.vpc(), { cidr: '10.0.1.0/24' }))
    b.elasticIp({ holder: associated ? client : null })
  })
