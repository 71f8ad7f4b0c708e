import type { StoreApi } from 'zustand/vanilla'
import { messageOf } from '../core/base/index.ts'
import { type GivenFile, type Imported, nameOf, type ParameterValues } from '../core/import/index.ts'
import type { Design } from '../core/model/index.ts'
import { describeRefusal, readChosen } from './files.ts'
import { isOpen } from './isOpen.ts'
import { isObserved, takeObserved } from './takeObserved.ts'
import type { ChosenFile, DesignState, DocumentActions, EngineState, ImportRun, ViewState } from './types.ts'

export interface ImportingOptions {
  readonly design: StoreApi<DesignState>
  readonly engine: StoreApi<EngineState>
  readonly view: StoreApi<ViewState>
  readonly fail: (sentence: string) => false
  /** Opens a design in place of the one at hand, which is kept. */
  readonly replaceWork: (design: Design) => Promise<boolean>
}

/** A shorter import shows no progress. */
const SHOWN_AFTER_MS = 300

/** More bytes are no results of verify.sh. */
const MOST_SEEN = 2_000_000
const PASTED = 'Pasted text'
const NOTHING_KNOWN =
  'The pasted text is nothing that can be imported: no design, no CloudFormation template, no JSON of Terraform’s and no answer of the AWS CLI. Nothing was changed.'

/** What a person does to bring in what they have; a part of `documents.ts`. */
export function createImporting({
  design,
  engine,
  view,
  fail,
  replaceWork,
}: ImportingOptions): Pick<DocumentActions, 'openFiles' | 'openPasted' | 'importAgain'> {
  interface Course {
    readonly signal: AbortSignal
    tell(step: ImportRun['step'], done: number, total: number): void
  }

  /** Shows how far the work has come once it takes a while, and lets it be stopped. The latest counts. */
  async function follow(name: string, work: (course: Course) => Promise<boolean>): Promise<boolean> {
    view.getState().importRun?.cancel()
    const stop = new AbortController()
    const cancel = () => stop.abort()
    let run: ImportRun = { name, step: 'reading', done: 0, total: 0, isShown: false, cancel }
    const show = (now: Partial<ImportRun>) => {
      run = { ...run, ...now }
      if (!stop.signal.aborted) view.setState({ importRun: run })
    }
    show({})
    const timer = setTimeout(() => show({ isShown: true }), SHOWN_AFTER_MS)
    const end = () => {
      clearTimeout(timer)
      if (view.getState().importRun?.cancel === cancel) view.setState({ importRun: null })
    }
    stop.signal.addEventListener('abort', end)
    try {
      return await work({ signal: stop.signal, tell: (step, done, total) => show({ step, done, total }) })
    } catch (error) {
      if (!stop.signal.aborted) return fail(`“${name}” could not be opened. ${messageOf(error)}`)
      view.getState().say(`The import of “${name}” was stopped. Nothing was changed.`)
      return false
    } finally {
      end()
    }
  }

  const ask = async (given: readonly GivenFile[], parameters: ParameterValues, { signal, tell }: Course) => {
    const input = Object.keys(parameters).length > 0 ? { given, parameters } : { given }
    const onProgress = (done: number, total: number) => tell('working', done, total)
    const imported = await engine.getState().askOnce('importFiles', input, { signal, onProgress, stopsAtOnce: true })
    signal.throwIfAborted()
    return imported
  }

  /** The text of what verify.sh printed, if that is what was given. */
  function seenIn(given: readonly GivenFile[]): string | null {
    const [only] = given
    if (given.length !== 1 || !only || only.bytes.length > MOST_SEEN) return null
    const text = new TextDecoder().decode(only.bytes)
    return isObserved(text, { design }) ? text : null
  }

  function compare(text: string): boolean {
    const problem = takeObserved(text, { design, engine, view })
    return problem === null || fail(problem)
  }

  /** Opens what came of it. Its files are kept in this session where their parameters could be given others. */
  async function take(name: string, given: readonly GivenFile[], imported: Imported): Promise<boolean> {
    const { parameters = [] } = imported
    const source = parameters.length > 0 ? { name, given, parameters, values: {}, refusal: null } : null
    if (!imported.ok) {
      const refusal = describeRefusal(name, imported.refusal)
      if (!source || !parameters.some(isOpen)) return fail(refusal)
      view.setState({ importSource: { ...source, refusal }, importReport: null, dialog: 'import' })
      return false
    }
    if (!(await replaceWork(imported.design))) return false
    if (imported.report) {
      view.setState({ importSource: source })
      view.getState().showImportReport(imported.report)
    }
    return true
  }

  return {
    openFiles(chosen: readonly ChosenFile[]) {
      if (chosen.length === 0) return Promise.resolve(false)
      const name = nameOf(chosen)
      return follow(name, async (course) => {
        const given = await readChosen(chosen, (done, total) => {
          course.signal.throwIfAborted()
          course.tell('reading', done, total)
        })
        course.signal.throwIfAborted()
        if (typeof given === 'string') return fail(given)
        const seen = seenIn(given)
        return seen === null ? take(name, given, await ask(given, {}, course)) : compare(seen)
      })
    },
    openPasted(text) {
      if (isObserved(text, { design })) return Promise.resolve(compare(text))
      const given = [{ path: PASTED, bytes: new TextEncoder().encode(text) }]
      return follow(PASTED, async (course) => {
        const imported = await ask(given, {}, course)
        return !imported.ok && imported.isUnrecognised ? fail(NOTHING_KNOWN) : take(PASTED, given, imported)
      })
    },
    importAgain(values) {
      const source = view.getState().importSource
      if (!source) return Promise.resolve(false)
      const { name, given } = source
      return follow(name, async (course) => {
        const imported = await ask(given, values, course)
        if (!imported.ok) {
          const refusal = describeRefusal(name, imported.refusal)
          view.setState({ importSource: { ...source, values, refusal } })
          return fail(refusal)
        }
        if (!(await replaceWork(imported.design))) return false
        view.setState({ importSource: { ...source, values, refusal: null } })
        if (imported.report) view.getState().showImportReport(imported.report)
        return true
      })
    },
  }
}
