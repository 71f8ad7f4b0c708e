import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../aws/index.ts'
import { parseDesign, serialiseDesign } from '../../../model/index.ts'
import { decide } from '../../../sim/index.ts'
import { compileTopology } from '../../../topology/index.ts'
import { importTexts } from '../testing/importTexts.ts'

const OWNER = '111111111111'
const catalogue = await loadCatalogue()

const attachment = (id: string, gateway: string, ResourceType: string, ResourceId: string, more: object = {}) => ({
  TransitGatewayAttachmentId: id,
  TransitGatewayId: gateway,
  TransitGatewayOwnerId: OWNER,
  ResourceType,
  ResourceId,
  State: 'available',
  Association: { State: 'associated', TransitGatewayRouteTableId: `tgw-rtb-of-${gateway}` },
  ...more,
})
const gateway = (id: string) => ({ TransitGatewayId: id, OwnerId: OWNER, State: 'available' })
const file = (region: string, content: object) => ({
  path: `${OWNER}/${region}/all.json`,
  text: JSON.stringify(content),
})
/** Notes that begin with an id, and the constructs. */
function imported(...files: ReturnType<typeof file>[]) {
  const { design, report } = importTexts(files)
  const read = parseDesign(serialiseDesign(design))
  expect(read.ok).toBe(true)
  return {
    design,
    constructs: design.constructs,
    notes: report.notes.map(({ kind, message }) => `${kind} ${message}`),
    calls: report.missing.map(({ command }) => command),
  }
}
/** A VPC with one client, whose table leads everything to the gateway. */
const vpc = (id: string, net: string, to: string, state = 'active') => ({
  Vpcs: [{ VpcId: id, CidrBlock: `${net}.0.0/16`, OwnerId: OWNER }],
  Subnets: [
    { SubnetId: `subnet-${id}`, VpcId: id, CidrBlock: `${net}.1.0/24`, AvailabilityZone: 'us-east-1a', OwnerId: OWNER },
  ],
  RouteTables: [
    {
      RouteTableId: `rtb-${id}`,
      VpcId: id,
      Associations: [{ Main: true }],
      Routes: [
        { DestinationCidrBlock: `${net}.0.0/16`, GatewayId: 'local', State: 'active' },
        { DestinationCidrBlock: '0.0.0.0/0', TransitGatewayId: to, State: state },
      ],
    },
  ],
  NetworkAcls: [
    {
      NetworkAclId: `acl-${id}`,
      VpcId: id,
      IsDefault: true,
      Associations: [{ SubnetId: `subnet-${id}` }],
      Entries: [true, false].map((Egress) => ({
        RuleNumber: 100,
        RuleAction: 'allow',
        Protocol: '-1',
        CidrBlock: '0.0.0.0/0',
        Egress,
      })),
    },
  ],
  SecurityGroups: [
    {
      GroupId: `sg-${id}`,
      GroupName: 'default',
      VpcId: id,
      IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
  ],
  Reservations: [
    {
      OwnerId: OWNER,
      Instances: [
        {
          InstanceId: `i-${id}`,
          State: { Name: 'running' },
          NetworkInterfaces: [
            {
              NetworkInterfaceId: `eni-${id}`,
              SubnetId: `subnet-${id}`,
              VpcId: id,
              PrivateIpAddress: `${net}.1.10`,
              Groups: [{ GroupId: `sg-${id}` }],
            },
          ],
        },
      ],
    },
  ],
})
const askFrom = (design: Parameters<typeof compileTopology>[0], from: string, to: string) =>
  decide(compileTopology(design, catalogue), { from, to, protocol: 'tcp', port: 443 }).kind

test('a peering is drawn from the generic records of both sides, by either of its two names', () => {
  for (const word of ['peering', 'tgw-peering']) {
    const { constructs, notes } = imported(
      file('us-east-1', {
        TransitGateways: [gateway('tgw-a')],
        TransitGatewayAttachments: [attachment('tgw-attach-p', 'tgw-a', word, 'tgw-b')],
      }),
      file('us-west-2', {
        TransitGateways: [gateway('tgw-b')],
        TransitGatewayAttachments: [attachment('tgw-attach-p', 'tgw-b', word, 'tgw-a')],
      }),
    )
    expect(constructs['tgw-attach-p']).toMatchObject({
      kind: 'transit-gateway-peering',
      transitGateway: 'tgw-a',
      peer: 'tgw-b',
      state: 'available',
    })
    for (const side of ['tgw-a', 'tgw-b'])
      expect(constructs[`tgw-rtb-of-${side}`]).toMatchObject({ associations: ['tgw-attach-p'] })
    expect(notes.filter((note) => note.includes('tgw-attach-p'))).toEqual([])
  }
})
test('within a Region each gateway has an attachment of its own, and the peering is one', () => {
  const sides = {
    RequesterTgwInfo: { TransitGatewayId: 'tgw-b', OwnerId: OWNER, Region: 'us-east-1' },
    AccepterTgwInfo: { TransitGatewayId: 'tgw-a', OwnerId: OWNER, Region: 'us-east-1' },
    State: 'available',
  }
  const network = {
    ...Object.fromEntries(
      Object.entries(vpc('vpc-a', '10.0', 'tgw-a')).map(([key, list]) => [
        key,
        [...list, ...vpc('vpc-b', '10.1', 'tgw-b')[key as keyof ReturnType<typeof vpc>]],
      ]),
    ),
    TransitGateways: [gateway('tgw-a'), gateway('tgw-b')],
    TransitGatewayVpcAttachments: ['a', 'b'].map((one) => ({
      TransitGatewayAttachmentId: `tgw-attach-vpc-${one}`,
      TransitGatewayId: `tgw-${one}`,
      VpcId: `vpc-${one}`,
      SubnetIds: [`subnet-vpc-${one}`],
      State: 'available',
      Options: { ApplianceModeSupport: 'disable' },
    })),
    TransitGatewayRouteTables: ['a', 'b'].map((one) => ({
      TransitGatewayRouteTableId: `tgw-rtb-of-tgw-${one}`,
      TransitGatewayId: `tgw-${one}`,
      State: 'available',
    })),
    TransitGatewayStaticRoutes: (
      [
        ['a', '10.1.0.0/16'],
        ['b', '10.0.0.0/16'],
      ] as const
    ).map(([one, block]) => ({
      TransitGatewayRouteTableId: `tgw-rtb-of-tgw-${one}`,
      AdditionalRoutesAvailable: false,
      Routes: [
        {
          DestinationCidrBlock: block,
          Type: 'static',
          State: 'active',
          TransitGatewayAttachments: [{ TransitGatewayAttachmentId: `tgw-attach-${one}`, ResourceType: 'peering' }],
        },
        {
          DestinationCidrBlock: one === 'a' ? '10.0.0.0/16' : '10.1.0.0/16',
          Type: 'propagated',
          State: 'active',
          TransitGatewayAttachments: [{ TransitGatewayAttachmentId: `tgw-attach-vpc-${one}`, ResourceType: 'vpc' }],
        },
      ],
    })),
  }
  const generic = [
    attachment('tgw-attach-vpc-a', 'tgw-a', 'vpc', 'vpc-a'),
    attachment('tgw-attach-vpc-b', 'tgw-b', 'vpc', 'vpc-b'),
    attachment('tgw-attach-a', 'tgw-a', 'peering', 'tgw-b'),
    attachment('tgw-attach-b', 'tgw-b', 'peering', 'tgw-a'),
  ]
  const peerings = ['a', 'b'].map((one) => ({ TransitGatewayAttachmentId: `tgw-attach-${one}`, ...sides }))
  for (const [id, more] of [
    ['tgw-attach-b', { TransitGatewayAttachments: generic, TransitGatewayPeeringAttachments: peerings }],
    ['tgw-attach-a', { TransitGatewayAttachments: generic }],
  ] as const) {
    const { design, constructs } = imported(file('us-east-1', { ...network, ...more }))
    const drawn = Object.values(constructs).filter(({ kind }) => kind === 'transit-gateway-peering')
    expect(drawn.map((one) => one.id)).toEqual([id])
    expect(constructs['tgw-rtb-of-tgw-a']).toMatchObject({ associations: ['tgw-attach-vpc-a', id] })
    expect(Object.keys(constructs).filter((one) => one.startsWith('not-imported.route-table'))).toEqual([])
    expect([askFrom(design, 'i-vpc-a', 'i-vpc-b'), askFrom(design, 'i-vpc-b', 'i-vpc-a')]).toEqual([
      'succeeds',
      'succeeds',
    ])
  }
})
test('of a peering that one side alone tells of, the other side’s table is not known', () => {
  const { constructs } = imported(
    file('us-east-1', {
      TransitGateways: [gateway('tgw-a'), gateway('tgw-b')],
      TransitGatewayAttachments: [attachment('tgw-attach-p', 'tgw-a', 'peering', 'tgw-b')],
    }),
  )
  expect(constructs['not-imported.route-table-of-tgw-b']).toMatchObject({
    transitGateway: 'tgw-b',
    associations: ['tgw-attach-p'],
    allRoutes: false,
  })
  expect(constructs).not.toHaveProperty('not-imported.route-table-of-tgw-a')
})
test('an attachment of any kind is drawn or told, in every state', () => {
  for (const type of ['vpc', 'peering', 'vpn', 'direct-connect-gateway', 'connect', 'network-function', 'new-kind'])
    for (const State of [
      'available',
      'initiatingRequest',
      'pendingAcceptance',
      'rollingBack',
      'deleted',
      'failing',
      'x',
    ]) {
      const { constructs, notes } = imported(
        file('us-east-1', {
          TransitGateways: [gateway('tgw-a'), gateway('tgw-b')],
          TransitGatewayAttachments: [
            attachment('tgw-attach-1', 'tgw-a', type, type === 'peering' ? 'tgw-b' : 'resource-1', { State }),
          ],
        }),
      )
      const isDrawn = 'tgw-attach-1' in constructs || 'resource-1' in constructs
      const isTold = notes.some((note) => /tgw-attach-1|resource-1/.test(note))
      expect(isDrawn || isTold, `${type} ${State}`).toBe(true)
      if (State === 'available') expect(isDrawn, type).toBe(/^(vpc|peering|vpn|direct)/.test(type))
      if (/rollingBack|deleted|failing/.test(State)) expect(isDrawn, `${type} ${State}`).toBe(false)
    }
})
test('a VPN connection or Direct Connect gateway of which only the attachment is known keeps what was learned from it', () => {
  const { constructs } = imported(
    file('us-east-1', {
      TransitGateways: [gateway('tgw-a')],
      TransitGatewayRouteTables: [
        { TransitGatewayRouteTableId: 'tgw-rtb-of-tgw-a', TransitGatewayId: 'tgw-a', State: 'available' },
      ],
      TransitGatewayAttachments: [
        attachment('tgw-attach-v', 'tgw-a', 'vpn', 'vpn-1'),
        attachment('tgw-attach-d', 'tgw-a', 'direct-connect-gateway', 'dxgw-1'),
      ],
      TransitGatewayStaticRoutes: [
        {
          TransitGatewayRouteTableId: 'tgw-rtb-of-tgw-a',
          Routes: [
            ['10.8.0.0/16', 'tgw-attach-v'],
            ['10.9.0.0/16', 'tgw-attach-d'],
          ].map(([DestinationCidrBlock, TransitGatewayAttachmentId]) => ({
            DestinationCidrBlock,
            Type: 'propagated',
            State: 'active',
            TransitGatewayAttachments: [{ TransitGatewayAttachmentId }],
          })),
        },
      ],
    }),
  )
  expect(constructs['vpn-1']).toMatchObject({
    kind: 'vpn-connection',
    gateway: 'tgw-a',
    tunnelsUp: null,
    routes: ['10.8.0.0/16'],
    allRoutes: true,
  })
  expect(constructs['tgw-attach-d']).toMatchObject({ kind: 'direct-connect', announced: ['10.9.0.0/16'] })
  expect(constructs['tgw-rtb-of-tgw-a']).toMatchObject({
    associations: ['vpn-1', 'tgw-attach-d'],
    propagations: ['vpn-1', 'tgw-attach-d'],
    allRoutes: true,
  })
})
test('a Direct Connect gateway of two transit gateways has a link of its own to each', () => {
  const { constructs } = imported(
    file('us-east-1', {
      TransitGateways: [gateway('tgw-a'), gateway('tgw-b')],
      TransitGatewayAttachments: ['tgw-a', 'tgw-b'].map((id) =>
        attachment(`tgw-attach-${id}`, id, 'direct-connect-gateway', 'dxgw-1'),
      ),
      virtualInterfaces: [
        {
          virtualInterfaceId: 'dxvif-1',
          virtualInterfaceType: 'transit',
          virtualInterfaceState: 'available',
          directConnectGatewayId: 'dxgw-1',
        },
      ],
    }),
  )
  expect(constructs['dxvif-1']).toMatchObject({ gateway: 'tgw-a' })
  expect(constructs['dxvif-1-2']).toMatchObject({ gateway: 'tgw-b' })
  expect(constructs['tgw-rtb-of-tgw-a']).toMatchObject({ associations: ['dxvif-1'] })
  expect(constructs['tgw-rtb-of-tgw-b']).toMatchObject({ associations: ['dxvif-1-2'] })
})
test('a VPC whose active route leads to a gateway that nothing describes is attached, and what becomes of packets cannot be told', () => {
  const { design, constructs } = imported(file('us-east-1', vpc('vpc-1', '10.1', 'tgw-a')))
  expect(constructs['tgw-a']?.kind).toBe('transit-gateway')
  expect(constructs['not-imported.attachment-of-vpc-1-to-tgw-a']).toMatchObject({ vpc: 'vpc-1' })
  expect(askFrom(design, 'i-vpc-1', '10.2.1.10')).toBe('cannot-tell')
  const dead = imported(file('us-east-1', vpc('vpc-1', '10.1', 'tgw-a', 'blackhole')))
  expect(dead.constructs).not.toHaveProperty('tgw-a')
  expect(askFrom(dead.design, 'i-vpc-1', '10.2.1.10')).toBe('fails')
})
test('where attachments were asked for and the VPC has none, it is not attached', () => {
  const asked = { TransitGateways: [gateway('tgw-a')], TransitGatewayAttachments: [] }
  const { design, constructs } = imported(file('us-east-1', { ...vpc('vpc-1', '10.1', 'tgw-a'), ...asked }))
  expect(constructs).not.toHaveProperty('not-imported.attachment-of-vpc-1-to-tgw-a')
  expect(askFrom(design, 'i-vpc-1', '10.2.1.10')).toBe('fails')
})
test('an attachment that is associated with no table is known to be, where the gateway’s owner was asked', () => {
  const content = (TransitGatewayOwnerId: string) => ({
    ...vpc('vpc-1', '10.1', 'tgw-a'),
    TransitGateways: [gateway('tgw-a')],
    TransitGatewayAttachments: [
      attachment('tgw-attach-1', 'tgw-a', 'vpc', 'vpc-1', { Association: undefined, TransitGatewayOwnerId }),
    ],
    TransitGatewayVpcAttachments: [
      {
        TransitGatewayAttachmentId: 'tgw-attach-1',
        TransitGatewayId: 'tgw-a',
        VpcId: 'vpc-1',
        State: 'available',
        SubnetIds: ['subnet-vpc-1'],
      },
    ],
  })
  const own = imported(file('us-east-1', content(OWNER)))
  expect(askFrom(own.design, 'i-vpc-1', '10.2.1.10')).toBe('fails')
  const foreign = imported(file('us-east-1', content('222222222222')))
  expect(askFrom(foreign.design, 'i-vpc-1', '10.2.1.10')).toBe('cannot-tell')
})
test('a VPN connection by BGP may announce more than is known, unless its tunnels say that they accepted nothing', () => {
  const vpn = (tunnels: readonly object[]) =>
    imported(
      file('us-east-1', {
        TransitGateways: [gateway('tgw-a')],
        CustomerGateways: [
          { CustomerGatewayId: 'cgw-1', State: 'available', IpAddress: '203.0.113.7', BgpAsn: '65000' },
        ],
        VpnConnections: [
          {
            VpnConnectionId: 'vpn-1',
            State: 'available',
            CustomerGatewayId: 'cgw-1',
            TransitGatewayId: 'tgw-a',
            Options: { StaticRoutesOnly: false },
            VgwTelemetry: tunnels,
          },
        ],
      }),
    ).constructs['vpn-1']
  const up = (AcceptedRouteCount: number) => ({ Status: 'UP', AcceptedRouteCount })
  expect(vpn([up(0), { Status: 'DOWN' }])).toMatchObject({ tunnelsUp: true, allRoutes: true })
  expect(vpn([up(0), up(3)])).toMatchObject({ tunnelsUp: true, allRoutes: false })
  expect(vpn([{ Status: 'DOWN' }])).toMatchObject({ tunnelsUp: false, allRoutes: true })
  expect(vpn([])).toMatchObject({ tunnelsUp: null, allRoutes: false })
})
test('a virtual private gateway has something behind it, though no call for links was made', () => {
  const behind = (more: object) =>
    imported(
      file('us-east-1', {
        ...vpc('vpc-1', '10.1', 'tgw-a', 'blackhole'),
        VpnGateways: [
          { VpnGatewayId: 'vgw-1', State: 'available', VpcAttachments: [{ State: 'attached', VpcId: 'vpc-1' }] },
        ],
        ...more,
      }),
    ).constructs['not-imported.link-of-vgw-1']
  expect(behind({})).toMatchObject({ kind: 'vpn-connection', gateway: 'vgw-1', tunnelsUp: null, allRoutes: false })
  expect(behind({ VpnConnections: [] })).toBeUndefined()
})
