import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { destinationText } from './parts/destinationText.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, NAT instances, source/destination checks; Reachability Analyzer, ENI_SOURCE_DEST_CHECK_RESTRICTION. */
export const sourceDestCheckOn: Check = {
  id: 'source-dest-check-on',
  severity: 'warning',
  title: 'Route to an interface that takes only its own packets',
  why: 'An interface drops packets that are not for its own address while its source/destination check is on. An appliance or a NAT instance needs it off.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html',
  *find({ design }) {
    const said = new Set<string>()
    for (const table of listOfKind(design, 'route-table'))
      for (const [i, { target, destination, interface: index = 0 }] of table.routes.entries()) {
        const client = constructOfKind(design, target, 'client')
        const one = client?.interfaces[index]
        if (!client || !one?.sourceDestCheck || said.has(`${target} ${index}`)) continue
        said.add(`${target} ${index}`)
        yield {
          at: [place(target, 'interfaces', index, 'sourceDestCheck'), place(table.id, 'routes', i)],
          message: `The ${called(design, table.id)} leads ${destinationText(destination)} to the ${called(design, target)}, which drops what is not for its own address: its source/destination check is on.`,
          fixes: [
            {
              title: 'Turn the check off',
              safety: 'safe',
              edits: [change('client', target, { interfaces: withoutCheck(client, index) })],
            },
          ],
        }
      }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const withoutCheck = ({ interfaces }: ConstructOf<'client'>, index: number): ConstructOf<'client'>['interfaces'] =>
  interfaces.with(index, { ...interfaces[index]!, sourceDestCheck: false })

const example = (sourceDestCheck: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const box = b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { sourceDestCheck })
    b.routeTable(vpc, [['0.0.0.0/0', box]])
  })
