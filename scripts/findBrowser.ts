import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** Flags for a browser without a desktop, a sandbox or a network of its own. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** Path of a Chromium: `CHROME_PATH`, one on PATH, or Playwright's own; null where there is none. Throws when CHROME_PATH names nothing. */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): string | null {
  if (env.CHROME_PATH) {
    if (!exists(env.CHROME_PATH)) throw new Error(`CHROME_PATH is ${env.CHROME_PATH}, but there is no such file`)
    return env.CHROME_PATH
  }
  for (const folder of (env.PATH ?? '').split(delimiter))
    for (const name of NAMES) {
      const path = join(folder, name)
      if (folder && exists(path)) return path
    }
  const own = chromium.executablePath()
  return own && exists(own) ? own : null
}

/** As `findBrowser`, and installs one where there is none; throws one sentence that says what to install when that fails too. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  const tries: readonly (readonly [string, readonly string[]])[] = [
    ['npx', ['playwright', 'install', 'chromium']],
    ['apt-get', ['update', '-qq']],
    ['apt-get', ['install', '-y', '-qq', 'chromium']],
  ]
  for (const [command, args] of tries) {
    if (command === 'apt-get' && process.getuid?.() !== 0) continue
    process.stdout.write(`No Chromium found: ${command} ${args.join(' ')}\n`)
    spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 })
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error('The end-to-end tests need a Chromium: install the package "chromium", or set CHROME_PATH to one.')
}

/** Version text of the browser, for the test report. */
export const browserVersion = (path: string): string =>
  execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim()
