import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalogue } from '../src/core/aws/index.ts'
import { exportDesign } from '../src/core/export/index.ts'
import { buildDesign } from '../src/core/model/testing/designBuilder.ts'
import { startMoto } from './moto/startMoto.ts'

/**
 * Runs the scripts of two accounts against moto, which keeps accounts apart by their credentials: each script with those of a role of its
 * account. Credentials of the wrong account must do nothing; then the scripts hand ids to each other until nothing waits, and take all down.
 *
 *   npx tsx scripts/handOverInMoto.ts
 */
const ACCOUNTS = ['111122223333', '444455556666'] as const
const design = buildDesign((b) => {
  b.settings({ title: 'Hand-over' })
  b.account({ id: 'account-1', accountId: ACCOUNTS[0] })
  const other = b.account({ id: 'account-2', accountId: ACCOUNTS[1] })
  const home = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'home' })
  const abroad = b.vpc({ cidrs: ['10.1.0.0/16'], id: 'abroad', account: other })
  const peering = b.peering(home, abroad, { id: 'peering' })
  b.routeTable(home, [['10.1.0.0/16', peering]], { id: 'home-table' })
  b.routeTable(abroad, [['10.0.0.0/16', peering]], { id: 'abroad-table' })
})

const folder = mkdtempSync(join(tmpdir(), 'hopwise-moto-'))
const moto = await startMoto(folder)
try {
  const { HOPWISE_ACCOUNT: _, ...base } = moto.env
  const credentialsOf = (account: string): Readonly<Record<string, string>> => {
    const role = ['sts', 'assume-role', '--role-arn', `arn:aws:iam::${account}:role/any`, '--role-session-name', 'try']
    const { stdout, stderr } = spawnSync('aws', [...role, '--output', 'json'], { env: base, encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    const { Credentials } = JSON.parse(stdout) as { Credentials: Record<string, string> }
    return {
      AWS_ACCESS_KEY_ID: Credentials.AccessKeyId!,
      AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey!,
      AWS_SESSION_TOKEN: Credentials.SessionToken!,
    }
  }
  const credentials = new Map(ACCOUNTS.map((account) => [account, credentialsOf(account)]))
  for (const file of exportDesign(design, await loadCatalogue(), 'cli').files)
    writeFileSync(join(folder, file.path), file.text)
  const run = (script: string, account: (typeof ACCOUNTS)[number]) => {
    const env = { ...base, ...credentials.get(account) }
    const { status, stdout, stderr } = spawnSync('bash', [join(folder, script)], { env, encoding: 'utf8' })
    console.log(`${script} as ${account}: ${status}`)
    return { status, said: `${stdout}${stderr}` }
  }
  const must = (right: boolean, what: string, said: string) => {
    if (!right) throw new Error(`${what}\n${said}`)
  }
  const [first, second] = ACCOUNTS
  const wrong = run(`create-${first}.sh`, second)
  must(
    wrong.status === 1 && !existsSync(join(folder, `hopwise-state-${first}.txt`)),
    'the wrong account was taken',
    wrong.said,
  )
  let done = false
  for (let round = 0; round < 3 && !done; round++) {
    const both = ACCOUNTS.map((account) => run(`create-${account}.sh`, account))
    for (const one of both) must(one.status === 0, 'a script failed', one.said)
    done = both.every(({ said }) => said.includes('All of it is there'))
  }
  must(done, 'something still waits after three rounds', '')
  const stranger = run(`teardown-${second}.sh`, first)
  must(
    stranger.status === 1 && existsSync(join(folder, `hopwise-state-${second}.txt`)),
    'the wrong account was taken',
    stranger.said,
  )
  for (const account of [second, first]) {
    const torn = run(`teardown-${account}.sh`, account)
    must(torn.status === 0 && !existsSync(join(folder, `hopwise-state-${account}.txt`)), 'something is left', torn.said)
  }
  console.log('passed')
} catch (error) {
  for (const trouble of moto.troubles()) console.log(`inside of moto: ${trouble}`)
  throw error
} finally {
  moto.stop()
  rmSync(folder, { recursive: true })
}
