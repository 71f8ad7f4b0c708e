import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: Route 53 guide, forwarding outbound queries; Route 53 Resolver API, CreateResolverRule. */
export const forwardRuleWithoutEndpoint: Check = {
  id: 'forward-rule-without-endpoint',
  severity: 'error',
  title: 'Forward rule that has nothing to send by, or nobody to ask',
  why: 'A forward rule sends queries by an outbound Resolver endpoint to the DNS servers that it names. Inbound endpoints only take queries.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html',
  *find({ design }) {
    for (const { id, ruleType, region, resolverEndpoint, targets } of listOfKind(design, 'resolver-rule')) {
      if (ruleType !== 'forward') continue
      const endpoint = resolverEndpoint === null ? null : constructOfKind(design, resolverEndpoint, 'resolver-endpoint')
      if (resolverEndpoint === null || endpoint?.direction === 'inbound') {
        const candidates = listOfKind(design, 'resolver-endpoint').filter(
          (one) => one.direction === 'outbound' && constructOfKind(design, one.vpc, 'vpc')?.region === region,
        )
        const [only] = candidates
        yield {
          at: [place(id, 'resolverEndpoint')],
          message: endpoint
            ? `The ${called(design, id)} names the ${called(design, endpoint.id)}, which is inbound and sends nothing out.`
            : `The ${called(design, id)} names no outbound endpoint to send its queries by.`,
          fixes:
            only && candidates.length === 1
              ? [
                  {
                    title: `Send by the ${called(design, only.id)}`,
                    safety: 'review',
                    edits: [change('resolver-rule', id, { resolverEndpoint: only.id })],
                  },
                ]
              : [],
        }
      }
      if (targets.length === 0)
        yield {
          at: [place(id, 'targets')],
          message: `The ${called(design, id)} names no DNS server to forward to.`,
        }
    }
  },
  examples: { bad: () => example('inbound'), good: () => example('outbound') },
}

const example = (direction: 'inbound' | 'outbound') =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    const resolverEndpoint = b.resolverEndpoint(direction, subnets)
    b.resolverRule('corp.example.com', ['192.168.0.53'], { vpcs: [vpc], resolverEndpoint })
  })
