import { describe, expect, test } from 'vitest'
import { buildDesign } from '../../testing/designBuilder.ts'
import { planConnection } from '../planConnection.ts'

const design = buildDesign((b) => {
  const data = b.vpc({ name: 'data', cidrs: ['10.0.0.0/16'] })
  const apps = b.vpc({ name: 'apps', cidrs: ['10.1.0.0/16'] })
  b.vpc({ name: 'taken', cidrs: ['10.2.0.0/16'] })
  const subnet = b.subnet(data, { name: 'subnet' })
  b.ec2(subnet, { name: 'db' })
  b.resourceGateway(data, { name: 'gateway' })
  b.securityGroup(data, { name: 'guard' })
  b.resourceConfiguration({ name: 'named', customDomainName: 'db.example.com' })
  b.resourceConfiguration({ name: 'plain' })
  b.resourceConfiguration({ name: 'cluster', type: 'group' })
  b.resourceConfiguration({ name: 'other-cluster', type: 'group' })
  b.resourceConfiguration({ name: 'node', type: 'child', group: 'cluster' })
  b.resourceConfiguration({ name: 'far', region: b.region('eu-west-1') })
  b.resourceEndpoint(apps, { name: 'endpoint' })
  b.serviceNetwork({ name: 'network' })
  b.serviceNetwork({ name: 'full', vpcs: [{ vpc: 'taken' }] as never })
  b.serviceNetworkEndpoint(apps, { name: 'network-endpoint' })
})
const named = (name: string) => Object.values(design.constructs).find((one) => one.name === name)!.id
const link = (from: string, to: string) => planConnection(design, named(from), named(to))

describe('a line of VPC Lattice', () => {
  test.each([
    ['endpoint', 'named', 'endpoint leads to named', { privateDns: true }],
    ['plain', 'endpoint', 'endpoint leads to plain', { privateDns: false }],
    ['endpoint', 'cluster', 'endpoint leads to cluster', {}],
    ['network-endpoint', 'network', 'network-endpoint leads to network', { privateDns: true }],
    ['gateway', 'plain', 'plain is reached through gateway', {}],
    ['gateway', 'guard', 'gateway carries guard', {}],
    ['gateway', 'subnet', 'gateway gets an interface in subnet', {}],
    ['plain', 'db', 'plain leads to db', {}],
    ['plain', 'cluster', 'plain is part of cluster', { type: 'child' }],
    ['cluster', 'plain', 'plain is part of cluster', { type: 'child' }],
    ['network', 'plain', 'network holds plain', {}],
    ['apps', 'network', 'network serves apps', {}],
  ])('%s to %s: %s', (from, to, sentence, fields) => {
    const plan = link(from, to)
    expect(plan).toMatchObject({ ok: true, sentence })
    expect(plan).toMatchObject({ edits: [{ kind: 'change', fields }] })
  })

  test.each([
    ['endpoint', 'node', 'node is part of a group: the group is what others may use'],
    ['network', 'node', 'node is part of a group: the group is what others may use'],
    ['endpoint', 'far', 'far is in another Region than endpoint'],
    ['network', 'far', 'far is in another Region than network'],
    ['far', 'gateway', 'gateway is in another Region than far'],
    ['cluster', 'db', 'cluster is a group: the resource configurations that are part of it lead to resources'],
    ['plain', 'named', 'Neither plain nor named is a group of resources'],
    ['cluster', 'other-cluster', 'A group of resources has no groups in it'],
    ['node', 'cluster', 'node is part of cluster already'],
    ['network', 'taken', 'taken is associated with full: a VPC takes one service network, endpoints lead to others'],
    ['taken', 'full', 'full serves taken already'],
  ])('%s to %s is refused: %s', (from, to, message) => {
    expect(link(from, to)).toMatchObject({ ok: false, sentence: message })
  })
})
