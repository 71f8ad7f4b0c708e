import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { exportDesign } from '../index.ts'
import { allExamples } from '../testing/allExamples.ts'
import { judgeModule } from '../testing/judgeModule.ts'
import { bodiesIn, type ReadBody, readModules } from '../testing/readModule.ts'
import { PROVIDER } from '../testing/terraformArguments.ts'
import { PROVIDER_VERSION } from './writeVersions.ts'

const catalogue = await loadCatalogue()
/** A VPC whose second IPv6 block has no example of its own. */
const twoBlocks = () =>
  buildDesign((b) => {
    const vpc = b.vpc({
      id: 'vpc',
      cidrs: ['10.0.0.0/16'],
      ipv6Cidrs: ['2600:1f18:1:100::/56', '2600:1f18:1:200::/56'],
    })
    b.subnet(vpc, { id: 'second', cidr: '10.0.1.0/24', ipv6Cidr: '2600:1f18:1:203::/64' })
  })
const exported = [...allExamples, ['twoBlocks', twoBlocks] as const].map(
  ([name, make]) => [name, exportDesign(make(), catalogue, 'terraform').files] as const,
)

test('the version that is asked for is the one whose arguments are held against', () => {
  expect(PROVIDER_VERSION).toContain(`>= ${PROVIDER.provider},`)
})

test.each(exported)(
  'the provider takes what stands in the modules of %s, and every name in them leads to something',
  async (_, files) => {
    const modules = await readModules(files)
    expect(modules.length).toBeGreaterThan(0)
    expect(modules.flatMap(judgeModule)).toEqual([])
  },
)

test('every type that is known is written by an example, and no other', async () => {
  const modules = await Promise.all(exported.map(([, files]) => readModules(files)))
  const written = new Set(modules.flat().flatMap((module) => bodiesIn(module).map(({ type }) => type)))
  expect(Object.keys(PROVIDER.types).filter((type) => !written.has(type))).toEqual([])
})

describe('the judge objects to', () => {
  const judge = async (text: string) =>
    (await readModules([{ path: 'main.tf', text, executable: false }])).flatMap(judgeModule)

  test.each<[string, string, string]>([
    ['a type', 'resource "aws_moon" "a" {}', 'aws_moon.a is of no known type'],
    ['an argument', 'resource "aws_internet_gateway" "a" { colour = "red" }', 'aws_internet_gateway.a takes no colour'],
    [
      'one that is missing',
      'resource "aws_vpn_gateway_attachment" "a" { vpc_id = "v" }',
      'aws_vpn_gateway_attachment.a lacks vpn_gateway_id',
    ],
    [
      'an argument for a block',
      'resource "aws_vpc_endpoint" "a" {\n vpc_id = "v"\n dns_options = "x"\n}',
      'aws_vpc_endpoint.a: dns_options is a block',
    ],
    [
      'a block for an argument',
      'resource "aws_internet_gateway" "a" {\n tags {\n a = 1\n }\n}',
      'aws_internet_gateway.a: tags is no block',
    ],
    [
      'a name',
      'resource "aws_internet_gateway" "a" { vpc_id = aws_vpc.b.id }',
      'aws_internet_gateway.a names no aws_vpc.b',
    ],
    [
      'an attribute',
      'resource "aws_vpc" "b" {}\nresource "aws_internet_gateway" "a" { vpc_id = aws_vpc.b.moon }',
      'aws_internet_gateway.a: aws_vpc.b has no moon',
    ],
    [
      'a variable',
      'resource "aws_internet_gateway" "a" { vpc_id = var.b }',
      'aws_internet_gateway.a names no variable b',
    ],
    [
      'one that does not wait',
      'variable "b" { default = null }\nresource "aws_internet_gateway" "a" { vpc_id = var.b }',
      'aws_internet_gateway.a does not wait for b',
    ],
    [
      'one that may be missing',
      'variable "b" { default = null }\nresource "aws_vpc" "b" { count = var.b == null ? 0 : 1 }\nresource "aws_internet_gateway" "a" { vpc_id = aws_vpc.b.id }',
      'aws_internet_gateway.a: aws_vpc.b may be missing',
    ],
    ['one that is there twice', 'resource "aws_vpc" "b" {}\nresource "aws_vpc" "b" {}', 'aws_vpc b is written twice'],
  ])('%s', async (_, text, problem) => {
    expect(await judge(text)).toContain(problem)
  })

  test('nothing in a text that only looks like a reference', async () => {
    expect(await judge('resource "aws_vpc" "b" { cidr_block = "$${aws_vpc.moon.id}" }')).toEqual([])
  })
})

