import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/loadCatalogue.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { planExport } from '../plan/planExport.ts'
import type { Wanted } from '../plan/planning.ts'
import { draftTemplate } from './draftTemplate.ts'
import { givenParameter } from './parameters.ts'

const takes = (what: string, type: Wanted['type'], id: string) =>
  new RegExp(givenParameter(what, type).AllowedPattern as string).test(id)
const CONFIGURATION = 'arn:aws:vpc-lattice:us-east-1:111122223333:resourceconfiguration/rcfg-0123456789abcdef0'

const REST = '0123456789abcdef0'

test.each([
  // the words may say anything: a person wrote half of them
  ['the domain list of Transit gateway hub', 'transit-gateway', `tgw-${REST}`, `tgw-attach-${REST}`],
  ['VPC attachment home', 'transit-attachment', `tgw-attach-${REST}`, `vpc-${REST}`],
  ['ARN of a bridge', 'transit-peering-acceptance', `tgw-attach-${REST}`, `tgw-${REST}`],
  ['Transit gateway of the neighbours', 'vpc', `vpc-${REST}`, `tgw-${REST}`],
  ['names', 'domain-list', `rslvr-fdl-${REST}`, `rslvr-frg-${REST}`],
  ['listeners', 'certificate', 'arn:aws:acm:us-east-1:111122223333:certificate/1', `arn:aws:s3:::bucket`],
  ['database', 'address', '10.0.0.7', 'db.example.com'],
  ['database', 'domain-name', 'db.example.com', 'None'],
  ['way in', 'resource-gateway', `rgw-${REST}`, `rcfg-${REST}`],
  // its bare id is read out of the ARN
  ['Resource configuration db', 'resource-configuration', CONFIGURATION, 'rcfg-0123456789abcdef0'],
  ['Endpoint service orders', null, `vpce-svc-${REST}`, 'None'],
] as const)('%s goes by an id of its type, %s, or by none yet', (what, type, right, wrong) => {
  expect([right, '', wrong].map((id) => takes(what, type, id))).toEqual([true, true, false])
})

test('what nobody here makes goes by its type, whatever it is called', async () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc()
    b.peering(vpc, 'the-domain-list')
    b.transitGateway({ id: 'hub' })
    b.transitPeering('hub', 'ARN-of-a-friend')
  })
  const { stacks } = planExport(design, await loadCatalogue(), new Set())
  const types = [...stacks[0]!.imports].map(([key, { type }]) => [key, type])
  expect(types).toEqual([
    ['ARN-of-a-friend', 'transit-gateway'],
    ['the-domain-list', 'vpc'],
  ])
  const { parameters, given } = draftTemplate(design, stacks[0]!, new Map()).complete(new Set())
  expect([...given.keys()].map((name) => parameters[name]!.AllowedPattern)).toEqual([
    '^(tgw-[0-9a-f]+)?$',
    '^(vpc-[0-9a-f]+)?$',
  ])
})
