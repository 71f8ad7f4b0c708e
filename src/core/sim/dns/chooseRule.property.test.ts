import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HostedZoneNet, PrivateZone, ResolverRuleNet } from '../../topology/dnsNet.ts'
import { NO_DNS } from '../../topology/dnsNet.ts'
import type { VpcNet } from '../../topology/topology.ts'
import { chooseRule } from './chooseRule.ts'

const label = fc.constantFrom('a', 'b', 'aa', 'compute', 'ec2', 'internal')
const domain = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'))
/** `''` is the rule for every name. */
const ruleDomain = fc.oneof({ weight: 5, arbitrary: domain }, { weight: 1, arbitrary: fc.constant('') })

/** Every domain that AWS answers for instances in us-east-1, as the Route 53 guide lists them. */
const INTERNAL = ['ec2.internal', 'compute.internal', 'compute-1.internal', 'compute-1.amazonaws.com']

test('the longest domain decides, and of a rule and a zone for one domain the rule', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ domain: ruleDomain, type: fc.constantFrom('forward' as const, 'system' as const) }), {
        maxLength: 5,
      }),
      fc.array(domain, { maxLength: 5 }),
      fc.array(domain, { maxLength: 3 }),
      fc.array(domain, { maxLength: 2 }),
      fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.')),
      fc.boolean(),
      fc.constantFrom(true, false, null),
      (rules, zones, managed, forInbound, name, inbound, dnsHostnames) => {
        const vpc = { id: 'vpc', regionCode: 'us-east-1', dnsHostnames } as unknown as VpcNet
        const dns = {
          ...NO_DNS,
          zones: new Map(zones.map((one) => [one, { id: one, domain: one } as HostedZoneNet])),
          privateZones: new Map(managed.map((one) => [one, {} as PrivateZone])),
          inboundZones: new Map(forInbound.map((one) => [one, {} as PrivateZone])),
          rules: new Map(rules.map((one) => [one.domain, { ...one, id: one.domain } as ResolverRuleNet])),
        }
        const choice = chooseRule(dns, vpc, name, inbound)
        expect([choice.kind, choice.domain]).toEqual(
          expectedChoice({ rules, zones, managed, forInbound, name, inbound, dnsHostnames }),
        )
      },
    ),
    { numRuns: 3000 },
  )
})

interface Drawn {
  readonly rules: readonly { readonly domain: string; readonly type: 'forward' | 'system' }[]
  readonly zones: readonly string[]
  readonly managed: readonly string[]
  readonly forInbound: readonly string[]
  readonly name: string
  readonly inbound: boolean
  readonly dnsHostnames: boolean | null
}

/** The same by looking at all of them: those that hold the name, the longest first, and among equals in the order of `RANK`. */
function expectedChoice(drawn: Drawn): readonly [kind: string, domain: string] {
  const { name, inbound } = drawn
  const on = drawn.dnsHostnames !== false
  const last = new Map(drawn.rules.map((one) => [one.domain, one.type]))
  const all = [
    { kind: 'public', domain: '' },
    ...(on ? INTERNAL : []).map((domain) => ({ kind: 'internal', domain })),
    ...(on ? drawn.zones.map((domain) => ({ kind: 'hosted-zone', domain })) : []),
    ...(on ? [...drawn.managed, ...(inbound ? drawn.forInbound : [])] : []).map((domain) => ({
      kind: 'managed-zone',
      domain,
    })),
  ]
  const holds = (domain: string) => domain === '' || `.${name}`.endsWith(`.${domain}`)
  const length = (domain: string) => (domain === '' ? 0 : domain.split('.').length)
  const byLength = <T extends { domain: string; kind: string }>(list: readonly T[]) =>
    list
      .filter((one) => holds(one.domain))
      .sort((a, b) => length(b.domain) - length(a.domain) || RANK.indexOf(a.kind) - RANK.indexOf(b.kind))[0]
  const own = byLength(all)!
  const rule = byLength([...last].map(([domain, kind]) => ({ domain, kind })))
  // a system rule that decides hands the name to whatever Amazon's resolver has for it
  const forwards = rule?.kind === 'forward' && length(rule.domain) >= length(own.domain)
  return forwards ? ['forward', rule.domain] : [own.kind, own.domain]
}
const RANK = ['internal', 'managed-zone', 'hosted-zone', 'public']
