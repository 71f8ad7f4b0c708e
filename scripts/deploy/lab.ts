import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { openSource } from '../../src/cli/loadSource.ts'
import type { ExportFile } from '../../src/core/export/index.ts'
import type { Design } from '../../src/core/model/index.ts'
import type { Moto } from '../moto/startMoto.ts'

/** What a script came to. A script that was killed has no status. */
export interface Ran {
  readonly status: number | null
  readonly said: string
  /** The calls of the AWS CLI, each as its arguments. */
  readonly calls: readonly (readonly string[])[]
}

/** One moto with the files of one export beside it. */
export interface Lab {
  readonly folder: string
  /** Forgets what moto has, and puts these files in the place of the last ones. */
  begin(files: readonly ExportFile[], accounts: readonly string[]): Promise<void>
  /** Runs a script with the credentials of an account; `stop` kills it at a call (`7:before`, `7:after`). */
  run(line: string, account: string, env?: Readonly<Record<string, string>>): Promise<Ran>
  /** One call of the AWS CLI, its answer as text. */
  ask(account: string, call: readonly string[]): string
  /** Whether moto has such a call: what it lacks it answers with an error of its own, not with one of AWS's. */
  knows(account: string, call: readonly string[]): boolean
  /** What collect.sh gathers of these services from every account, as the import reads it. */
  gather(accounts: readonly string[], regions: readonly string[], services: readonly string[]): Promise<Design>
  /** What went wrong inside of moto since it was asked last. */
  troubles(): readonly string[]
}

/** Whom nothing belongs to. */
export const STRANGER = '999988887777'

/** A lab in a folder of its own, in which moto runs already. */
export function createLab(root: string, moto: Moto): Lab {
  const folder = join(root, 'export')
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, HOPWISE_ACCOUNT: ___, ...base } = moto.env
  const as = (account: string): Readonly<Record<string, string>> => ({
    ...base,
    AWS_PROFILE: account,
    HOPWISE_PAUSE: '0',
  })
  const ask: Lab['ask'] = (account, call) => {
    const { status, stdout, stderr } = spawnSync('aws', call, { env: as(account), encoding: 'utf8' })
    if (status !== 0) throw new Error(`aws ${call.join(' ')}: ${stderr.trim()}`)
    return stdout.trim()
  }
  const run: Lab['run'] = (line, account, env = {}) =>
    runApart(line.split(' '), folder, join(root, 'calls'), { ...as(account), ...env })
  return {
    folder,
    begin: async (files, accounts) => {
      await moto.reset()
      moto.troubles()
      rmSync(folder, { recursive: true, force: true })
      for (const { path, text } of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text, { mode: 0o755 })
      }
      writeProfiles(root, moto.env, [...accounts, STRANGER])
    },
    run,
    ask,
    knows: (account, call) => {
      const { status, stderr } = spawnSync('aws', call, { env: as(account), encoding: 'utf8' })
      return (
        status === 0 || !/Internal Server Error|Not Found<|Unable to parse response|not yet implemented/i.test(stderr)
      )
    },
    gather: async (accounts, regions, services) => {
      const out = join(root, 'gathered')
      rmSync(out, { recursive: true, force: true })
      for (const account of accounts) {
        const line = `${resolve('public/collect.sh')} --out ${out} ${regions.join(' ')}`
        const { status, said } = await run(line, account, { HOPWISE_SERVICES: services.join(' ') })
        if (status !== 0) throw new Error(`collect.sh: ${said}`)
      }
      return (await openSource(out)).design
    },
    troubles: moto.troubles,
  }
}

/** moto keeps accounts apart by their credentials: those of a role in each, under the account's own number. */
function writeProfiles(root: string, env: Readonly<Record<string, string>>, accounts: readonly string[]): void {
  const profiles = accounts.map((account) => {
    const role = ['sts', 'assume-role', '--role-arn', `arn:aws:iam::${account}:role/any`, '--role-session-name', 'try']
    const { stdout, stderr } = spawnSync('aws', [...role, '--output', 'json'], { env, encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    const { Credentials } = JSON.parse(stdout) as { Credentials: Readonly<Record<string, string>> }
    return [
      `[${account}]`,
      `aws_access_key_id = ${Credentials.AccessKeyId}`,
      `aws_secret_access_key = ${Credentials.SecretAccessKey}`,
      `aws_session_token = ${Credentials.SessionToken}`,
    ].join('\n')
  })
  mkdirSync(join(root, '.aws'), { recursive: true })
  writeFileSync(join(root, '.aws', 'credentials'), `${profiles.join('\n')}\n`)
}

/** In a group of processes of its own, so that it can be killed with all that it has started. */
function runApart(
  [script = '', ...given]: readonly string[],
  folder: string,
  calls: string,
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  rmSync(calls, { force: true })
  return new Promise((done, fail) => {
    const child = spawn('bash', [resolve(folder, script), ...given], {
      env: { ...env, HOPWISE_CALLS: calls },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
    child.once('error', fail)
    child.once('close', (status) => done({ status, said, calls: callsIn(calls) }))
  })
}

const callsIn = (path: string): readonly (readonly string[])[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\x1e')
        .slice(0, -1)
        .map((call) => call.split('\x1f'))
    : []
