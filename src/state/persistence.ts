import type { StoreApi } from 'zustand/vanilla'
import { type Design, parseDesign } from '../core/model/index.ts'
import { type Autosave, startAutosave } from './autosave.ts'
import type { Claims } from './claims.ts'
import { describeProblems } from './describeProblems.ts'
import { describeStorageFailure, isStorageFull } from './documentStorage.ts'
import type { SavedCopies } from './savedCopies.ts'
import type { DesignState, SavedCopy, ViewState } from './types.ts'

/** What a tab remembers of itself over a reload. */
export interface TabMemory {
  workspace(): string | null
  remember(workspace: string): void
}

export interface PersistenceOptions {
  readonly copies: SavedCopies
  readonly claims: Claims
  readonly tab: TabMemory
  readonly design: StoreApi<DesignState>
  readonly view: StoreApi<ViewState>
  readonly now: () => number
  readonly newId: () => string
}

/** How a tab began: with nothing kept, with its own work, with a copy of another tab's, beside work it could not read, or without storage. */
export type Recovery = 'fresh' | 'recovered' | 'copied' | 'damaged' | 'blocked'

export interface Persistence {
  /** Brings the work back and keeps it from then on. Call once, before the first picture. */
  start(): Promise<Recovery>
  /** Keeps the work at hand before something else takes its place. False where it would be lost. */
  keepBefore(note: string): Promise<boolean>
  /** Whether the copy is the work of this tab itself. */
  isOwn(copy: SavedCopy): boolean
  /** The design as it is now came from somewhere that still has it: no version needs to be kept of it. */
  noteKept(): void
  noteDownload(): void
  flush(): Promise<void>
  isUnsaved(): boolean
  stop(): void
}

const MOST_VERSIONS = 20
const MOST_WORKSPACES = 20
const VERSION_EVERY_MS = 5 * 60_000
/** A tab that is loaded again waits this long for its own lock, which its former self may still be letting go. */
const OWN_LOCK_WAIT_MS = 800

/** Keeps the work of this tab in the browser: the design after each change, versions now and then, and brings it back. */
export function createPersistence(options: PersistenceOptions): Persistence {
  const { copies, claims, tab, design, view, now, newId } = options
  let workspace = ''
  let kept: Design | null = null
  let lastVersionAt = now()
  let autosave: Autosave | null = null
  const { say } = view.getState()

  async function enter(id: string) {
    await claims.claim(id, 0)
    workspace = id
    tab.remember(id)
  }

  async function start(): Promise<Recovery> {
    let recovery: Recovery
    try {
      recovery = await recover()
    } catch (error) {
      recovery = 'blocked'
      view.setState({ saved: 'not-saved', savedProblem: describeStorageFailure(error) })
    }
    if (recovery === 'fresh' || recovery === 'damaged') kept = design.getState().design
    autosave = startAutosave({ design, view, write, now })
    if (recovery === 'copied') autosave.touch()
    return recovery
  }

  async function recover(): Promise<Recovery> {
    const own = tab.workspace()
    const workspaces = await copies.list('workspace')
    const id = own ?? workspaces[0]?.id
    const text = id === undefined ? null : await copies.read('workspace', id)
    if (id === undefined || text === null) {
      await enter(newId())
      return 'fresh'
    }
    const isOwn = await claims.claim(id, id === own ? OWN_LOCK_WAIT_MS : 0)
    const result = parseDesign(text)
    if (!result.ok) {
      if (isOwn) await setAside(id, text)
      await enter(newId())
      say(
        `The design kept in this browser could not be read: ${describeProblems(result.problems)} It was put aside and can be downloaded from the list of earlier work.`,
        'error',
      )
      return 'damaged'
    }
    if (isOwn) {
      workspace = id
      tab.remember(id)
    } else {
      await enter(newId())
      say('This design is open in another tab. This tab works on a copy of its own.')
    }
    design.getState().open(result.design)
    return isOwn ? 'recovered' : 'copied'
  }

  async function setAside(id: string, text: string) {
    await copies.put({ kind: 'damaged', id, title: 'Design that could not be read', savedAt: now(), note: '' }, text)
    await copies.drop('workspace', id)
    claims.release(id)
  }

  async function write(document: Design) {
    if (workspace === '') await enter(newId())
    else if (!(await claims.holds(workspace))) {
      await enter(newId())
      say('This design was opened in another tab. This tab goes on with a copy of its own.')
    }
    await putWithRoom({ kind: 'workspace', id: workspace, note: '' }, document)
    if (now() - lastVersionAt >= VERSION_EVERY_MS && document !== kept) await keepVersion('while working')
  }

  async function keepVersion(note: string) {
    const { design: document } = design.getState()
    if (document === kept) return true
    try {
      await putVersion(document, note)
      await forgetOldest()
      return true
    } catch {
      // A version more or less loses nothing while the work itself is kept. Who is about to replace the work looks at the answer.
      return false
    }
  }

  async function putVersion(document: Design, note: string) {
    const savedAt = now()
    await putWithRoom({ kind: 'version', id: `${savedAt}-${newId()}`, note }, document)
    kept = document
    lastVersionAt = savedAt
  }

  async function forgetOldest() {
    for (const { id } of (await copies.list('version')).slice(MOST_VERSIONS)) await copies.drop('version', id)
    for (const { id } of (await copies.list('workspace')).slice(MOST_WORKSPACES)) {
      if (id === workspace || !(await claims.claim(id, 0))) continue
      await copies.drop('workspace', id)
      claims.release(id)
    }
  }

  /** Puts a copy; where storage is full, the older half of the versions makes room once. */
  async function putWithRoom(copy: { kind: 'workspace' | 'version'; id: string; note: string }, document: Design) {
    const put = () => copies.put({ ...copy, title: document.title, savedAt: now() }, textOf(document))
    try {
      await put()
    } catch (error) {
      if (!isStorageFull(error)) throw error
      const versions = await copies.list('version')
      for (const { id } of versions.slice(Math.floor(versions.length / 2))) await copies.drop('version', id)
      await put()
    }
  }

  return {
    start,
    async keepBefore(note) {
      if (await keepVersion(note)) return true
      await autosave?.flush()
      if (autosave?.isUnsaved() !== false) return false
      // There is no room for a version, but the workspace itself is stored: it stays, and this tab goes on in a new one.
      claims.release(workspace)
      workspace = ''
      return true
    },
    isOwn: ({ kind, id }) => kind === 'workspace' && id === workspace,
    noteKept() {
      kept = design.getState().design
    },
    noteDownload() {
      autosave?.noteDownload()
    },
    flush: async () => autosave?.flush(),
    isUnsaved: () => autosave?.isUnsaved() ?? false,
    stop: () => autosave?.stop(),
  }
}

/** The file form, quickly: `serialiseDesign` also orders and checks, which a copy after each keystroke does not need. */
const textOf = ({ constructs, ...rest }: Design): string =>
  JSON.stringify({ ...rest, constructs: Object.values(constructs) })
