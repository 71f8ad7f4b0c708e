import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { applyEdits, type Design } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { decide } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

const catalogue = await loadCatalogue()
type Rule = NonNullable<Parameters<DesignBuilder['dnsFirewall']>[0]>[number]
const rule = (
  action: Rule['action'],
  priority: number,
  domains: readonly string[],
  more: Partial<Rule> = {},
): Rule => ({
  ...{ action, priority, domains: [...domains], managedList: null, blockResponse: 'NODATA', overrideDomain: null },
  redirections: 'inspect',
  ...more,
})

/** A client and an endpoint of SQS in a VPC, with rule groups of which each is asked after the one before. */
const draw =
  (...groups: readonly (readonly Rule[])[]) =>
  (b: DesignBuilder) => {
    const vpc = b.vpc({ id: 'vpc', dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.ec2(subnet, { id: 'app' })
    const securityGroups = [b.securityGroup(vpc, { ingress: [['tcp', 443, '10.0.0.0/16']] })]
    b.interfaceEndpoint(vpc, 'sqs', { id: 'vpce', subnets: [subnet], securityGroups })
    for (const [i, rules] of groups.entries())
      b.dnsFirewall([...rules], { id: `group-${i}`, vpcs: [{ vpc, priority: 101 + i }] })
  }
const SQS = 'sqs.us-east-1.amazonaws.com'
const ask = (design: Design) =>
  decide(compileTopology(design, catalogue), { from: 'app', to: SQS, protocol: 'tcp', port: 443 })
const BLOCK_ALL = rule('BLOCK', 100, ['*'])

it('finds the rule that blocks the names of an endpoint, which the fix lets through', () => {
  const CHECK = 'dns-firewall-blocks-endpoint'
  for (const blocks of [BLOCK_ALL, rule('BLOCK', 100, ['*.amazonaws.com']), rule('BLOCK', 100, [SQS])]) {
    expect(places(CHECK, draw([blocks]))).toEqual(['group-0.rules.0'])
    const before = buildDesign(draw([blocks]))
    expect(ask(before).code).toBe('DNS_FIREWALL_BLOCKS')
    const [finding] = findingsIn(CHECK, before)
    expect(ask(applyEdits(before, finding!.fixes[0]!.edits).design).kind).toBe('succeeds')
  }
  expect(places(CHECK, draw([rule('ALERT', 100, ['*'])]))).toEqual([])
  expect(places(CHECK, draw([rule('BLOCK', 100, ['*.example.com'])]))).toEqual([])
  expect(places(CHECK, draw([rule('ALLOW', 90, [SQS]), BLOCK_ALL]))).toEqual([])
  expect(places(CHECK, draw([rule('ALLOW', 200, [SQS])], [BLOCK_ALL]))).toEqual([])
  expect(places(CHECK, draw([BLOCK_ALL], [rule('ALLOW', 90, [SQS])]))).toEqual(['group-0.rules.0'])
})

it('finds rules behind one for every name, in the same group or in a later one', () => {
  const CHECK = 'dns-firewall-rule-never-asked'
  const late = rule('ALLOW', 110, [SQS])
  expect(places(CHECK, draw([BLOCK_ALL, late]))).toEqual(['group-0.rules.1'])
  expect(places(CHECK, draw([BLOCK_ALL], [late]))).toEqual(['group-1.rules.0'])
  expect(places(CHECK, draw([late], [BLOCK_ALL]))).toEqual([])
  expect(places(CHECK, draw([rule('BLOCK', 100, ['*.com']), late]))).toEqual([])
  // names that an allowed one leads to pass by a rule that trusts them
  expect(places(CHECK, draw([rule('ALLOW', 100, ['*'], { redirections: 'trust' }), late]))).toEqual([])
})

it('finds priorities that two rules of a group have, or two groups of a VPC', () => {
  const CHECK = 'dns-firewall-priority-taken'
  const other = rule('ALLOW', 100, [SQS])
  expect(places(CHECK, draw([BLOCK_ALL, other]))).toEqual(['group-0.rules.1'])
  expect(places(CHECK, draw([BLOCK_ALL], [other]))).toEqual([])
  const beside = (vpc: string) => (b: DesignBuilder) => {
    draw([BLOCK_ALL])(b)
    b.vpc({ id: 'other' })
    b.dnsFirewall([other], { id: 'second', vpcs: [{ vpc, priority: 101 }] })
  }
  expect(places(CHECK, beside('vpc'))).toEqual(['second.vpcs.0'])
  expect(places(CHECK, beside('other'))).toEqual([])
})
