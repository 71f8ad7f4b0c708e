import { expect, it } from 'vitest'
import { explainOrigin } from './explainOrigin.ts'

const nameOf = (id: string) => id.toUpperCase()

it.each<[readonly (string | number)[], string]>([
  [[], 'ACL-A'],
  [['ingress'], 'ACL-A, inbound entries'],
  [['egress', 1], 'ACL-A, outbound entry 2'],
  [['routes', 0, 'destination', 'cidr'], 'ACL-A, route 1, address block'],
  [['interfaces', 0, 'publicIp'], 'ACL-A, interface 1, public address'],
  [['interfaces', 1, 'securityGroups', 0], 'ACL-A, interface 2, security group 1'],
  [['subnets', 0, 'subnet'], 'ACL-A, subnet 1'],
  [['privateDns'], 'ACL-A, private DNS'],
  [['runtime'], 'ACL-A'],
])('says where %j is', (path, words) => {
  expect(explainOrigin({ construct: 'acl-a', path }, nameOf)).toBe(words)
})
