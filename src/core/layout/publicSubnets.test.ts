import { describe, expect, it } from 'vitest'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { publicSubnets } from './publicSubnets.ts'

describe('publicSubnets', () => {
  it('takes the table of the subnet, else the main one of the VPC, and asks for a default route to an internet gateway', () => {
    const design = buildDesign((b) => {
      const vpc = b.vpc({ name: 'vpc' })
      const igw = b.internetGateway(vpc)
      b.mainTable(vpc, [['::/0', igw]])
      const closed = b.routeTable(vpc, [['10.9.0.0/16', igw]])
      const dead = b.routeTable(vpc, [['0.0.0.0/0', 'blackhole']])
      b.subnet(vpc, { name: 'by-main' })
      b.subnet(vpc, { name: 'closed', routeTable: closed })
      b.subnet(vpc, { name: 'dead', routeTable: dead })
      const other = b.vpc({ name: 'other' })
      b.subnet(other, { name: 'undrawn-table' })
    })
    expect([...publicSubnets(design)]).toEqual(['by-main'])
  })
})
