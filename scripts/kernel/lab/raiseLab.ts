import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lab, type Listener, type Resolver, rulesetOf, type Space } from '../plan/lab.ts'
import type { Helper } from './helper.ts'
import { run } from './run.ts'

/** A lab that stands in the kernel. */
export interface RaisedLab {
  readonly lab: Lab
  /** Name of a planned namespace as the kernel has it. */
  readonly nameOf: (space: string) => string
  /** Which places the kernel has seen packets at, by number: ports on their way, and of answers. */
  readonly readPlaces: () => Promise<Sightings>
  /** More rules for one namespace. */
  readonly addRuleset: (space: string, text: string) => Promise<unknown>
  readonly raze: () => Promise<void>
}
export interface Sightings {
  readonly asked: ReadonlyMap<number, ReadonlySet<number>>
  readonly answered: ReadonlyMap<number, ReadonlySet<number>>
}

const ADDRESS = '02:00:00:00:00:01'

/** Builds the namespaces of a plan: links, addresses, routes and rules by one `ip -batch`, filters by one `nft -f` each. */
export async function raiseLab(lab: Lab, helper: Helper, run_: string): Promise<RaisedLab> {
  const nameOf = (space: string) => `${run_}-${space}`
  const spaces = [...lab.spaces.values()]
  const folder = mkdtempSync('/run/names-')
  const children: ChildProcess[] = []
  const raze = async () => {
    await helper.close(run_)
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
    await run('ip', ['-batch', '-'], spaces.map(({ name }) => `netns del ${nameOf(name)}\n`).join(''))
  }
  try {
    await run('ip', ['-batch', '-'], spaces.map(({ name }) => `netns add ${nameOf(name)}\n`).join(''))
    await helper.prepare(spaces.map(({ name, forwards }) => ({ name: nameOf(name), forwards })))
    await run('ip', ['-batch', '-'], lab.links.map((link) => linkLine(link, nameOf)).join(''))
    await inTurn(spaces, async (space) => {
      await run('ip', ['-n', nameOf(space.name), '-batch', '-'], ipLines(space))
      await run('ip', ['-6', '-n', nameOf(space.name), '-batch', '-'], space.ip6.map((line) => `${line}\n`).join(''))
      await run('ip', ['netns', 'exec', nameOf(space.name), 'nft', '-f', '-'], rulesetOf(space))
    })
    for (const resolver of lab.resolvers) children.push(startResolver(resolver, nameOf(resolver.space), folder))
    const listeners: Listener[] = lab.listeners.map((one) => ({ ...one, space: nameOf(one.space) }))
    await helper.listen(run_, listeners)
    await Promise.all(children.map(untilReady))
  } catch (error) {
    await raze()
    throw error
  }
  return {
    lab,
    nameOf,
    readPlaces: () => readPlaces(spaces, nameOf),
    addRuleset: (space, text) => run('ip', ['netns', 'exec', nameOf(space), 'nft', '-f', '-'], text),
    raze,
  }
}

const linkLine = ([from, a, to, b]: Lab['links'][number], nameOf: (space: string) => string): string =>
  `link add name ${a} address ${ADDRESS} netns ${nameOf(from.name)} type veth peer name ${b} address ${ADDRESS} netns ${nameOf(to.name)}\n`

const ipLines = ({ devices, ip }: Space): string =>
  ['link set lo up', ...devices.map((device) => `link set dev ${device} arp off up`), ...ip]
    .map((line) => `${line}\n`)
    .join('')

/** A few at a time: more would only wait for the processors. */
async function inTurn<T>(list: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  const rest = [...list]
  const worker = async () => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await act(one)
  }
  await Promise.all([worker(), worker(), worker()])
}

function startResolver({ space, hosts, zones, upstream }: Resolver, name: string, folder: string): ChildProcess {
  const records = join(folder, `${space}.hosts`)
  writeFileSync(records, hosts.map((line) => `${line}\n`).join(''))
  const options = [
    ...['no-resolv', 'no-hosts', 'no-poll', 'keep-in-foreground', 'cache-size=0', 'log-facility=-', 'user=root'],
    ...['pid-file', `addn-hosts=${records}`],
    ...zones.map((zone) => `local=/${zone}/`),
    ...(upstream === null ? [] : [`server=${upstream}`]),
  ]
  const file = join(folder, `${space}.conf`)
  writeFileSync(file, options.map((line) => `${line}\n`).join(''))
  return spawn('ip', ['netns', 'exec', name, 'dnsmasq', `--conf-file=${file}`], { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Until dnsmasq says that it has read its names, or fails. */
function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('read ')) resolve()
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`dnsmasq ended (${code}): ${said}`)))
  })
}

interface ListedSet {
  readonly set?: {
    readonly name: string
    readonly elem?: readonly (number | { readonly elem: { readonly val: number } })[]
  }
}

async function readPlaces(spaces: readonly Space[], nameOf: (space: string) => string): Promise<Sightings> {
  const asked = new Map<number, ReadonlySet<number>>()
  const answered = new Map<number, ReadonlySet<number>>()
  await inTurn(spaces, async (space) => {
    if (space.sets.length === 0) return
    const text = await run('ip', ['netns', 'exec', nameOf(space.name), 'nft', '-j', 'list', 'sets'])
    for (const { set } of (JSON.parse(text) as { nftables: readonly ListedSet[] }).nftables) {
      if (!set?.elem) continue
      const ports = new Set(set.elem.map((one) => (typeof one === 'number' ? one : one.elem.val)))
      ;(set.name.startsWith('q') ? asked : answered).set(Number(set.name.slice(1)), ports)
    }
  })
  return { asked, answered }
}
