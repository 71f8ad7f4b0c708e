import { expect, test } from 'vitest'
import { importTexts } from '../testing/importTexts.ts'

const gateway = (id: string, region: string, table: string, more: Record<string, unknown>) => ({
  path: `${region}/all.json`,
  text: JSON.stringify({
    TransitGateways: [{ TransitGatewayId: id, OwnerId: '111111111111', State: 'available' }],
    TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: table, TransitGatewayId: id, State: 'available' }],
    TransitGatewayAttachments: [
      {
        TransitGatewayAttachmentId: 'tgw-attach-peer',
        TransitGatewayId: id,
        ResourceType: 'peering',
        State: 'available',
        Association: { State: 'associated', TransitGatewayRouteTableId: table },
      },
    ],
    TransitGatewayPeeringAttachments: [
      {
        TransitGatewayAttachmentId: 'tgw-attach-peer',
        RequesterTgwInfo: { TransitGatewayId: 'tgw-east' },
        AccepterTgwInfo: { TransitGatewayId: 'tgw-west' },
        State: 'available',
      },
    ],
    TransitGatewayPropagations: [{ TransitGatewayRouteTableId: table, TransitGatewayRouteTablePropagations: [] }],
    TransitGatewayStaticRoutes: [{ TransitGatewayRouteTableId: table, Routes: [] }],
    ...more,
  }),
})

test('a peering of gateways in two Regions has one id and a table on either side', () => {
  const { design } = importTexts([
    gateway('tgw-east', 'us-east-1', 'tgw-rtb-east', {}),
    gateway('tgw-west', 'us-west-2', 'tgw-rtb-west', {}),
  ])
  expect(design.constructs['tgw-attach-peer']).toMatchObject({ transitGateway: 'tgw-east', peer: 'tgw-west' })
  for (const side of ['east', 'west'])
    expect(design.constructs[`tgw-rtb-${side}`]).toMatchObject({
      transitGateway: `tgw-${side}`,
      associations: ['tgw-attach-peer'],
    })
})
test('plain answers are told by the id in their file’s name', () => {
  const { design } = importTexts([
    gateway('tgw-east', 'us-east-1', 'tgw-rtb-0a1', { TransitGatewayPropagations: [], TransitGatewayStaticRoutes: [] }),
    {
      path: 'us-east-1/routes of tgw-rtb-0a1.json',
      text: '{"Routes": [{"DestinationCidrBlock": "10.0.0.0/8", "Type": "static", "State": "blackhole"}]}',
    },
    { path: 'us-east-1/tgw-rtb-0a1.json', text: '{"TransitGatewayRouteTablePropagations": []}' },
  ])
  expect(design.constructs['tgw-rtb-0a1']).toMatchObject({ routes: [{ target: 'blackhole' }] })
})
test('a table without its routes, or with a part of them, is there, and what else it leads to is not known', () => {
  for (const more of [
    { TransitGatewayStaticRoutes: [] },
    { TransitGatewayPropagations: [] },
    {
      TransitGatewayStaticRoutes: [
        { TransitGatewayRouteTableId: 'tgw-rtb-1', Routes: [], AdditionalRoutesAvailable: true },
      ],
    },
  ]) {
    const { design, report } = importTexts([gateway('tgw-east', 'us-east-1', 'tgw-rtb-1', more)])
    expect(design.constructs['tgw-rtb-1']).toMatchObject({ associations: ['tgw-attach-peer'], allRoutes: false })
    expect(report.notes).toContainEqual(
      expect.objectContaining({
        kind: 'unknown',
        message: expect.stringMatching(/^tgw-rtb-1: (routes|propagations) of/),
      }),
    )
  }
})
test('with all of it there, all its routes are known; a search that names propagated ones does for the propagations', () => {
  const whole = importTexts([gateway('tgw-east', 'us-east-1', 'tgw-rtb-1', {})])
  expect(whole.design.constructs['tgw-rtb-1']).toMatchObject({ allRoutes: true })
  const searched = importTexts([
    gateway('tgw-east', 'us-east-1', 'tgw-rtb-1', {
      TransitGatewayPropagations: [],
      TransitGatewayStaticRoutes: [
        {
          TransitGatewayRouteTableId: 'tgw-rtb-1',
          Routes: [
            {
              DestinationCidrBlock: '10.0.0.0/16',
              Type: 'propagated',
              TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-a', ResourceType: 'vpc' }],
            },
          ],
        },
      ],
    }),
  ])
  expect(searched.design.constructs['tgw-rtb-1']).toMatchObject({
    propagations: ['tgw-attach-a'],
    routes: [],
    allRoutes: true,
  })
})
