import { expect, test } from 'vitest'
import { importTexts } from './describe/testing/importTexts.ts'
import { missingByPlace, reportLines } from './report.ts'

const file = (account: string, region: string, content: object) => ({
  path: `${account}/${region}/all.json`,
  text: JSON.stringify(content),
})
const vpc = (id: string, routes: readonly object[]) => ({
  Vpcs: [{ VpcId: id, CidrBlock: '10.0.0.0/16' }],
  Subnets: [{ SubnetId: `subnet-${id}`, VpcId: id, CidrBlock: '10.0.0.0/24', AvailabilityZone: 'us-east-1a' }],
  RouteTables: [{ RouteTableId: `rtb-${id}`, VpcId: id, Associations: [{ Main: true }], Routes: routes }],
})
const to = (nat: string) =>
  [1, 2, 3].map((part) => ({ DestinationCidrBlock: `172.16.${part}.0/24`, NatGatewayId: nat, State: 'active' }))

test('calls are grouped by account and Region, and those that most hangs on come first', () => {
  const { report } = importTexts([
    file('111111111111', 'us-east-1', vpc('vpc-1', [])),
    file('222222222222', 'eu-west-1', vpc('vpc-2', to('nat-0123'))),
  ])
  const groups = missingByPlace(report)
  expect(groups[0]?.title).toBe('Account 222222222222, eu-west-1')
  expect(groups.map(({ title }) => title)).toContain('Account 111111111111, us-east-1')
  expect(groups[0]?.commands[0]).toMatchObject({
    command: 'aws ec2 describe-nat-gateways --region eu-west-1',
    hangs: 3,
    effect: '3 route targets',
  })
  const lines = reportLines(report)
  const at = lines.indexOf('- aws ec2 describe-nat-gateways --region eu-west-1')
  expect(lines[at + 1]).toBe('    the NAT gateways that routes lead to; 3 route targets hang on this')
})
test('a call that two reasons are there for is named once, by what most hangs on', () => {
  const call = { command: 'aws ec2 describe-subnets', why: 'x', account: null, region: 'us-east-1', effect: '' }
  const missing = [1, 5, 3].map((hangs) => ({ ...call, hangs }))
  expect(missingByPlace({ missing }).map(({ commands }) => commands.map(({ hangs }) => hangs))).toEqual([[5]])
})
test('notes on what more places of the design name come first', () => {
  const { report } = importTexts([
    file('111111111111', 'us-east-1', {
      ...vpc('vpc-1', to('nat-0123')),
      NatGateways: [
        { NatGatewayId: 'nat-9999', State: 'deleted' },
        { NatGatewayId: 'nat-0123', State: 'deleted' },
      ],
    }),
  ])
  const left = report.notes.filter(({ kind }) => kind === 'skipped')
  expect(left.map(({ message, hangs }) => [message.split(':')[0], hangs])).toEqual([
    ['nat-0123', 3],
    ['nat-9999', 0],
  ])
  expect(reportLines(report).join('\n')).toContain('the NAT gateway is deleted; 3 places of the design name it')
})
test('generic records name the calls that say more', () => {
  const attachment = (ResourceType: string, ResourceId: string) => ({
    TransitGatewayAttachmentId: `tgw-attach-${ResourceType}`,
    TransitGatewayId: 'tgw-1',
    ResourceType,
    ResourceId,
    State: 'available',
    Association: { State: 'associated', TransitGatewayRouteTableId: 'tgw-rtb-1' },
  })
  const { report } = importTexts([
    file('111111111111', 'us-east-1', {
      ...vpc('vpc-1', []),
      TransitGatewayAttachments: [
        attachment('vpn', 'vpn-1'),
        attachment('direct-connect-gateway', 'dxgw-1'),
        attachment('vpc', 'vpc-1'),
      ],
    }),
  ])
  const commands = report.missing.map(({ command }) => command)
  for (const call of [
    'aws ec2 describe-transit-gateways',
    'aws ec2 describe-transit-gateway-vpc-attachments',
    'aws ec2 describe-transit-gateway-route-tables',
    'aws ec2 describe-vpn-connections',
    'aws directconnect describe-virtual-interfaces',
    'aws ec2 get-transit-gateway-route-table-propagations --transit-gateway-route-table-id tgw-rtb-1',
  ])
    expect(commands).toContain(`${call} --region us-east-1`)
  const first = report.missing.find(({ command }) => command.includes('get-transit-gateway-route-table-propagations'))
  expect(first).toMatchObject({ hangs: 3, effect: '3 attachments' })
})
