import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
// fetched here, or the first export would wait for it longer than a test does
import '../../core/export/index.ts'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { ExportDialog } from './ExportDialog.tsx'

const drawn = (cidr: string) =>
  buildDesign((b) => {
    b.settings({ title: 'Shop' })
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    b.ec2(b.subnet(vpc, { cidr }), { name: 'web' })
  })
afterEach(cleanup)
const zipButton = () => screen.findByRole<HTMLButtonElement>('button', { name: /all as zip/ }, { timeout: 20_000 })
const fileButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Download' })

const copyButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Copy / })

test('what the checks call errors is listed, and nothing can be downloaded or copied before that is accepted', async () => {
  renderWithStores(<ExportDialog />, drawn('10.9.0.0/24'))
  const held = async () => [await zipButton(), fileButton(), copyButton()].map(({ disabled }) => disabled)
  expect(await held()).toEqual([true, true, true])
  expect(screen.getByRole('region', { name: 'Errors' }).textContent).toContain('10.9.0.0/24')
  fireEvent.click(screen.getByRole('checkbox', { name: /all the same/ }))
  expect(await held()).toEqual([false, false, false])
})

test('a design without errors is offered at once, and the name of its deployment can be said', async () => {
  const { stores } = renderWithStores(<ExportDialog />, drawn('10.0.1.0/24'))
  expect((await zipButton()).disabled).toBe(false)
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Deployment name' })
  expect(name.value).toBe('shop')
  fireEvent.change(name, { target: { value: 'staging' } })
  fireEvent.blur(name)
  expect(stores.design.getState().design.deployment).toBe('staging')
})

test('the network alone is exported without its clients', async () => {
  renderWithStores(<ExportDialog />, drawn('10.0.1.0/24'))
  await zipButton()
  const preview = () => screen.getByRole('region', { name: 'Preview' }).textContent ?? ''
  expect(preview()).toContain('AWS::EC2::Instance')
  fireEvent.click(screen.getByRole('button', { name: 'Environments and options' }))
  fireEvent.click(screen.getByRole('checkbox', { name: /Network only/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Environments and options' }))
  await waitFor(() => expect(preview()).not.toContain('AWS::EC2::Instance'), { timeout: 20_000 })
})

test('an environment is added, and what is typed for it is kept in the design and comes with files', async () => {
  const { stores } = renderWithStores(<ExportDialog />, drawn('10.0.1.0/24'))
  await zipButton()
  fireEvent.click(screen.getByRole('button', { name: 'Environments and options' }))
  fireEvent.click(screen.getByRole('button', { name: 'Add dev' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Add test' }))
  const block = await screen.findByRole<HTMLInputElement>('textbox', { name: /^Block 10\.0\.0\.0\/16 .* in dev$/ })
  fireEvent.change(block, { target: { value: 'ten' } })
  fireEvent.blur(block)
  const environments = () => stores.design.getState().design.deploy!.environments
  expect(environments().map(({ name }) => name)).toEqual(['dev', 'test'])
  expect(environments()[0]!.blocks).toEqual({})
  fireEvent.change(block, { target: { value: '10.7.0.0/16' } })
  fireEvent.blur(block)
  expect(Object.values(environments()[0]!.blocks)).toEqual([['10.7.0.0/16']])
  await waitFor(
    () => expect(screen.getByRole('navigation', { name: 'Files' }).textContent).toContain('parameters/dev.json'),
    {
      timeout: 20_000,
    },
  )
})

test('one that exists is used once its id is said', async () => {
  const { stores } = renderWithStores(<ExportDialog />, drawn('10.0.1.0/24'))
  await zipButton()
  fireEvent.click(screen.getByRole('button', { name: 'Environments and options' }))
  fireEvent.change(screen.getByRole('combobox', { name: /^VPC .*made or used/ }), { target: { value: 'use' } })
  expect(stores.design.getState().design.deploy).toBeUndefined()
  const id = screen.getByRole('textbox', { name: /^Id of VPC/ })
  fireEvent.change(id, { target: { value: 'vpc-0123456789abcdef0' } })
  fireEvent.blur(id)
  expect(Object.values(stores.design.getState().design.deploy!.existing)).toEqual(['vpc-0123456789abcdef0'])
})
