import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addables, emptyDesign, wordsOfAddable } from '../../core/model/index.ts'
import { fetchParts } from '../../state/parts.ts'
import { kinesisDesign } from '../constructs/testing/kinesisDesign.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { Palette } from './Palette.tsx'

beforeAll(fetchParts)
afterEach(cleanup)
const item = (name: string) => screen.getByRole('button', { name })

describe('Palette', () => {
  it('offers every kind, and queues, topics, keys by their names', () => {
    renderWithStores(<Palette />, emptyDesign())
    for (const one of addables) expect(item(wordsOfAddable(one).title)).toBeTruthy()
  })

  it('filters by all words of what is typed, and says when nothing fits', () => {
    renderWithStores(<Palette />, emptyDesign())
    const filter = screen.getByRole('searchbox')
    fireEvent.change(filter, { target: { value: 'endpoint gate' } })
    expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual([
      'Gateway endpoint',
      'Gateway Load Balancer endpoint',
      'Endpoint service',
      'API Gateway API',
    ])
    fireEvent.change(filter, { target: { value: 'toaster' } })
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.getByText('Nothing is called “toaster”.')).toBeTruthy()
    fireEvent.keyDown(filter, { key: 'Escape' })
    expect(screen.getAllByRole('button').length).toBe(addables.length)
  })

  it('picks a kind up with a press and puts it back with another', () => {
    const { stores } = renderWithStores(<Palette />, emptyDesign())
    fireEvent.click(item('VPC'), { detail: 1 })
    expect(stores.view.getState().placing).toBe('vpc')
    expect(item('VPC').getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(item('VPC'), { detail: 1 })
    expect(stores.view.getState().placing).toBeNull()
  })

  it('adds into what is selected from the keyboard', () => {
    const { stores } = renderWithStores(<Palette />, kinesisDesign())
    stores.design.getState().select(['back-b'])
    fireEvent.click(item('Client'), { detail: 0 })
    const { design, selection, undoLabel } = stores.design.getState()
    expect(design.constructs['client-1']).toMatchObject({ interfaces: [{ subnet: 'back-b' }] })
    expect(selection).toEqual(['client-1'])
    expect(undoLabel).toBe('Add a client')
  })

  it('adds a topic by the name of topics, in the Region and account at hand', () => {
    const { stores } = renderWithStores(<Palette />, kinesisDesign())
    fireEvent.click(item('SNS topic'), { detail: 0 })
    const { design, selection, undoLabel } = stores.design.getState()
    expect(design.constructs[selection[0]!]).toMatchObject({
      kind: 'policy-resource',
      name: 'SNS topic 1',
      arn: 'arn:aws:sns:us-east-1:111122223333:topic-1',
    })
    expect(undoLabel).toBe('Add an SNS topic')
    expect(stores.view.getState().message).toMatchObject({ text: 'SNS topic added.' })
  })

  it('says why something cannot be added', () => {
    const { stores } = renderWithStores(<Palette />, kinesisDesign())
    fireEvent.click(item('NAT gateway'), { detail: 0 })
    expect(stores.view.getState().message).toMatchObject({ tone: 'error' })
  })
})
