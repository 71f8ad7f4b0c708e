import { expect, test } from 'vitest'
import { applyEdit, isEditRefused } from './applyEdit.ts'
import type { DeploySettings } from './design.ts'
import { emptyDesign } from './emptyDesign.ts'
import { parseDesign } from './parse/parseDesign.ts'
import { serialiseDesign } from './serialiseDesign.ts'

const environment = { name: 'dev', accounts: {}, regions: {}, zones: {}, blocks: {}, names: {}, existing: {} }
const settings: DeploySettings = {
  networkOnly: true,
  naming: '{env}-{name}',
  tags: { Owner: 'network', Environment: '{env}' },
  existing: { 'vpc-2': '', 'vpc-1': 'vpc-0123456789abcdef0' },
  environments: [{ ...environment, accounts: { 'account-1': '111122223333' } }],
}
const withSettings = (deploy: unknown) =>
  applyEdit(emptyDesign(), { kind: 'settings', fields: { deploy: deploy as DeploySettings } }).design

test('settings are kept in the file, their records sorted, and an edit takes them back', () => {
  const { design, inverse } = applyEdit(emptyDesign(), { kind: 'settings', fields: { deploy: settings } })
  const text = serialiseDesign(design)
  const read = parseDesign(text)
  expect(read.ok && read.design.deploy).toEqual(settings)
  expect(text.indexOf('"vpc-1"')).toBeLessThan(text.indexOf('"vpc-2"'))
  expect(applyEdit(design, inverse).design.deploy).toBeUndefined()
})
test('a design without settings has none in its file, and what is left out is as usual', () => {
  expect(serialiseDesign(emptyDesign())).not.toContain('deploy')
  expect(withSettings({ environments: [{ name: 'dev' }] }).deploy).toEqual({
    networkOnly: false,
    naming: '{name}',
    tags: {},
    existing: {},
    environments: [environment],
  })
})
test.each([
  [{ naming: 'all' }, 'must hold {name} or {id}'],
  [{ naming: '{name}{foo}' }, 'and no other placeholder'],
  [{ tags: { 'aws:x': 'y' } }, 'not begin with aws:'],
  [{ tags: { Name: 'y' } }, 'nor be Name'],
  [{ tags: { a: '{name}' } }, 'no other placeholder than {env}'],
  [{ tags: { a: '$(id)' } }, 'must be at most 200 letters'],
  [{ existing: { 'vpc-1': 'x y' } }, 'must be an id'],
  [{ environments: [{ name: 'Dev' }] }, 'must be a small letter'],
  [{ environments: [{ name: 'dev' }, { name: 'dev' }] }, 'must not name the same environment twice'],
  [{ environments: [{ name: 'dev', accounts: { a: '12' } }] }, 'must be the twelve digits of an account'],
  [{ environments: [{ name: 'dev', regions: { a: 'Ireland' } }] }, 'must be the code of a Region'],
])('%o is refused in words', (deploy, words) => {
  try {
    withSettings(deploy)
    expect.unreachable()
  } catch (error) {
    expect(isEditRefused(error) && error.message).toContain(words)
  }
})
