import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { RESERVED_NAMES } from '../aws/choices.ts'
import { planExport } from './planExport.ts'

test('a Resolver rule is associated with VPCs of its own Region, and a remark names the others', async () => {
  const design = buildDesign((b) => {
    const home = b.vpc({ id: 'home' })
    const subnet = b.subnet(home, { cidr: '10.0.1.0/24' })
    const far = b.vpc({ id: 'far', region: b.region('eu-west-1'), cidrs: ['10.1.0.0/16'] })
    b.resolverRule('corp.example', ['192.168.0.53'], {
      id: 'rule',
      resolverEndpoint: b.resolverEndpoint('outbound', [subnet, subnet]),
      vpcs: [home, far],
    })
  })
  const { stacks, remarks } = planExport(design, await loadCatalogue(), RESERVED_NAMES)
  const associations = stacks.flatMap(({ regionCode, parts }) =>
    parts.filter(({ name }) => name === 'rule-association').map(({ key }) => `${regionCode} ${key}`),
  )
  expect(associations).toEqual(['us-east-1 rule/association-home'])
  expect(remarks.filter(({ construct }) => construct === 'rule').map(({ message }) => message)).toEqual([
    'rule: the VPC “far” is left out, because it lies in another Region or is not exported.',
  ])
})
