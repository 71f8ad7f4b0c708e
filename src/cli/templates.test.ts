import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command, Given } from './command.ts'
import { checkCommand } from './commands/check.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { needsCommand } from './commands/needs.ts'
import { simulateCommand } from './commands/simulate.ts'
import { testCommand } from './commands/test.ts'

let folder: string
let template: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hopwise-'))
  template = await write('net.yaml', TEMPLATE)
})
afterEach(() => rm(folder, { recursive: true }))

const write = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}
async function run(command: Command, positionals: string[], values: Given['values'] = {}) {
  const lines: string[] = []
  const code = await command.run({ positionals, values }, (line) => lines.push(line))
  return { code, lines }
}

const TEMPLATE = `
AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Port: {Type: Number}
  Open: {Type: String, Default: "no", AllowedValues: ["yes", "no"]}
Conditions: {IsOpen: !Equals [!Ref Open, "yes"]}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  OfSubnet: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {RouteTableId: !Ref Table, SubnetId: !Ref Subnet}}
  Default:
    Type: AWS::EC2::Route
    Condition: IsOpen
    DependsOn: Attachment
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: g, VpcId: !Ref Vpc, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 0.0.0.0/0}]}
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: !Sub "com.amazonaws.\${AWS::Region}.sqs", SubnetIds: [!Ref Subnet], SecurityGroupIds: [!Ref Group]}
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      NetworkInterfaces: [{DeviceIndex: "0", SubnetId: !Ref Subnet, GroupSet: [!Ref Group], AssociatePublicIpAddress: true}]
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: network, Scheme: internal, Subnets: [!Ref Subnet]}}
  Group2: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {VpcId: !Ref Vpc, Protocol: TCP, Port: 443, Targets: [{Id: !Ref Web}]}}
  Listener: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Balancer, Protocol: TCP, Port: 443, DefaultActions: [{Type: forward, TargetGroupArn: !Ref Group2}]}}
`
const REQUESTS = [
  { id: 'out', from: 'Web', to: '8.8.8.8', port: 443 },
  { id: 'endpoint', from: 'Web', to: 'Endpoint', port: 443 },
  { id: 'in', from: 'internet', to: 'Web', port: 443 },
  { id: 'ssh', from: 'internet', to: 'Web', port: 22 },
  { id: 'balancer', from: 'Web', to: 'Balancer', port: 443 },
]
  .map((request) => JSON.stringify({ protocol: 'tcp', ...request }))
  .join('\n')

const answers = async (values: Given['values']) => {
  const requests = await write('requests.jsonl', REQUESTS)
  const { code, lines } = await run(simulateCommand, [template], { requests, json: true, ...values })
  expect(code).toBe(0)
  return lines.map((line) => {
    const { id, verdict, decidedBy, path } = JSON.parse(line)
    return [id, verdict, decidedBy?.construct ?? path]
  })
}

test('what AWS makes by itself stands under the resource that it comes with', async () => {
  const cases = fileURLToPath(
    new URL('../core/import/cloudformation/cases/endpoint-with-the-default-group/', import.meta.url),
  )
  const requests = join(cases, 'requests.jsonl')
  const { lines } = await run(simulateCommand, [join(cases, 'template.yaml')], { requests, json: true })
  expect(JSON.parse(lines[0]!)).toMatchObject({ id: 'outside-the-default-group', decidedBy: { construct: 'Vpc' } })
})

