import { groupBy } from '../base/groupBy.ts'
import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { formatAddress, parseAddress } from '../net/address.ts'
import type { Check, CheckContext, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Sources: Route 53 guide, managing forwarding rules; the refusal as quoted in aws-network-hub-for-terraform pull request 26. */
export const resolverRuleConflict: Check = {
  id: 'resolver-rule-conflict',
  severity: 'error',
  title: 'Resolver rule that a VPC does not take',
  why: 'A VPC is associated with one rule for a domain. It takes no rule that forwards to an inbound endpoint of its own, since queries would go in circles.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html',
  *find(context) {
    const { design } = context
    const holders = new Map<string, string>()
    const inbound = inboundAddresses(context)
    for (const rule of listOfKind(design, 'resolver-rule'))
      for (const [i, vpc] of rule.vpcs.entries()) {
        const key = `${vpc} ${rule.domain.toLowerCase().replace(/(?<=.)\.$/, '')}`
        const other = holders.get(key)
        const takeOff: Sighting['fixes'] = [
          {
            title: `Take the ${called(design, vpc)} off the ${called(design, rule.id)}`,
            safety: 'review',
            edits: [change('resolver-rule', rule.id, { vpcs: rule.vpcs.toSpliced(i, 1) })],
          },
        ]
        if (other === undefined) holders.set(key, rule.id)
        else if (other !== rule.id)
          yield {
            at: [place(rule.id, 'vpcs', i), place(other, 'vpcs')],
            message: `The ${called(design, vpc)} already has the ${called(design, other)} for ${rule.domain}; the ${called(design, rule.id)} cannot be associated too.`,
            fixes: takeOff,
          }
        const own = rule.ruleType === 'forward' ? inbound.get(vpc) : undefined
        const target = own && rule.targets.find(({ address }) => own.has(canonical(address)))
        if (target)
          yield {
            at: [place(rule.id, 'vpcs', i), place(own.get(canonical(target.address))!)],
            message: `The ${called(design, rule.id)} forwards to ${target.address}, an inbound endpoint of the ${called(design, vpc)} that it is associated with.`,
            awsError:
              "InvalidRequestException: [RSLVR-00804] Cannot associate rule rslvr-rr-… to VPC vpc-… because the VPC include an INBOUND resolver endpoints with rule's target IP. Please try a different rule or update rule's target IP.",
            fixes: takeOff,
          }
      }
  },
  examples: { bad: () => example('10.0.1.10'), good: () => example('192.168.0.53') },
}

const canonical = (text: string): string => {
  const address = parseAddress(text)
  return address === null ? text : formatAddress(address)
}

/** Addresses of inbound endpoints by VPC, each with its endpoint. */
function inboundAddresses({ topology }: CheckContext): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const endpoints = [...topology.resolverEndpoints.values()].filter(({ direction }) => direction === 'inbound')
  return new Map(
    [...groupBy(endpoints, ({ vpc }) => vpc.id)].map(([vpc, own]) => [
      vpc,
      new Map(
        own.flatMap(({ id, enis }) =>
          enis.flatMap(({ address, sample }) =>
            address === null || sample ? [] : [[formatAddress(address), id] as const],
          ),
        ),
      ),
    ]),
  )
}

const example = (server: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i + 1}.0/24` }))
    const rows = subnets.map((subnet, i) => ({ subnet, privateIp: `10.0.${i + 1}.10` }))
    b.resolverEndpoint('inbound', rows)
    const resolverEndpoint = b.resolverEndpoint('outbound', subnets)
    b.resolverRule('corp.example.com', [server], { vpcs: [vpc], resolverEndpoint })
  })
