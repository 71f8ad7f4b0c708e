import { expect, it } from 'vitest'
import type { DesignBuilder } from '../model/testing/designBuilder.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

const CHECK = 'private-dns-hides-service'
type More = (b: DesignBuilder, vpc: string, subnet: string) => void
const draw =
  (service: string, more: More = () => {}, privateDns = true, isPublic = true) =>
  (b: DesignBuilder) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    if (isPublic) b.mainTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]])
    b.ec2(subnet, { publicIp: isPublic ? '3.5.140.9' : 'none' })
    b.interfaceEndpoint(vpc, service, { id: 'vpce', subnets: [subnet], privateDns })
    more(b, vpc, subnet)
  }
const found = (...given: Parameters<typeof draw>) => places(CHECK, draw(...given))

it('names of another service below a private zone are hidden, whichever service it is', () => {
  expect(found('eks')).toEqual(['vpce.privateDns'])
  expect(found('transfer')).toEqual(['vpce.privateDns'])
  expect(found('sqs')).toEqual([])
  expect(found('s3')).toEqual([])
})

it('nothing is hidden without private DNS, nor where a zone or an endpoint answers for the name', () => {
  expect(found('eks', () => {}, false)).toEqual([])
  expect(found('eks', (b, vpc, subnet) => void b.interfaceEndpoint(vpc, 'oidc-eks', { subnets: [subnet] }))).toEqual([])
  expect(
    found('eks', (b, vpc) =>
      b.hostedZone('oidc.eks.us-east-1.amazonaws.com', [vpc], { records: [['@', 'A', '10.0.1.9']] }),
    ),
  ).toEqual([])
})

it('nothing is lost by a hidden name where public addresses are out of reach', () => {
  expect(found('eks', () => {}, true, false)).toEqual([])
})

it('any client with a way to public addresses will do, behind whichever route table', () => {
  const other = (b: DesignBuilder, vpc: string) => {
    const open = b.subnet(vpc, { cidr: '10.0.2.0/24' })
    b.routeTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]], { subnets: [open] })
    b.ec2(open, { publicIp: '3.5.140.10' })
  }
  expect(found('eks', other, true, false)).toEqual(['vpce.privateDns'])
})

it('the endpoint that is missing is offered under the name that AWS has for it', () => {
  const [finding] = findingsIn(CHECK, buildDesign(draw('eks')))
  expect(finding!.message).toMatch(/oidc\.eks\.us-east-1\.amazonaws\.com does not exist/)
  expect(finding!.fixes.map(({ title }) => title)).toEqual([
    'Add an endpoint for com.amazonaws.us-east-1.oidc-eks, with a security group of its own',
  ])
})
