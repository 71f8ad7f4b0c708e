import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportFormat, ExportResult } from '../../src/core/export/index.ts'
import type { Dice } from '../kernel/draw/dice.ts'
import { type Lab, type Ran, STRANGER } from './lab.ts'

/** Formats that deploy by themselves. */
export type Way = Exclude<ExportFormat, 'terraform'>

/** One export while it is deployed. */
export interface Deployment {
  readonly way: Way
  readonly lab: Lab
  readonly accounts: readonly string[]
  /** The environment that is meant; empty = as drawn. */
  readonly environment: string
  /** By which templates are handed over that are too large for a call; null where none is. */
  readonly bucket: string | null
}

/** A script that failed, with what it said last. */
export class Failed extends Error {}

/** A call of a script that only looks, or sets what is set already; a profile that has its role refuses another, and a grant with a name is made once. */
const CHANGES_NOTHING =
  /^(describe|get|list|wait|head|search|modify|put|change-tags|create-grant$|associate-dhcp-options|attach-role-policy|attach-user-policy|add-role-to-instance-profile|create-tags|tag-(?:role|user)$|set-|assume|accept-|delete-change-set|create-change-set)/

/** The calls of a run that made or deleted something. */
export const changesOf = (ran: Ran): readonly string[] =>
  ran.calls.filter(([, call = '']) => !CHANGES_NOTHING.test(call)).map(([service, call]) => `${service} ${call}`)

/** The scripts that make it, each with the account that runs it. The scripts of CloudFormation take the profiles of all accounts at once. */
function scriptsOf(
  { way, accounts }: Deployment,
  what: 'make' | 'remove',
): readonly (readonly [line: string, as: string])[] {
  const several = accounts.length > 1
  if (way === 'cloudformation') {
    const profiles = several ? accounts.map((account) => ` --profile-${account} ${account}`).join('') : ''
    return [[`${what === 'make' ? 'deploy.sh' : 'teardown.sh'} --yes${profiles}`, accounts[0]!]]
  }
  const name = what === 'make' ? 'create' : 'teardown'
  const all = accounts.map((account) => [`${name}${several ? `-${account}` : ''}.sh`, account] as const)
  return what === 'make' ? all : all.reverse()
}

const settingsOf = ({ environment, bucket }: Deployment): Readonly<Record<string, string>> => ({
  HOPWISE_DELETE_DATA: 'yes',
  HOPWISE_PATIENCE: '60',
  ...(bucket === null ? {} : { HOPWISE_BUCKET: bucket }),
  ...(environment === '' ? {} : { HOPWISE_ENV: environment }),
})

async function runAll(deployment: Deployment, what: 'make' | 'remove', env = {}): Promise<readonly Ran[]> {
  const all: Ran[] = []
  for (const [line, account] of scriptsOf(deployment, what)) {
    const ran = await deployment.lab.run(line, account, { ...settingsOf(deployment), ...env })
    all.push(ran)
    if (ran.status !== 0) break
  }
  return all
}

const failureOf = (lab: Lab, ran: Ran): Failed => {
  const inside = lab.troubles().map((trouble) => `inside of moto: ${trouble}`)
  const last = ran.said.trim().split('\n').slice(-6)
  return new Failed([...inside, ...last, `last call: ${ran.calls.at(-1)?.join(' ').slice(0, 300)}`].join('\n'))
}

/** Whether something waits for the script of another account; ids that somebody has to give, of a certificate for one, nobody gives here. */
function waitsForOthers({ folder }: Lab, { said }: Ran): boolean {
  if (said.includes('All of it is there')) return false
  const scripts = readdirSync(folder).filter((name) => /^create.*\.sh$/.test(name))
  const texts = scripts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const given = new Set([...texts.matchAll(/^id_(\w+)=\$\(given \1\)$/gm)].map(([, name]) => name))
  const waited = [...said.matchAll(/because the id of (\w+) is not known yet/g)].map(([, name]) => name)
  return waited.length === 0 || waited.some((name) => !given.has(name))
}

/** What has to happen outside of AWS is the only thing that the script leaves: it ends with 1, so that nobody takes it for done. */
function isLeftToOthers({ said, status }: Ran): boolean {
  const [, left] = said.trim().split('\nLeft to be done:\n')
  return status === 1 && left !== undefined && left.split('\n').every((line) => OUTSIDE.test(line))
}
const OUTSIDE = /^ {2}Put the TXT record /

