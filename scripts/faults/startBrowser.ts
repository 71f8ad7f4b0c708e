import { spawn } from 'node:child_process'
import { type Browser, chromium } from '@playwright/test'
import { CHROMIUM_ARGS, ensureBrowser } from '../findBrowser.ts'

/** A browser over a profile that outlasts it, and the way to end it as a power cut would. */
export async function startBrowser(profile: string): Promise<{ readonly browser: Browser; readonly kill: () => void }> {
  const args = [...CHROMIUM_ARGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  // a group of its own, so that all its processes go together
  const child = spawn(ensureBrowser(), [...args, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const kill = () => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // it is gone already
    }
  }
  try {
    const endpoint = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stderr!.on('data', (chunk) => {
        said += chunk
        const [, url] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
        if (url) resolve(url)
      })
      child.once('exit', () => reject(new Error(`The browser ended: ${said.slice(-500)}`)))
    })
    return { browser: await chromium.connectOverCDP(endpoint), kill }
  } catch (error) {
    kill()
    throw error
  }
}
