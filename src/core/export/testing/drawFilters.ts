import type { ConstructId } from '../../model/index.ts'
import type { DesignBuilder } from '../../model/testing/designBuilder.ts'

const PLAIN = { managedList: null, blockResponse: 'NODATA', overrideDomain: null, redirections: 'inspect' } as const

/** A DNS Firewall rule group and a Profile of one VPC, beside the rule `system` and the endpoint `queue`. */
export function drawFilters(b: DesignBuilder, vpc: ConstructId): void {
  const walled = b.dnsFirewall(
    [
      { ...PLAIN, priority: 100, action: 'ALLOW', domains: ['*.amazonaws.com'] },
      {
        priority: 150,
        action: 'BLOCK',
        domains: ['old.example.com', '*.old.example.com'],
        managedList: null,
        blockResponse: 'OVERRIDE',
        overrideDomain: 'new.example.com',
        redirections: 'trust',
      },
      { ...PLAIN, priority: 160, action: 'BLOCK', domains: [], managedList: 'AWSManagedDomainsMalwareDomainList' },
      { ...PLAIN, priority: 200, action: 'BLOCK', domains: ['*'] },
    ],
    { id: 'walled', vpcs: [{ vpc, priority: 101 }] },
  )
  b.hostedZone('example.internal', [vpc], { id: 'zone', records: [['db.example.internal', 'A', '10.0.1.5']] })
  b.profile({
    id: 'profile',
    vpcs: [vpc],
    hostedZones: ['zone'],
    resolverRules: ['system'],
    interfaceEndpoints: ['queue'],
    firewallRuleGroups: [{ group: walled, priority: 102 }],
  })
}

/** The same for VPCs of several accounts and Regions, beside the rule `rule` and another account's endpoint. */
export function drawSharedFilters(b: DesignBuilder, vpcs: readonly ConstructId[]): void {
  const filter = b.dnsFirewall([{ ...PLAIN, priority: 1, action: 'ALERT', domains: ['*'] }], {
    id: 'filter',
    vpcs: vpcs.map((vpc) => ({ vpc, priority: 101 })),
  })
  b.profile({
    id: 'profile',
    vpcs: [...vpcs],
    resolverRules: ['rule'],
    interfaceEndpoints: ['abroad-endpoint'],
    firewallRuleGroups: [{ group: filter, priority: 200 }],
  })
}
