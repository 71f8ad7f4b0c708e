import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { FindingsPanel } from './FindingsPanel.tsx'

afterEach(cleanup)

/** An endpoint with private DNS in a VPC without DNS hostnames. */
const withoutHostnames = () =>
  buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc-a', dnsHostnames: false })
    const subnet = b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24' })
    b.interfaceEndpoint(vpc, 'kinesis-streams', { name: 'endpoint-a', subnets: [subnet], privateDns: true })
  })

test('a fix is one undo step, and the finding goes with it', async () => {
  const { stores } = renderWithStores(<FindingsPanel />, withoutHostnames())
  const fixes = await screen.findAllByRole('button', { name: /^Turn on DNS hostnames/ })
  fireEvent.click(fixes[0]!)
  expect(stores.design.getState().design.constructs['vpc-a']).toMatchObject({ dnsHostnames: true })
  expect(stores.design.getState().undoLabel).toBe(fixes[0]!.textContent)
  await waitFor(() =>
    expect(stores.engine.getState().findings.value.some(({ check }) => check === 'private-dns-needs-vpc-dns')).toBe(
      false,
    ),
  )
  stores.design.getState().undo()
  expect(stores.design.getState().undoLabel).toBeNull()
})

test('a finding leads to its place', async () => {
  const { stores } = renderWithStores(<FindingsPanel />, withoutHostnames())
  const link = await screen.findByRole('button', { name: 'private DNS of endpoint-a' })
  fireEvent.click(link)
  expect(stores.view.getState().focus).toEqual({ construct: 'endpoint-a', path: ['privateDns'] })
})

test('the filter looks in words and in names', async () => {
  renderWithStores(<FindingsPanel />, withoutHostnames())
  await screen.findByRole('button', { name: 'private DNS of endpoint-a' })
  const filter = screen.getByRole('searchbox', { name: 'Filter the findings' })
  fireEvent.change(filter, { target: { value: 'no such word' } })
  expect(screen.queryAllByRole('article')).toHaveLength(0)
  fireEvent.change(filter, { target: { value: 'ENDPOINT-A dns' } })
  expect(screen.getAllByRole('article').length).toBeGreaterThan(0)
})
