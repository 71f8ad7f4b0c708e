import { expect, test } from 'vitest'
import type { PartName } from '../plan/part.ts'
import { givenParameter } from './parameters.ts'

const takes = (what: string, part: PartName | null, id: string) =>
  new RegExp(givenParameter(what, part).AllowedPattern as string).test(id)
const CONFIGURATION = 'arn:aws:vpc-lattice:us-east-1:111122223333:resourceconfiguration/rcfg-0123456789abcdef0'

test.each([
  ['Transit gateway hub', null, 'tgw-0123456789abcdef0', 'tgw-attach-0123456789abcdef0'],
  ['Transit gateway attachment home', null, 'tgw-attach-0123456789abcdef0', 'tgw-0123456789abcdef0'],
  ['Transit gateway peering bridge', null, 'tgw-attach-0123456789abcdef0', 'tgw-0123456789abcdef0'],
  // its bare id is read out of the ARN
  ['Resource configuration db', 'resource-configuration', CONFIGURATION, 'rcfg-0123456789abcdef0'],
  ['Endpoint service orders', null, 'vpce-svc-0123456789abcdef0', 'None'],
] as const)('%s goes by an id of its kind, or by none yet', (what, part, right, wrong) => {
  expect([right, '', wrong].map((id) => takes(what, part, id))).toEqual([true, true, false])
})
