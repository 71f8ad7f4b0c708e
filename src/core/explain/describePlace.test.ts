import { expect, test } from 'vitest'
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
