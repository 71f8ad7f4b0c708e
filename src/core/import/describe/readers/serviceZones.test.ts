import { expect, it } from 'vitest'
import { importTexts } from '../testing/importTexts.ts'

const files = (services: readonly object[]) =>
  importTexts([
    {
      path: '111122223333/us-east-1/all.json',
      text: JSON.stringify({
        AvailabilityZones: ['a', 'b'].map((zone, index) => ({
          ZoneName: `us-east-1${zone}`,
          ZoneId: `use1-az${index + 1}`,
          RegionName: 'us-east-1',
        })),
        Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', OwnerId: '111122223333' }],
        VpcEndpoints: [
          {
            VpcEndpointId: 'vpce-1',
            VpcEndpointType: 'Interface',
            VpcId: 'vpc-1',
            State: 'available',
            ServiceName: 'com.amazonaws.us-east-1.sqs',
          },
        ],
        ServiceDetails: services,
      }),
    },
  ]).design.constructs['account-111122223333']

const detail = (name: string, zones: readonly string[]) => ({
  ServiceName: `com.amazonaws.us-east-1.${name}`,
  Owner: 'amazon',
  AvailabilityZones: zones.map((zone) => `us-east-1${zone}`),
})

it('keeps the zones of services that endpoints are for, and of those that are not in every zone of the account', () => {
  const account = files([detail('sqs', ['a', 'b']), detail('sns', ['a', 'b']), detail('email-smtp', ['b'])])
  expect(account).toMatchObject({
    serviceZones: [
      { service: 'com.amazonaws.us-east-1.sqs', zones: ['us-east-1a', 'us-east-1b'] },
      { service: 'com.amazonaws.us-east-1.email-smtp', zones: ['us-east-1b'] },
    ],
  })
})

it('keeps nothing of services of other owners, or where no zone is told', () => {
  const account = files([
    detail('sqs', []),
    { ...detail('x', ['a']), ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0' },
  ])
  expect(account).toMatchObject({ serviceZones: [] })
})
