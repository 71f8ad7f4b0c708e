import { expect, test } from 'vitest'
import type { Design } from '../model/design.ts'
import { createConstruct } from '../model/kinds/createConstruct.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { describePlace } from './describePlace.ts'

const design = buildDesign((b) => {
  const vpc = b.vpc({ name: 'vpc-a' })
  b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24' })
  b.routeTable(vpc, [['0.0.0.0/0', 'blackhole']], { name: 'rtb-a' })
  b.securityGroup(vpc, { name: 'sg-a', ingress: [['tcp', 443, '10.0.0.0/8']] })
  b.networkAcl(vpc, { name: 'acl-a', egress: [[110, 'allow', 'tcp', 443, '0.0.0.0/0']] })
  b.prefixList(['10.0.0.0/8'], { id: 'pl-a', name: '' })
  b.request({ from: 'nobody', to: 'somewhere' })
})

test('names a statement by its Sid, else by its number, and the policy that it stands in', () => {
  const role = createConstruct('iam-role', 'role-1', 'Reader', '')
  const document = '{"Statement":[{"Sid":"Read"},{"Effect":"Deny"}]}'
  const account = createConstruct('account', 'account-2', 'Apps', '')
  const scps = [{ target: 'ou-apps', policies: [{ name: 'guard', document: '{"Statement":{"Sid":"One"}}' }] }]
  const with2: Design = {
    ...design,
    constructs: {
      ...design.constructs,
      'role-1': { ...role, policies: [{ name: 'main', document }], trustPolicy: '{"Statement": [' },
      'account-2': { ...account, scps },
    },
  }
  const say = (construct: string, ...path: (string | number)[]) => describePlace(with2, { construct, path })
  expect(say('role-1', 'policies', 0, 'document', 'Statement', 0)).toBe('statement Read of the policy “main” of Reader')
  expect(say('role-1', 'policies', 0, 'document', 'Statement', 1)).toBe('statement 2 of the policy “main” of Reader')
  expect(say('role-1', 'policies', 0, 'document')).toBe('policy “main” of Reader')
  expect(say('role-1', 'trustPolicy', 'Statement', 0)).toBe('statement 1 of the trust policy of Reader')
  expect(say('account-2', 'scps', 0, 'policies', 0, 'document', 'Statement', 0)).toBe(
    'statement One of the policy “guard” at ou-apps of Apps',
  )
})

test.each([
  ['the construct as a whole', 'rtb-a', [], 'rtb-a'],
  ['an entry by its place in the list, counted from one', 'rtb-a', ['routes', 0], 'route 1 of rtb-a'],
  ['a member of an entry as the entry', 'sg-a', ['ingress', 0, 'peer', 'cidr'], 'inbound rule 1 of sg-a'],
  ['a network ACL rule by the number it carries', 'acl-a', ['egress', 0], 'outbound rule 110 of acl-a'],
  ['a plain list by its singular', 'vpc-a', ['cidrs', 0], 'IPv4 block 1 of vpc-a'],
  ['entries', 'pl-a', ['entries', 0], 'entry 1 of pl-a'],
  ['a field, in small letters but for names', 'subnet-a', ['cidr'], 'IPv4 block of subnet-a'],
  ['a switch', 'vpc-a', ['dnsSupport'], 'DNS support of vpc-a'],
  ['the list as a whole', 'rtb-a', ['routes'], 'routes of rtb-a'],
  ['what no field shows as the construct', 'subnet-a', ['zone'], 'subnet-a'],
  ['a saved request by its name', '', ['requests', 0, 'request', 'from'], 'the saved request “nobody to somewhere”'],
  ['the document itself', '', [], 'the design as a whole'],
  ['what is gone by its id', 'gone-1', ['routes', 3], 'gone-1'],
])('names %s', (_, construct, path, words) => {
  expect(describePlace(design, { construct, path })).toBe(words)
})
