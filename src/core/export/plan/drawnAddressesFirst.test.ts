import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { RESERVED_NAMES } from '../aws/choices.ts'
import { exportDesign } from '../index.ts'
import { parseTemplate } from '../testing/parseTemplate.ts'
import { planExport } from './planExport.ts'

const catalogue = await loadCatalogue()
const orderIn = (design: Design): readonly string[] =>
  planExport(design, catalogue, RESERVED_NAMES).stacks.flatMap(({ parts }) => parts.map(({ key }) => key))

/** One subnet in which AWS chooses addresses for much, and in which three addresses are drawn. */
const crowded = (): Design =>
  buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'vpc' })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24', id: 'subnet', zone: 'us-east-1a' })
    const other = b.subnet(vpc, { cidr: '10.0.2.0/24', id: 'other', zone: 'us-east-1b' })
    b.interfaceEndpoint(vpc, 'sqs', { id: 'chosen', subnets: [subnet] })
    b.interfaceEndpoint(vpc, 'sns', { id: 'mixed', subnets: [{ subnet, privateIp: '10.0.1.5' }, other] })
    b.interfaceEndpoint(vpc, 'kms', { id: 'apart', subnets: [other] })
    b.resolverEndpoint('outbound', [subnet, other], { id: 'resolver' })
    b.ec2(subnet, { id: 'any' })
    b.ec2(subnet, { id: 'drawn', privateIp: '10.0.1.10' })
    b.ec2(subnet, { id: 'two', privateIp: '10.0.1.11', sourceDestCheck: false })
    b.lambda(subnet, { id: 'function' })
  })

test('what lets AWS choose an address is made after all that have a drawn one in its subnet', () => {
  const order = orderIn(crowded())
  const at = (key: string) => order.indexOf(key)
  const last = Math.max(...['drawn', 'two/interface-0', 'mixed'].map(at))
  for (const key of ['chosen', 'resolver', 'any', 'function']) expect(at(key), key).toBeGreaterThan(last)
  expect(at('apart')).toBeLessThan(at('drawn'))
  // a template cannot ask for the address of an endpoint
  expect(at('mixed')).toBeGreaterThan(at('drawn'))
})

test('a template says so where no reference does', () => {
  const { files } = exportDesign(crowded(), catalogue, 'cloudformation')
  const template = parseTemplate(files.find(({ path }) => path === 'template.yaml')!.text)
  const Resources = template.Resources as unknown as Readonly<Record<string, object>>
  expect(Resources.Chosen).toMatchObject({ DependsOn: ['Drawn', 'Mixed', 'TwoInterface0'] })
  expect(Resources.Mixed).toMatchObject({ DependsOn: ['Drawn', 'TwoInterface0'] })
  expect(Resources.Apart).not.toHaveProperty('DependsOn')
})

test('a module says so', () => {
  const { files } = exportDesign(crowded(), catalogue, 'terraform')
  const main = files.find(({ path }) => path === 'main.tf')!.text
  const waitsFor = (name: string) =>
    new RegExp(`resource "aws_vpc_endpoint" "${name}" \\{[\\s\\S]*?depends_on = \\[([^\\]]*)\\]\\n\\}`).exec(main)?.[1]
  expect(waitsFor('chosen')).toBe('aws_vpc_endpoint.mixed')
  expect(waitsFor('mixed')).toMatch(/aws_instance\.drawn.*aws_network_interface\.two/s)
})

test('two that have a drawn address each in the subnet where the other has none are made nevertheless', () => {
  const order = orderIn(
    buildDesign((b) => {
      const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'vpc' })
      const [one, two] = (['one', 'two'] as const).map((id, index) =>
        b.subnet(vpc, { cidr: `10.0.${index}.0/24`, id, zone: `us-east-1${'ab'[index]}` }),
      ) as [string, string]
      b.interfaceEndpoint(vpc, 'sqs', { id: 'a', subnets: [{ subnet: one, privateIp: '10.0.0.9' }, two] })
      b.interfaceEndpoint(vpc, 'sns', { id: 'b', subnets: [one, { subnet: two, privateIp: '10.0.1.9' }] })
    }),
  )
  expect(order).toEqual(expect.arrayContaining(['a', 'b']))
})
