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

test('a rule that a Profile shares waits for the list of the rules', () => {
  const shared = {
    ProfileId: 'rp-2',
    ProfileResourceAssociations: [
      { ResourceArn: 'arn:aws:route53resolver:us-east-1:111122223333:resolver-rule/rslvr-rr-9', Status: 'COMPLETE' },
    ],
  }
  const text = JSON.stringify({
    Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }],
    ProfileSummaries: [{ Id: 'rp-2', Name: 'shared' }],
    ProfileResources: [shared],
  })
  const { missing } = importTexts([{ path: '111122223333/us-east-1/all.json', text }]).report
  const rules = 'aws route53resolver list-resolver-rules --region us-east-1'
  expect(missing.find(({ command }) => command === rules)).toMatchObject({ hangs: 1, effect: '1 Route 53 Profile' })
})

test('what nothing hangs on is not told: ids and names of associations, times, owners', () => {
  const account = '111122223333'
  const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${account}:${rest}`
  const made = { CreationTime: '2026-01-01T00:00:00Z', ModificationTime: '2026-01-01T00:00:00Z', CreatorRequestId: 'x' }
  const placed = { Status: 'COMPLETE', StatusMessage: '', OwnerId: account, Name: 'placed', ...made }
  const group = arn('route53resolver', 'firewall-rule-group/rslvr-frg-1')
  const rule = {
    FirewallRuleGroupId: 'rslvr-frg-1',
    FirewallDomainListId: 'rslvr-fdl-1',
    Name: 'walled',
    Priority: 1,
    Action: 'BLOCK',
    BlockResponse: 'OVERRIDE',
    BlockOverrideDomain: 'walled.example.com.',
    BlockOverrideDnsType: 'CNAME',
    BlockOverrideTtl: 60,
    ...made,
  }
  const association = {
    Id: 'rslvr-frgassoc-1',
    Arn: arn('route53resolver', 'firewall-rule-group-association/rslvr-frgassoc-1'),
    FirewallRuleGroupId: 'rslvr-frg-1',
    VpcId: 'vpc-1',
    Priority: 101,
    MutationProtection: 'DISABLED',
    ManagedOwnerName: 'Firewall Manager',
    Status: 'COMPLETE',
    Name: 'placed',
    ...made,
  }
  const resource = {
    Id: 'rpr-1',
    ProfileId: 'rp-1',
    ResourceArn: group,
    ResourceProperties: '{"priority":102}',
    ResourceType: 'FIREWALL_RULE_GROUP',
    ...placed,
  }
  const all = {
    FirewallRuleGroups: [
      { Id: 'rslvr-frg-1', Arn: group, Name: 'walled', OwnerId: account, ShareStatus: 'NOT_SHARED' },
    ],
    FirewallRuleGroupAssociations: [association],
    FirewallRuleLists: [{ FirewallRuleGroupId: 'rslvr-frg-1', FirewallRules: [rule] }],
    FirewallDomainLists: [
      { Id: 'rslvr-fdl-1', Arn: arn('route53resolver', 'firewall-domain-list/rslvr-fdl-1'), Name: 'own', ...made },
    ],
    FirewallDomains: [{ FirewallDomainListId: 'rslvr-fdl-1', Domains: ['example.com.'] }],
    ProfileSummaries: [{ Id: 'rp-1', Arn: arn('route53profiles', 'profile/rp-1'), Name: 'shared' }],
    ProfileAssociations: [{ Id: 'rpassoc-1', ProfileId: 'rp-1', ResourceId: 'vpc-1', ...placed }],
    ProfileResources: [{ ProfileId: 'rp-1', ProfileResourceAssociations: [resource] }],
  }
  const told = (content: object) =>
    importTexts([{ path: `${account}/us-east-1/all.json`, text: JSON.stringify(content) }]).report.notes.map(
      ({ message }) => message,
    )
  expect(told(all)).toEqual([])
  expect(told({ ...all, FirewallRuleGroupAssociations: [{ ...association, Novelty: 1 }] })).toEqual([
    'FirewallRuleGroupAssociations: read, and not used: Novelty',
  ])
})
