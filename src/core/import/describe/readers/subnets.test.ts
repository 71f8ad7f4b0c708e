import { expect, it } from 'vitest'
import { importTexts } from '../testing/importTexts.ts'

const imported = (subnet: object) =>
  importTexts([
    {
      path: '111122223333/us-east-1/all.json',
      text: JSON.stringify({
        Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', OwnerId: '111122223333' }],
        Subnets: [
          {
            SubnetId: 'subnet-6',
            VpcId: 'vpc-1',
            AvailabilityZone: 'us-east-1a',
            OwnerId: '111122223333',
            Ipv6CidrBlockAssociationSet: [
              { Ipv6CidrBlock: '2600:1f18:0:100::/64', Ipv6CidrBlockState: { State: 'associated' } },
            ],
            ...subnet,
          },
        ],
      }),
    },
  ])

it('takes a subnet without an IPv4 block that says it is IPv6-only for one', () => {
  expect(imported({ Ipv6Native: true }).design.constructs['subnet-6']).toMatchObject({
    cidr: null,
    ipv6Cidr: '2600:1f18:0:100::/64',
  })
})

it('does not guess where the record says neither', () => {
  const { design, report } = imported({})
  expect(design.constructs).not.toHaveProperty('subnet-6')
  expect(report.notes.map(({ message }) => message).join()).toContain('a subnet without an IPv4 block')
})