/** Bodies of a type in an example. */
async function bodiesOf(name: string, type: string): Promise<readonly ReadBody[]> {
  const modules = await readModules(exported.find(([one]) => one === name)![1])
  return modules.flatMap(bodiesIn).flatMap((one) => (one.type === type ? [one.body] : []))
}

describe('what leaves a network exactly as drawn', () => {
  test('the main table, the default ACL and the default group are AWS’s own', async () => {
    expect(await bodiesOf('everything', 'aws_default_route_table')).toMatchObject([
      { default_route_table_id: `\${aws_vpc.vpc1.default_route_table_id}` },
    ])
    expect(await bodiesOf('everything', 'aws_default_security_group')).toMatchObject([
      { vpc_id: `\${aws_vpc.vpc1.id}` },
    ])
    const [acl] = await bodiesOf('everything', 'aws_default_network_acl')
    expect(acl).toMatchObject({
      ingress: [{ rule_no: 50, action: 'allow', protocol: '-1' }],
      egress: [{ rule_no: 50 }],
      lifecycle: [{ ignore_changes: [`\${subnet_ids}`] }],
    })
    const entries = await bodiesOf('everything', 'aws_network_acl_rule')
    expect(entries.map((one) => one.network_acl_id)).toEqual(Array(4).fill(`\${aws_network_acl.strict.id}`))
  })

  test('no route leads to a gateway endpoint: AWS writes those itself', async () => {
    for (const route of await bodiesOf('everything', 'aws_route')) expect(route).not.toHaveProperty('vpc_endpoint_id')
  })

  test('transit gateways have no default tables, and nobody joins one', async () => {
    for (const one of await bodiesOf('transitHub', 'aws_ec2_transit_gateway'))
      expect(one).toMatchObject({
        default_route_table_association: 'disable',
        default_route_table_propagation: 'disable',
      })
    const attachments = await bodiesOf('twoAccounts', 'aws_ec2_transit_gateway_vpc_attachment')
    // The provider can say nothing of another account's gateway
    expect(
      attachments.map((one) => [one.count !== undefined, one.transit_gateway_default_route_table_association]),
    ).toEqual([
      [false, false],
      [false, false],
      [true, undefined],
    ])
  })

  test('the first IPv6 block is the VPC’s, for the provider takes it for that', async () => {
    expect(await bodiesOf('everything', 'aws_vpc')).toMatchObject([{ assign_generated_ipv6_cidr_block: true }])
    const subnets = await bodiesOf('everything', 'aws_subnet')
    expect(subnets.flatMap((one) => one.ipv6_cidr_block ?? [])).toEqual([
      `\${cidrsubnet(aws_vpc.vpc1.ipv6_cidr_block, 8, 1)}`,
    ])
  })

  test('a second one is associated by itself', async () => {
    expect(await bodiesOf('twoBlocks', 'aws_vpc_ipv6_cidr_block_association')).toMatchObject([
      { vpc_id: `\${aws_vpc.vpc.id}`, assign_generated_ipv6_cidr_block: true },
    ])
    const [{ ipv6_cidr_block }] = (await bodiesOf('twoBlocks', 'aws_subnet')) as [ReadBody]
    expect(ipv6_cidr_block).toMatch(
      /^\$\{cidrsubnet\(aws_vpc_ipv6_cidr_block_association\.\w+\.ipv6_cidr_block, 8, 3\)\}$/,
    )
  })

  test('chosen addresses of endpoints are asked for', async () => {
    const [endpoint] = (await bodiesOf('everything', 'aws_vpc_endpoint')).filter((one) => one.subnet_configuration)
    expect(endpoint).toMatchObject({
      subnet_configuration: [{ ipv4: `\${var.vpc1_address10x0x2x10}`, subnet_id: `\${aws_subnet.private.id}` }],
    })
  })

  test('what may hold data is not destroyed', async () => {
    for (const type of ['aws_s3_bucket', 'aws_s3_bucket_public_access_block', 'aws_dynamodb_table'])
      expect(await bodiesOf('everything', type)).toMatchObject([{ lifecycle: [{ prevent_destroy: true }] }])
  })

  test('neither Region nor account nor partition is written into a module but as a default', () => {
    for (const { path, text } of exported.find(([name]) => name === 'everything')![1])
      if (/(main|outputs|versions)\.tf$/.test(path))
        expect([path, /us-east-1|111122223333|arn:aws:/.exec(text)]).toEqual([path, null])
  })
})
