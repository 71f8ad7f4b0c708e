import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type AccessRequest, type Design, parseDesign } from '../../src/core/model/index.ts'
import { describeFailure } from './describeFailure.ts'
import { drawDesign } from './draw/drawDesign.ts'
import { drawRequests } from './draw/drawRequests.ts'
import { type Helper, startHelper } from './lab/helper.ts'
import { run } from './lab/run.ts'
import { type Options, readOptions } from './options.ts'
import { isSix } from './plan/readDesign.ts'
import { shrink } from './shrink.ts'
import { kindsOf, type Tried, tryDesign } from './tryDesign.ts'

/** Requests asked on one design. */
const PER_DESIGN = 25
/** Requests drawn for each that is asked. */
const DRAWN_FOR_ONE = 10
/** Designs that stand at the same time: while one waits for what was dropped, the next is built. */
const AT_ONCE = 3
/** Seconds after which a connection that nobody answered is taken for dropped; a disagreement is looked at again with more. */
const PATIENCE = 1
const MORE_PATIENCE = 3
const MOST_FAILURES = 3

interface Task {
  readonly title: string
  readonly design: Design
  readonly requests: readonly AccessRequest[]
}

async function runInside(options: Options): Promise<void> {
  process.stdin.resume().on('end', () => process.exit(1))
  await run('ip', ['link', 'set', 'lo', 'up'])
  const helper = startHelper()
  const started = Date.now()
  const tasks = options.design === null ? randomTasks(options) : [readTask(options.design)]
  const tried: { readonly task: Task; readonly results: readonly Tried[] }[] = []
  const worker = async () => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift())
      tried.push({ task, results: await tryTwice(helper, task) })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const all = tried.flatMap(({ results }) => results)
  const wrong = tried.flatMap(({ task, results }) =>
    results.filter(({ differences }) => differences.length > 0).map((one) => ({ task, one })),
  )
  for (const { task, one } of wrong.slice(0, MOST_FAILURES)) {
    const small = await shrink(helper, task.design, one.request, one)
    process.stdout.write(describeFailure(task.title, small.design, small.tried))
  }
  helper.stop()
  const seconds = (Date.now() - started) / 1000
  say(options, all, wrong.length, seconds)
  process.exitCode = wrong.length > 0 ? 1 : 0
  process.exit()
}

function say(options: Options, all: readonly Tried[], failed: number, seconds: number): void {
  const count = (kind: Tried['verdict']['kind']) => all.filter(({ verdict }) => verdict.kind === kind).length
  const untold = count('cannot-tell')
  const overUdp = all.filter(({ request }) => request.protocol === 'udp')
  const overSix = all.filter(({ request }) => isSix(request.to))
  const counts = {
    ...{ passed: all.length - untold - failed, failed, notRun: [], untold, seconds },
    ...{ succeeds: count('succeeds'), partly: count('partly'), fails: count('fails') },
    ways: tally(all.map(({ verdict }) => verdict.kind === 'succeeds' && wayOf(verdict))),
    reasons: tally(all.map(({ verdict }) => verdict.kind !== 'succeeds' && verdict.code)),
    udp: tally(overUdp.map(({ verdict }) => verdict.kind)),
    ipv6: tally(overSix.map(({ verdict }) => `${verdict.kind} ${verdict.code ?? verdict.path}`)),
    connections: all.reduce((sum, { ends }) => sum + ends.length, 0),
  }
  mkdirSync(dirname(options.report), { recursive: true })
  writeFileSync(options.report, JSON.stringify(counts))
  process.stdout.write(
    `The kernel agrees on ${counts.passed} of ${all.length - untold} requests (${counts.succeeds} succeed, ${counts.partly} partly, ${counts.fails} fail; ` +
      `${overUdp.length} over UDP, ${overSix.length} over IPv6; ${untold} not told by the simulator), ${counts.connections} connections, ${seconds.toFixed(0)} s\n`,
  )
}

const wayOf = ({ path, via }: Tried['verdict']): string => [...via.map((id) => id.replace(/-.*/, '')), path].join(' > ')

function tally(words: readonly (string | false | null)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) if (word) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

function randomTasks({ runs, seed }: Options): Task[] {
  return Array.from({ length: Math.ceil(runs / PER_DESIGN) }, (_, i) => {
    const design = drawDesign(seed + i)
    return { title: `seed ${seed + i}`, design, requests: chooseRequests(design, seed + i) }
  })
}

/** Of many requests those that say most: half of them get through as the simulator sees it, and of each half every kind of answer and way has its turn. */
function chooseRequests(design: Design, seed: number): readonly AccessRequest[] {
  const drawn = kindsOf(design, drawRequests(design, seed, PER_DESIGN * DRAWN_FOR_ONE))
  const inTurn = (passes: boolean) => {
    const own = drawn.filter((one) => one.passes === passes)
    const lists = [...new Set(own.map(({ kind }) => kind))].map((kind) => own.filter((one) => one.kind === kind))
    // from both ends, the rarest first: where there are more kinds than turns, what is common has some too
    lists.sort((a, b) => a.length - b.length)
    const half = Math.ceil(lists.length / 2)
    const order = lists
      .slice(0, half)
      .flatMap((list, i) => (i < lists.length - half ? [list, lists.at(-1 - i)!] : [list]))
    const longest = Math.max(0, ...lists.map(({ length }) => length))
    return Array.from({ length: longest }, (_, i) => order.flatMap((list) => list[i]?.request ?? [])).flat()
  }
  const [good, bad] = [inTurn(true), inTurn(false)]
  const half = Math.ceil(PER_DESIGN / 2)
  return [...good.slice(0, half), ...bad, ...good.slice(half)].slice(0, PER_DESIGN)
}

function readTask(file: string): Task {
  const result = parseDesign(readFileSync(file, 'utf8'))
  if (!result.ok) throw new Error(`${file}: ${result.problems.map(({ message }) => message).join(' ')}`)
  const requests = result.design.requests.map(({ request }) => request)
  if (requests.length === 0) throw new Error(`${file} has no saved request to try`)
  return { title: file, design: result.design, requests }
}

/** What the two disagree on is tried once more alone and with more patience: a busy machine proves nothing. */
async function tryTwice(helper: Helper, { title, design, requests }: Task): Promise<readonly Tried[]> {
  const results = await tryDesign(helper, design, requests, PATIENCE).catch((error: Error) => {
    throw new Error(`${title}: ${error.message}`)
  })
  const doubtful = results.filter(({ differences }) => differences.length > 0)
  if (doubtful.length === 0) return results
  const again = await tryDesign(
    helper,
    design,
    doubtful.map(({ request }) => request),
    MORE_PATIENCE,
  )
  return results.map((one) => again.find(({ request }) => request === one.request) ?? one)
}

await runInside(readOptions(process.argv.slice(2)))