test('simulate takes a template, with logical ids for who and where, and values for its parameters', async () => {
  expect(await answers({ parameter: ['Port=443', 'Open=yes'] })).toEqual([
    ['out', 'succeeds', 'internet-gateway'],
    ['endpoint', 'succeeds', 'interface-endpoint'],
    ['in', 'succeeds', 'internet-gateway'],
    ['ssh', 'fails', 'Group'],
    // to itself, with its own address: a Network Load Balancer keeps it
    ['balancer', 'fails', 'Group2'],
  ])
  const parameters = await write('parameters.json', '[{"ParameterKey": "Port", "ParameterValue": "8080"}]')
  const closed = await answers({ parameters })
  expect(closed.slice(0, 2)).toEqual([
    ['out', 'fails', 'Table'],
    ['endpoint', 'fails', 'Group'],
  ])
  expect((await answers({ parameters, parameter: ['net.yaml:Port=443'] }))[1]).toEqual([
    'endpoint',
    'succeeds',
    'interface-endpoint',
  ])
})
test('without its value a verdict that hangs on it cannot be told', async () => {
  expect((await answers({ parameter: ['Open=yes'] })).slice(0, 3)).toEqual([
    ['out', 'succeeds', 'internet-gateway'],
    ['endpoint', 'cannot-tell', expect.anything()],
    ['in', 'cannot-tell', expect.anything()],
  ])
})
test('import, check, needs and export take one too', async () => {
  const parameter = ['Port=443', 'Open=yes']
  const out = join(folder, 'out.json')
  const report = join(folder, 'report.txt')
  expect((await run(importCommand, [template], { out, report, parameter })).code).toBe(0)
  expect(await readFile(report, 'utf8')).toMatch(
    /Resources that are constructs:\n(?:- .*\n)*- AWS::EC2::VPC Vpc \(net\.yaml, line 8\)\n/,
  )
  const { constructs } = JSON.parse(await readFile(out, 'utf8')) as { constructs: { id: string }[] }
  expect(constructs.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['Vpc', 'Subnet', 'Table', 'Group', 'Endpoint', 'Web', 'Balancer']),
  )
  expect((await run(checkCommand, [template], { parameter })).lines.at(-1)).toMatch(/finding/i)
  const needs = await run(needsCommand, [template], { client: 'Web', workload: 'session-manager', parameter })
  expect(needs.lines.at(-1)).toMatch(/names that are always asked for are reached/)
  await run(exportCommand, [template], { format: 'cloudformation', out: join(folder, 'x'), force: true, parameter })
  expect(await readFile(join(folder, 'x', 'template.yaml'), 'utf8')).toContain('AWS::EC2::VPCEndpoint')
  await expect(run(testCommand, [template], { parameter })).rejects.toThrow('no saved request has an expected verdict')
})
test('values that cannot be used are told', async () => {
  const withParameter = (parameter: string) => run(checkCommand, [template], { parameter: [parameter] })
  await expect(withParameter('Port')).rejects.toThrow('--parameter Port: should be NAME=VALUE')
  await expect(withParameter('Prot=443')).rejects.toThrow('net.yaml: has no parameter “Prot”')
  const parameters = await write('parameters.json', '{"a": {"b": 1}}')
  await expect(run(checkCommand, [template], { parameters })).rejects.toThrow(
    /parameters\.json: The file says no values/,
  )
})
test('a state of Terraform is imported, and the report says what became of every resource', async () => {
  const resource = (mode: string, type: string, attributes: object) => ({
    mode,
    type,
    name: 'a',
    instances: [{ attributes }],
  })
  const resources = [
    resource('managed', 'aws_vpc', { id: 'vpc-0123456789abcdef0', cidr_block: '10.0.0.0/16' }),
    resource('managed', 'aws_iam_role', { id: 'role' }),
    resource('data', 'aws_vpn_connection', { id: 'vpn-0123456789abcdef0' }),
  ]
  const state = await write('terraform.tfstate', JSON.stringify({ version: 4, terraform_version: '1.11.4', resources }))
  const report = join(folder, 'report.txt')
  expect((await run(importCommand, [state], { out: join(folder, 'out.json'), report })).code).toBe(0)
  const lines = (await readFile(report, 'utf8')).split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      '- aws_vpc aws_vpc.a (terraform.tfstate)',
      '- aws_iam_role aws_iam_role.a (terraform.tfstate)',
      '- data.aws_vpn_connection data.aws_vpn_connection.a (terraform.tfstate)',
    ]),
  )
})
