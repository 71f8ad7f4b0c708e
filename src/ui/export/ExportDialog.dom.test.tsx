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
  fireEvent.click(screen.getByRole('checkbox', { name: /Network only/ }))
  await waitFor(() => expect(preview()).not.toContain('AWS::EC2::Instance'), { timeout: 20_000 })
})
