import { gzipSync, strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { importFiles } from '../importFiles.ts'

const OWNER = '111111111111'
const VPC = { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', OwnerId: OWNER, Tags: [{ Key: 'Name', Value: 'main' }] }
const SUBNET = {
  SubnetId: 'subnet-1',
  VpcId: 'vpc-1',
  CidrBlock: '10.0.0.0/24',
  AvailabilityZone: 'us-east-1a',
  OwnerId: OWNER,
}
const INSTANCE = {
  InstanceId: 'i-1',
  InstanceType: 't3.micro',
  State: { Name: 'running' },
  NetworkInterfaces: [
    { NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', VpcId: 'vpc-1', PrivateIpAddress: '10.0.0.4', Groups: [] },
  ],
}
const VPCS = { Vpcs: [VPC] }
const SUBNETS = { Subnets: [SUBNET] }
const RESERVATIONS = { Reservations: [{ ReservationId: 'r-1', OwnerId: OWNER, Instances: [INSTANCE] }] }
const PLACED = { 'vpc-1': 'region us-east-1', 'subnet-1': 'zone vpc-1.us-east-1a', 'i-1': 'subnet subnet-1' }

/** `camelCase` and `snake_case` names, as other tools have them. */
const renamed = (value: unknown, rename: (name: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => renamed(one, rename))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [rename(name), renamed(one, rename)]))
}
const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
const snake = (name: string) => name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()

interface Given {
  readonly path: string
  readonly text: string | Uint8Array
}
function imported(...files: readonly Given[]) {
  const result = importFiles(
    files.map(({ path, text }) => ({ path, bytes: typeof text === 'string' ? strToU8(text) : text })),
  )
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return { constructs: result.design.constructs, notes: result.report?.notes ?? [] }
}
/** Where the three things stand that are in every form. */
function placesIn(...files: readonly Given[]) {
  const { constructs } = imported(...files)
  const [vpc, subnet, instance] = [constructs['vpc-1'], constructs['subnet-1'], constructs['i-1']]
  return {
    'vpc-1': vpc?.kind === 'vpc' ? `region ${vpc.region}` : null,
    'subnet-1': subnet?.kind === 'subnet' ? `zone ${subnet.zone}` : null,
    'i-1': instance?.kind === 'client' ? `subnet ${instance.interfaces[0]?.subnet}` : null,
  }
}
const one = (value: unknown) => ({ path: 'all.json', text: JSON.stringify(value) })

test('all calls in one file, whatever they stand below', () => {
  const all = { ...VPCS, ...SUBNETS, ...RESERVATIONS }
  for (const form of [
    all,
    [VPCS, SUBNETS, RESERVATIONS],
    { data: all },
    { data: [VPCS, { result: SUBNETS }], more: RESERVATIONS },
    {
      'describe-vpcs': VPCS,
      'describe-subnets': { ...SUBNETS, ResponseMetadata: {} },
      describe_instances: RESERVATIONS,
    },
    { [OWNER]: { 'us-east-1': { ec2: { vpcs: VPCS, subnets: SUBNETS, instances: RESERVATIONS } } } },
    { stdout: JSON.stringify(all) },
    { ...VPCS, others: { ...SUBNETS, ...RESERVATIONS } },
  ])
    expect(placesIn(one(form)), JSON.stringify(form).slice(0, 80)).toEqual(PLACED)
})
test('lists and records without their key, as “--query” leaves them', () => {
  expect(placesIn(one([VPC, SUBNET, INSTANCE]))).toEqual(PLACED)
  expect(placesIn(one({ items: [VPC], rows: [SUBNET], more: RESERVATIONS.Reservations }))).toEqual(PLACED)
  expect(
    placesIn(
      { path: 'net/a.json', text: JSON.stringify(VPC) },
      { path: 'net/b.json', text: JSON.stringify([[SUBNET]]) },
      { path: 'net/c.json', text: JSON.stringify({ Instances: [INSTANCE] }) },
    ),
  ).toEqual(PLACED)
})
test('JSON a line, YAML, and compressed files', () => {
  const answers = [VPCS, SUBNETS, RESERVATIONS]
  const lines = answers.map((answer) => JSON.stringify(answer)).join('\n')
  expect(placesIn({ path: 'all.jsonl', text: lines })).toEqual(PLACED)
  expect(placesIn({ path: 'net/all.jsonl.gz', text: gzipSync(strToU8(lines)) }, one({}))).toEqual(PLACED)
  expect(placesIn(...answers.map((answer, index) => ({ path: `net/${index}.yaml`, text: stringify(answer) })))).toEqual(
    PLACED,
  )
  expect(placesIn({ path: 'stream.yml', text: stringify(answers) })).toEqual(PLACED)
})
test('names as AWS Config and SQL tools write them', () => {
  for (const rename of [camel, snake])
    expect(placesIn(one(renamed([VPCS, SUBNETS, RESERVATIONS], rename)))).toEqual(PLACED)
  const items = [VPC, SUBNET, INSTANCE].map((record, index) => ({
    resourceType: ['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::Instance'][index],
    awsRegion: 'us-east-1',
    awsAccountId: OWNER,
    tags: {},
    configuration: renamed(record, camel),
  }))
  expect(placesIn(one({ fileVersion: '1.0', configurationItems: items }))).toEqual(PLACED)
  const asTexts = items.map((item) => ({ ...item, configuration: JSON.stringify(item.configuration) }))
  expect(placesIn(one({ configurationItems: asTexts }))).toEqual(PLACED)
  const rows = [
    { vpc_id: 'vpc-1', cidr_block: '10.0.0.0/16', region: 'us-east-1', account_id: OWNER, tags: { Name: 'a' } },
  ]
  expect(imported(one({ columns: [{ name: 'vpc_id' }], rows })).constructs['vpc-1']).toMatchObject({
    region: 'us-east-1',
    account: `account-${OWNER}`,
    name: 'a',
  })
})
test('several accounts and Regions in one file are told apart', () => {
  const vpc = (id: string) => ({ Vpcs: [{ VpcId: id, CidrBlock: '10.0.0.0/16' }] })
  const { constructs } = imported(
    one({ [OWNER]: { 'us-east-1': vpc('vpc-1') }, '222222222222': { 'eu-west-1': { data: vpc('vpc-2') } } }),
  )
  expect(constructs['vpc-1']).toMatchObject({ region: 'us-east-1', account: `account-${OWNER}` })
  expect(constructs['vpc-2']).toMatchObject({ region: 'eu-west-1', account: 'account-222222222222' })
})
test('security groups of AWS Config name blocks twice', () => {
  const group = {
    groupId: 'sg-1',
    groupName: 'web',
    vpcId: 'vpc-1',
    ipPermissions: [
      {
        ipProtocol: 'tcp',
        fromPort: 443,
        toPort: 443,
        ipRanges: ['10.0.0.0/8'],
        ipv4Ranges: [{ cidrIp: '10.0.0.0/8' }],
      },
    ],
    ipPermissionsEgress: [],
  }
  expect(imported(one([VPC, SUBNET, { configuration: group }])).constructs['sg-1']).toMatchObject({
    ingress: [{ protocol: 'tcp', ports: { from: 443, to: 443 }, peer: { cidr: '10.0.0.0/8' } }],
  })
})
test('Direct Connect is read in either spelling', () => {
  const links = (rename: (name: string) => string) =>
    imported(
      one([
        VPC,
        SUBNET,
        {
          VpnGateways: [
            { VpnGatewayId: 'vgw-1', State: 'available', VpcAttachments: [{ State: 'attached', VpcId: 'vpc-1' }] },
          ],
        },
        renamed(
          {
            VirtualInterfaces: [
              {
                VirtualInterfaceId: 'dxvif-1',
                VirtualInterfaceType: 'private',
                VirtualInterfaceState: 'available',
                DirectConnectGatewayId: 'dxgw-1',
              },
            ],
            DirectConnectGatewayAssociations: [
              { AssociationId: 'as-1', DirectConnectGatewayId: 'dxgw-1', AssociatedGateway: { Id: 'vgw-1' } },
            ],
          },
          rename,
        ),
      ]),
    ).constructs['dxvif-1']
  expect(links(camel)).toMatchObject({ kind: 'direct-connect', gateway: 'vgw-1' })
  expect(links((name) => name)).toEqual(links(camel))
})
test('what holds nothing of a network is told', () => {
  const { notes } = imported(
    one(VPCS),
    { path: 'net/odd.yaml', text: 'Resources:\n  A: {Type: B}\n' },
    {
      path: 'net/text.yaml',
      text: 'just words',
    },
  )
  expect(notes.filter(({ kind }) => kind === 'unreadable').map(({ message }) => message)).toEqual([
    'The file holds nothing that the AWS CLI prints of a network',
    expect.stringMatching(/^The file is no JSON/),
  ])
})
