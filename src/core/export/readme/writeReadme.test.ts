import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/design.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { exportDesign } from '../index.ts'
import { sessionManager, twoSubnets } from '../testing/exampleDesigns.ts'
import type { ExportFormat } from '../types.ts'

const catalogue = await loadCatalogue()
const readmeOf = (design: Design, format: ExportFormat = 'cloudformation'): string =>
  exportDesign(design, catalogue, format).files.find(({ path }) => path === 'README.md')!.text
const sectionOf = (text: string, title: string): string => text.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? ''

const priced = (region: string): Design =>
  buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], dnsHostnames: true })
    const open = b.subnet(vpc, { cidr: '10.0.1.0/24', zone: `${region}a` })
    const inner = b.subnet(vpc, { cidr: '10.0.2.0/24', zone: `${region}b` })
    b.internetGateway(vpc)
    b.natGateway(open)
    b.interfaceEndpoint(vpc, 'sqs', { subnets: [open, inner] })
  })

test('what stands there is added up by the hour, with the date of each price', () => {
  const cost = sectionOf(readmeOf(priced('us-east-1')), 'What it costs')
  // two interfaces, a NAT gateway and its address
  expect(cost).toContain('About 0.070 USD an hour, 51.10 USD in a month of 730 hours.')
  expect(cost).toMatch(/\| Interface endpoints, for each zone \| `us-east-1` \| 2 \| 0\.01 \| 2025-11-04: /)
  expect(cost).toMatch(/\| NAT gateways \| `us-east-1` \| 1 \| 0\.045 \| 2025-10-28: /)
})
test('a design of which nothing is charged for by the hour says so', () => {
  const empty = buildDesign((b) => {
    b.vpc({ cidrs: ['10.0.0.0/16'] })
  })
  expect(sectionOf(readmeOf(empty), 'What it costs')).toContain('Nothing of it is charged for by the hour.')
})
test('a saved request without an expected verdict has that of the simulation, and a name its addresses', () => {
  const design = twoSubnets()
  const [request] = design.requests
  const open = { ...design, requests: [{ ...request!, expect: null }] }
  const answers = [{ id: request!.id, verdict: 'fails', symptom: 'connection-times-out' }] as const
  const { files } = exportDesign(open, catalogue, 'cli', { answers })
  const text = sectionOf(files[0]!.text, 'Check it')
  expect(text).toContain('Expected: fails (connection times out), by the simulation.')
  expect(text).toContain('dig +short kinesis.us-east-1.amazonaws.com # addresses in 10.0.1.0/24')
})
test('edits that replace are told of what is made, and not by scripts, which replace nothing', () => {
  expect(sectionOf(readmeOf(twoSubnets()), 'What replaces a resource')).toContain(
    '| Endpoint | its service, type or VPC |',
  )
  expect(readmeOf(twoSubnets())).not.toContain('| NAT gateway |')
  expect(readmeOf(twoSubnets(), 'cli')).not.toContain('## What replaces a resource')
})
test('what was made is looked up by the tag of the deployment, private names with it', () => {
  const text = sectionOf(readmeOf({ ...twoSubnets(), deployment: 'shop' }, 'terraform'), 'What was made')
  expect(text).toContain('describe-vpc-endpoints --region us-east-1 --filters Name=tag:hopwise:design,Values=shop')
  expect(text).toContain('`kinesis.us-east-1.amazonaws.com`')
})
test('Session Manager is told what it lacks', () => {
  expect(readmeOf(sessionManager())).toContain('has no endpoint with private DNS for `ssm`, `ssmmessages`')
  expect(readmeOf(twoSubnets())).toContain('The exported instances come without a role.')
})

const textOf = (design: Design, format: ExportFormat, path: string): string =>
  exportDesign(design, catalogue, format).files.find((file) => file.path === path)!.text

test('each instance has a role and a profile where the design says so, in every format', () => {
  const template = JSON.parse(textOf(sessionManager(), 'cloudformation', 'template.json'))
  const { Client, ClientProfile, ClientRole } = template.Resources
  expect(Client.Properties.IamInstanceProfile).toEqual({ Ref: 'ClientProfile' })
  expect(ClientProfile).toMatchObject({
    Type: 'AWS::IAM::InstanceProfile',
    Properties: { Roles: [{ Ref: 'ClientRole' }] },
  })
  expect(JSON.stringify(ClientRole.Properties)).toContain(':iam::aws:policy/AmazonSSMManagedInstanceCore')
  const module = textOf(sessionManager(), 'terraform', 'main.tf')
  expect(module).toMatch(/iam_instance_profile += aws_iam_instance_profile\.client_profile\.name/)
  expect(module).toMatch(/role += aws_iam_role\.client_role\.name/)
  const script = textOf(sessionManager(), 'cli', 'create.sh')
  expect(script).toMatch(/iam add-role-to-instance-profile/)
  expect(script).toMatch(/--iam-instance-profile/)
  expect(textOf(sessionManager(), 'cli', 'teardown.sh')).toMatch(/iam delete-instance-profile/)
  for (const format of ['cloudformation', 'terraform', 'cli'] as const)
    expect(
      exportDesign(twoSubnets(), catalogue, format).files.some(
        ({ text }) => text.includes('AmazonSSMManagedInstanceCore') && !text.startsWith('#'),
      ),
    ).toBe(false)
})
test('outputs are exports by name where the design says so', () => {
  const { Outputs } = JSON.parse(textOf(sessionManager(), 'cloudformation', 'template.json'))
  const [name] = Object.keys(Outputs).filter((one) => one.endsWith('PrivateDnsNames'))
  expect(Outputs[name!]).toMatchObject({
    Value: { 'Fn::Sub': `kinesis.\${AWS::Region}.amazonaws.com` },
    Export: { Name: { 'Fn::Sub': `\${AWS::StackName}-${name}` } },
  })
  const plain = JSON.parse(textOf(twoSubnets(), 'cloudformation', 'template.json'))
  expect(Object.values(plain.Outputs).some((one) => 'Export' in (one as object))).toBe(false)
})
