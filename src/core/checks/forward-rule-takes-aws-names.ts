import { listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { newId } from '../model/newId.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { once } from './parts/once.ts'
import { place } from './parts/place.ts'

/** Rules for these take the names of AWS's services with them. */
const WIDE: ReadonlySet<string> = new Set(['.', 'com', 'amazonaws.com'])

/** Source: Route 53 guide, rules that Resolver creates by itself: AWS's advice to add a system rule for its own names. */
export const forwardRuleTakesAwsNames: Check = {
  id: 'forward-rule-takes-aws-names',
  severity: 'advice',
  title: 'Forward rule that sends AWS’s names away',
  why: 'A forward rule for every name sends those of AWS’s services to other DNS servers too, unless a system rule for amazonaws.com keeps them. Names with private DNS stay, since their zones are narrower.',
  learnMore:
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-autodefined-rules.html',
  *find({ design }) {
    const rules = listOfKind(design, 'resolver-rule')
    const kept = new Set(
      rules.flatMap(({ ruleType, domain, vpcs }) =>
        ruleType === 'system' && nameOf(domain) === 'amazonaws.com' ? vpcs : [],
      ),
    )
    const freeId = once(() => newId(design, 'resolver-rule'))
    for (const rule of rules) {
      if (rule.ruleType !== 'forward' || !WIDE.has(nameOf(rule.domain))) continue
      const vpcs = rule.vpcs.filter((vpc) => !kept.has(vpc))
      if (vpcs.length === 0) continue
      yield {
        at: [place(rule.id, 'domain'), ...vpcs.map((vpc) => place(vpc))],
        message: `The ${called(design, rule.id)} forwards ${rule.domain === '.' ? 'every name' : rule.domain}, those of AWS’s services included: public S3 names then depend on what its servers answer.`,
        fixes: nameOf(rule.domain) === 'amazonaws.com' ? [] : [keep(rule, vpcs, freeId())],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const nameOf = (domain: string): string => (domain === '.' ? '.' : domain.toLowerCase().replace(/\.$/, ''))

const keep = (rule: ConstructOf<'resolver-rule'>, vpcs: readonly string[], id: string): Fix => ({
  title: 'Add a system rule for amazonaws.com',
  safety: 'review',
  edits: [
    {
      kind: 'add',
      construct: {
        ...rule,
        id,
        name: 'AWS names',
        ruleType: 'system',
        domain: 'amazonaws.com',
        targets: [],
        resolverEndpoint: null,
        vpcs: [...vpcs],
      },
    },
  ],
})

const example = (withSystemRule: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    const resolverEndpoint = b.resolverEndpoint('outbound', subnets)
    b.resolverRule('.', ['192.168.0.53'], { vpcs: [vpc], resolverEndpoint })
    if (withSystemRule) b.resolverRule('amazonaws.com', [], { vpcs: [vpc] })
  })
