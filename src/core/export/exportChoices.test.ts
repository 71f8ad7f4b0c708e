import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { Design } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { exportDesign } from './index.ts'
import { publicAndPrivate } from './testing/exampleDesigns.ts'
import { twoAccounts } from './testing/exampleNetworks.ts'

const catalogue = await loadCatalogue()
interface Template {
  readonly Parameters?: Readonly<Record<string, object>>
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>
  >
}
const exported = (design: Design) => exportDesign(design, catalogue, 'cloudformation')
const templateIn = (design: Design, path: string) =>
  JSON.parse(exported(design).files.find((file) => file.path === path)!.text) as Template

test('the image of instances is given once, and not looked up again at an update', () => {
  const { Parameters } = templateIn(publicAndPrivate(), 'template.json')
  expect(Parameters!.AmazonLinuxImage).toMatchObject({ Type: 'AWS::EC2::Image::Id' })
  expect(Parameters!.AmazonLinuxImage).not.toHaveProperty('Default')
  const script = exported(publicAndPrivate()).files.find(({ path }) => path === 'deploy.sh')!.text
  expect(script).toContain('AmazonLinuxImage=$(image "$design" "$RegionUsEast1" AmazonLinuxImage /aws/service/')
  expect(script).toContain('"+AmazonLinuxImage=$AmazonLinuxImage"')
})

test('a group that a client of another account carries is shared with that account', () => {
  const { Resources } = templateIn(twoAccounts(), 'template-us-east-1-111122223333.json')
  expect(Resources.SharedGroupShare).toMatchObject({
    Type: 'AWS::RAM::ResourceShare',
    Properties: { Principals: [{ Ref: 'Account2Number' }], AllowExternalPrincipals: false },
  })
})

test('the role that accepts a peering is for one account and one VPC', () => {
  const { Resources } = templateIn(twoAccounts(), 'template-us-east-1-444455556666.json')
  const role = JSON.stringify(Resources.PeeringRole!.Properties)
  expect(role).toContain('"Condition":{"StringEquals":{"aws:PrincipalAccount":{"Ref":"Account1Number"}}}')
  expect(role).toContain(`:ec2:*:*:vpc/\${Abroad}`)
  expect(role).not.toMatch(/"(Resource|AWS|Principal)":"\*"/)
})

test('the provider comes before its consumer, and each stack as seldom as ids allow', () => {
  const design = buildDesign((b) => {
    b.account({ id: 'account-1', accountId: '444455556666' })
    const other = b.account({ id: 'account-2', accountId: '111122223333' })
    const provider = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'provider' })
    const service = b.endpointService(
      [b.nlb(provider, { id: 'nlb', subnets: [b.subnet(provider, { cidr: '10.0.1.0/24' })] })],
      { id: 'service' },
    )
    const consumer = b.vpc({ cidrs: ['10.1.0.0/16'], id: 'consumer', account: other })
    const subnet = b.subnet(consumer, { cidr: '10.1.1.0/24', id: 'near' })
    b.interfaceEndpoint(consumer, 'unused', {
      id: 'door',
      endpointService: service,
      privateDns: false,
      subnets: [subnet],
    })
  })
  const script = exported(design).files.find(({ path }) => path === 'deploy.sh')!.text
  expect([...script.matchAll(/^deploy .*(template\S+yaml)/gm)].map(([, path]) => path)).toEqual([
    'template-us-east-1-444455556666.yaml',
    'template-us-east-1-111122223333.yaml',
  ])
})

test('a route back into one subnet leads to the firewall endpoint of its zone', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'vpc' })
    const walls = ['a', 'b'].map((zone, index) =>
      b.subnet(vpc, { cidr: `10.0.${index}.0/28`, zone: `us-east-1${zone}` }),
    )
    b.subnet(vpc, { cidr: '10.0.9.0/24', zone: 'us-east-1b' })
    const firewall = b.networkFirewall(vpc, { id: 'wall', subnets: walls })
    b.routeTable(vpc, [['10.0.9.0/24', firewall]], { id: 'edge', edgeOf: b.internetGateway(vpc) })
  })
  const { Resources } = templateIn(design, 'template.json')
  const routes = Object.values(Resources).filter(({ Type }) => Type === 'AWS::EC2::Route')
  expect(JSON.stringify(routes)).toContain('"1b:"')
})
