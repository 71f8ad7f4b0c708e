import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Fix } from '../core/checks/index.ts'
import type { AccessRequest, Edit } from '../core/model/index.ts'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { requestTo } from '../engine/testing/fakeCore.ts'
import { createTestStores, type TestStoresOptions } from './testing/createTestStores.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

const title = (text: string): Edit => ({ kind: 'settings', fields: { title: text } })
const pin = (id: string, request: AccessRequest): Edit => ({
  kind: 'save-request',
  request: { id, name: id, request, expect: null },
})

/** Stores over an engine whose answers carry the title of the design they are about. */
function open(options: TestStoresOptions = {}) {
  const stores = createTestStores(options)
  const { design, engine } = stores
  design.getState().open({ ...buildDesign((b) => b.ec2(b.subnet(b.vpc()), { id: 'web' })), title: 'One' })
  return {
    ...stores,
    read: () => engine.getState(),
    retitle: (text: string) => design.getState().apply('Rename design', [title(text)]),
    settle: () => vi.advanceTimersByTimeAsync(1),
  }
}

describe('createEngineStore', () => {
  it('asks what the draft says', async () => {
    const { read } = open()
    read().setDraft({ to: 'https://example.com/x', port: '1' })
    expect(await read().ask()).toBeNull()
    expect(read().asked).toEqual({ from: 'web', to: 'example.com', protocol: 'tcp', port: 443 })
    expect(read().verdict).toMatchObject({ stale: false, problem: null })
    expect(read().verdict.value?.answers).toEqual(['One'])
  })

  it('says what a draft lacks and asks nothing', async () => {
    const { read } = open()
    expect(await read().ask()).toBe('Type a host name or an address, or choose a construct, that the request goes to.')
    expect(read().asked).toBeNull()
  })

  it('proposes the first client of a design', async () => {
    const { read, design, actions } = open()
    expect(read().draft.from).toBe('web')
    await actions.newDesign()
    expect(read().draft.from).toBe('')
    const drawn = buildDesign((b) => b.ec2(b.subnet(b.vpc()), { id: 'app' }))
    const { 'account-1': _, 'region-1': __, ...rest } = drawn.constructs
    design.getState().apply(
      'Paste',
      Object.values(rest).map((construct) => ({ kind: 'add', construct })),
    )
    expect(read().draft.from).toBe('app')
  })

  it('lets go of ends that were deleted: an id says nothing once what it names is gone', () => {
    const { read, design } = open()
    const drawn = buildDesign((b) => {
      const subnet = b.subnet(b.vpc())
      for (const id of ['app', 'db', 'web']) b.ec2(subnet, { id })
    })
    design.getState().open(drawn)
    read().setDraft({ from: 'web', to: 'db' })
    design.getState().apply('Delete', [{ kind: 'remove', id: 'web' }])
    expect(read().draft).toMatchObject({ from: 'app', to: 'db' })
    design.getState().apply('Delete', [{ kind: 'remove', id: 'db' }])
    expect(read().draft).toMatchObject({ from: 'app', to: '' })
    read().setDraft({ from: '10.0.0.9', to: 'example.com' })
    design.getState().apply('Delete', [{ kind: 'remove', id: 'app' }])
    expect(read().draft).toMatchObject({ from: '10.0.0.9', to: 'example.com' })
  })

  it('proposes the first saved request of a design that has some', () => {
    const { read, design } = open()
    design.getState().apply('Pin', [pin('r-1', { ...requestTo('example.com'), port: 8080 })])
    design.getState().open(design.getState().design)
    expect(read().draft).toEqual({ from: 'client-1', to: 'example.com', protocol: 'tcp', port: '8080', packetSize: '' })
  })

  it('marks a verdict stale with the edit and replaces it with the answer about the new design', async () => {
    const { read, retitle, settle } = open()
    await read().askFor(requestTo('a'))
    retitle('Two')
    expect(read().verdict.stale).toBe(true)
    expect(read().verdict.value?.answers).toEqual(['One'])
    await settle()
    expect(read().verdict.stale).toBe(false)
    expect(read().verdict.value?.answers).toEqual(['Two'])
  })

  it('never shows a verdict of an overtaken revision as true', async () => {
    const { read, retitle, settle, engine } = open()
    await read().askFor(requestTo('a'))
    const shown: string[] = []
    engine.subscribe(({ verdict: { value, stale } }) => {
      if (value && !stale) shown.push(value.answers[0]!)
    })
    for (const text of ['Two', 'Three', 'Four']) retitle(text)
    await settle()
    expect(new Set(shown)).toEqual(new Set(['Four']))
  })

  it('leaves everything as it is when something is only moved', async () => {
    const { read, design, settle, workers } = open()
    await read().askFor(requestTo('a'))
    await settle()
    const before = read()
    const sent = workers[0]!.sent.length
    design.getState().apply('Move', [{ kind: 'place', id: 'web', placement: { x: 5, y: 5 } }])
    await settle()
    expect(read()).toBe(before)
    expect(workers[0]!.sent).toHaveLength(sent)
  })

  it('shows the answer to the latest of several questions', async () => {
    const { read } = open()
    await Promise.all(['a', 'b', 'c'].map((to) => read().askFor(requestTo(to))))
    expect(read().verdict.value?.request.to).toBe('c')
    expect(read().verdict.stale).toBe(false)
  })

  it('forgets question and answers when they are cleared, also those on their way', async () => {
    const { read, settle } = open()
    const asked = read().askFor(requestTo('a'))
    read().clear()
    await asked
    await settle()
    expect(read()).toMatchObject({ asked: null, verdict: { value: null, stale: false } })
  })

  it('answers saved requests again with every change', async () => {
    const { read, design, retitle, settle } = open()
    design.getState().apply('Pin', [pin('r-1', requestTo('a')), pin('r-2', requestTo('b'))])
    expect(read().pinned.stale).toBe(true)
    await settle()
    expect(Object.keys(read().pinned.value)).toEqual(['r-1', 'r-2'])
    retitle('Two')
    await settle()
    expect(read().pinned.value['r-2']?.answers).toEqual(['Two'])
    expect(read().pinned).toMatchObject({ stale: false, progress: null })
    design.getState().apply('Unpin', [
      { kind: 'forget-request', id: 'r-1' },
      { kind: 'forget-request', id: 'r-2' },
    ])
    expect(read().pinned.value).toEqual({})
  })

  it('checks the design with every change', async () => {
    const { read, retitle, settle } = open()
    await settle()
    expect(read().findings.value[0]?.title).toBe('One')
    retitle('Two')
    expect(read().findings.stale).toBe(true)
    await settle()
    expect(read().findings.value[0]?.title).toBe('Two')
    expect(read().findings.stale).toBe(false)
  })

  it('applies a fix as one undo step, but not one made for an older design', async () => {
    const { read, design, retitle, settle, view } = open()
    const fix: Fix = { title: 'Fix the title', safety: 'safe', edits: [title('Fixed')] }
    await settle()
    read().applyFix(fix)
    expect(design.getState().design.title).toBe('Fixed')
    expect(design.getState().undoLabel).toBe('Fix the title')
    retitle('Two')
    read().applyFix(fix)
    expect(design.getState().design.title).toBe('Two')
    expect(view.getState().message).toMatchObject({ tone: 'error' })
  })

  it('answers once about the newest design, even when an edit comes in between', async () => {
    const { read, retitle } = open()
    const derived = read().askOnce('derive', { id: 'web' })
    const suggested = read().askOnce('suggest', { from: 'web' })
    const exported = read().askOnce('export', { format: 'cli' })
    retitle('Two')
    retitle('Three')
    expect((await derived)[0]?.title).toBe('Three web')
    expect((await suggested)[0]?.to).toBe('Three')
    expect((await exported).files[0]?.text).toBe('Three\n')
  })

  it('follows any other question through every change, until that is stopped', async () => {
    const { read, retitle, settle } = open()
    const told: string[] = []
    const stop = read().follow('derive', { id: 'web' }, ({ value, stale }) =>
      told.push(`${value?.[0]?.title ?? 'nothing'}${stale ? ', stale' : ''}`),
    )
    await settle()
    retitle('Two')
    await settle()
    retitle('Three')
    stop()
    await settle()
    retitle('Four')
    await settle()
    expect(told).toEqual(['nothing, stale', 'One web', 'One web, stale', 'Two web', 'Two web, stale'])
  })

  it('says when the core fails, shows no verdict then, and recovers', async () => {
    const { read } = open()
    await read().askFor(requestTo('a'))
    await read().askFor(requestTo('fault'))
    expect(read().verdict).toMatchObject({ value: null, stale: false })
    expect(read().verdict.problem).toContain('no such thing')
    await read().askFor(requestTo('b'))
    expect(read().verdict.problem).toBeNull()
    expect(read().verdict.value?.request.to).toBe('b')
  })

  it('tells the person that the engine was started again, and answers then', async () => {
    const { read, workers, view, settle } = open()
    await settle()
    workers[0]!.die()
    expect(read().status).toBe('restarted')
    expect(view.getState().message?.text).toContain('started again')
    const asked = read().askFor(requestTo('a'))
    await vi.advanceTimersByTimeAsync(200)
    await asked
    expect(read().status).toBe('ready')
    expect(read().verdict.value?.answers).toEqual(['One'])
  })

  it('marks every answer as old within 2 seconds of a worker that died without a word, until one answers again', async () => {
    const { read, workers, design, settle } = open()
    const request = { id: 'r', name: 'r', request: requestTo('p'), expect: null }
    design.getState().apply('Pin', [{ kind: 'save-request', request }])
    await read().askFor(requestTo('a'))
    await settle()
    const stale = () => [read().verdict.stale, read().pinned.stale, read().findings.stale]
    expect(stale()).toEqual([false, false, false])
    workers[0]!.vanish()
    await vi.advanceTimersByTimeAsync(2000)
    expect(read().status).toBe('silent')
    expect(stale()).toEqual([true, true, true])
    expect(read().pinned.value.r?.answers).toEqual(['One'])
    await vi.advanceTimersByTimeAsync(5000)
    expect(read().status).toBe('ready')
    expect(stale()).toEqual([false, false, false])
  })

  it('says when the engine is given up, and tries again with the next change', async () => {
    let healthy = false
    const { read, view, retitle, settle } = open({ workers: { failStarts: () => !healthy } })
    const asked = read().askFor(requestTo('a'))
    await vi.advanceTimersByTimeAsync(10_000)
    await asked
    expect(read().status).toBe('failed')
    expect(read().verdict.problem).toContain('keeps stopping')
    expect(view.getState().message?.tone).toBe('error')
    healthy = true
    retitle('Two')
    await settle()
    expect(read().verdict.value?.answers).toEqual(['Two'])
    expect(read().findings.stale).toBe(false)
  })

  it('starts afresh with another document', async () => {
    const { read, actions, settle } = open()
    read().setDraft({ to: 'a' })
    await read().ask()
    await actions.newDesign()
    expect(read()).toMatchObject({
      asked: null,
      verdict: { value: null, stale: false },
      findings: { value: [] },
      pinned: { value: {} },
    })
    expect(read().draft).toEqual({ from: '', to: '', protocol: 'tcp', port: '443', packetSize: '' })
    await settle()
    expect(read().findings.value[0]?.title).toBe('Untitled design')
  })
})
