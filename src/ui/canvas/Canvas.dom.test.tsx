import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { fetchParts } from '../../state/parts.ts'
import { kinesisDesign } from '../constructs/testing/kinesisDesign.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { Canvas } from './Canvas.tsx'

// jsdom lays nothing out; React Flow wants to be told sizes all the same.
beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  globalThis.DOMMatrixReadOnly ??= class {
    m22 = 1
  } as unknown as typeof DOMMatrixReadOnly
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  HTMLCanvasElement.prototype.getContext = (() => null) as unknown as HTMLCanvasElement['getContext']
})
beforeAll(fetchParts)
// other tests run after these in the same window
afterAll(() => void vi.unstubAllGlobals())
afterEach(cleanup)

const node = (name: RegExp) => screen.getByRole('group', { name })

describe('Canvas', () => {
  it('shows every construct as a node that the keyboard reaches, with its name, kind and place', () => {
    const design = kinesisDesign()
    const { container } = renderWithStores(<Canvas />, design)
    expect(container.querySelectorAll('.react-flow__node[tabindex="0"]').length).toBe(
      Object.keys(design.constructs).length,
    )
    expect(
      node(
        /^endpoint, Interface endpoint, kinesis-streams, private DNS is on, has no policy of its own: [^,]*, in vpc/,
      ),
    ).toBeTruthy()
    expect(node(/^front, public subnet, 10\.0\.0\.0\/24/)).toBeTruthy()
  })

  it('selects with Enter and moves with the arrow keys, in one undo step', () => {
    const { stores } = renderWithStores(<Canvas />, kinesisDesign())
    const before = stores.design.getState().design.layout.igw!
    fireEvent.keyDown(node(/^igw,/), { key: 'Enter' })
    expect(stores.design.getState().selection).toEqual(['igw'])
    fireEvent.keyDown(node(/^igw,/), { key: 'ArrowDown' })
    fireEvent.keyDown(node(/^igw,/), { key: 'ArrowDown', shiftKey: true })
    expect(stores.design.getState().design.layout.igw).toEqual({ x: before.x, y: before.y + 100 })
    expect(stores.design.getState().undoLabel).toBe('Move igw')
    act(() => stores.design.getState().undo())
    expect(stores.design.getState().design.layout.igw).toEqual(before)
  })

  it('leads from an interface to its endpoint', () => {
    const { stores } = renderWithStores(<Canvas />, kinesisDesign())
    fireEvent.click(screen.getAllByRole('button', { name: /^Network interface of endpoint/ })[0]!)
    expect(stores.design.getState().selection).toEqual(['endpoint'])
  })

  it('connects by the keyboard: the knob, then Enter on the other end', () => {
    const { stores } = renderWithStores(<Canvas />, kinesisDesign())
    fireEvent.click(screen.getByRole('button', { name: /^Connect front with/, hidden: true }), { detail: 0 })
    expect(screen.getAllByText(/Choose what to connect it with/).length).toBeGreaterThan(0)
    fireEvent.keyDown(node(/^closed,/), { key: 'Enter' })
    expect(stores.design.getState().design.constructs.front).toMatchObject({ routeTable: 'closed' })
    expect(stores.design.getState().undoLabel).toBe('Connect front and closed')
  })

  it('says for the focus, too, what Enter would connect, and what Alt+Enter would', () => {
    const design = buildDesign((b) => {
      const vpc = b.vpc({ name: 'vpc' })
      const table = b.routeTable(vpc, [], { name: 'table' })
      const [one] = ['one', 'two'].map((name) => b.subnet(vpc, { name, routeTable: table }))
      b.natGateway(one!, { name: 'nat' })
    })
    const { stores } = renderWithStores(<Canvas />, design)
    fireEvent.click(screen.getByRole('button', { name: /^Connect two with/, hidden: true }), { detail: 0 })
    act(() => node(/^nat,/).focus())
    expect(
      screen.getAllByText(/^table sends 0\.0\.0\.0\/0 to nat: one uses that table too\. Only two: hold Alt$/),
    ).toBeTruthy()
    fireEvent.keyDown(node(/^nat,/), { key: 'Alt', altKey: true })
    expect(screen.getAllByText(/^two gets a route table of its own/)).toBeTruthy()
    fireEvent.keyDown(node(/^nat,/), { key: 'Enter', altKey: true })
    const { constructs } = stores.design.getState().design
    expect(constructs.two).not.toMatchObject({ routeTable: 'table' })
    expect(constructs.one).toMatchObject({ routeTable: 'table' })
    expect(constructs.table).toMatchObject({ routes: [] })
  })

  it('explains a connection that means nothing, and changes nothing', () => {
    const { stores } = renderWithStores(<Canvas />, kinesisDesign())
    const { design } = stores.design.getState()
    fireEvent.click(screen.getByRole('button', { name: /^Connect igw with/, hidden: true }), { detail: 0 })
    fireEvent.keyDown(node(/^wide,/), { key: 'Enter' })
    expect(stores.design.getState().design).toBe(design)
    expect(stores.view.getState().message).toMatchObject({ tone: 'error' })
  })

  it('gives up connecting and placing with Escape', () => {
    const { stores } = renderWithStores(<Canvas />, kinesisDesign())
    act(() => stores.view.getState().setPlacing('client'))
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(stores.view.getState().placing).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: /^Connect igw with/, hidden: true }), { detail: 0 })
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(screen.queryByText(/Choose what to connect it with/)).toBeNull()
  })

  it('marks what findings lead to, and follows the verdict', async () => {
    const { stores } = renderWithStores(<Canvas />, kinesisDesign({ privateDns: false }))
    await act(() =>
      stores.engine
        .getState()
        .askFor({ from: 'worker', to: 'kinesis.us-east-1.amazonaws.com', protocol: 'tcp', port: 443 }),
    )
    expect(node(/^closed, Route table.*refuses the request/)).toBeTruthy()
    expect(screen.getByText('Refuses')).toBeTruthy()
  })

  it('offers what can be done about a connection that waits, once it is selected', async () => {
    const design = buildDesign((b) => {
      const vpc = b.vpc({ name: 'v' })
      b.peering(vpc, b.vpc({ name: 'w', cidrs: ['10.1.0.0/16'] }), { name: 'peering', state: 'pending-acceptance' })
    })
    const { stores } = renderWithStores(<Canvas />, design)
    const accept = () => screen.queryByRole('button', { name: 'Accept: peering', hidden: true })
    expect(accept()).toBeNull()
    act(() => stores.design.getState().select(['peering']))
    fireEvent.click(await screen.findByRole('button', { name: 'Accept: peering', hidden: true }))
    expect(stores.design.getState().design.constructs.peering).toMatchObject({ state: 'provisioning' })
    expect(stores.design.getState().undoLabel).toBe('Accept peering')
  })
})
