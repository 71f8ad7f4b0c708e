import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { emptyDesign } from '../../core/model/index.ts'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { fetchParts } from '../../state/parts.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { Outline } from './Outline.tsx'

beforeAll(fetchParts)
afterEach(cleanup)

const draw = () =>
  renderWithStores(
    <Outline />,
    buildDesign((b) => {
      const vpc = b.vpc({ name: 'vpc-a' })
      const subnet = b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24' })
      b.ec2(subnet, { name: 'client-a' })
    }),
  )
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key })
const line = (name: string) => screen.getByRole('treeitem', { name })
const focus = (name: string) => act(() => line(name).focus())

test('the arrow keys walk along the lines, in and out of containers', () => {
  draw()
  focus('Region us-east-1')
  press('ArrowRight')
  expect(document.activeElement).toBe(line('VPC vpc-a'))
  press('ArrowDown')
  expect(document.activeElement).toBe(line('Availability Zone us-east-1a'))
  press('ArrowLeft')
  expect(line('Availability Zone us-east-1a').getAttribute('aria-expanded')).toBe('false')
  expect(screen.queryByRole('treeitem', { name: 'Subnet subnet-a' })).toBeNull()
  press('ArrowLeft')
  expect(document.activeElement).toBe(line('VPC vpc-a'))
})

test('Space selects, Enter opens the inspector', () => {
  const { stores } = draw()
  focus('VPC vpc-a')
  press(' ')
  expect(stores.design.getState().selection).toEqual(['vpc-a'])
  expect(line('VPC vpc-a').getAttribute('aria-selected')).toBe('true')
  stores.view.getState().showPanel('findings')
  press('Enter')
  expect(stores.view.getState().panel).toBe('inspector')
})

test('F2 renames as one undo step, and gives the line its focus back', () => {
  const { stores } = draw()
  focus('VPC vpc-a')
  press('F2')
  const field = screen.getByLabelText('New name of vpc-a')
  fireEvent.change(field, { target: { value: 'Shop' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(document.activeElement).toBe(line('VPC Shop'))
  expect(stores.design.getState().undoLabel).toBe('Rename vpc-a to Shop')
})

test('where nothing is drawn it says so, and not that nothing was found', () => {
  const { stores } = draw()
  act(() => stores.design.getState().open({ ...emptyDesign(), constructs: {}, layout: {} }))
  expect(screen.getByText('Nothing is drawn yet.')).toBeTruthy()
  expect(screen.queryByText('Nothing has these words.')).toBeNull()
})

test('Delete takes the construct with its content, and the focus goes to the line above', () => {
  const { stores } = draw()
  focus('Subnet subnet-a')
  press('Delete')
  expect(Object.keys(stores.design.getState().design.constructs)).not.toContain('client-a')
  expect(document.activeElement).toBe(line('Availability Zone us-east-1a'))
})

test('what is selected elsewhere is unfolded', () => {
  const { stores } = draw()
  focus('VPC vpc-a')
  press('ArrowLeft')
  expect(screen.queryByRole('treeitem', { name: /client-a/ })).toBeNull()
  act(() => stores.design.getState().select(['client-a']))
  expect(screen.getByRole('treeitem', { name: /client-a/ }).getAttribute('aria-selected')).toBe('true')
})
