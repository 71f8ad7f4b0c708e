import { describe, expect, it } from 'vitest'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

describe('network ACLs', () => {
  type Rules = NonNullable<NonNullable<Parameters<DesignBuilder['networkAcl']>[1]>['ingress']>
  const acl = (ingress: Rules, egress: Rules) => (b: DesignBuilder) =>
    void b.networkAcl(b.vpc(), { id: 'acl', ingress, egress })
  const said = (check: string, ingress: Rules, egress: Rules) =>
    findingsIn(check, buildDesign(acl(ingress, egress))).map(({ message, fixes }) => [
      message,
      ...fixes.map(({ title }) => title),
    ])
  const all = [100, 'allow', 'all', null, '0.0.0.0/0'] as const
  const high = [100, 'allow', 'tcp', [1024, 65535], '0.0.0.0/0'] as const

  it('are told which way the answers go, with a rule of the request’s protocol and peer', () => {
    const [[inbound, ...inboundFixes] = []] = said('acl-lacks-return', [], [[100, 'allow', 'tcp', 443, '10.9.0.0/16']])
    expect(inbound).toMatch(/TCP port 443 out to 10\.9\.0\.0\/16, but no inbound rule/)
    expect(inboundFixes).toEqual(['Add inbound rule 100: allow TCP 1024-65535 from 10.9.0.0/16'])
    const [[outbound, ...outboundFixes] = []] = said(
      'acl-lacks-return',
      [[7, 'allow', 'udp', 500, '10.9.0.0/16']],
      [high],
    )
    expect(outbound).toMatch(/UDP port 500 in from 10\.9\.0\.0\/16, but no outbound rule/)
    expect(outboundFixes).toEqual(['Add outbound rule 110: allow UDP 1024-65535 to 10.9.0.0/16'])
  })

  it('need no rule for answers to what is wide, denied, of no port, or asked of Amazon’s own servers', () => {
    const found = (...egress: Rules) => places('acl-lacks-return', acl([], egress))
    expect(found(high)).toEqual([])
    expect(found([100, 'allow', 'tcp', [1, 1000], '0.0.0.0/0'])).toEqual(['acl.egress.0'])
    expect(found([100, 'allow', 'tcp', [1, 1001], '0.0.0.0/0'])).toEqual([])
    expect(found([100, 'deny', 'tcp', 443, '0.0.0.0/0'])).toEqual([])
    expect(found([100, 'allow', 'icmp', null, '0.0.0.0/0'])).toEqual([])
    expect(found([100, 'allow', 'udp', 53, '0.0.0.0/0'], [110, 'allow', 'udp', 123, '0.0.0.0/0'])).toEqual([])
    expect(found([100, 'allow', 'tcp', 53, '0.0.0.0/0'])).toEqual(['acl.egress.0'])
    expect(found([100, 'allow', 'udp', [53, 54], '0.0.0.0/0'])).toEqual(['acl.egress.0'])
  })

  it('let answers through by any allow of their protocol and more than a sliver of the high ports before a deny of all of them', () => {
    // what is let in in a narrow range is a request itself, and not looked at here
    const found = (...ingress: Rules) =>
      places('acl-lacks-return', acl(ingress, [[100, 'allow', 'tcp', 443, '10.9.0.0/16']])).filter((one) =>
        one.startsWith('acl.egress'),
      )
    expect(found([90, 'allow', 'tcp', [65200, 65535], '10.9.1.0/24'])).toEqual([])
    expect(found([90, 'allow', 'tcp', [65535, 65535], '10.9.0.0/16'])).toEqual(['acl.egress.0'])
    expect(found([90, 'allow', 'tcp', [1024, 33100], '10.9.0.0/16'])).toEqual([])
    expect(found([90, 'allow', 'tcp', [1024, 32768], '10.9.0.0/16'])).toEqual(['acl.egress.0'])
    expect(found([90, 'allow', 'udp', [1024, 65535], '10.9.0.0/16'])).toEqual(['acl.egress.0'])
    expect(found([90, 'deny', 'udp', [1024, 65535], '10.9.0.0/16'], all)).toEqual([])
    expect(found([90, 'deny', 'tcp', [32768, 65535], '10.9.0.0/16'], all)).toEqual(['acl.egress.0'])
    expect(found([90, 'deny', 'tcp', [32769, 65535], '10.9.0.0/16'], all)).toEqual(['acl.egress.0'])
    expect(found([90, 'deny', 'tcp', [32768, 65000], '10.9.0.0/16'], all)).toEqual([])
    expect(found([90, 'deny', 'all', null, '10.9.0.0/24'], all)).toEqual([])
    expect(found([90, 'deny', 'all', null, '10.0.0.0/8'], all)).toEqual(['acl.egress.0'])
  })

  it('are offered to drop a rule that changes nothing, and to move one that means the opposite', () => {
    expect(said('acl-rule-shadowed', [all, [200, 'allow', 'tcp', 22, '10.0.0.0/8']], [])).toEqual([
      [
        'Rule 100 of the network ACL “acl” (inbound) already allows all that rule 200 allows, so rule 200 never matches.',
        'Delete inbound rule 200, which changes nothing',
      ],
    ])
    expect(
      said(
        'acl-rule-shadowed',
        [],
        [all, [99, 'allow', 'udp', 1, '10.0.0.0/8'], [200, 'deny', 'tcp', 22, '10.0.0.0/8']],
      ),
    ).toEqual([
      [
        'Rule 100 of the network ACL “acl” (outbound) already allows all that rule 200 denies, so rule 200 never matches.',
        'Give it number 98, so that it comes before rule 100',
        'Delete outbound rule 200, which changes nothing',
      ],
    ])
    const first = [1, 'allow', 'all', null, '0.0.0.0/0'] as const
    expect(said('acl-rule-shadowed', [first, [2, 'deny', 'tcp', 22, '10.0.0.0/8']], [])[0]?.slice(1)).toEqual([
      'Delete inbound rule 2, which changes nothing',
    ])
  })
})
