import { expect, it } from 'vitest'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn } from './testing/findingsIn.ts'

/** Machines in a VPC that is joined to another network. */
const draw =
  (workload: string, far: string, own = '10.0.0.0/16', subnet = '10.0.1.0/24', machines = 1) =>
  (b: DesignBuilder) => {
    const [vpc, other] = [b.vpc({ cidrs: [own] }), b.vpc({ cidrs: [far] })]
    const peering = b.peering(vpc, other)
    b.mainTable(vpc, [[far, peering]])
    b.mainTable(other, [[own, peering]])
    const net = b.subnet(vpc, { cidr: subnet })
    for (let i = 0; i < machines; i++) b.ec2(net, { id: `machine-${i}`, workloads: [workload] })
  }
const messages = (...given: Parameters<typeof draw>) =>
  findingsIn('container-block-overlaps', buildDesign(draw(...given))).map(({ message }) => message)
const count = (...given: Parameters<typeof draw>) => messages(...given).length

it('further networks of an engine take any of its pools, in pieces', () => {
  for (const far of ['172.18.0.0/16', '172.31.0.0/16', '192.168.240.0/24']) expect(count('codebuild', far), far).toBe(1)
  expect(count('codebuild', '172.16.0.0/16')).toBe(0)
  expect(count('codebuild', '172.32.0.0/16')).toBe(0)
  expect(count('batch-ec2', '172.18.0.0/16')).toBe(0)
})

it('an engine passes over the piece that its machine has an address of, and over no other', () => {
  expect(count('codebuild', '192.168.8.0/21', '192.168.0.0/21', '192.168.1.0/24')).toBe(0)
  expect(count('codebuild', '192.168.16.0/21', '192.168.0.0/21', '192.168.1.0/24')).toBe(1)
})

it('a cluster passes over the blocks of its own VPC', () => {
  expect(count('eks-node', '172.20.128.0/17')).toBe(1)
  expect(count('eks-node', '172.20.128.0/17', '172.20.0.0/17', '172.20.1.0/24')).toBe(0)
  expect(messages('eks-karpenter', '10.100.7.0/24')[0]).toContain('not reach 10.100.7.0/24 of the')
})

it('what all machines of a network lose is told once', () => {
  const [message, ...more] = messages('codebuild', '172.18.0.0/16', '10.0.0.0/16', '10.0.1.0/24', 2)
  expect(more).toEqual([])
  expect(message).toMatch(/^The client “machine-0” and the client “machine-1” run containers/)
})
