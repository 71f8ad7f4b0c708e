import { parseDesign } from '../../src/core/model/index.ts'
import { createMarkClaims } from '../../src/state/claims.ts'
import type { DocumentStorage } from '../../src/state/documentStorage.ts'
import { createTestClaims } from '../../src/state/testing/createTestStores.ts'
import { createFaultyWorld, FAULTS, type Fault } from './createFaultyWorld.ts'
import { createVirtualTime } from './createVirtualTime.ts'
import { addLosses, type Losses, NO_LOSSES } from './losses.ts'
import { createLedger, type Ledger, openPage, type Page, readTitle } from './openPage.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'

/** Losses are counted in works, by their last edit. */
export interface StorageFaults extends Losses {
  readonly runs: number
  readonly problems: readonly string[]
}

export interface FailOptions {
  /** Of so many calls, one comes to grief. */
  readonly every: number
  readonly scenarios?: readonly Scenario[]
  /** A storage with a fault of its own, to see that it is found. */
  readonly plant?: ((storage: DocumentStorage) => DocumentStorage) | undefined
}

/** How tabs claim works: by locks, or by marks in the same storage where there are none. */
const CLAIMS = ['locks', 'marks'] as const

const MOST_CALLS = 2000

/**
 * Plays every scenario again and again, and each time another call of the storage comes to grief, until one is played to its end without. Then the
 * page is loaded again, once with and once without what the browser had not put on the disk: all that was called saved must be there.
 */
export async function failStorage({ every, scenarios = SCENARIOS, plant }: FailOptions): Promise<StorageFaults> {
  const time = createVirtualTime()
  const problems: string[] = []
  let losses = NO_LOSSES
  let runs = 0
  try {
    for (const scenario of scenarios)
      for (const claims of CLAIMS)
        for (const fault of FAULTS)
          for (const loses of [false, true])
            for (let at = 1; at <= MOST_CALLS; at += every) {
              const run = await playWith(time, { scenario, claims, fault, at, loses, plant })
              runs++
              const where = `${scenario.name}, ${claims}, call ${at} ${fault}, ${loses ? 'browser' : 'page'} gone`
              problems.push(...run.problems.map((what) => `${where}: ${what}`))
              for (const { wasSaved, isBack } of run.works) {
                const to = wasSaved ? 'saved' : loses ? 'savingBrowserGone' : 'savingPageGone'
                losses = addLosses(losses, to, isBack ? 0 : 1, 1)
              }
              if (!run.wasHit) break
            }
  } finally {
    time.restore()
  }
  return { runs, ...losses, problems }
}

type Time = ReturnType<typeof createVirtualTime>

interface Run {
  readonly scenario: Scenario
  readonly claims: (typeof CLAIMS)[number]
  readonly fault: Fault
  readonly at: number
  readonly loses: boolean
  readonly plant: FailOptions['plant']
}

async function playWith(time: Time, { scenario, claims, fault, at, loses, plant = (storage) => storage }: Run) {
  const world = createFaultyWorld(fault, at)
  const ledger = createLedger()
  const problems: string[] = []
  const locks = createTestClaims()
  const tab = { session: new Map<string, string>() }
  let marks = 0
  const open = (self: typeof tab) =>
    openPage(opened(self.session), world, time, ledger, (storage) =>
      claims === 'locks' ? locks(self) : createMarkClaims(storage, `mark ${++marks}`),
    )
  const opened = (session: Map<string, string>) => {
    const { storage, ...rest } = world.open(session)
    return { ...rest, storage: plant(storage) }
  }
  const gone = new Promise<void>((resolve) => world.whenGone(resolve))
  const load = () => {
    world.end(false)
    time.forget()
    return open(tab)
  }
  const onError = (error: unknown) => void problems.push(`an error that nobody caught: ${error}`)
  process.on('unhandledRejection', onError)
  let works: Judgement['works'] = []
  try {
    const first = await load()
    if (first.recovery === 'hung') problems.push('the page never opened')
    await Promise.race([scenario.play(first, load, () => open({ session: new Map() })), gone])
    world.end(loses)
    if (loses) tab.session.clear()
    world.heal()
    time.forget()
    const judgement = await judge(await open(tab), ledger)
    problems.push(...judgement.problems)
    works = judgement.works
  } catch (error) {
    problems.push(`an error: ${(error as Error).stack}`)
  } finally {
    process.off('unhandledRejection', onError)
  }
  time.forget()
  return { problems, works, wasHit: world.wasHit() }
}

interface Judgement {
  readonly problems: readonly string[]
  readonly works: readonly { readonly wasSaved: boolean; readonly isBack: boolean }[]
}

/** What is wrong with what came back. */
async function judge(page: Page, { promised, done }: Ledger): Promise<Judgement> {
  const problems: string[] = []
  const found = new Map<string, number>()
  const note = (title: string) => {
    const at = readTitle(title)
    if (at) found.set(at.work, Math.max(at.edit, found.get(at.work) ?? 0))
  }
  note(page.title())
  const copies = await page.act((actions) => actions.listSaved())
  if (!Array.isArray(copies)) return { problems: ['earlier work cannot be listed'], works: [] }
  for (const copy of copies) {
    await page.act((actions) => actions.downloadSaved(copy))
    const text = page.downloads.at(-1)?.text ?? ''
    const read = parseDesign(text)
    if (copy.kind === 'damaged') problems.push('something was put aside as damaged')
    else if (!read.ok) problems.push(`a ${copy.kind} cannot be read`)
    else if (copy.kind === 'workspace') note(read.design.title)
  }
  for (const [work, edit] of promised)
    if ((found.get(work) ?? 0) < edit)
      problems.push(`${work}.${edit} was called saved, and ${work}.${found.get(work) ?? 0} came back`)
  const before = readTitle(page.title())
  if (before && before.edit > 1 && page.design.getState().undoLabel?.startsWith('Edit')) {
    page.design.getState().undo()
    if (page.title() !== `${before.work}.${before.edit - 1}`)
      problems.push(`undo leads from ${before.edit} to ${page.title()}`)
  }
  const works = [...done].map(([work, edit]) => ({
    wasSaved: promised.get(work) === edit,
    isBack: (found.get(work) ?? 0) >= edit,
  }))
  return { problems, works }
}
