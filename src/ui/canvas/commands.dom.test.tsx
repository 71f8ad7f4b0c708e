import { cleanup } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { overlapsIn } from '../../core/layout/testing/checkDrawing.ts'
import { childrenIndex, parentOf } from '../../core/model/index.ts'
import type { Stores } from '../../state/types.ts'
import { kinesisDesign } from '../constructs/testing/kinesisDesign.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import * as editing from './commands/editing.ts'
import * as light from './commands.ts'

afterEach(cleanup)
const commands = { ...light, ...editing }
const start = (...selection: string[]): Stores => {
  const { stores } = renderWithStores(null, kinesisDesign())
  stores.design.getState().select(selection)
  return stores
}
const state = (stores: Stores) => stores.design.getState()

describe('commands of the canvas', () => {
  it('deletes what is selected as one step that can be undone', () => {
    const stores = start('endpoint')
    const { design } = state(stores)
    commands.removeSelection(stores)
    expect(state(stores).design.constructs.endpoint).toBeUndefined()
    expect(state(stores).undoLabel).toBe('Delete endpoint')
    state(stores).undo()
    expect(state(stores).design).toEqual(design)
  })

  it('says what went along with a container, and offers the way back', () => {
    const stores = start('us-east-1a')
    const { design } = state(stores)
    commands.removeSelection(stores)
    const said = () => stores.view.getState().message!
    expect(said().text).toBe('us-east-1a deleted, and with it 2 subnets and worker.')
    said().action!.run()
    expect(state(stores).design).toEqual(design)
    // a step done since must not be taken back in its place
    commands.removeSelection(stores)
    const { action } = said()
    stores.design.getState().select(['igw'])
    commands.nudge(stores, 1, 0)
    action!.run()
    expect(state(stores).undoLabel).toBe('Move igw')
    expect(said().text).toContain('Something else was done since')
  })

  it('does nothing, and makes no step, with nothing selected', () => {
    const stores = start()
    expect(commands.removeSelection(stores)).toBe(false)
    expect(commands.duplicateSelection(stores)).toBe(false)
    expect(commands.copySelection(stores)).toBe(false)
    expect(commands.nudge(stores, 1, 0)).toBe(false)
    expect(state(stores).undoLabel).toBeNull()
  })

  it('duplicates beside the original and selects the copy', () => {
    const stores = start('worker')
    commands.duplicateSelection(stores)
    const [copy] = state(stores).selection
    const { design } = state(stores)
    expect(parentOf(design, copy!)).toBe('back-a')
    expect(design.layout[copy!]).not.toEqual(design.layout.worker)
  })

  it('puts copies in line with the original: containers to the right, subnets and leaves below', () => {
    for (const [id, along] of [
      ['vpc', 'y'],
      ['us-east-1b', 'x'],
      ['back-b', 'y'],
      ['worker', 'y'],
    ] as const) {
      const stores = start(id)
      const before = state(stores).design.layout[id]!
      commands.duplicateSelection(stores)
      const copy = state(stores).design.layout[state(stores).selection[0]!]!
      expect(copy[along === 'x' ? 'y' : 'x'], id).toBe(before[along === 'x' ? 'y' : 'x'])
      expect(copy[along], id).toBeGreaterThan(before[along])
      expect(overlapsIn(state(stores).design), id).toEqual([])
    }
  })

  it('pastes what was copied into what is selected', async () => {
    const stores = start('worker')
    commands.copySelection(stores)
    state(stores).select(['back-b'])
    await commands.paste(stores)
    expect(parentOf(state(stores).design, state(stores).selection[0]!)).toBe('back-b')
  })

  it('says so when the clipboard holds something else', async () => {
    const stores = start()
    const before = stores.design.getState().design
    expect(await commands.paste(stores, 'a shopping list')).toBe(false)
    expect(stores.design.getState().design).toBe(before)
    expect(stores.view.getState().message?.text).toContain('is nothing that can be imported')
    expect(stores.view.getState().message?.tone).toBe('error')
  })

  it('moves by the grid, and takes a run of moves back at once', () => {
    const stores = start('igw')
    const before = state(stores).design.layout.igw!
    for (let i = 0; i < 3; i++) commands.nudge(stores, 1, 1)
    expect(state(stores).design.layout.igw).toEqual({ x: before.x + 60, y: before.y + 60 })
    state(stores).undo()
    expect(state(stores).design.layout.igw).toEqual(before)
  })

  it('moves a container once when its content is selected too', () => {
    const stores = start('us-east-1b', 'back-b')
    const { layout } = state(stores).design
    commands.nudge(stores, 0, 1)
    expect(state(stores).design.layout['back-b']).toEqual(layout['back-b'])
    expect(state(stores).design.layout['us-east-1b']!.y).toBe(layout['us-east-1b']!.y + 20)
  })

  it('resizes containers, never below their content', () => {
    const stores = start('vpc')
    const { width, height } = state(stores).design.layout.vpc!
    commands.resize(stores, 2, 0)
    expect(state(stores).design.layout.vpc).toMatchObject({ width: width! + 40, height })
    commands.resize(stores, -90, -90)
    expect(state(stores).design.layout.vpc).toMatchObject({ width, height })
  })

  it('selects all in the container first, then everything', () => {
    const stores = start('back-a')
    commands.selectAll(stores)
    expect(state(stores).selection).toEqual(['worker'])
    commands.selectAll(stores)
    expect(state(stores).selection.length).toBe(Object.keys(state(stores).design.constructs).length)
  })

  it('selects what stands beside a leaf before everything', () => {
    const stores = start('igw')
    commands.selectAll(stores)
    const { design, selection } = state(stores)
    expect([...selection].sort()).toEqual([...(childrenIndex(design).get('vpc') ?? [])].sort())
    expect(selection.length).toBeLessThan(Object.keys(design.constructs).length)
    commands.selectAll(stores)
    expect(state(stores).selection.length).toBe(Object.keys(design.constructs).length)
  })

  it('walks out of, into and between containers', () => {
    const stores = start('worker')
    commands.selectParent(stores)
    expect(state(stores).selection).toEqual(['back-a'])
    commands.selectNeighbour(stores, 'up')
    expect(state(stores).selection).toEqual(['front'])
    commands.selectParent(stores)
    commands.selectNeighbour(stores, 'right')
    expect(state(stores).selection).toEqual(['us-east-1b'])
    commands.selectChild(stores)
    expect(state(stores).selection).toEqual(['back-b'])
  })

  it('tidies up as one step, and has nothing to do twice', () => {
    const stores = start('igw')
    const { design } = state(stores)
    commands.nudge(stores, 9, 9)
    commands.tidy(stores)
    expect(state(stores).design.layout).toEqual(design.layout)
    expect(state(stores).undoLabel).toBe('Tidy up')
    commands.tidy(stores)
    expect(stores.view.getState().message?.text).toBe('Everything is in its place.')
  })
})
