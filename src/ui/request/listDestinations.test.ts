import { describe, expect, it } from 'vitest'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { listDestinations, standsFor } from './listDestinations.ts'

const suggest = (to: string, drawn = true) => ({ to, label: to, protocol: 'tcp' as const, port: 443, drawn })
const twoVpcs = buildDesign((b) => {
  for (const name of ['one', 'two']) {
    b.vpc({ id: name, name: `VPC ${name}` })
    b.subnet(name, { id: `net-${name}`, name: 'private b' })
    b.ec2(`net-${name}`, { id: `client-${name}`, name: 'Client', listens: [{ protocol: 'tcp', port: 8080 }] })
  }
  b.nlb('two', { id: 'nlb', name: 'Front', subnets: ['net-two'], listeners: [['TCP', 8443]] })
  b.securityGroup('two', { id: 'group' })
})

describe('listDestinations', () => {
  it('groups by what they are, services first, what is not drawn last', () => {
    const options = listDestinations(twoVpcs, 'client-one', [
      suggest('sqs.us-east-1.amazonaws.com', false),
      suggest('10.0.1.20'),
      suggest('vpce-1-a.kinesis.us-east-1.vpce.amazonaws.com'),
      suggest('kinesis.us-east-1.amazonaws.com'),
    ])
    expect(options.map(({ value, group }) => `${group}: ${value}`)).toEqual([
      'Services: kinesis.us-east-1.amazonaws.com',
      'Names of the endpoints themselves: vpce-1-a.kinesis.us-east-1.vpce.amazonaws.com',
      'In the design: client-two',
      'In the design: nlb',
      'Addresses and hosts: 10.0.1.20',
      'Other AWS services: sqs.us-east-1.amazonaws.com',
    ])
  })

  it('offers constructs of every VPC by name, place and port; what nobody connects to, and who asks, not', () => {
    expect(listDestinations(twoVpcs, 'client-one', []).map(({ label, hint, port }) => [label, hint, port])).toEqual([
      ['Client', 'Client in private b, VPC two', 8080],
      ['Front', 'Network Load Balancer in VPC two', 8443],
    ])
  })
})

it.each<[string, string, boolean]>([
  ['sqs', 'sqs.us-east-1.amazonaws.com', true],
  ['cli', 'client-1', true],
  ['Cli', 'api.thinclient.us-east-1.amazonaws.com', false],
  ['web (old', 'web (old)', true],
  ['sqs.us-e', 'sqs.us-east-1.amazonaws.com', true],
  ['sqs.us-east-1.amazonaws.com', 'sqs.us-east-1.amazonaws.com', false],
  ['example.co', 'api.example.com', false],
  ['10.0.1.2', '10.0.1.20', false],
  ['10', '10.0.1.20', false],
  ['fd00::1', 'fd00::12', false],
  ['https://sqs', 'sqs.us-east-1.amazonaws.com', false],
  ['', 'sqs.us-east-1.amazonaws.com', false],
])('“%s” stands for %s: %s', (text, value, stands) => {
  expect(standsFor(text, { value })).toBe(stands)
})
