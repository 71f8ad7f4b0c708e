import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { applyEdits, type ConstructOf, type Design, type Edit } from '../../core/model/index.ts'
import { templates } from '../../core/templates/index.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { TracePanel } from './TracePanel.tsx'

afterEach(cleanup)

const design = await templates.find(({ id }) => id === 'bucket-one-endpoint')!.load()

async function ask(id: string, changed: Design = design) {
  const { stores } = renderWithStores(<TracePanel />, changed)
  await act(() => stores.engine.getState().askFor(design.requests.find((one) => one.id === id)!.request))
  return stores
}
/** The rows of a table, each as the texts of its cells. */
const rowsOf = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent))

test('every layer has a row, also where one denies already or has no policy', async () => {
  await ask('from-another-vpc')
  expect(rowsOf('Layers of policies')).toEqual([
    ['Service control policies', 'None'],
    ['Resource control policies', 'None'],
    ['Endpoint’s policy', 'None: full access'],
    [
      'Resource’s policy',
      expect.stringMatching(
        /^DenyDecided hereOnlyThroughTheEndpoint of Reports bucket.*StringNotEquals aws:SourceVpce$/,
      ),
    ],
    ['Caller’s own policies', 'AllowReadBuckets of read'],
    ['Permissions boundary', 'None'],
    ['Session policies', 'None'],
  ])
})

test('every level of an organisation has a row, and each that denies says so', async () => {
  const deny = '{"Version":"2012-10-17","Statement":[{"Sid":"NoS3","Effect":"Deny","Action":"s3:*","Resource":"*"}]}'
  const all = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
  const fields: Partial<ConstructOf<'account'>> = {
    organisation: 'o-a1b2c3d4e5',
    scps: [
      { target: 'root', policies: [{ name: 'FullAWSAccess', document: all }] },
      { target: 'ou-apps', policies: [{ name: 'guard', document: deny }] },
    ],
  }
  const edit: Edit = { kind: 'change', of: 'account', id: 'account-1', fields }
  await ask('from-another-vpc', applyEdits(design, [edit]).design)
  const rows = rowsOf('Layers of policies')
  expect(rows[0]).toEqual(['Service control policies of root', expect.stringMatching(/^Allow/)])
  expect(rows[1]).toEqual([
    'Service control policies of ou-apps',
    expect.stringMatching(/^DenyDecided hereNoS3 of guard/),
  ])
  expect(rows[4]![1]).toMatch(/^DenyAlso blocks/)
})

test('an Allow that is missing names the statement that comes nearest, and its element', async () => {
  await ask('another-bucket')
  const row = rowsOf('Layers of policies').find(([layer]) => layer === 'Endpoint’s policy')!
  expect(row[1]).toMatch(/^No AllowDecided hereReportsOnly of S3 gateway endpoint.*does not fit by Resource$/)
})

test('the keys that statements read stand above, with who sets them; one that is not carried says so', async () => {
  await ask('from-another-vpc')
  expect(rowsOf('Condition keys that statements read')).toEqual([
    ['aws:SourceVpceby the endpoint', 'vpce-0b1c2d3e4f5a60718resource’s policy: OnlyThroughTheEndpoint'],
  ])
  expect(rowsOf('Condition keys that no statement reads')).toContainEqual([
    'aws:SourceVpcby the endpoint',
    'vpc-0b1c2d3e4f5a60718',
  ])
  cleanup()
  await ask('from-the-internet')
  expect(rowsOf('Condition keys that statements read')[0]![1]).toMatch(/^not carried/)
})

test('a layer leads to its policy, at the statement', async () => {
  const stores = await ask('from-another-vpc')
  fireEvent.click(screen.getByRole('button', { name: 'Resource’s policy' }))
  expect(stores.view.getState().panel).toBe('inspector')
  expect(stores.view.getState().focus).toMatchObject({ construct: 'bucket-reports', path: ['policy', 'Statement', 0] })
  expect(screen.getByRole('button', { name: 'Resource’s policy' }).getAttribute('aria-current')).toBe('step')
})

test('the header says who is denied what', async () => {
  await ask('from-another-vpc')
  expect(screen.getByText(/^The role report-reader may not call s3:GetObject on Reports bucket/)).toBeTruthy()
})