/** Until nothing waits for another account: three rounds at most. */
export async function make(deployment: Deployment): Promise<readonly Ran[]> {
  for (let round = 0; round < 3; round++) {
    const all = await runAll(deployment, 'make')
    const bad = all.find((ran) => ran.status !== 0 && !isLeftToOthers(ran))
    if (bad) throw failureOf(deployment.lab, bad)
    if (deployment.way === 'cloudformation' || !all.some((ran) => waitsForOthers(deployment.lab, ran))) return all
  }
  throw new Failed('something still waits after three rounds')
}

/** Makes it with a script that is killed at random calls, again and again, and is then let through. How often it was killed. */
export async function makeInPieces(deployment: Deployment, dice: Dice, most: number): Promise<number> {
  let killed = 0
  for (let time = 0; time < most; time++) {
    const stop = `${dice.pick([2, 3, 5, 8, 13, 21, 34])}:${dice.pick(['before', 'after'] as const)}`
    const all = await runAll(deployment, 'make', { HOPWISE_STOP: stop })
    const last = all.at(-1)!
    if (last.status === null) killed++
    else if (last.status !== 0 && !isLeftToOthers(last)) throw failureOf(deployment.lab, last)
    else break
  }
  await make(deployment)
  return killed
}

/** Credentials of nobody's account: each script has to stop before it has done more than to ask whose they are. */
export async function tryStranger(deployment: Deployment): Promise<readonly string[]> {
  const found: string[] = []
  for (const what of ['make', 'remove'] as const)
    for (const [line] of scriptsOf(deployment, what)) {
      const [script = ''] = line.split(' ')
      const ran = await deployment.lab.run(
        `${script}${script === 'deploy.sh' ? ' --yes' : ''}`,
        STRANGER,
        settingsOf(deployment),
      )
      const done = ran.calls.filter(([service]) => service !== 'sts').map((call) => call.slice(0, 2).join(' '))
      if (ran.status !== 1) found.push(`${script} ends with ${ran.status} in another account`)
      if (done.length > 0) found.push(`${script} goes on in another account: ${done.join(', ')}`)
    }
  return found
}

/** A second run makes nothing. */
export async function makeAgain(deployment: Deployment): Promise<readonly string[]> {
  const all = await make(deployment)
  return all.flatMap((ran) => changesOf(ran).map((call) => `a second run calls ${call}`))
}

/**
 * What a run with a lost record makes again: task definitions and associations with a network ACL, of which a second one replaces the first.
 */
const MADE_ANEW = /^(ecs-task|subnet-network-acl|mark) /

/** With the record lost the scripts find by their tags what they made. */
export async function makeWithoutRecord(deployment: Deployment, result: ExportResult): Promise<readonly string[]> {
  const { lab, accounts } = deployment
  if (deployment.way !== 'cli' || result.files.length === 0) return []
  const records = readdirSync(lab.folder).filter((name) => /^hopwise-state.*\.txt$/.test(name))
  if (records.length !== accounts.length) return [`${records.length} records of ${accounts.length} accounts`]
  const paths = records.map((name) => join(lab.folder, name))
  const linesIn = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  const before = paths.map((path) => {
    const lines = linesIn(path)
    renameSync(path, `${path}.lost`)
    return lines
  })
  await make(deployment)
  return paths.flatMap((path, at) => {
    const after = new Set(linesIn(path))
    return before[at]!.filter((line) => !after.has(line) && !MADE_ANEW.test(line)).map(
      (line) => `not found again: ${line}`,
    )
  })
}

/** Takes it down with a script that is killed at random calls as well, and is then let through. */
export async function removeInPieces(deployment: Deployment, dice: Dice, most: number): Promise<void> {
  for (let time = 0; time < most; time++) {
    const stop = `${dice.pick([3, 5, 8, 13, 21])}:${dice.pick(['before', 'after'] as const)}`
    const all = await runAll(deployment, 'remove', { HOPWISE_STOP: stop })
    if (all.every(({ status }) => status === 0)) return
  }
  const all = await runAll(deployment, 'remove')
  const bad = all.find(({ status }) => status !== 0)
  if (bad) throw failureOf(deployment.lab, bad)
}
