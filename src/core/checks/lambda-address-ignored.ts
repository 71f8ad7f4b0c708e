import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: Lambda guide, networking and VPC: Lambda creates and owns the interfaces of functions. */
export const lambdaAddressIgnored: Check = {
  id: 'lambda-address-ignored',
  severity: 'warning',
  title: 'Address chosen for a Lambda function',
  why: 'Lambda makes the network interfaces of a function itself: their addresses cannot be chosen, and none of them is public.',
  learnMore: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  *find({ design }) {
    for (const client of listOfKind(design, 'client'))
      for (const [i, one] of client.runtime === 'lambda' ? client.interfaces.entries() : []) {
        const cleared = { privateIp: null, ipv6: null, publicIp: 'none' }
        // the interfaces of a function that runs, as an import brings them, do have addresses
        if (one.interfaceId !== null) continue
        const key = (['privateIp', 'ipv6', 'publicIp'] as const).find((name) => one[name] !== cleared[name])
        if (!key) continue
        yield {
          at: [place(client.id, 'interfaces', i, key)],
          message: `The ${called(design, client.id)} is a Lambda function: AWS does not take “${one[key]}” as its address.`,
          fixes: [
            {
              title: 'Leave its addresses to AWS',
              safety: 'safe',
              edits: [change('client', client.id, { interfaces: client.interfaces.with(i, { ...one, ...cleared }) })],
            },
          ],
        }
      }
  },
  examples: { bad: () => example('10.0.1.20'), good: () => example(null) },
}

const example = (privateIp: string | null) =>
  buildDesign((b) => {
    b.lambda(b.subnet(b.vpc(), { cidr: '10.0.1.0/24' }), { privateIp })
  })
