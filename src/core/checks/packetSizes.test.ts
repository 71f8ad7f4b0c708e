import { expect, it } from 'vitest'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { findingsIn } from './testing/findingsIn.ts'

const placesOf = (to: string, packetSize?: number) =>
  findingsIn(
    'packet-above-endpoint-limit',
    buildDesign((b) => {
      const vpc = b.vpc()
      const gateway = b.internetGateway(vpc, { id: 'igw' })
      b.mainTable(vpc, [['0.0.0.0/0', gateway]])
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      b.ec2(subnet, { id: 'app', publicIp: '198.51.100.7' })
      b.ec2(subnet, { id: 'near', privateIp: '10.0.1.9' })
      b.request({ from: 'app', to, ...(packetSize === undefined ? {} : { packetSize }) })
    }),
  ).map(({ at }) => at.map(({ construct }) => construct))

it('speaks of packets above what the request’s own way carries, and of no other way', () => {
  expect(placesOf('8.8.8.8', 1501)).toEqual([['', 'igw']])
  expect(placesOf('8.8.8.8', 1500)).toEqual([])
  expect(placesOf('8.8.8.8')).toEqual([])
  expect(placesOf('10.0.1.9', 9001)).toEqual([])
})
