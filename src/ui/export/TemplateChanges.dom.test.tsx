import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
// fetched here, or the first answer would wait for them longer than a test does
import '../../core/export/index.ts'
import '../../core/revise/index.ts'
import './TemplateChanges.tsx'
import { strToU8 } from 'fflate'
import { loadCatalogue } from '../../core/aws/index.ts'
import { importFiles } from '../../core/import/index.ts'
import type { Design } from '../../core/model/index.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { ExportDialog } from './ExportDialog.tsx'

const TEMPLATE = `Parameters:
  Block: {Type: String, Default: 10.0.1.0/24}
Resources:
  Net:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16} # kept
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Net, CidrBlock: !Ref Block}
`
const catalogue = await loadCatalogue()
function opened(): Design {
  const result = importFiles([{ path: 'net.yaml', bytes: strToU8(TEMPLATE) }], { catalogue })
  if (!result.ok) throw new Error('no template')
  return result.design
}
afterEach(cleanup)
const SLOW = { timeout: 20_000 }
const changes = () => screen.findByRole('region', { name: 'Changes of net.yaml' }, SLOW)

test('a design without a template has no tab for it', async () => {
  const { source: _, ...design } = opened()
  renderWithStores(<ExportDialog />, design)
  expect(screen.queryByRole('tab', { name: 'Your template' })).toBeNull()
})
test('a design that was not changed says so', async () => {
  renderWithStores(<ExportDialog />, opened())
  expect(screen.getAllByRole('tab')[0]!.textContent).toBe('Your template')
  expect(await screen.findByText('The template says what is drawn.', {}, SLOW)).toBeTruthy()
})
test('lines that change are shown and told apart for those who hear them; a question changes where', async () => {
  const design = opened()
  const { stores } = renderWithStores(<ExportDialog />, design)
  stores.design
    .getState()
    .apply('Change', [{ kind: 'change', of: 'subnet', id: 'Subnet', fields: { cidr: '10.0.2.0/24' } }])
  const section = await changes()
  const lines = () =>
    within(section)
      .getAllByRole('listitem')
      .map((line) => line.textContent)
      .filter((text) => /Added|Removed/.test(text ?? ''))
  expect(lines()).toEqual([
    expect.stringMatching(/Removed: .*CidrBlock: !Ref Block/),
    expect.stringMatching(/Added: .*CidrBlock: 10\.0\.2\.0\/24/),
  ])
  const question = screen.getByRole('group', { name: /CidrBlock of Subnet comes from the parameter Block/ })
  const radios = within(question).getAllByRole<HTMLInputElement>('radio')
  expect(radios.map(({ checked }) => checked)).toEqual([true, false])
  fireEvent.click(radios[1]!)
  await waitFor(
    () =>
      expect(lines()).toEqual([
        expect.stringMatching(/Removed: .*Default: 10\.0\.1\.0/),
        expect.stringMatching(/Added: .*Default: 10\.0\.2\.0/),
      ]),
    SLOW,
  )
})
test('what no template makes is named, with a way to it', async () => {
  const { stores } = renderWithStores(<ExportDialog />, opened())
  stores.design
    .getState()
    .apply('Change', [{ kind: 'change', of: 'account', id: 'account-111122223333', fields: { name: 'Shop' } }])
  const left = await screen.findByRole('region', { name: 'Not in the template' }, SLOW)
  expect(left.textContent).toContain('Account “Shop” is kept in the design')
  expect(within(left).getByRole('button')).toBeTruthy()
})
