import { expect, test } from 'vitest'
import { exampleFolder } from '../testing/exampleFolder.ts'
import { importTexts } from '../testing/importTexts.ts'

const { design, report } = importTexts(exampleFolder())
const { constructs } = design
const noteOn = (id: string) => report.notes.map(({ message }) => message).find((one) => one.startsWith(`${id}:`))

test('rules of DNS Firewall with the domains of their lists; what nobody says is named in place of domains', () => {
  expect(constructs['rslvr-frg-1']).toMatchObject({
    name: 'walled',
    vpcs: [{ vpc: 'vpc-a', priority: 101 }],
    rules: [
      { priority: 1, action: 'ALLOW', domains: ['example.com', '*.example.com'], managedList: null },
      { action: 'BLOCK', domains: [], managedList: 'AWSManagedDomainsMalwareDomainList', blockResponse: 'NXDOMAIN' },
      { domains: [], managedList: 'partners, for MX records' },
      { domains: [], managedList: 'DGA' },
      { managedList: 'lost', overrideDomain: 'walled.example.com', redirections: 'trust' },
    ],
  })
  expect(noteOn('rslvr-fdl-lost')).toContain('domains')
  // Named by an association alone
  expect(constructs['rslvr-frg-far']).toMatchObject({
    vpcs: [{ vpc: 'vpc-a', priority: 200 }],
    rules: [{ action: 'BLOCK', managedList: 'rules that are not in the files' }],
  })
  expect(noteOn('rslvr-frg-far')).toContain('rules')
})

test('Profiles with what they share; what one shares that is in no file leaves its VPCs’ names open', () => {
  expect(constructs['rp-1']).toMatchObject({
    name: 'shared',
    vpcs: ['vpc-a'],
    hostedZones: ['Z1PRIVATE', 'not-imported.Z9ELSEWHERE'],
    resolverRules: ['rslvr-rr-1'],
    interfaceEndpoints: ['vpce-s3'],
    firewallRuleGroups: [{ group: 'rslvr-frg-1', priority: 102 }],
  })
  expect(constructs['rp-far']).toMatchObject({
    vpcs: ['vpc-far'],
    // Names in its VPCs cannot be told
    hostedZones: ['not-imported.shared-by-rp-far'],
  })
  expect(noteOn('rp-far')).toContain('shares')
  expect(report.missing.map(({ command }) => command)).toContain(
    'aws route53profiles list-profile-resource-associations --profile-id rp-far --region us-east-1',
  )
})
