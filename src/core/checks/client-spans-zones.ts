import { listOfKind, zoneOf } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: EC2 guide, elastic network interfaces: attached to instances of the same zone. */
export const clientSpansZones: Check = {
  id: 'client-spans-zones',
  severity: 'error',
  title: 'Client in two zones',
  why: 'An instance or a task runs in one Availability Zone, and so do all of its network interfaces. Only a Lambda function has several.',
  learnMore: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  *find({ design }) {
    for (const client of listOfKind(design, 'client')) {
      // databases keep a standby in another zone, and what other services do is theirs
      if (client.runtime !== 'ec2' && client.runtime !== 'ecs') continue
      const home = zoneOf(design, client.interfaces[0]!.subnet)?.zoneName
      for (const [i, { subnet }] of client.interfaces.entries()) {
        const zone = zoneOf(design, subnet)?.zoneName
        if (home === undefined || zone === undefined || zone === home) continue
        yield {
          at: [place(client.id, 'interfaces', i, 'subnet'), place(client.id, 'interfaces', 0, 'subnet')],
          message: `The ${called(design, client.id)} runs in ${home}, but its interface ${i + 1} lies in ${zone}.`,
          fixes: [
            {
              title: `Remove interface ${i + 1}`,
              safety: 'review',
              edits: [change('client', client.id, { interfaces: client.interfaces.toSpliced(i, 1) })],
            },
          ],
        }
      }
    }
  },
  examples: { bad: () => example('us-east-1b'), good: () => example('us-east-1a') },
}

const example = (zone: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' }), b.subnet(vpc, { zone, cidr: '10.0.2.0/24' })]
    const blank = {
      securityGroups: [],
      privateIp: null,
      ipv6: null,
      publicIp: 'none',
      sourceDestCheck: true,
      interfaceId: null,
    }
    b.ec2(subnets[0]!, { interfaces: subnets.map((subnet) => ({ subnet, ...blank })) })
  })
