import { describe, expect, it } from 'vitest'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { createTestStores } from './testing/createTestStores.ts'

function open() {
  const stores = createTestStores()
  stores.design.getState().open(buildDesign((b) => b.vpc({ id: 'vpc' })))
  return { ...stores, read: () => stores.view.getState() }
}

describe('createViewStore', () => {
  it('remembers the theme', () => {
    const { read, texts } = open()
    expect(read().theme).toBe('system')
    read().setTheme('dark')
    expect(read().theme).toBe('dark')
    expect([...texts]).toEqual([['hopwise.theme', 'dark']])
  })

  it('leads to a place: the construct selected, the inspector in front', () => {
    const { read, design } = open()
    read().showPanel('findings')
    read().openDialog('export')
    read().goTo({ construct: 'vpc', path: ['cidrs', 0] })
    expect(read()).toMatchObject({ panel: 'inspector', dialog: null, focus: { construct: 'vpc', path: ['cidrs', 0] } })
    expect(design.getState().selection).toEqual(['vpc'])
    const first = read().focus
    read().goTo({ construct: 'vpc', path: ['cidrs', 0] })
    expect(read().focus, 'each time is a new event').not.toBe(first)
  })

  it('says so when the place is gone', () => {
    const { read, design } = open()
    read().goTo({ construct: 'vpc', path: [] })
    design.getState().apply('Remove VPC', [{ kind: 'remove', id: 'vpc' }])
    expect(read().focus).toBeNull()
    read().goTo({ construct: 'vpc', path: [] })
    expect(read().focus).toBeNull()
    expect(read().message?.text).toBe('That is no longer in the design.')
  })

  it('leads to saved requests, which are no constructs', () => {
    const { read, design } = open()
    design.getState().select(['vpc'])
    read().goTo({ construct: '', path: ['requests', 0, 'request', 'from'] })
    expect(read().panel).toBe('requests')
    expect(read().message).toBeNull()
    expect(design.getState().selection).toEqual([])
  })

  it('tells one message from the next, even when the words are the same', () => {
    const { read } = open()
    read().say('Copied.')
    const first = read().message
    read().say('Copied.')
    expect(read().message).toMatchObject({ text: 'Copied.', tone: 'info' })
    expect(read().message?.id).not.toBe(first?.id)
    read().say('No.', 'error')
    expect(read().message?.tone).toBe('error')
  })

  it('says why an edit was refused', () => {
    const { read, design } = open()
    design.getState().apply('Remove', [{ kind: 'remove', id: 'nobody' }])
    expect(read().message).toMatchObject({ text: 'There is no construct with the id “nobody”.', tone: 'error' })
  })
})
