import { datedLimits, type LimitId, limitsAsOf } from '../aws/index.ts'
import type { Design } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Origin } from '../topology/origin.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { ofKind } from './parts/ofKind.ts'
import { place } from './parts/place.ts'

/** What in a design uses something that AWS brought later, by the limit that stood before. */
const USES: { readonly [id in LimitId]?: (design: Design) => readonly Origin[] } = {
  'no-interface-endpoint': (design) => ofKind(design, 'interface-endpoint').map(({ id }) => place(id)),
  'no-dynamodb-gateway-endpoint': (design) => ofService(design, 'gateway-endpoint', '.dynamodb'),
  'no-dynamodb-interface-endpoint': (design) => ofService(design, 'interface-endpoint', '.dynamodb'),
  'no-s3-private-dns': (design) =>
    ofKind(design, 'interface-endpoint')
      .filter(({ service, privateDns }) => privateDns && service.endsWith('.s3'))
      .map(({ id }) => place(id, 'privateDns')),
  'endpoint-address-chosen-by-aws': (design) =>
    ofKind(design, 'interface-endpoint').flatMap(({ id, subnets }) =>
      subnets.flatMap(({ privateIp }, i) => (privateIp === null ? [] : [place(id, 'subnets', i, 'privateIp')])),
    ),
}

const ofService = (design: Design, kind: 'gateway-endpoint' | 'interface-endpoint', suffix: string) =>
  ofKind(design, kind)
    .filter(({ service }) => service.endsWith(suffix))
    .map(({ id }) => place(id, 'service'))

/** Limits and their dates: `core/aws/datedLimits.ts`. */
export const newerThanRules: Check = {
  id: 'newer-than-rules',
  severity: 'error',
  title: 'Newer than the rules of the design',
  why: 'The design is judged by AWS’s rules of a day in the past. What AWS brought later does not work by them.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/doc-history.html',
  *find({ design }) {
    if (design.rulesAsOf === 'latest') return
    const limits = limitsAsOf(design.rulesAsOf)
    for (const { id, what, until } of datedLimits) {
      if (until === null || !limits.has(id)) continue // what still holds is the business of the other checks
      for (const at of USES[id]?.(design) ?? [])
        yield {
          at: [at],
          message: `By the rules of ${design.rulesAsOf} the ${called(design, at.construct)} does not work so. ${what} That ended about ${until.slice(0, 7)}.`,
          fixes: [
            {
              title: 'Judge the design by today’s rules',
              safety: 'review',
              edits: [{ kind: 'settings', fields: { rulesAsOf: 'latest' } }],
            },
          ],
        }
    }
  },
  examples: { bad: () => example('2022-06-01'), good: () => example('2024-01-01') },
}

const example = (date: string) =>
  buildDesign((b) => {
    b.settings({ rulesAsOf: date })
    const vpc = b.vpc({ dnsHostnames: true })
    b.interfaceEndpoint(vpc, 's3', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
