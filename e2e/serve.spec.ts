import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { listenNear } from '../src/cli/serve/listenNear.ts'
import { appPage } from './pages/appPage.ts'
import { storyTest as test } from './storyTest.ts'

const ROOT = join(import.meta.dirname, '..')
const COMMAND = join(ROOT, 'dist/cli/hopwise.js')

let served: ChildProcess | null = null
let other: Server | null = null
test.afterEach(() => {
  served?.kill()
  other?.close()
  served = other = null
})

/** What the built command line says until it serves, as a person would start it. */
const serve = (...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    served = spawn('node', [COMMAND, ...args, '--no-open'], { stdio: ['ignore', 'pipe', 'inherit'] })
    served.stdout!.once('data', (said: Buffer) => resolve(String(said)))
    served.once('exit', () => reject(new Error('it ended')))
  })
/** Takes a port, where it is not taken already. */
async function take(port: number): Promise<number> {
  other = createServer()
  return (await listenNear(other, '127.0.0.1', port, 1)) ?? port
}

test('hopwise opens the app, which answers, and names its version in Help', async ({ page }) => {
  const said = await serve('--port', '0')
  await page.goto(/http:\S+/.exec(said)![0])
  const app = appPage(page)
  await app.start.openTemplate('Kinesis and private DNS')
  await app.isSettled()
  await page.keyboard.press('?')
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  await expect(page.getByRole('dialog', { name: 'Help' })).toContainText(`This is Hopwise ${version}.`)
})

test('where its port is taken, another is served, and the person is told what that means', async () => {
  await take(4173)
  const said = await serve()
  expect(said).toMatch(/http:\/\/127\.0\.0\.1:41(7[4-9]|8\d|9[0-2])\b/)
  expect(said).toContain('Port 4173 is taken. Browsers keep work by address')
})

test('a port that was asked for and is taken ends with one line that says so', async () => {
  const port = await take(0)
  const { status, stderr, stdout } = spawnSync('node', [COMMAND, '--port', String(port)], { encoding: 'utf8' })
  expect([status, stdout, stderr]).toEqual([2, '', `hopwise: port ${port} is taken; give another with --port\n`])
})

test('an address that is not of this machine ends with one line that says so', async () => {
  const { status, stderr } = spawnSync('node', [COMMAND, '--host', '203.0.113.9'], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toMatch(/^hopwise: cannot serve on 203\.0\.113\.9: [^\n]+\n$/)
})
