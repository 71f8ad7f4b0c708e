import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { RESERVED_NAMES } from '../aws/choices.ts'
import { oddments, twoAccounts } from '../testing/exampleNetworks.ts'
import { planExport } from './planExport.ts'

const catalogue = await loadCatalogue()

test('a rule group and a Profile go to one account, their shares to the others, each association to the account of its VPC', () => {
  const { stacks, remarks } = planExport(twoAccounts(), catalogue, RESERVED_NAMES)
  const keys = (accountId: string, of: string) =>
    stacks
      .filter((stack) => stack.accountId === accountId)
      .flatMap(({ parts }) => parts.map(({ key }) => key))
      .filter((key) => key.split('/')[0] === of)
      .sort()
  expect(keys('111122223333', 'filter')).toEqual([
    'filter',
    'filter/association-home',
    'filter/list-0',
    'filter/rule-0',
    'filter/share',
  ])
  expect(keys('444455556666', 'filter')).toEqual(['filter/association-abroad'])
  expect(keys('111122223333', 'profile')).toEqual([
    'profile',
    'profile/association-home',
    'profile/resource-filter',
    'profile/resource-rule',
    'profile/share',
  ])
  expect(keys('444455556666', 'profile')).toEqual(['profile/association-abroad'])
  const said = (of: string) => remarks.filter(({ construct }) => construct === of).map(({ message }) => message)
  expect(said('filter').join()).toContain('the VPC “far” is left out, because it lies in another Region')
  expect(said('profile').join()).toContain('“abroad-endpoint” is left out')
})

test('the id of a list that AWS keeps is asked for', () => {
  const [stack] = planExport(oddments(), catalogue, RESERVED_NAMES).stacks
  expect([...stack!.imports.keys()]).toContain('walled/managed-2')
})
